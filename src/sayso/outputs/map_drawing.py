"""The map as SVG: coasts and outlines of divisions, rivers, areas, towns by sign, labels, and a legend of shapes; no tiles, no network."""

from collections.abc import Sequence

from markupsafe import Markup

from sayso.gazetteer import AdminShape
from sayso.gazetteer.shapes import contains, extent_of, shapes_in
from sayso.gazetteer.waters import waters_in
from sayso.model.events import FiledClaim
from sayso.model.situation import ControlState
from sayso.outputs.map_labels import Box, Label, box_of, meet, place_labels
from sayso.outputs.map_places import Area, Division, Town, find_areas, find_divisions, find_towns
from sayso.outputs.map_projection import Window, drop_outliers, path_of, window_around
from sayso.outputs.report_model import Marker

SIGNS: dict[Marker, str] = {
    "square": '<rect x="-5.5" y="-5.5" width="11" height="11" class="m-held"/>',
    "diamond": '<path d="M0-7.5 7.5 0 0 7.5-7.5 0Z" class="m-contested"/><path d="M0-7.5V7.5L-7.5 0Z" class="m-half"/>',
    "ring": '<circle r="7" class="m-disputed"/><path d="M-4-4 4 4M-4 4 4-4" class="m-cross"/>',
    "dot": '<circle r="3" class="m-other"/>',
}
LEGEND: tuple[tuple[Marker, str], ...] = (
    ("square", "held by one party, by all accounts"),
    ("diamond", "contested by all accounts"),
    ("ring", "disputed between accounts"),
    ("dot", "other place named"),
)
RIVERS_FROM = 3.0
"""Degrees of latitude that a map shows at least where rivers are drawn: they run up to 6 km beside their beds (gazetteer/waters.py)."""
MOST_TOWNS = 40
"""Signs drawn at most: those with a label of control first, then those of most claims; all stand in the list beneath the map."""


def draw_map(claims: Sequence[FiledClaim], control: Sequence[ControlState], title: str) -> str:
    """An SVG of the places in the view, or an empty string where no place has a point."""
    towns, home = find_towns(claims, control), _main_country(claims)
    if not towns:
        return ""
    window = window_around(drop_outliers([(t.lat, t.lon, t.claims) for t in towns]))
    shown = [t for t in towns if window.shows(t.lat, t.lon)][:MOST_TOWNS]
    shapes = shapes_in(window.box)
    countries = _countries(claims)
    named = [shape for shape in shapes if shape.country in countries]
    divisions = find_divisions(claims)
    layers = (
        _draw_divisions(shapes, divisions, window, home),
        _draw_waters(window),
        _draw_areas(find_areas(claims), window),
        _draw_towns(shown, named, window),
    )
    return _frame(window, title, "".join(layers))


def draw_sign(marker: Marker) -> str:
    """One sign of the legend as a small SVG."""
    return f'<svg class="sign" viewBox="-9 -9 18 18" width="18" height="18" aria-hidden="true" focusable="false">{SIGNS[marker]}</svg>'


def list_places(claims: Sequence[FiledClaim], control: Sequence[ControlState]) -> tuple[tuple[str, str, str], ...]:
    """The map in words: every sign and area with what it stands for and how many claims name it."""
    towns = ((t.name, t.says, _claims(t.claims)) for t in find_towns(claims, control))
    areas = ((a.name, "an area drawn from the words of the report, not a point", "") for a in find_areas(claims))
    divisions = ((d.name, "told of as a whole; hatched, without a point", _claims(d.claims)) for d in find_divisions(claims))
    return (*towns, *areas, *divisions)


def _claims(count: int) -> str:
    return "" if not count else f"{count} claim{'' if count == 1 else 's'}"


def _frame(window: Window, title: str, inside: str) -> str:
    size = f'viewBox="0 0 {window.width:g} {window.height:g}"'
    defs = (
        '<defs><pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        '<path d="M0 0V7" class="m-hatch"/></pattern><clipPath id="frame"><rect width="100%" height="100%"/></clipPath></defs>'
    )
    words = Markup("<title id='map-title'>{}</title>").format(title)
    return (
        f'<svg class="map" {size} role="img" aria-labelledby="map-title" aria-describedby="map-words">{words}{defs}'
        f'<g clip-path="url(#frame)">{inside}</g></svg>'
    )


