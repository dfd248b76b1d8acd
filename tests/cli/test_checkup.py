"""`sayso doctor` finds what is wrong and says what to do."""

import pytest

from sayso.cli.checkup import check_gazetteer, check_ledger, check_packages, check_python


def test_python_is_checked_against_the_oldest_that_will_do():
    assert [check_python(v).advice is None for v in ((3, 10), (3, 11), (3, 13))] == [False, True, True]


def test_every_package_that_sayso_needs_is_named_once_and_found():
    findings = list(check_packages())
    assert {"jinja2", "msgspec", "rich", "SQLAlchemy", "typer"} <= {f.checked for f in findings}
    assert len({f.checked for f in findings}) == len(findings)
    assert [f for f in findings if f.advice] == []


def test_a_missing_package_says_how_to_install_it(monkeypatch):
    monkeypatch.setattr("sayso.cli.checkup.requires", lambda name: ["no-such-package-here>=1.2,<3; python_version > '3'", "pytest; extra == 'dev'"])
    (finding,) = check_packages()
    assert (finding.checked, finding.found) == ("no-such-package-here", "not installed")
    assert "python -m pip install 'no-such-package-here>=1.2,<3'" in (finding.advice or "")


def test_a_missing_and_a_broken_gazetteer(tmp_path, small_gazetteer_path):
    (tmp_path / "broken").write_bytes(b"no database")
    assert check_gazetteer(small_gazetteer_path).advice is None
    assert "sayso gazetteer build" in (check_gazetteer(tmp_path / "none").advice or "")
    assert "sayso gazetteer build" in (check_gazetteer(tmp_path / "broken").advice or "")


def test_a_sound_a_missing_and_a_damaged_ledger(tmp_path, ledger):
    assert "articles 3" in check_ledger(str(ledger)).found
    assert check_ledger(str(ledger)).advice is None
    assert "make one with" in (check_ledger(str(tmp_path / "none")).advice or "")
    whole = ledger.read_bytes()
    (tmp_path / "damaged").write_bytes(whole[:8192] + bytes(len(whole) - 8192))
    assert check_ledger(str(tmp_path / "damaged")).advice


@pytest.mark.parametrize("form", ["table", "jsonl"])
def test_the_exit_status_tells_whether_all_is_well(run, ledger, small_gazetteer_path, form):
    well = run("doctor", "--ledger", ledger, "--gazetteer", small_gazetteer_path, "--format", form)
    ill = run("doctor", "--ledger", "nowhere", "--gazetteer", small_gazetteer_path, "--format", form)
    assert (well.status, ill.status) == (0, 1)
    assert ("fix" in ill.out) if form == "table" else [r["checked"] for r in ill.rows if r["advice"]] == ["ledger"]


def test_a_ledger_of_the_settings_is_checked(run, monkeypatch, small_gazetteer_path):
    monkeypatch.setenv("SAYSO_LEDGER", "nowhere")
    monkeypatch.setenv("SAYSO_GAZETTEER", str(small_gazetteer_path))
    assert [r["checked"] for r in run("doctor").rows if r["advice"]] == ["ledger"]
