"""Boots an installed root with systemd as process 1, waits for the first frame, cuts the power, and looks at the mode; as root.

    python -m tests.helpers.booted build/roots/13 --kills 10

The root is one of `script/make-root`, in which `install.sh` was run; that of Debian 12 has xserver-xorg-video-dummy too.
A container has no console and no screen, so the units get a drop-in: cage draws without a screen, X on the dummy driver.
All else is as on a kiosk.
"""

import argparse
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

MOST_SECONDS = 110
UNITS = ("jusur", "jusur-rest")
DROP_IN = """[Unit]
ConditionPathExists=
[Service]
TTYPath=
StandardInput=null
TTYReset=no
TTYVHangup=no
TTYVTDisallocate=no
Environment=WLR_BACKENDS=headless WLR_RENDERER=pixman WLR_LIBINPUT_NO_DEVICES=1
"""
DUMMY = """Section "Device"
    Identifier "dummy"
    Driver "dummy"
    VideoRam 256000
EndSection
Section "ServerFlags"
    Option "AutoAddDevices" "false"
    Option "AutoAddGPU" "false"
EndSection
"""
MACHINE = """
umount -l /sys/fs/cgroup && mount -t cgroup2 cgroup2 /sys/fs/cgroup || exit 3
export SYSTEMD_NSPAWN_UNIFIED_HIERARCHY=1
exec systemd-nspawn -q --keep-unit --register=no --private-network -D "$0" --machine="$1" --console=interactive \
    /lib/systemd/systemd systemd.log_level=warning
"""


class Machine:
    """One run of a root, from power on to power off."""

    def __init__(self, root: Path, name: str) -> None:
        command = f"unshare -m bash -c '{MACHINE}' {root} {name}"
        self._process = subprocess.Popen(
            ["script", "-qec", command, "/dev/null"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.STDOUT
        )

    def ask(self, command: str) -> str:
        """What a command says inside; nothing before systemd is there."""
        leader = next((pid for pid in below(self._process.pid) if name_of(pid) == "systemd"), None)
        if leader is None:
            return ""
        enter = ["nsenter", "-t", str(leader), "-m", "-p", "-u", "-i", "-n", "-r", "-w", "bash", "-c", command]
        return subprocess.run(enter, capture_output=True, text=True).stdout.strip()

    def seconds_to_first_frame(self) -> float | None:
        """The unit is active when it has said that a frame was drawn; None when it does not."""
        begun = time.monotonic()
        while time.monotonic() - begun < MOST_SECONDS:
            if self.ask("systemctl is-active jusur.service") == "active":
                return time.monotonic() - begun
            time.sleep(1)
        return None

    def cut(self) -> None:
        """The mains go: everything is killed at once."""
        for pid in reversed(below(self._process.pid)):
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                continue
        self._process.wait()


def below(pid: int) -> list[int]:
    """A process and all that came of it."""
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    except OSError:
        return []
    return [pid, *(each for child in children for each in below(int(child)))]


def name_of(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/comm").read_text(encoding="ascii").strip()
    except OSError:
        return ""


def prepare(root: Path) -> None:
    """The drop-ins for a machine without a console or a screen."""
    for unit in UNITS:
        folder = root / "etc/systemd/system" / f"{unit}.service.d"
        folder.mkdir(exist_ok=True)
        (folder / "container.conf").write_text(DROP_IN, encoding="utf-8")
    if (root / "etc/X11/xorg.conf.d").is_dir():
        (root / "etc/X11/xorg.conf.d/95-dummy.conf").write_text(DUMMY, encoding="utf-8")


def main() -> int:
    """Exit status 1 as soon as a start has no first frame or not the mode that was chosen."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("root", type=Path)
    parser.add_argument("--kills", type=int, default=10)
    arguments = parser.parse_args()
    if os.geteuid() or not shutil.which("systemd-nspawn"):
        sys.stderr.write("run as root, with systemd-container installed\n")
        return 2
    root = arguments.root.resolve()
    prepare(root)
    for number in range(arguments.kills):
        machine = Machine(root, f"jusur-{number}")
        try:
            seconds = machine.seconds_to_first_frame()
            mode = machine.ask("kiosk mode show --json")
            sys.stdout.write(f"start {number + 1}: first frame after {seconds} s; closed: {'closed' in mode}\n")
            if seconds is None or (number and "closed" not in mode):
                sys.stdout.write(machine.ask("systemctl status jusur --no-pager; journalctl -b --no-pager | tail -40") + "\n")
                return 1
            if not number:
                machine.ask("kiosk mode set closed --until stay")
        finally:
            machine.cut()
    return 0


if __name__ == "__main__":
    sys.exit(main())