def _draw_divisions(shapes: Sequence[AdminShape], divisions: Sequence[Division], window: Window, home: str | None) -> str:
    drawn = []
    for shape in shapes:
        path = path_of(shape.rings, window)
        drawn.append(f'<path d="{path}" class="{"m-land" if shape.country == home else "m-abroad"}"/>')
        if any(d.admin1 and d.is_drawn_by(shape) for d in divisions):
            drawn.append(f'<path d="{path}" fill="url(#hatch)" class="m-whole"/>')
    return "".join(drawn)


def _draw_waters(window: Window) -> str:
    """Lakes and rivers, on a map wide enough that what they are off by does not show."""
    if window.north - window.south < RIVERS_FROM:
        return ""
    waters = waters_in(window.box)
    lakes, rivers = path_of(waters.lakes, window), path_of(waters.rivers, window, closed=False)
    return f'<path d="{lakes}" class="m-lake"/><path d="{rivers}" class="m-river"/>'


def _draw_areas(areas: Sequence[Area], window: Window) -> str:
    drawn = []
    for area in areas:
        rings = "".join("M" + "L".join("{:g} {:g}".format(*window.project(y, x)) for x, y in ring) + "Z" for ring in area.rings)
        drawn.append(Markup('<path d="{}" fill-rule="evenodd" class="m-area"><title>{}</title></path>').format(rings, area.name))
    return "".join(drawn)


def _draw_towns(towns: Sequence[Town], shapes: Sequence[AdminShape], window: Window) -> str:
    """Names of divisions where room is left, then signs, those of more claims above others, then labels."""
    points = [(t.name, window.project(t.lat, t.lon)) for t in towns]
    labels = place_labels(points, window.width, window.height)
    signs = [
        Markup('<g transform="translate({} {})"><title>{}: {}</title>{}</g>').format(*at, t.name, t.says, Markup(SIGNS[t.marker]))
        for t, (_, at) in zip(towns, points, strict=True)
    ]
    taken = [box_of(label) for label in labels] + [(x - 8, y - 8, x + 8, y + 8) for _, (x, y) in points]
    lines = [_leader(label) for label in labels if label.far]
    return "".join((*_draw_names(shapes, window, taken), *lines, *reversed(signs), *map(_draw_label, labels)))


def _draw_label(label: Label) -> str:
    return Markup('<text x="{}" y="{}" text-anchor="{}" class="m-town">{}</text>').format(label.x, label.y, label.anchor, label.text)


def _leader(label: Label) -> str:
    (x, y), end = label.sign, label.x + (-2 if label.anchor == "start" else 2)
    return f'<path d="M{x:g} {y:g}L{end:g} {label.y - 4:g}" class="m-leader"/>'


def _draw_names(shapes: Sequence[AdminShape], window: Window, taken: Sequence[Box]) -> list[str]:
    """Names of divisions at their middle, or above or below it inside of them, where nothing stands; none where there is no room."""
    drawn: list[str] = []
    boxes = list(taken)
    for shape in shapes:
        middle = extent_of((shape,))
        if not middle or not window.shows(middle.lat, middle.lon):
            continue
        x, y = window.project(middle.lat, middle.lon)
        half = len(shape.name) * 4.6
        if not half <= x <= window.width - half:
            continue
        inside = (v for v in (y + shift for shift in (0, 26, -26, 52, -52, 78, -78)) if contains(shape, window.lat_of(v), middle.lon))
        box_at = ((v, (x - half, v - 14, x + half, v + 5)) for v in inside)
        at, box = next(((v, box) for v, box in box_at if not any(meet(box, other) for other in boxes)), (None, None))
        if at is not None and box is not None:
            boxes.append(box)
            drawn.append(Markup('<text x="{}" y="{}" class="m-division">{}</text>').format(x, round(at, 1), shape.name))
    return drawn


def _main_country(claims: Sequence[FiledClaim]) -> str | None:
    """The country that most claims name."""
    named = [p.country for f in claims for p in f.claim.places if p.country]
    return max(sorted(set(named)), key=named.count, default=None)


def _countries(claims: Sequence[FiledClaim]) -> set[str]:
    return {p.country for f in claims for p in f.claim.places if p.country}
