"""Sentences that no claim was read from, each with the reason: nothing of the article's body is lost silently."""

from collections.abc import Iterable, Sequence

from sayso.claims.happenings import may_tell
from sayso.claims.triggers import read_words
from sayso.language.sentences import Sentence, sentences_of
from sayso.model.articles import Article, SetAside
from sayso.model.claims import Claim

_NO_STATEMENT = "no claim: a question or a heading"
_NO_WORDS = "no claim: no words that tell of an event"


def list_unread(article: Article, claims: Sequence[Claim]) -> tuple[SetAside, ...]:
    """Sentences of the body that no claim touches, with the reason.

    >>> from sayso.model.articles import Block, Published
    >>> text = "It was a grey day."
    >>> article = Article(article_id="a", digest="", publisher=None, url=None, title=None, language="en", outcome="read", why=None,
    ...     published=Published(), text=text, blocks=(Block(kind="paragraph", start=0, end=len(text)),))
    >>> [aside.reason for aside in list_unread(article, ())]
    ['no claim: no words that tell of an event']
    """
    return tuple(_set_aside(article, claims))


def _set_aside(article: Article, claims: Sequence[Claim]) -> Iterable[SetAside]:
    told = sorted((c.start, c.end) for c in claims)
    for sentence in sentences_of(article):
        if not any(start < sentence.end and sentence.start < end for start, end in told):
            yield SetAside(sentence.start, sentence.end, _reason(article, sentence))


def _reason(article: Article, sentence: Sentence) -> str:
    if not may_tell(article, sentence):
        return _NO_STATEMENT
    _, triggers = read_words(article.text, (sentence.start, sentence.end))
    classes = sorted({trigger.rule.event for trigger in triggers})
    return f"no claim: its words hint at {', '.join(classes)}, too weakly to count" if classes else _NO_WORDS
