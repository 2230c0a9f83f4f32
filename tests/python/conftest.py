"""What the suites share."""

from __future__ import annotations

import pathlib

import pytest

import lkip

ROOT = pathlib.Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def root() -> pathlib.Path:
    """The root of the project."""
    return ROOT


@pytest.fixture(scope="session")
def kaltim() -> lkip.RuleSet:
    """The rules of a report without a scale."""
    return lkip.rule_set("setda-kaltim-2021")


@pytest.fixture(scope="session")
def biro() -> lkip.RuleSet:
    """The rules of a report with a scale."""
    return lkip.rule_set("biro-umum-ntt-2021")
