"""`kiosk guide`: a list without the kiosk, and errors that say what to answer."""

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from kiosk.cli import main
from kiosk.config import ROOT
from kiosk.content.store import ContentStore
from kiosk.domain.guide import walks

LOSS = ["reason=loss", "age=8", "home=abroad", "companion=father"]


def run(*answers: str, service: str = "cnie", more: tuple[str, ...] = ("--lang", "fr", "--json")) -> int:
    return main(["guide", "run", service, *(part for answer in answers for part in ("--answer", answer)), *more])


def test_a_list_is_printed_for_programs_and_for_people(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*LOSS) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["documents"] == ["consular", "photos4", "sworn", "preform", "minor_present", "rep_card"]
    assert [fee["amount"] for fee in told["fees"]] == [50]
    assert told["situations"] == ["loss_theft_damage", "minor", "mre"]
    assert told["confirm"] and told["sources"] and told["channels"] and told["processing_time"] is None
    assert run(*LOSS, more=("--lang", "ar")) == 0
    assert told["resume_code"] in capsys.readouterr().out


@pytest.mark.parametrize(
    ("answers", "what"),
    [
        (["colour=red"], "there is no question 'colour'"),
        (["reason=lost"], "'lost' is no answer to 'reason'; answer one of first, renewal"),
        (["reason=loss", "age=old"], "'old' is no answer to 'age'; answer a whole number from 0 to 120"),
        (["reason=loss", "age=-1"], "'-1' is no answer"),
        (["reason=loss", "age=121"], "121 is no answer"),
        (["reason=loss", "age=١٢"], "is no answer"),
        (["reason=loss", "age=" + "9" * 5000], "is no answer"),
        (["reason"], "KEY=VALUE"),
        ([], "'reason' is not answered"),
        (["reason=loss", "age=8"], "'home' is not answered; answer one of morocco, abroad"),
        (["reason=loss", "reason=first"], "answered both 'loss' and 'first'"),
        ([*LOSS, "nationality=doubt"], "nationality is not asked"),
    ],
)
def test_answers_that_do_not_fit_are_named_with_what_fits(
    capsys: pytest.CaptureFixture[str], answers: list[str], what: str
) -> None:
    assert run(*answers) == 7
    out, error = capsys.readouterr()
    assert out == "" and error.count("\n") == 1
    assert what in error


@pytest.mark.parametrize("command", ["run", "show", "draw"])
def test_an_unknown_service_is_named_with_those_there_are(capsys: pytest.CaptureFixture[str], command: str) -> None:
    more = ["--situation", "first"] if command == "show" else []
    assert main(["guide", command, "passport", *more]) == 4
    assert "no guide of 'passport'; choose accident, cnie" in capsys.readouterr().err


def test_every_situation_is_shown_by_the_dossiers_identifiers(capsys: pytest.CaptureFixture[str]) -> None:
    with ContentStore.open(ROOT / "content.db") as store:
        services = [store.public_service(guide.service) for guide in store.guides()]
    for service in services:
        name = service.head.card.identifier.removeprefix("service:")
        for situation in service.situations:
            assert main(["guide", "show", name, "--situation", situation.identifier, "--lang", "en", "--json"]) == 0
            told = json.loads(capsys.readouterr().out)
            assert told["situation"] == situation.identifier
            assert [f"document:{paper}" for paper in told["documents"]] == [paper.identifier for paper in situation.evidence]
            assert told["channels"]
    assert main(["guide", "show", "cnie", "--situation", "none"]) == 4
    assert "choose first" in capsys.readouterr().err


def test_an_unknown_language_is_a_wrong_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*LOSS, more=("--lang", "de")) == 2
    assert "written in ar, fr, en" in capsys.readouterr().err


@pytest.mark.parametrize("tag", ["ar", "fr"])
def test_a_drawing_holds_every_question_outcome_and_answer(tmp_path: Path, capsys: pytest.CaptureFixture[str], tag: str) -> None:
    with ContentStore.open(ROOT / "content.db") as store:
        for guide in store.guides():
            target = tmp_path / "guide.svg"
            assert main(["guide", "draw", guide.service, "--out", str(target), "--lang", tag]) == 0
            root = ET.parse(target).getroot()
            assert root.get("direction") == ("rtl" if tag == "ar" else "ltr")
            drawn = {group.get("id") for group in root.iter("{http://www.w3.org/2000/svg}g")}
            expected = {question.identifier for question in guide.questions}
            expected |= {f"outcome:{outcome.identifier}" for outcome in guide.outcomes}
            expected |= {f"amendment:{amendment.identifier}" for amendment in guide.amendments}
            assert drawn == expected
            steps = {(a.identifier, b.identifier) for way in walks(guide) for a, b in zip(way.asked, way.asked[1:], strict=False)}
            arrows = len(list(root.iter("{http://www.w3.org/2000/svg}path")))
            assert arrows >= len(steps) + len(guide.outcomes)
    capsys.readouterr()
    assert main(["guide", "draw", "cnie", "--lang", tag]) == 0
    assert ET.fromstring(capsys.readouterr().out).tag.endswith("svg")


def test_a_drawing_that_cannot_be_written_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["guide", "draw", "cnie", "--out", str(tmp_path / "none" / "x.svg")]) == 14
    assert "cannot be written" in capsys.readouterr().err
