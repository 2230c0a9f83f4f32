"""Reading and writing numbers, categories, the catalogue and the codes."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

import lkip


def test_reading() -> None:
    r = lkip.read_number("Rp 1.250.000,-")
    assert (r.state, r.style, r.rupiah, r.percent) == ("number", "indonesian", True, False)
    assert r.value == 1250000 and isinstance(r.value, Decimal)
    r = lkip.read_number("66,00 (peringkat 4)")
    assert (str(r.value), r.annotation, r.unit, r.footnote) == ("66.00", "peringkat 4", None, None)
    r = lkip.read_number("1 orang")
    assert (str(r.value), r.unit, r.style) == ("1", "orang", None)
    r = lkip.read_number("90-100%")
    assert (r.state, str(r.low), str(r.high), r.value, r.percent) == ("range", "90", "100", None, True)
    r = lkip.read_number("< 20")
    assert (r.state, r.relation, str(r.value)) == ("bound", "below", "20")
    assert [lkip.read_number(text).state for text in ("", "-", "NA")] == ["blank", "dash", "not_available"]
    assert lkip.read_number(Decimal("1.250")).value == Decimal("1.250")
    assert lkip.read_number("1.250", style="international").to_dict()["value"] == "1.250"


def test_column() -> None:
    column = lkip.read_numbers(["3.095", "90,00", "375.000.00", None], language="en")
    assert (column.style, len(column), len(column.cells)) == ("indonesian", 4, 4)
    assert list(column) == list(column.cells)
    first, _, refused, blank = column.cells
    assert isinstance(first, lkip.Reading) and first.value == 3095
    assert isinstance(blank, lkip.Reading) and blank.state == "blank"
    assert isinstance(refused, lkip.LkipError) and column.errors == (refused,)
    assert (refused.code, refused.path) == ("malformed_number", "texts[2]")
    assert refused.to_dict() == column.to_dict()["cells"][2]


def test_writing() -> None:
    assert lkip.write_number(Decimal("1250000.50"), form="rupiah") == "Rp 1.250.000,50"
    assert lkip.write_number("1234.50", style="international") == "1,234.50"
    assert lkip.write_number(Decimal("98.40"), form="percent", language="en") == "98.40 %"
    assert lkip.in_words(1250, form="rupiah") == "seribu dua ratus lima puluh rupiah"
    with pytest.raises(lkip.LkipError) as refused:
        lkip.in_words(Decimal("0.125"), form="rupiah")
    assert refused.value.code == "too_many_decimals"


def test_classify() -> None:
    scale = lkip.scale("sakip-predicate")
    assert lkip.classify(Decimal("90.01"), scale=scale).code == lkip.classify("90,01", scale=scale.id).code == "aa"
    assert lkip.classify(90, scale=scale.data) == lkip.classify(90, scale=scale)
    assert lkip.classify(70, rules="biro-umum-ntt-2021").label == "Berhasil"
    outside = lkip.classify(101, scale=scale, language="en")
    assert (outside.outcome, outside.code, outside.label, outside.rank) == ("not_computable", None, None, None)
    assert outside.reason is not None and outside.reason.code == "outside_scale" and "101" in str(outside)
    with pytest.raises(lkip.LkipError) as refused:
        lkip.classify(70, rules="setda-kaltim-2021")
    assert refused.value.code == "scale_missing"


def test_catalogue() -> None:
    sets, scales = lkip.rule_sets(), lkip.scales()
    assert [entry["id"] for entry in sets.to_dict()["rule_sets"]] == [rules.id for rules in sets]
    assert [entry["id"] for entry in scales.to_dict()["scales"]] == [scale.id for scale in scales]
    both: list[tuple[Any, Any]] = [(sets, lkip.rule_set), (scales, lkip.scale)]
    for group, one in both:
        for place, entry in enumerate(group):
            assert entry == one(entry.id) == group[entry.id] == group[place] == group[place - len(group)]
            assert entry.id in group and entry in group
            assert set(entry.title) == {"id", "en"} and all(entry.title.values())
            assert entry.citations and entry.verified == (entry.to_dict()["verified"])
            assert {citation.verified for citation in entry.citations} <= {True, False}
        assert "x" not in group and 5 not in group
        for key, error in (("x", KeyError), (len(group), IndexError), (-len(group) - 1, IndexError), (1.5, TypeError)):
            with pytest.raises(error):
                group[key]


def test_rule_set_of_ones_own(kaltim: lkip.RuleSet) -> None:
    data = kaltim.data | {"id": "ours", "scale": "itkp"}
    ours = lkip.rule_set(data)
    assert (ours.id, ours.scale, ours.overridden) == ("ours", lkip.scale("itkp"), ())
    assert lkip.rule_set(ours.data) == ours == lkip.rule_set(ours)
    assert ours.fingerprint != kaltim.fingerprint
    data["scale"] = "gone"
    assert ours.scale == lkip.scale("itkp")
    with pytest.raises(lkip.LkipError) as refused:
        lkip.rule_set(kaltim.data | {"rounding": {"mode": "up", "places": 11}, "colour": "red"}, language="en")
    assert {(e.code, e.path) for e in refused.value.errors} == {
        ("unknown_choice", "rules.rounding.mode"),
        ("places_out_of_range", "rules.rounding.places"),
        ("unknown_field", "rules.colour"),
    }


def test_scale_of_ones_own() -> None:
    data = lkip.scale("itkp").data
    assert lkip.scale(data) == lkip.scale("itkp") == lkip.scale(lkip.scale("itkp"))
    data["categories"][1]["to"] = "89"
    with pytest.raises(lkip.LkipError) as refused:
        lkip.scale(data, language="en")
    assert refused.value.code == "scale_gap" and "89" in refused.value.message


def test_codes() -> None:
    codes = lkip.codes()
    assert codes.to_dict() == lkip.answer({"op": "codes"})
    for infos, entries in ((codes.errors, codes.to_dict()["errors"]), (codes.reasons, codes.to_dict()["reasons"])):
        assert len(infos) == len(entries) > 10
        for info, entry in zip(infos, entries, strict=True):
            assert (info.code, info.meaning, info.id, info.en) == (
                entry["code"],
                entry["meaning"],
                entry["id"],
                entry["en"],
            )
            assert info.input == entry.get("input")
    assert {info.input for info in codes.errors} == {None}
