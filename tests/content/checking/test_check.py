"""Each fault is found, named with its place, and comes with its mend."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.content.build import build
from kiosk.content.checking.check import check
from kiosk.errors import SourceError
from tests.helpers.sources import Folder, minimal, write


def put(path: str, value: object) -> Callable[[Folder], None]:
    """A change of one value; the path is file, then keys, parted by spaces."""

    def change(folder: Folder) -> None:
        name, *keys, last = path.split(" ")
        place = folder[name]
        for key in keys:
            place = place[int(key)] if isinstance(place, list) else place[key]
        if value is None:
            del place[last]
        else:
            place[int(last) if isinstance(place, list) else last] = value

    return change


K9 = "pavilions/k9.yaml"
CNIE = "services/cnie.yaml"


def test_the_minimal_folder_is_clean(tmp_path: Path) -> None:
    assert check(write(tmp_path / "sources")) == []


@pytest.mark.parametrize(
    ("change", "file", "field", "what"),
    [
        (put(f"{K9} name fr", None), K9, "pavilion:k9 name.fr", "missing"),
        (put(f"{K9} what_to_see 0 text ar", "  "), K9, "statement:pavilion:k9/what_to_see/1 text.ar", "missing"),
        (put(f"{K9} picture_alt", None), K9, "picture_alt", "is missing"),
        (put(f"{K9} what_it_is 0 sources", []), K9, "statement:pavilion:k9/what_it_is/1 sources", "empty"),
        (put(f"{K9} what_it_is 0 sources", ["S9"]), K9, "statement:pavilion:k9/what_it_is/1 sources", "S9"),
        (put(f"{K9} services 0", "passport"), K9, "pavilion:k9 services", "service:passport"),
        (put(f"{CNIE} situations 0 evidence 0", "photos9"), CNIE, "situation:cnie/first evidence", "document:photos9"),
        (put(f"{K9} icon", "siren"), K9, "pavilion:k9 icon", "siren"),
        (put(f"{CNIE} audiences", []), CNIE, "service:cnie audiences", "no filter"),
        (put(f"{K9} name fr", "x" * 43), K9, "pavilion:k9 name.fr", "43 characters"),
        (put(f"{K9} summary en", "x" * 141), K9, "pavilion:k9 summary.en", "141 characters"),
        (put(f"{K9} name ar", "شرطة \u200fهنا"), K9, "pavilion:k9 name.ar", "hidden"),
        (put(f"{K9} name ar", "Police"), K9, "pavilion:k9 name.ar", "letters of 'ar'"),
        (put(f"{K9} name fr", "شرطة"), K9, "pavilion:k9 name.fr", "letters of 'fr'"),
        (put(f"{K9} summary ar", "افتحوا (الباب"), K9, "pavilion:k9 summary.ar", "unevenly"),
        (put(f"{K9} summary ar", "الرقم ١٩"), K9, "pavilion:k9 summary.ar", "Arabic-Indic"),
        (put(f"{K9} takeaways 1 site", "old"), K9, "takeaway:k9/2 site", "must not become a code"),
        (put(f"{K9} takeaways 0 number", "190"), K9, "takeaway:k9/1 target", "emergency:190"),
        (put(f"{K9} id", "dogs"), K9, "id", "'dogs'"),
        (put(f"{K9} flavour", "red"), K9, "flavour", "is no field here"),
        (put(f"{CNIE} costs 0 sources", []), CNIE, "cost:cnie/adult sources", "empty"),
        (put("documents.yaml documents", []), CNIE, "situation:cnie/first evidence", "document:photos4"),
        (put("demonstrations/k9_show.yaml slots 0 start", "noon"), "demonstrations/k9_show.yaml", "slots.0.start", "time"),
    ],
)
def test_a_fault_is_named_with_its_file_and_field(
    tmp_path: Path, change: Callable[[Folder], None], file: str, field: str, what: str
) -> None:
    findings = check(write(tmp_path / "sources", change))
    assert any(f.file == file and f.field == field and what in f.message and f.mend for f in findings), findings


def test_two_shows_in_one_place_at_one_time_are_found(tmp_path: Path) -> None:
    def change(folder: Folder) -> None:
        slots = folder["demonstrations/k9_show.yaml"]["slots"]
        slots.append({**slots[0], "id": "b", "start": "10:45", "end": "11:15"})

    (finding,) = check(write(tmp_path / "sources", change))
    assert "overlaps slot:k9_show/a" in finding.message


@pytest.mark.parametrize(
    ("days", "found"), [((None, None), 1), (("2027-02-20", "2027-02-21"), 1), (("2027-02-20", "2027-02-20"), 0)]
)
def test_a_show_of_the_night_has_its_place_after_midnight_too(
    tmp_path: Path, days: tuple[str | None, str | None], found: int
) -> None:
    def change(folder: Folder) -> None:
        slots = folder["demonstrations/k9_show.yaml"]["slots"]
        slots[0].update(day=days[0], start="23:30", end="00:40")
        slots.append({**slots[0], "id": "b", "day": days[1], "start": "00:30", "end": "01:00"})

    findings = [finding for finding in check(write(tmp_path / "sources", change)) if finding.level == "error"]
    assert ["overlaps" in finding.message for finding in findings] == [True] * found


@pytest.mark.parametrize(
    ("name", "content", "what"),
    [
        (K9, b"id: [", "not YAML"),
        (K9, b"id: \xff", "not UTF-8"),
        ("surprise.yaml", b"a: 1", "no source file of ours"),
        (K9, b"!!python/object/apply:os.system ['true']", "not YAML"),
    ],
)
def test_a_broken_file_is_named_and_the_others_are_still_checked(tmp_path: Path, name: str, content: bytes, what: str) -> None:
    folder = write(tmp_path / "sources", put("editions/edition_1.yaml slogan en", None))
    (folder / name).write_bytes(content)
    findings = check(folder)
    assert any(f.file == name and what in f.message for f in findings), findings
    assert any(f.file == "editions/edition_1.yaml" for f in findings), findings


@pytest.mark.parametrize("name", sorted(n for n in minimal() if "/" not in n))
def test_a_missing_list_is_named(tmp_path: Path, name: str) -> None:
    findings = check(write(tmp_path / "sources", lambda folder: folder.pop(name)))
    assert any(f.file == name and "missing" in f.message for f in findings)


def test_a_plan_that_is_no_file_is_not_taken_for_none(tmp_path: Path) -> None:
    folder = write(tmp_path / "sources")
    (folder / "venue.yaml").unlink(missing_ok=True)
    os.mkfifo(folder / "venue.yaml")
    assert [(f.file, "cannot be read" in f.message) for f in check(folder)] == [("venue.yaml", True)]


def test_sources_with_dangling_references_are_not_built(tmp_path: Path) -> None:
    folder = write(tmp_path / "sources", put(f"{K9} services 0", "passport"))
    with pytest.raises(SourceError, match="lead nowhere"):
        build(folder, tmp_path / "content.db")
    assert not (tmp_path / "content.db").exists()


def test_the_same_fault_is_found_in_the_database(tmp_path: Path) -> None:
    folder = write(tmp_path / "sources", put(f"{K9} summary ar", "الرقم ١٩"))
    build(folder, tmp_path / "content.db")
    finding, unvocalised = check(tmp_path / "content.db")
    assert finding.field == unvocalised.field == "pavilion:k9 summary.ar"
    assert "Arabic-Indic" in finding.message
    assert "not vocalised: الرقم" in unvocalised.message
