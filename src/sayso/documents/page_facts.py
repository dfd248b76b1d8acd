"""What a page's own markup says of it: title, outlet, address, day of publication."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Any

import msgspec
from lxml import etree

from sayso.documents.element_names import element_names
from sayso.documents.publication import DateClaim

_TITLE_JOINTS = re.compile(r"\s+[|–—·•»:]\s+|\s+-+\s+")


class PageFacts(msgspec.Struct, frozen=True, kw_only=True):
    """What the markup gives; every date is the day as it is written, in the page's own time zone."""

    title: str | None = None
    publisher: str | None = None
    url: str | None = None
    dates: tuple[DateClaim, ...] = ()


def read_markup_day(value: str | None) -> dt.date | None:
    """The day of a machine-readable date.

    >>> read_markup_day("2020-01-27T23:45:00+03:00").isoformat()
    '2020-01-27'
    """
    found = re.match(r"\s*(\d{4})-?(\d\d)-?(\d\d)(?!\d)", value or "")
    try:
        return dt.date(int(found[1]), int(found[2]), int(found[3])) if found else None
    except ValueError:
        return None


def _metas(root: etree._Element) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        content = " ".join((meta.get("content") or "").split())
        for attribute in ("property", "name", "itemprop"):
            key = (meta.get(attribute) or "").lower()
            if key and content:
                found.setdefault(key, content)
    return found


def _objects(value: object, depth: int = 0) -> Iterator[dict[str, Any]]:
    if depth > 6:
        return
    if isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _objects(value.get(key), depth + 1)
    elif isinstance(value, list):
        for item in value[:200]:
            yield from _objects(item, depth + 1)


def _linked_data(root: etree._Element) -> list[dict[str, Any]]:
    """The JSON-LD objects of articles; broken JSON-LD is passed over, for the rest of the page says the same."""
    found: list[dict[str, Any]] = []
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower() and script.text:
            try:
                value = msgspec.json.decode(script.text.strip().rstrip(";").encode("utf8", "replace"))
            except (msgspec.DecodeError, RecursionError):
                continue
            found += [o for o in _objects(value) if "datePublished" in o or "headline" in o]
    return found


def _text(value: object) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    if isinstance(value, dict):
        value = value.get("name")
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _dates(root: etree._Element, metas: dict[str, str], data: list[dict[str, Any]]) -> tuple[DateClaim, ...]:
    claims = [(read_markup_day(_text(o.get("datePublished"))), "datePublished of the page's JSON-LD") for o in data]
    claims += [(read_markup_day(metas.get(name)), f"{name} of the page's head") for name in element_names().date_metas]
    for node in root.iter("time", "span", "abbr", "div"):
        if (node.get("itemprop") or "").lower() == "datepublished" or (node.tag == "time" and node.get("pubdate") is not None):
            claims.append((read_markup_day(node.get("datetime") or node.get("content")), "datePublished of the page's markup"))
    return tuple(dict.fromkeys(DateClaim(day, f"marked up as {where}") for day, where in claims if day))


def strip_outlet(title: str, publisher: str | None) -> str:
    """The title without the outlet's name at its end or start.

    >>> strip_outlet("Snow closes road | Harbour Post", "Harbour Post"), strip_outlet("Aid - what next?", None)
    ('Snow closes road', 'Aid - what next?')
    """
    parts = _TITLE_JOINTS.split(title)
    if len(parts) < 2:
        return title
    name = re.sub(r"\W|^the ", "", (publisher or "").casefold())
    for part, rest in ((parts[-1], title[: title.rfind(parts[-1])]), (parts[0], title[len(parts[0]) :])):
        own = re.sub(r"\W|^the ", "", part.casefold())
        if own and name and (own in name or name in own):
            return strip_outlet(re.sub(r"^[\s|–—·•»:-]+|[\s|–—·•»:-]+$", "", rest), publisher)
    return title


def read_page_facts(root: etree._Element) -> PageFacts:
    """Gather title, outlet, address and days of publication from head, JSON-LD and microdata, the plainest first."""
    metas, data = _metas(root), _linked_data(root)
    publisher = next((metas[name] for name in element_names().site_metas if name in metas and "/" not in metas[name]), None)
    publisher = metas.get("og:site_name") or next((p for o in data if (p := _text(o.get("publisher")))), None) or publisher
    others = (metas.get(name) for name in element_names().title_metas[1:])
    titles = [metas.get("og:title"), *(_text(o.get("headline")) for o in data), *others]
    head = root.find(".//title")
    titles.append(" ".join("".join(head.itertext()).split()) if head is not None else None)
    title = next((t for t in titles if t), None)
    links = [link.get("href") for link in root.iter("link") if "canonical" in (link.get("rel") or "").lower().split()]
    url = next((u.strip() for u in [*links, metas.get("og:url")] if u and re.match(r"https?://[^\s/]+\S*$", u.strip())), None)
    return PageFacts(title=strip_outlet(title, publisher) if title else None, publisher=publisher, url=url, dates=_dates(root, metas, data))
