"""The table of accessibility is what the tests prove, and nothing more."""

import runpy
from typing import Any

from kiosk.config import ROOT

TABLE = runpy.run_path(str(ROOT / "script" / "accessibility-table"))
CLAUSES: list[dict[str, Any]] = [clause for part in TABLE["clauses"]() for clause in part["clauses"]]
BY_SOFTWARE = {clause["number"]: clause for clause in CLAUSES if clause["by"] == "software"}
NEEDS = {"software": None, "hardware": "look", "site": "look", "none": "why"}


def test_each_clause_stands_once_and_says_how_it_is_met() -> None:
    assert len(CLAUSES) >= 61
    assert len({clause["number"] for clause in CLAUSES}) == len(CLAUSES)
    assert [clause["number"] for clause in CLAUSES if (needed := NEEDS[clause["by"]]) and not clause.get(needed)] == []


def test_what_software_can_meet_is_proved_by_a_test_or_says_what_it_lacks() -> None:
    proved = TABLE["proofs"]()
    assert [number for number, clause in BY_SOFTWARE.items() if number not in proved and "lacks" not in clause] == []


def test_each_test_that_proves_a_clause_proves_one_that_is_listed() -> None:
    assert TABLE["proofs"]().keys() - BY_SOFTWARE.keys() == set()


def test_a_clause_that_lost_its_proof_is_not_met_any_more() -> None:
    number, clause = next((number, clause) for number, clause in BY_SOFTWARE.items() if "lacks" not in clause)
    assert TABLE["standing"](clause, TABLE["proofs"]()[number])[0] == "met"
    assert TABLE["standing"](clause | {"lacks": "its proof"}, [])[0] == "not met"


def test_the_page_is_that_of_these_tests() -> None:
    assert TABLE["PAGE"].read_text(encoding="utf-8") == TABLE["page"](), "run script/accessibility-table"
