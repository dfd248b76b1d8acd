"""Parties and places of an article together: its towns tell its country, which its parties need, and its parties are no places."""

from sayso.gazetteer import Gazetteer
from sayso.mentions.actors import find_actors
from sayso.mentions.article_country import countries_shown
from sayso.mentions.place_recognition import see_names
from sayso.mentions.places import find_places
from sayso.model.articles import Article
from sayso.model.mentions import ActorMention, PlaceMention


def find_parties_and_places(article: Article, gazetteer: Gazetteer) -> tuple[tuple[ActorMention, ...], tuple[PlaceMention, ...]]:
    """The parties and persons that an article names, and its places, each in the order of the text; its names are looked up once."""
    seen = see_names(article, gazetteer)
    actors = find_actors(article, countries_shown(s.name for s in seen))
    return actors, find_places(article, gazetteer, actors, seen)
