"""Sticks put into a machine of Debian's own kernel, udev and systemd: `script/drill sticks 1`; as root.

Its roots are those of `script/make-root`, in build/roots or where JUSUR_ROOTS says; a round is one run of one of them in qemu, with
the units and rules that `kiosk install` wrote. What the kiosk does is done in the name space of its unit.
Needs qemu-system-x86, busybox-static, cpio, dosfstools, exfatprogs, ntfs-3g, e2fsprogs, fdisk.

Over 250 lines: one function for each thing that is done with a stick.
"""

import itertools
import json
import os
import random
import re
import shlex
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.helpers.drills import Faults
from tests.helpers.guest import Guest, Said, disk_of, prepare
from tests.helpers.stick_images import GARBAGE, LABELS, LAYOUTS, SYSTEMS, many, stick
from tests.helpers.workshop import Workshop

PLACE = "/run/media/jusur"
GUARDS = frozenset({"nosuid", "nodev", "noexec", "nosymfollow"})
SECONDS = 60
"""Within which a stick is mounted, or gone, without the processor's help."""
PULLS = 12
"""Sticks pulled out while they are mounted, read or written, each at a moment taken by lot."""
KIOSK = (
    "nsenter -m -t $(systemctl show -P MainPID jusur.service) setpriv --reuid kiosk --regid kiosk --init-groups --no-new-privs "
    "env -i PATH=/usr/bin:/bin XDG_STATE_HOME=/var/lib XDG_CACHE_HOME=/var/cache HOME=/var/lib/jusur bash -c {}"
)
TRAPS = (
    "cp /bin/sh {0}/sh; chmod 6755 {0}/sh; mknod {0}/disk b 254 0; chmod 666 {0}/disk; ln -s /etc/passwd {0}/out; "
    "mkdir -m 1777 {0}/receipts"
)
"""What a stick of ext4 can hold besides files."""
WORK = (
    "true",
    "while cat {0}/targets/* >/dev/null; do :; done",
    "while dd if=/dev/zero of={0}/receipts/w bs=64k count=99 conv=fsync; do :; done",
    "kiosk sync --stick --json",
)
"""What the kiosk's account does while a stick is pulled out."""


def _as_kiosk(command: str) -> str:
    """In the kiosk's account, behind the walls of its unit."""
    return KIOSK.format(shlex.quote(command))


def _until(test: str, then: str = "true") -> str:
    """Wait for something, but not for ever; then do something."""
    return f"for i in $(seq {SECONDS * 4}); do if {test}; then break; fi; sleep 0.25; done; {then}"


