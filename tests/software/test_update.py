"""An application release, from the wheels to the start: signed beside content, by any road, laid down, tried, gone back from."""

import shutil
import subprocess
from pathlib import Path

import pytest

from kiosk.errors import DamagedError, OlderError, ReleaseRefusedError, VerificationError
from kiosk.publishing.app_releasing import AppPublisher, AppShelf
from kiosk.publishing.release_sources import HttpSource
from kiosk.software.laying import HeldFiles
from kiosk.software.programs import System
from kiosk.software.starter import TRIES, complete_programs, link, read_pointer, write_pointer
from tests.helpers.apps import CRASHES, WORKS, Machine, program, published, wheel, wheelhouse
from tests.helpers.server import serving
from tests.helpers.workshop import Workshop


@pytest.fixture
def workshop(tmp_path: Path) -> Workshop:
    return Workshop(tmp_path / "workshop")


@pytest.fixture
def machine(workshop: Workshop, tmp_path: Path) -> Machine:
    machine = Machine(tmp_path / "machine", workshop.root)
    machine.install()
    return machine


def brought(machine: Machine, workshop: Workshop) -> str:
    machine.fetch(workshop.repository.folder)
    return machine.lay().name


def test_a_program_is_fetched_laid_down_and_started_when_the_kiosk_wants_it(workshop: Workshop, machine: Machine) -> None:
    release = published(workshop, "1.1", program("print('one point one')"))
    first = machine.programs.current
    assert machine.fetch(workshop.repository.folder).result == "fetched"
    laid = machine.lay()
    assert (laid.result, laid.version, machine.programs.current) == ("laid", "1.1", first)
    assert machine.choose().current == first  # nobody wants it yet
    assert machine.go_over().current == laid.name == release.name_of(release.bundles[0])
    said = subprocess.run([machine.programs.python(laid.name), "-P", "-m", "kiosk"], capture_output=True, text=True, check=True)
    assert said.stdout == "one point one\n"


def test_one_road_is_as_good_as_another(workshop: Workshop, machine: Machine, tmp_path: Path) -> None:
    """A server, a stick, and a neighbour that has it from the stick."""
    published(workshop, "1.1", program(WORKS))
    stick = tmp_path / "media" / "STICK"
    shutil.copytree(workshop.repository.folder, stick)
    other = Machine(tmp_path / "other", workshop.root)
    with serving(workshop.repository.folder) as server:
        names = [machine.fetch(HttpSource(server.address)).name, other.fetch(stick).name]
    third = Machine(tmp_path / "third", workshop.root)
    names.append(third.fetch(HeldFiles(other.state)).name)
    assert len(set(names)) == 1
    assert third.lay().name == names[0]


def test_a_changed_program_travels_as_a_patch_and_the_wheels_it_shares_do_not_travel(workshop: Workshop, machine: Machine) -> None:
    ballast = bytes(range(256)) * 4000
    published(workshop, "1.1", program(WORKS, ballast=ballast))
    machine.fetch(workshop.repository.folder)
    release = published(workshop, "1.2", program(WORKS + "# more\n", ballast=ballast))
    with serving(workshop.repository.folder) as server:
        machine.fetch(HttpSource(server.address))
        asked = set(server.asked)
    (own,) = (one for one in release.bundles[0].wheels if one.package == "jusur")
    (helper,) = (one for one in release.bundles[0].wheels if one.package == "helper")
    assert own.patches[0].blob.path in asked
    assert asked.isdisjoint({own.blob.path, helper.blob.path})
    assert machine.lay().version == "1.2"


def test_what_stops_half_way_goes_on_where_it_stopped(workshop: Workshop, machine: Machine) -> None:
    release = published(workshop, "1.1", program(WORKS))
    blob = release.bundles[0].wheels[0].blob
    part = machine.state / "software" / "staging" / f"{blob.sha256}.part"
    part.parent.mkdir(parents=True)
    part.write_bytes((workshop.repository.folder / blob.path).read_bytes()[:50])
    with serving(workshop.repository.folder) as server:
        result = machine.fetch(HttpSource(server.address))
    whole = sum(wheel.blob.size for wheel in release.bundles[0].wheels)
    assert result.result == "fetched" and not part.exists()
    assert machine.lay().version == "1.1"
    assert whole > 50


