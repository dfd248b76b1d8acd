"""The table of what published outputs keep back."""

import re
from typing import get_args

import msgspec
import pytest

from sayso.knowledge.protection import ProtectionTable, load_protection
from sayso.knowledge.tables import read_table
from sayso.model.vocabulary import EVENT_CLASSES, SourceKind


def test_every_class_and_kind_of_source_has_general_words():
    table = load_protection()
    assert set(table.tells_of) == set(EVENT_CLASSES)
    assert {"witness", "anonymous"} <= set(table.roles_by_kind) <= set(get_args(SourceKind))


def test_private_speakers_are_no_bodies():
    assert {"witness", "anonymous", "unspecified"}.isdisjoint(load_protection().bodies)


def test_the_delay_of_deployments_is_at_least_three_days():
    assert load_protection().hours_before_published >= 72
    assert "deployment" in load_protection().deployment_classes


def test_small_counts_start_above_one():
    assert load_protection().small_count > 1


@pytest.mark.parametrize("field", ["sites", "sexual_violence", "minors", "columns", "first_person"])
def test_words_to_look_for_are_patterns(field):
    words = getattr(load_protection(), field)
    assert words
    assert [w for w in words if re.compile(w).search("")] == []


def test_a_misspelt_heading_is_refused():
    with pytest.raises(msgspec.ValidationError, match="minor"):
        msgspec.convert({**read_table("protection"), "minor": []}, ProtectionTable)