class Sticks:
    """One machine after the other, each with all kinds of sticks."""

    def __init__(self, folder: Path, seed: int, roots: list[Path]) -> None:
        self._folder, self._chance, self._roots = folder, random.Random(seed), roots
        self._faults: Faults = []
        self.looked = 0
        workshop = Workshop(folder / "workshop")
        workshop.publish()
        self._publishers = workshop.root
        self._repository = disk_of(workshop.repository.folder, folder / "repository.img", 40)

    def rounds(self) -> Iterator[Faults]:
        """A machine each."""
        for root in itertools.cycle(self._roots):
            self._faults = []
            disk = self._disk(root)
            first = stick(self._folder / "first.img", "vfat", "dos", "FIRST")
            console = self._folder / "machine"
            options = ("-drive", f"file={self._repository},format=raw,if=virtio,snapshot=on")
            with Guest(root, disk, console, first, options=options) as self._guest:
                self._run()
            said = (console / "console.log").read_text(errors="replace")
            self._must("the kernel", re.findall(r"Oops|BUG:|Call Trace|panic", said), [])
            disk.unlink()
            yield self._faults

    def figures(self) -> str:
        """How much was looked at."""
        return f"{self.looked} things looked at"

    def _disk(self, root: Path) -> Path:
        """A copy of the root on a disk, with what the drill needs."""
        disk = disk_of(root, self._folder / "disk.img", 5000)
        files = prepare(root, self._publishers, self._folder / "written")
        subprocess.run(["debugfs", "-w", "-f", str(files), str(disk)], check=True, capture_output=True)
        return disk

    def _must(self, what: str, seen: object, wanted: object) -> None:
        self.looked += 1
        sys.stderr.write(f"{what}: {seen}\n")
        if seen != wanted:
            self._faults.append((what, f"{seen}, and not {wanted}"))

    # what is asked of the machine --------------------------------------------------------------------------------------

    def _kiosk(self, command: str) -> Said:
        return self._guest.ask(_as_kiosk(command))

    def _mounted(self, name: str, *, wanted: bool = True, part: str = "") -> str:
        """Where a stick is mounted, when it has come to that or to nothing within the time; empty for nowhere."""
        device = f"/dev/disk/by-id/usb-QEMU_QEMU_HARDDISK_{name}-0:0{part}"
        found = f"findmnt -n -o TARGET -S $(readlink -f {device} || echo none)"
        gone = f"[ ! -e {device} ] && ! findmnt -rn -o TARGET | grep -q ^{PLACE}/"
        return self._guest.ask(_until(f'[ -n "$({found})" ]' if wanted else gone, found)).text.strip()

    def _in(self, name: str, image: Path, *, part: str = "", read_only: bool = False) -> str:
        if refused := self._guest.put_in(name, image, read_only=read_only):
            self._must(f"{name} goes in", refused, "")
        return self._mounted(name, part=part)

    def _out(self, name: str) -> None:
        self._guest.pull_out(name)
        if left := self._mounted(name, wanted=False):
            self._must(f"{name} is out, and is still mounted in", left, "")

    def _sync(self) -> dict[str, object]:
        said = self._kiosk("kiosk sync --stick --json 2>/tmp/said")
        try:
            return dict(json.loads(said.text))
        except ValueError:
            return {"error": said.text}

    # what is looked at -------------------------------------------------------------------------------------------------

    def _run(self) -> None:
        self._guest.ask(_until("[ $(systemctl is-active jusur.service) = active ]"), 600)
        self._guest.ask("mkdir -p /repository && mount -o ro /dev/vdb /repository")
        self._must("the kiosk's unit", self._guest.ask("systemctl is-active jusur.service").text.strip(), "active")
        before = self._guest.ask("findmnt -rn -o TARGET | grep -v ^/run/media | sort").text
        self._at_the_start()
        for kind in SYSTEMS:
            for layout in LAYOUTS:
                self._kind(kind, layout)
        for kind in LABELS:
            self._labels(kind)
        self._two()
        self._pulled()
        self._garbage()
        self._inside()
        after = self._guest.ask("findmnt -rn -o TARGET | grep -v ^/run/media | sort").text
        self._must("what else is mounted has changed", after != before, wanted=False)
        left = self._guest.ask("systemctl list-units --all --plain --no-legend 'run-media*' 'systemd-mount*'").text.strip()
        self._must("units that are left", left, "")
        self._must("files that a label made", self._guest.ask("ls -d /label /la /etc/sda* /etc/systemd/sd* 2>/dev/null").text, "")

    def _at_the_start(self) -> None:
        """The stick that was in when the machine was switched on is read, and takes a receipt."""
        place = self._guest.ask(_until(f"findmnt -rn | grep -q ^{PLACE}/", f"findmnt -rn -o TARGET | grep ^{PLACE}/")).text.strip()
        self._must("at the start: mounted in", place.rpartition("/")[0], PLACE)
        self._guest.ask(f"cp -r /repository/. {place}/; sync")
        self._must("at the start: sync", self._answer(self._sync()), ("installed", "left"))
        self._guest.pull_out("boot0")
        self._guest.ask(_until(f"! findmnt {place}"))

    def _answer(self, said: dict[str, object]) -> tuple[object, object]:
        return said.get("result", said.get("error")), said.get("receipt")

    def _kind(self, kind: str, layout: str) -> None:
        name, part = f"{kind}{layout}", "" if layout == "whole" else "-part1"
        image = stick(self._folder / f"{name}.img", kind, layout)
        place = self._in(name, image, part=part)
        self._must(f"{name}: is mounted in", str(Path(place).parent), PLACE)
        options = set(self._guest.ask(f"findmnt -n -o VFS-OPTIONS {place}").text.strip().split(","))
        self._must(f"{name}: guards that are missing", sorted(GUARDS - options), [])
        self._guest.ask(f"cp -r /repository/. {place}/")
        if kind == "ext4":
            self._guest.ask(TRAPS.format(place))
            self._must(f"{name}: a program of it", self._kiosk(f"{place}/sh -c 'echo ran' 2>&1 | grep -c ran").text.strip(), "0")
            self._must(f"{name}: a link of it", self._kiosk(f"cat {place}/out 2>&1 | grep -c root:").text.strip(), "0")
            self._must(f"{name}: a device of it", self._kiosk(f"head -c 1 {place}/disk 2>/dev/null | wc -c").text.strip(), "0")
        reader = f"setpriv --reuid nobody --regid nogroup --clear-groups ls {place} >/dev/null 2>&1; echo $?"
        self._must(f"{name}: others read it", self._guest.ask(reader).text.strip() != "0", wanted=True)
        if name in {"vfatwhole", "ext4whole"}:
            self._must(f"{name}: sync", self._answer(self._sync()), ("current", "left"))
        else:
            self._kiosk(f"mkdir -p {place}/receipts; echo received >{place}/receipts/one")
        self._must(f"{name}: receipts", self._kiosk(f"ls {place}/receipts | wc -l").text.strip(), "1")
        self._out(name)
        if layout != "whole":
            return
        place = self._in(name, image, part=part, read_only=True)
        self._must(f"{name}, locked: the receipt is there", self._kiosk(f"ls {place}/receipts | wc -l").text.strip(), "1")
        if name == "vfatwhole":
            result, receipt = self._answer(self._sync())
            self._must(f"{name}, locked: sync", (result, "unlock the stick" in str(receipt)), ("current", True))
        self._out(name)

    def _labels(self, kind: str) -> None:
        """All of a kind are in at once."""
        names = {f"label{kind}{number}": label for number, label in enumerate(LABELS[kind])}
        for name, label in names.items():
            self._guest.put_in(name, stick(self._folder / f"{name}.img", kind, label=label))
        places = {label: self._mounted(name) for name, label in names.items()}
        unlike = {label: place for label, place in places.items() if not re.fullmatch(PLACE + r"/sd[a-z]+", place)}
        self._must(f"{kind} named {list(places)}: mounted by their label, or not", unlike, {})
        self._pull_all(names)

    def _pull_all(self, names: Iterable[str]) -> None:
        for name in names:
            self._guest.pull_out(name)
        for name in names:
            self._out(name)

    def _two(self) -> None:
        one, two = (self._folder / f"{kind}whole.img" for kind in ("vfat", "exfat"))
        self._in("one", one)
        self._in("two", two)
        self._must("two sticks: sync", self._answer(self._sync())[0], "sticks-many")
        self._guest.pull_out("two")
        self._guest.ask(_until("[ ! -e /dev/disk/by-id/*_two-* ]"))
        self._must("one is taken out: sync", self._answer(self._sync()), ("current", "left"))
        self._out("one")
        place = self._in("many", many(self._folder / "many.img", 12), part="-part12")
        self._must("many partitions: the last is mounted", bool(place), wanted=True)
        self._out("many")

    def _pulled(self) -> None:
        """At any moment: while it is mounted, read, written, synced."""
        for number in range(PULLS):
            kind, doing = self._chance.choice(list(SYSTEMS)), WORK[number % len(WORK)]
            name, moment = f"pull{number}", self._chance.uniform(0, 12 if "sync" in doing else 3)
            self._guest.put_in(name, self._folder / f"{kind}whole.img")
            place = self._mounted(name) if number % len(WORK) else ""
            work = f"({_as_kiosk(doing.format(place))}; touch /tmp/ended) >/tmp/did 2>&1 &"
            self._guest.ask(f"echo 3 >/proc/sys/vm/drop_caches; rm -f /tmp/ended; {work} sleep {moment:.2f}")
            self._out(name)
            ended = self._guest.ask(_until("[ -e /tmp/ended ]", "ls /tmp/ended; grep -c Traceback /tmp/did")).text.split()
            self._must(f"{kind} pulled out after {moment:.2f} s of `{doing}`: it ends, without a fault", ended, ["/tmp/ended", "0"])
        for kind in SYSTEMS:
            place = self._in(f"after{kind}", self._folder / f"{kind}whole.img")
            read = self._kiosk(f"cat {place}/metadata/timestamp.json | grep -c expires").text.strip()
            self._must(f"{kind}, put in again: is read", read, "1")
            self._out(f"after{kind}")

    def _garbage(self) -> None:
        """Five at once."""
        kinds = list(GARBAGE)
        for batch in (kinds[number : number + 5] for number in range(0, len(kinds), 5)):
            for what in batch:
                image = self._folder / f"bad {what}.img".replace(" ", "-")
                GARBAGE[what](image, self._chance)
                self._guest.put_in(image.stem, image)
            self._guest.ask("sleep 5; udevadm settle")
            mounted = self._guest.ask(f"findmnt -rn -o FSTYPE,TARGET | grep {PLACE}").text.split()
            self._guest.ask(
                f"timeout 60 find {PLACE} -type f -exec head -c 99 {{}} + >/dev/null; for d in {PLACE}/*; do echo x >$d/x; done"
            )
            self._must(f"{batch} ({mounted}): the machine is there", self._guest.ask("echo yes").text.strip(), "yes")
            self._pull_all([f"bad {what}".replace(" ", "-") for what in batch])
        self._in("good", self._folder / "vfatwhole.img")
        self._must("after all that, a good one: sync", self._answer(self._sync()), ("current", "left"))
        self._out("good")

    def _inside(self) -> None:
        """A disk of the machine itself is left alone."""
        self._must("a disk that is no stick goes in", self._guest.put_in("inside", self._folder / "vfatwhole.img", bus="pci"), "")
        self._guest.ask("udevadm settle; sleep 3")
        self._must("a disk that is no stick: is mounted", self._guest.ask("findmnt -n -S /dev/vdc").text, "")


@contextmanager
def opened(folder: Path, seed: int) -> Iterator[Sticks]:
    """The machines of all roots there are."""
    roots = sorted(Path(os.environ.get("JUSUR_ROOTS", "build/roots")).glob("1[23]"))
    if not roots:
        message = "no root is there; make one with script/make-root --debian 13"
        raise SystemExit(message)
    yield Sticks(folder, seed, roots)
