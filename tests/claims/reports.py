"""Short reports of one or two sentences, read whole or up to one stage; in the tests 28 January 2020 is a Tuesday and the day of publication."""

import datetime as dt
import functools

from sayso.claims.clause_view import view_clauses
from sayso.claims.happenings import find_happenings
from sayso.claims.hints import list_hints
from sayso.claims.sentence_frame import Sentence
from sayso.claims.speakers import find_attributions
from sayso.documents import DocumentOptions, Origin, read_text
from sayso.knowledge.phrases import split_words
from sayso.language.sentences import spans_of
from sayso.language.tokens import tokenize
from sayso.mentions.actors import find_actors
from sayso.mentions.quantities import find_figures
from sayso.mentions.times import find_times
from sayso.model.mentions import Mentions
from sayso.pipeline import TrainedReader, read_article
from sayso.reading.network import load_network

TUESDAY = dt.date(2020, 1, 28)
OUTLET = "The Plain"
SETTING = "Winters in Syria are mild. "
"""A sentence that sets the country, tells of no event, and keeps the rules of headlines from the next one."""


def article_of(text, published=TUESDAY, publisher=OUTLET):
    return read_text(text, origin=Origin(name="made"), options=DocumentOptions(published=published, publisher=publisher))


def read(text, gazetteer, **page):
    """The record of a text."""
    return read_article(article_of(text, **page), TrainedReader(gazetteer, load_network()), "small")


def claims_of(text, gazetteer, event=None, **page):
    """Claims of a text, of one class if given."""
    return [c for c in read(text, gazetteer, **page).claims if event in (None, c.event)]


def claim_of(text, gazetteer, event=None, **page):
    """The only claim of a text, or of a class in it."""
    (claim,) = claims_of(text, gazetteer, event, **page)
    return claim


def views_of(text, gazetteer, **page):
    """Every happening of a text as its slots see it."""
    article, record = article_of(text, **page), read(text, gazetteer, **page)
    sight = sight_of(article, record.mentions)
    happenings = find_happenings(article, record.mentions.actors, sight)
    return list(view_clauses(article, happenings, record.mentions, record.attributions, sight))


def view_of(text, gazetteer, event=None, **page):
    """The only happening of a text, or of a class in it, as its slots see it."""
    (view,) = [v for v in views_of(text, gazetteer, **page) if event in (None, v.happening.event)]
    return view


def sight_of(article, mentions):
    """What the network makes of an article."""
    by_rule = find_attributions(article, mentions.actors)
    return load_network().look_at(article.text, spans_of(article), list_hints(article, mentions, by_rule))


def mentions_of(article):
    """The mentions of an article but its places."""
    times = find_times(article)
    return Mentions(actors=find_actors(article), times=times, figures=find_figures(article, times))


def happenings_of(text):
    article = article_of(text)
    mentions = mentions_of(article)
    return find_happenings(article, mentions.actors, sight_of(article, mentions))


@functools.cache
def attributions_of(text, **page):
    article = article_of(text, **page)
    return find_attributions(article, find_actors(article))


def words_at(text, spans):
    """The words of each span."""
    return [text[start:end] for start, end in spans]


def tokens_of(text):
    return tokenize(text, (0, len(text)))


def frame_of(text, quotes=(), known=()):
    """A sentence made ready for attribution; `quotes` and `known` are words of it."""
    spans = [[(text.index(w), text.index(w) + len(w)) for w in row] for row in (quotes, known)]
    return Sentence(text, (0, len(text)), split_words(text), *spans)
