"""The public corpora, each brought to one convention of places, parties, times and attributions."""

import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from training.documents import Document, Span, Trigger, Voice, find_all, nearest

_DEMONYM = re.compile(r"\w+(?:ian|ean|ish|ese|ic|i|an)s?$|^(?:French|Dutch|Greek|Swiss|Thai|Turk|Kurd)\w*$")
_KNOWN_AS_PLACE = re.compile(
    r"Michigan|Iran|Japan|Sudan|Jordan|Pakistan|Afghanistan|Bhutan|Milan|Oman|Lebanon|Haiti|Burundi|Mali|Delhi|Missouri|Hawaii|Miami"
    r"|Mississippi|Helsinki|Brunei|Fiji|Malawi|Chennai|Mumbai|Dubai"
)
"""Names of places that end as demonyms do."""

def read_lines(path: Path) -> list[dict[str, Any]]:
    """The objects of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf8").split("\n") if line.strip()]


def reserved(corpora: Path) -> frozenset[str]:
    """Names of the articles that are kept for the final evaluation."""
    return frozenset((corpora / "RESERVED").read_text(encoding="utf8").split())


def read_polnear(corpora: Path, part: str = "train") -> Iterator[Document]:
    """PolNeAR: who says what, in American political news."""
    for row in read_lines(corpora / "polnear" / f"{part}.jsonl"):
        voices = [Voice(*([tuple(s) for s in a[key]] for key in ("source", "cue", "content"))) for a in row["attributions"]]
        yield Document(name=row["id"], corpus="polnear", text=row["text"], voices=voices)


_LINKS = {
    "Place": "place", "Target": "target", "Victim": "affected", "Detainee": "affected",
    **dict.fromkeys(("Attacker", "Killer", "Injurer", "Jailer", "Perpetrator", "Demonstrator"), "agent"),
}  # fmt: skip
_HARM = re.compile(r"Conflict\.|Life\.(?:Die|Injure)|Justice\.ArrestJailDetain|ArtifactExistence\.Damage")
_GLUED = re.compile(r"[.,;:!?)\]’'”%]|n[’']t$|[’'](?:s|t|re|ve|ll|d|m)$")


def lay_out(tokens: Sequence[str]) -> tuple[str, list[Span]]:
    """The text of a tokenised document with the characters of each token.

    >>> lay_out(["They", "fled", "(", "again", ")", "."])
    ('They fled (again).', [(0, 4), (5, 9), (10, 11), (11, 16), (16, 17), (17, 18)])
    """
    text, spans = "", list[Span]()
    for word in tokens:
        text += "" if not text or _GLUED.match(word) or text.endswith(("(", "[", "“", "$")) else " "
        spans.append((len(text), len(text) + len(word)))
        text += word
    return text, spans


def read_wikievents(corpora: Path) -> Iterator[Document]:
    """WikiEvents: who harmed whom and where. Its classes are other than ours and are not learned; an argument is its nearest mention."""
    for row in read_lines(corpora / "wikievents" / "train.jsonl"):
        text, spans = lay_out(row["tokens"])
        linked = []
        for event in row["event_mentions"]:
            first, last = event["trigger"]["start_idx"], event["trigger"]["end_idx"]
            if not _HARM.match(event["event_type"]) or last > len(spans):
                continue
            word = (spans[first][0], spans[last - 1][1])
            links: dict[str, list[Span]] = {}
            for argument in event["arguments"]:
                role, told = _LINKS.get(argument["role"]), find_all(text, argument["text"])
                if role and told:
                    links.setdefault(role, []).append(nearest(told, word))  # type: ignore[arg-type]
            if links:
                unsure = {role: [s for m in meant for s in find_all(text, text[slice(*m)]) if s != m] for role, meant in links.items()}
                linked.append(Trigger(word, "strike", word, "happened", False, links, unsure))
        yield Document(f"wikievents-{row['docid']}", "wikievents", text, linked=linked)


def _is_demonym(word: str) -> bool:
    return bool(_DEMONYM.search(word)) and not _KNOWN_AS_PLACE.search(word) and " " not in word


def read_toponyms(corpora: Path, name: str) -> Iterator[Document]:
    """LGL, GeoVirus, HumSet: names of places. LGL's demonyms and HumSet's lists taken as one name are left open."""
    kept_back = reserved(corpora)
    for at, row in enumerate(read_lines(corpora / "geoparsing" / f"{name}.jsonl")):
        key = f"humset-{row['lead_id']}" if "lead_id" in row else f"{name}-{row.get('id', at)}"
        if key in kept_back:
            continue
        marks = row.get("toponyms") or row.get("annotations") or []
        sure: list[Span] = []
        unsure: list[Span] = []
        for mark in marks:
            span, text = (mark["start"], mark["end"]), row["text"][mark["start"] : mark["end"]]
            odd = re.search(r",| and ", text) or (name == "lgl" and _is_demonym(text))
            (unsure if odd else sure).append(_trim_the(row["text"], span))
        published, title = row.get("published"), row.get("title")
        yield Document(key, name, row["text"], published, None, title, spans={"place": sure}, unsure={"place": unsure})


def _trim_the(text: str, span: Span) -> Span:
    return (span[0] + 4, span[1]) if text[span[0] : span[0] + 4].lower() == "the " else span


_RE3D = {
    "Organisation": "organisation", "Person": "person", "Nationality": "nationality",
    "Temporal": "time", "Quantity": "quantity", "Location": "place",
}  # fmt: skip


_WORD = r"[A-Z\u00c0-\u00de][\w'\u2019.-]*"
_NAME = re.compile(rf"(?:\b(?:al|el|ar|as|ash|ad|an|az)-)?{_WORD}(?:[ -](?:(?:al|el|ar|az|as|ash|de|la|bu)[ -])?{_WORD})*")
_BEFORE = re.compile(r"(?:The |(?:North|South|East|West)ern (?=[A-Z]))+")
_TYPE_AFTER = re.compile(r"(?: (?:Province|Governorate))$")
_NO_LOCATION = re.compile(
    r"\b(?:ISIL|ISIS|Daesh|DAESH|VBIED|UAV|UNESCO|Qaida|Battalion|Field|Coalition|Government|Summit|Museum|Gate|Camp|Northern|Southern|Eastern"
    r"|Western|Syrian|Iraqi|Iraqis|Arab)$|^(?:ISIL|VBIED|UAV|UNESCO)\b"
)
"""What re3d marks as locations with a capital that names no place: "an ISIL-held building", "Syrian Arab Coalition", "the Summit"."""


def map_location(text: str, span: Span) -> list[Span]:
    """The names in a Location of re3d: of "the Syrian rebel town of Aris" "Aris", of "Aris, northern Syria" two, of "the town" none.

    >>> text = "in Aris, northern Syria, the Iraqi city of Mosul"
    >>> [[text[slice(*m)] for m in map_location(text, s)] for s in ((3, 23), (25, 48), (25, 39))]
    [['Aris', 'Syria'], ['Mosul'], []]
    """
    found: list[Span] = []
    start = span[0]
    for part in text[span[0] : span[1]].split(","):
        names = [m.span() for m in _NAME.finditer(text, start, start + len(part))]
        names = [(lead.end() if (lead := _BEFORE.match(text, a, b)) else a, b) for a, b in names]
        kept = [(a, b - len(tail[0]) if (tail := _TYPE_AFTER.search(text[a:b])) else b) for a, b in names]
        found += [(a, b) for a, b in kept if not _NO_LOCATION.search(text[a:b]) and text[a:b] != "The"][:1]
        start += len(part) + 1
    return found


def read_re3d(corpora: Path) -> Iterator[Document]:
    """re3d: places, parties and persons in official statements on Syria and Iraq."""
    for path in sorted((corpora / "re3d").glob("*.jsonl")):
        for row in read_lines(path):
            spans: dict[str, list[Span]] = {kind: [] for kind in _RE3D.values()}
            unsure: dict[str, list[Span]] = {kind: [] for kind in _RE3D.values()}
            for mark in row["entities"]:
                kind, span = _RE3D.get(mark["type"]), (mark["begin"], mark["end"])
                if kind is None:
                    continue
                mapped = map_location(row["text"], span) if kind == "place" else [span]
                spans[kind] += [s for s in mapped if s not in spans[kind]]
                unsure[kind] += [] if mapped else [span]
            name = f"re3d-{row['id']}"
            yield Document(name, f"re3d/{path.stem}", row["text"], None, row["publisher"], row["title"], spans=spans, unsure=unsure)