def test_the_same_wheels_are_the_same_document(workshop: Workshop, tmp_path: Path) -> None:
    first = published(workshop, "1.1", program(WORKS))
    other = Workshop(tmp_path / "other", workshop.now)
    assert published(other, "1.1", program(WORKS)).as_bytes() == first.as_bytes()


def test_the_canary_has_it_first_and_all_have_it_under_a_number_of_its_own(
    workshop: Workshop, machine: Machine, tmp_path: Path
) -> None:
    published(workshop, "1.0", program(WORKS))
    release = published(workshop, "1.1", program(WORKS + "#"), "canary")
    canary = Machine(tmp_path / "canary", workshop.root, "canary")
    assert (brought(canary, workshop)[:8], brought(machine, workshop)[:8]) == ("00000002", "00000001")
    again = AppPublisher(workshop.repository, workshop.keyring, workshop.now).republish(release, "stable")
    assert (again.number, brought(machine, workshop)) == (3, again.name_of(again.bundles[0]))
    assert [one.number for one in AppShelf(workshop.repository).history("stable")] == [3, 1]


def test_a_group_follows_the_publishers_program_and_cannot_sign_one(workshop: Workshop, machine: Machine) -> None:
    workshop.delegate("borders")
    published(workshop, "1.1", program(WORKS))
    targets = workshop.repository.metadata.targets("borders")
    assert not any("app-" in name for name in targets.signed.targets)
    assert brought(machine, workshop)[:8] == "00000001"


def test_a_role_that_gets_another_key_keeps_its_programs(workshop: Workshop, machine: Machine) -> None:
    release = published(workshop, "1.1", program(WORKS))
    workshop.rotate("targets")
    assert brought(machine, workshop) == release.name_of(release.bundles[0])


# what is refused -----------------------------------------------------------------------------------------------------


def test_an_older_copy_is_refused_by_the_account_and_by_root(workshop: Workshop, machine: Machine, tmp_path: Path) -> None:
    published(workshop, "1.1", program(WORKS))
    old = shutil.copytree(workshop.repository.folder, tmp_path / "old")
    published(workshop, "1.2", program(WORKS + "#"))
    brought(machine, workshop)
    with pytest.raises(OlderError):
        machine.fetch(old)
    shutil.rmtree(machine.state)  # an account that has forgotten everything, or never told the truth
    machine.state.mkdir()
    machine.fetch(old)
    with pytest.raises(OlderError):
        machine.lay()


def test_root_believes_signatures_and_nothing_that_the_account_says(workshop: Workshop, machine: Machine, tmp_path: Path) -> None:
    published(workshop, "1.1", program(WORKS))
    machine.fetch(workshop.repository.folder)
    strangers = Workshop(tmp_path / "strangers")
    published(strangers, "6.6", program(CRASHES))
    account = Machine(tmp_path / "account", strangers.root)
    account.fetch(strangers.repository.folder)
    shutil.rmtree(machine.state)
    shutil.copytree(account.state, machine.state)
    with pytest.raises(VerificationError):
        machine.lay()
    assert len(machine.programs.complete()) == 1


def test_a_changed_wheel_is_refused(workshop: Workshop, machine: Machine) -> None:
    release = published(workshop, "1.1", program(WORKS))
    machine.fetch(workshop.repository.folder)
    blob = machine.state / "software" / release.bundles[0].wheels[0].blob.path
    data = bytearray(blob.read_bytes())
    data[-1] ^= 1
    blob.write_bytes(data)
    with pytest.raises(DamagedError):
        machine.lay()
    assert machine.programs.next_one() == ""


def test_what_was_laid_down_by_nobody_is_not_started(machine: Machine) -> None:
    first = machine.programs.current
    for name in ("../../bin", f"{9:08d}-{'a' * 64}", first):
        machine.programs.want(name)
        assert machine.choose().current == first


