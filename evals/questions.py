"""All questions, in the order in which they are asked."""

from collections.abc import Mapping

from evals.claims.run import QUESTION as CLAIMS
from evals.coders.run import QUESTION as CODERS
from evals.figures.run import QUESTION as FIGURES
from evals.merges.run import QUESTION as MERGES
from evals.merging.run import QUESTION as MERGING
from evals.outside.run import QUESTION as OUTSIDE
from evals.pages.run import QUESTION as PAGES
from evals.parties.run import QUESTION as PARTIES
from evals.places.run import QUESTION as PLACES
from evals.protection.run import QUESTION as PROTECTION
from evals.question import Question
from evals.resolution.run import QUESTION as RESOLUTION
from evals.sources.run import QUESTION as SOURCES
from evals.times.run import QUESTION as TIMES

QUESTIONS: Mapping[str, Question] = {
    "claims": CLAIMS,
    "outside": OUTSIDE,
    "pages": PAGES,
    "places": PLACES,
    "resolution": RESOLUTION,
    "times": TIMES,
    "sources": SOURCES,
    "figures": FIGURES,
    "parties": PARTIES,
    "merging": MERGING,
    "protection": PROTECTION,
    "coders": CODERS,
    "merges": MERGES,
}
