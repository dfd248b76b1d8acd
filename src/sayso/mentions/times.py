"""Time expressions of an article, each with its TIMEX3 value and, where the words and the day of publication settle them, its days."""

import re
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from sayso.knowledge.letters import plain_letters
from sayso.mentions import times_dates, times_feasts, times_parts, times_relative, times_spans, times_weekdays
from sayso.mentions.times_calendar import Days, date_precision, edtf_of
from sayso.mentions.times_history import Narrative, day_of_passage, is_history, may_be_history
from sayso.mentions.times_patterns import TRIGGERS
from sayso.mentions.times_printed import last_printed_day
from sayso.mentions.times_ranges import join_ranges
from sayso.mentions.times_reading import Anchor, Found, Reading, Rule, Setting, resolve
from sayso.model.articles import Article, Block, Span
from sayso.model.mentions import TimeMention, TimeRange
from sayso.model.vocabulary import BODY_KINDS

RULES: tuple[Rule, ...] = (
    *times_dates.RULES,
    *times_feasts.RULES,
    *times_parts.RULES,
    *times_weekdays.RULES,
    *times_relative.RULES,
    *times_spans.RULES,
)
_TELLS_NO_DATE = ("now", "recent", "recently")
_NEAR_DAYS = ("weekday", "weekday part", "near day", "this morning", "overnight")
_SEEN_FROM_PASSAGES = ("month", "season")
"""Triggers of the rules whose dates a passage on the past places; "last year" is seen from publication there too."""
_MEMORY = 600
"""Characters after which a date told earlier no longer anchors "the next day" or "that year"."""
_SINCE = re.compile(
    r"\bsince\s+(?:(?:[^\s.,;:!?\"“”()]+\s+){0,16}|[^.;:!?\"“”()]{1,140}\b(?:began|started|erupted|broke\s+out|start|beginning|launch|onset)\s+(?:of\s+\w+\s+)?(?:(?:in|on)\s+)?)$",
    re.IGNORECASE,
)
_SO_FAR = re.compile(r"\b(?:so far|already|to date),? (?:in )?$", re.IGNORECASE)
_RANKED = re.compile(
    r"\b(?:first|worst|largest|biggest|only|deadliest|highest|lowest|time|heaviest|fiercest)\b[^.;:!?]{0,60}\bsince\b[^.;:!?]*$",
    re.IGNORECASE,
)
"""Before "since" in "the worst attack since 2013": it dates another event, not a stretch."""
_AROUND, _FAR_ON = 120, 200
"""Characters before and after a word that dates have in which a date with it may begin, and those that are read on from there."""


def _stretches(text: str, block: Block) -> Mapping[str, Sequence[Span]]:
    """Where a date may begin, by the kind of word that it must hold, in order; stretches that touch are one."""
    near: dict[str, list[Span]] = {}
    for match in TRIGGERS.finditer(text, block.start, block.end):
        start, end = max(block.start, match.start() - _AROUND), min(block.end, match.end() + _AROUND)
        for kind in ("tick", "clock") if match.lastgroup == "tick" else (str(match.lastgroup),):
            row = near.setdefault(kind, [])
            if row and start <= row[-1][1]:
                row[-1] = (row[-1][0], end)
            else:
                row.append((start, end))
    return near


def _candidates(text: str, block: Block, anchor: Anchor) -> Iterator[tuple[int, int, Rule, re.Match[str]]]:
    folded = text[block.start : block.end].casefold()
    near = _stretches(text, block)
    for rule in RULES:
        if rule.trigger in near and rule.needs in folded:
            for match in _matches(rule.pattern, text, near[rule.trigger], block.end):
                end = match.start() + len(match.group().rstrip())
                if rule.accept is None or rule.accept(match, Setting(text, match.start(), end, anchor)):
                    yield match.start(), end, rule, match


