"""A text without full stops is one sentence with hundreds of triggers, figures and speakers: each is looked at once."""

from types import SimpleNamespace

from sayso.claims.company import Company, company_of
from sayso.claims.features import describe_trigger, look_at, profile_of
from sayso.claims.lexicon import load_lexicon
from sayso.claims.speakers import nest
from sayso.model.mentions import Attribution
from tests.claims.reports import tokens_of


class Seen:
    """A happening that counts how often it is asked what it points at."""

    def __init__(self, at, event="casualties"):
        self.sentence, self.at, self.asked = (0, 10_000), at, 0
        self.happening = SimpleNamespace(event=event)

    def points(self, role, span):
        """Point at the figure right behind."""
        self.asked += 1
        return 0.9 if span[0] == self.at + 1 else 0.1

    def distance(self, one):
        """Count characters."""
        return abs(one.start - self.at)

    def holds(self, one):
        """Hold the figure right behind."""
        return one.start == self.at + 1


def test_every_happening_of_a_sentence_is_asked_once_for_a_figure():
    views = [Seen(at) for at in range(0, 100, 10)]
    companies = company_of(views)
    figure = SimpleNamespace(start=31, end=32)
    told = {company.shared(figure) for company in companies for _ in range(3)}
    assert [view.asked for view in views] == [1] * 10
    assert [(one.nearest, one.holders, one.highest > 0 > one.next_highest) for one in told] == [(1, 1, True)]


def test_the_rivals_of_a_happening_are_the_others():
    views = [Seen(0, "strike"), Seen(5, "battle"), Seen(9, "battle")]
    company = Company(views)
    assert [company.rivals_of(view) for view in views] == [("battle",), ("strike", "battle"), ("strike", "battle")]


def test_a_very_long_sentence_falls_into_several_companies():
    views = [Seen(at) for at in range(400)]
    sizes = [len(company.views) for company in company_of(views)]
    assert len(sizes) == 400
    assert max(sizes) < 400


def test_what_is_seen_of_a_trigger_does_not_grow_with_its_sentence():
    def seen(times):
        scene = look_at(tokens_of("killed " * times), load_lexicon())
        return describe_trigger(scene, scene.triggers[len(scene.triggers) // 2], profile_of([scene]))

    assert seen(300) == seen(1_200)


def test_speech_in_speech_points_to_the_smallest_around_it():
    ends = 4 * 300
    told = [Attribution(source=((at, at + 1),), cue=((at + 1, at + 2),), content=((at + 3, ends),)) for at in range(0, ends - 4, 4)]
    assert [said.within for said in nest(told)] == [None, *range(len(told) - 1)]