def test_a_program_for_another_system_is_named(workshop: Workshop, machine: Machine) -> None:
    published(workshop, "1.1", program(WORKS), system=System(13, "3.13"))
    with pytest.raises(VerificationError, match=r"Debian 13 with Python 3\.13"):
        machine.fetch(workshop.repository.folder)


def test_a_bundle_that_cannot_be_installed_is_not_signed(workshop: Workshop, tmp_path: Path) -> None:
    house = wheelhouse(tmp_path / "house", "1.1", program(WORKS))
    (tmp_path / "house" / "wheels" / "helper-1.0-py3-none-any.whl").unlink()
    wheel(tmp_path / "house" / "wheels", "helper", "0.9", {"helper.py": b""})
    house.wheels[:] = sorted((tmp_path / "house" / "wheels").iterdir())
    with pytest.raises(ReleaseRefusedError, match=r"needs helper>=1, and here is 0\.9"):
        AppPublisher(workshop.repository, workshop.keyring, workshop.now).publish([house], "stable")


# starting ------------------------------------------------------------------------------------------------------------


def test_a_program_that_does_not_start_is_given_up_and_never_taken_again(workshop: Workshop, machine: Machine) -> None:
    first = machine.programs.current
    published(workshop, "1.2", program(CRASHES))
    bad = brought(machine, workshop)
    started = [machine.go_over().current, *(machine.choose().current for _ in range(TRIES))]
    assert started == [bad] * TRIES + [first]
    assert (machine.programs.current, machine.programs.next_one()) == (first, "")
    assert machine.lay().result == "refused"
    assert machine.choose().current == first


def test_a_machine_that_went_down_with_it_is_not_the_programs_fault(
    workshop: Workshop, machine: Machine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    published(workshop, "1.1", program(WORKS))
    name = brought(machine, workshop)
    boot = tmp_path / "boot"
    monkeypatch.setattr("kiosk.software.starter.BOOT", boot)
    boot.write_text("first")
    machine.go_over()
    for number in range(5):
        boot.write_text(f"start {number}")
        assert machine.choose().current == name


def test_what_has_stood_its_trial_stays_and_the_last_two_are_kept(workshop: Workshop, machine: Machine) -> None:
    names = [machine.programs.current]
    for version in ("1.1", "1.2", "1.3"):
        published(workshop, version, program(WORKS + f"# {version}"))
        names.append(brought(machine, workshop))
        machine.go_over()
        machine.programs.has_stood(names[-1])
        machine.choose()
        assert machine.lay().result == "current"
        assert sorted(machine.programs.complete()) == names[-2:]
    for _ in range(5):
        assert machine.choose().current == names[-1]


@pytest.mark.parametrize("damage", [b"", b"{}", b"nothing", b"\xff" * 30_000])
def test_a_damaged_pointer_leaves_what_runs(workshop: Workshop, machine: Machine, damage: bytes) -> None:
    published(workshop, "1.1", program(WORKS))
    name = brought(machine, workshop)
    machine.go_over()
    (machine.folder_of_programs / "pointer").write_bytes(damage)
    assert machine.choose().current == name == machine.programs.current


def test_a_program_that_is_gone_gives_way_to_one_that_is_there(workshop: Workshop, machine: Machine) -> None:
    first = machine.programs.current
    published(workshop, "1.1", program(WORKS))
    name = brought(machine, workshop)
    machine.go_over()
    shutil.rmtree(machine.folder_of_programs / name)
    assert machine.choose().current == first == machine.programs.current


def test_the_pointer_and_the_link_agree_after_a_cut_between_them(workshop: Workshop, machine: Machine) -> None:
    first = machine.programs.current
    published(workshop, "1.1", program(WORKS))
    name = brought(machine, workshop)
    folder = machine.folder_of_programs
    write_pointer(folder, read_pointer(folder).towards(name, ""))
    assert (machine.programs.current, machine.choose().current, machine.programs.current) == (first, name, name)
    link(folder, first)
    assert set(complete_programs(folder)) == {first, name}