def _matches(pattern: re.Pattern[str], text: str, stretches: Sequence[Span], limit: int) -> Iterator[re.Match[str]]:
    """The matches of a pattern that begin in one of some stretches, none overlapping another."""
    done = 0
    for start, end in stretches:
        for match in pattern.finditer(text, max(start, done), min(limit, end + _FAR_ON)):
            if match.start() > end:
                break
            done = match.end()
            yield match


def _longest(found: list[tuple[int, int, Rule, re.Match[str]]]) -> list[tuple[int, int, Rule, re.Match[str]]]:
    """Of overlapping matches the longest, of equal ones the rule that stands first; matches are weighed where they touch."""
    kept: list[tuple[int, int, Rule, re.Match[str]]] = []
    cluster: list[tuple[int, int, Rule, re.Match[str]]] = []
    reach = 0
    for one in sorted(found, key=lambda f: f[0]):
        if cluster and one[0] >= reach:
            kept += _longest_of(cluster)
            cluster = []
        cluster.append(one)
        reach = max(reach, one[1])
    return kept + _longest_of(cluster)


def _longest_of(cluster: list[tuple[int, int, Rule, re.Match[str]]]) -> list[tuple[int, int, Rule, re.Match[str]]]:
    kept: list[tuple[int, int, Rule, re.Match[str]]] = []
    for one in sorted(cluster, key=lambda f: (f[0] - f[1], f[0], RULES.index(f[2]))):
        if all(one[1] <= other[0] or other[1] <= one[0] for other in kept):
            kept.append(one)
    return sorted(kept, key=lambda f: f[0])


def _read_block(text: str, block: Block, anchor: Anchor, course: Narrative | None = None) -> list[Found]:
    read: list[Found] = []
    for start, end, rule, match in _longest(list(_candidates(text, block, anchor))):
        told = _told_before(text, start, read)
        passed = read[-1] if read and rule.trigger in _SEEN_FROM_PASSAGES else None
        narrated = course.day if course else day_of_passage(text, start, passed, anchor.published)
        setting = Setting(text, start, end, anchor, told, narrated=narrated)
        read.append(Found(start, end, rule, match, resolve(rule, match, setting)))
        if course and _tells_date(read[-1]):
            course.go_on(read[-1].reading, text[max(block.start, start - 40) : start], heading=block.kind == "heading")
    return [_with_day_beside(text, index, read, anchor) for index in range(len(read))]


def _told_before(text: str, start: int, read: list[Found]) -> Days | None:
    """The days of the last date that was told before, if near enough; "now" and lengths of time tell none."""
    for found in reversed(read):
        if start - found.end > _MEMORY:
            return None
        if found.reading.days and _tells_date(found):
            return found.reading.days
    return None


def _tells_date(found: Found) -> bool:
    return found.reading.type in ("DATE", "TIME") and found.rule.name not in _TELLS_NO_DATE


def _with_day_beside(text: str, index: int, read: list[Found], anchor: Anchor) -> Found:
    """An hour whose day is told only after it: "at 3 a.m. on 4 September"."""
    found = read[index]
    follows = read[index + 1] if index + 1 < len(read) else None
    if found.rule.name != "clock" or follows is None or follows.reading.days is None:
        return found
    if not re.fullmatch(r"[\s,]*(?:on\s+)?", text[found.end : follows.start]):
        return found
    setting = Setting(text, found.start, found.end, anchor, follows.reading.days)
    return Found(found.start, found.end, found.rule, found.match, resolve(found.rule, found.match, setting))


def _read_whole(text: str, block: Block, anchor: Anchor, course: Narrative | None = None) -> list[Found]:
    return join_ranges(text, _read_block(text, block, anchor, course), anchor)


