"""Reviewed tables of the package."""

import pytest

from sayso.knowledge.tables import read_table, table_names
from sayso.model.vocabulary import EVENT_CLASSES


@pytest.mark.parametrize("folder", ["events", "parties", "places", "english"])
def test_tables_of_a_folder_come_in_order_and_can_be_read(folder):
    names = table_names(folder)
    assert names
    assert list(names) == sorted(names)
    assert all(read_table(name) for name in names)


def test_every_class_of_event_has_a_table():
    assert {f"events/{event}" for event in EVENT_CLASSES} <= set(table_names("events"))


def test_a_table_that_does_not_exist():
    with pytest.raises(FileNotFoundError):
        read_table("events/picnic")


def test_a_table_is_read_once():
    assert read_table("countries") is read_table("countries")