def _since(text: str, found: Found, previous: int, anchor: Anchor) -> Reading:
    """ "Since 2011" runs from the first day of 2011 to the day of publication, in an undated text to the last day that it prints.

    Only the first date after "since" is its start.
    """
    reading, days = found.reading, found.reading.days
    until = anchor.calendar
    if until is None or days is None or days.first > until or not _tells_date(found):
        return reading
    lead, sentence = text[max(previous, found.start - 160) : found.start], text[max(0, found.start - 200) : found.start]
    so_far = _SO_FAR.search(lead) is not None and until <= days.last
    if not so_far and (not _SINCE.search(lead) or _RANKED.search(sentence)):
        return reading
    end = f"{until}, the day of publication" if anchor.published else anchor.named
    why = f"{'so far' if so_far else 'since then'}, up to {end} ({reading.why})"
    return msgspec.structs.replace(reading, days=Days(days.first, until), why=why)


def _mention(text: str, start: int, end: int, reading: Reading) -> TimeMention:
    days = reading.days
    mention = TimeMention(
        start=start,
        end=end,
        text=text[start:end],
        type=reading.type,
        value=reading.value,
        from_=days.first if days else None,
        to=days.last if days else None,
        edtf=edtf_of(days, reading.roughly) if days else None,
        date_prec=date_precision(days) if days else None,
        why=reading.why,
    )
    if not reading.ends:
        return mention
    return TimeRange(**msgspec.structs.asdict(mention), ends=tuple(_mention(text, *end) for end in reading.ends))


def find_times(article: Article) -> tuple[TimeMention, ...]:
    """List the time expressions of the body, in the order of the text, read against the day of publication.

    Without that day only absolute dates resolve, and those that leave out the year that the text prints with others; the rest stay, with
    their TIMEX3 value where it can be stated and a `why`.

    >>> import datetime as dt
    >>> from sayso.model.articles import Published
    >>> day, text = dt.date(2020, 1, 28), "Shells fell on Monday. In the past 12 days 90 died."
    >>> blocks = (Block(kind="paragraph", start=0, end=len(text)),)
    >>> article = Article(article_id="a", digest="", publisher=None, url=None, title=None, language="en", outcome="read", why=None,
    ...     published=Published(start=day, end=day, basis="given"), text=text, blocks=blocks)
    >>> [(m.text, str(m.from_), str(m.to), m.value) for m in find_times(article)]
    [('Monday', '2020-01-27', '2020-01-27', '2020-01-27'), ('the past 12 days', '2020-01-17', '2020-01-28', 'P12D')]
    """
    plain = msgspec.structs.replace(article, text=plain_letters(article.text))
    anchor, course = _anchor_of(plain)
    mentions: list[TimeMention] = []
    for block in article.blocks:
        if block.kind in BODY_KINDS:
            previous = block.start
            for found in _read_whole(plain.text, block, anchor, course):
                reading = _since(plain.text, found, previous, anchor)
                mentions.append(_mention(article.text, found.start, found.end, reading))
                previous = found.end
    return tuple(mentions)


def _anchor_of(article: Article) -> tuple[Anchor, Narrative | None]:
    """The day of publication, for an undated article the last day that any block prints with the year; the course of a history."""
    unread = Anchor(article.published.day)
    if article.published.day and not may_be_history(article.text, article.published.day):
        return unread, None
    blocks = [block for block in article.blocks if block.kind in _PRINTS_DATES]
    read = [found for block in blocks for found in _read_whole(article.text, block, unread)]
    if article.published.day:
        near_days = sum(found.rule.name in _NEAR_DAYS for found in read)
        history = is_history([f.reading for f in read], near_days, article.published.day)
        return unread, Narrative() if history else None
    past = [(f.start, f.reading) for f in read if not _is_ahead(Setting(article.text, f.start, f.end, unread))]
    return Anchor(None, last_printed_day(past)), None


_PRINTS_DATES = (*BODY_KINDS, "title", "standfirst", "byline", "dateline")
_ENDS_ON = re.compile(r"\b(?:until|till|by|before|up to|through|ends? on|ending|expires? on|to) (?:the )?$", re.IGNORECASE)


def _is_ahead(at: Setting) -> bool:
    """Whether a date is one that something is planned for or ends on: the text was not written after it."""
    return at.forward or _ENDS_ON.search(at.before) is not None
