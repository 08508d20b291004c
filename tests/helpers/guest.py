"""A machine with a kernel of its own: an installed root in qemu, devices put in and pulled out, commands asked of it."""

import json
import lzma
import shutil
import socket
import subprocess
import time
from pathlib import Path
from typing import Any, NamedTuple, Self

from kiosk.cli.install import debian_of
from kiosk.install.packages import usual_session
from kiosk.install.plan import File, plan
from kiosk.install.wishes import SETTINGS, Wishes

MEMORY = "1536"
BOOT_SECONDS, ANSWER_SECONDS = 3600, 1800
"""Without the processor's help everything takes ten times as long, and more on a busy machine."""
SPARED = "quiet systemd.show_status=no systemd.condition_needs_update=no systemd.mask=user@990.service systemd.mask=seatd.service"
"""What of a start is left out, which nothing here asks for and which takes minutes."""
AGENT = """import json, subprocess
port = open("/dev/virtio-ports/drill", "r+b", buffering=0)
port.write(b"{}\\n")
for line in port:
    words = ["bash", "-c", json.loads(line)]
    said = subprocess.run(words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    port.write(json.dumps([said.returncode, said.stdout.decode(errors="replace")]).encode() + b"\\n")
"""
UNIT = """[Unit]
Description=What the drill asks of this machine
DefaultDependencies=no
After=systemd-udev-trigger.service
[Service]
ExecStart=/usr/bin/python3 -u /opt/drill-agent.py
Restart=always
RestartSec=1
StartLimitBurst=1000
"""
WITHOUT_WINDOW = """[Unit]
ConditionPathExists=
[Service]
Type=exec
NotifyAccess=none
ExecStartPre=
ExecStart=
ExecStart=/bin/sleep infinity
WatchdogSec=0
"""
"""The kiosk's unit with all its walls, and nothing drawn: a window is not what is looked at."""


class Said(NamedTuple):
    """How a command ended."""

    status: int
    text: str


def prepare(root: Path, publishers: Path, folder: Path, *, window: bool = False) -> Path:
    """What this checkout installs, over what an installation made, and what the drill needs; as commands of debugfs.

    Args:
        root: from which the disk was made.
        publishers: the first root of who signs.
        folder: for the files.
        window: whether the kiosk's window is to be drawn.
    """
    folder.mkdir(exist_ok=True)
    units = "/etc/systemd/system"
    settings = (root / "etc/jusur/kiosk.toml").read_text(encoding="utf-8")
    debian = debian_of(root)
    wishes = Wishes(
        usual_session(debian), "kiosk", SETTINGS, "UTC", debian, Path("/opt/jusur/current/bin/python"), {}, publishers=False
    )
    files = (
        {str(step.path): step.text for step in plan(wishes) if isinstance(step, File) and not step.stays}
        | {
            "/opt/drill-agent.py": AGENT,
            f"{units}/drill-agent.service": UNIT,
            "/etc/fstab": "/dev/vda / ext4 defaults 0 0\n",
            "/etc/jusur/root.json": publishers.read_text(encoding="utf-8"),
            "/etc/jusur/kiosk.toml": settings + 'sync_root = "/etc/jusur/root.json"\n',
        }
        | ({} if window else {f"{units}/jusur.service.d/drill.conf": WITHOUT_WINDOW})
    )
    lines = [f"mkdir {units}/jusur.service.d", f"mkdir {units}/sysinit.target.wants", f"rm {units}/jusur.service.d/container.conf"]
    for number, (path, text) in enumerate(files.items()):
        (folder / str(number)).write_text(text, encoding="utf-8")
        lines += [f"rm {path}", f"write {folder / str(number)} {path}"]
    lines.append(f"symlink {units}/sysinit.target.wants/drill-agent.service {units}/drill-agent.service")
    commands = folder / "commands"
    commands.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return commands


def disk_of(root: Path, image: Path, megabytes: int) -> Path:
    """A raw disk that holds a folder as ext4."""
    with image.open("wb") as file:
        file.truncate(megabytes << 20)
    subprocess.run(["mke2fs", "-q", "-t", "ext4", "-d", str(root), str(image)], check=True)
    return image


def first_ram(root: Path, folder: Path) -> Path:
    """The first folder in memory: only what finds the disk. Debian's own looks for every disk there is, for minutes."""
    (modules,) = (root / "lib/modules").iterdir()
    needed, places = [], dict(line.split(":") for line in (modules / "modules.dep").read_text(encoding="ascii").splitlines())
    for name in ("virtio_pci", "virtio_blk", "crc32c_generic", "crc32c-intel", "ext4"):
        for place in (place for place in places if Path(place).name.startswith(f"{name}.ko")):
            needed += [*reversed(places[place].split()), place]
    shutil.rmtree(folder, ignore_errors=True)
    for part in ("bin", "dev", "proc", "new"):
        (folder / part).mkdir(parents=True)
    shutil.copy("/bin/busybox", folder / "bin/busybox")
    lines = ["#!/bin/busybox sh", "/bin/busybox mount -t devtmpfs dev /dev"]
    for number, place in enumerate(dict.fromkeys(needed)):
        data = (modules / place).read_bytes()
        (folder / f"{number}.ko").write_bytes(lzma.decompress(data) if place.endswith(".xz") else data)
        lines.append(f"/bin/busybox insmod /{number}.ko")
    lines += [
        "while ! /bin/busybox mount -t ext4 /dev/vda /new; do /bin/busybox sleep 0.1; done",
        "exec /bin/busybox switch_root /new /sbin/init",
    ]
    (folder / "init").write_text("\n".join(lines) + "\n", encoding="ascii")
    (folder / "init").chmod(0o755)
    packed = folder.with_suffix(".cpio")
    with packed.open("wb") as file:
        names = "\n".join(path.relative_to(folder).as_posix() for path in sorted(folder.rglob("*")))
        subprocess.run(["cpio", "-o", "-H", "newc", "--quiet"], cwd=folder, input=names.encode(), stdout=file, check=True)
    return packed


class Guest:
    """One run of the machine; what it writes on its disk is forgotten at the end."""

    def __init__(self, root: Path, disk: Path, folder: Path, *sticks: Path, options: tuple[str, ...] = ()) -> None:
        """Switch it on.

        Args:
            root: where its kernel is.
            disk: the disk it starts from.
            folder: for sockets and the log of its console.
            sticks: that are in when it is switched on.
            options: more words for qemu.
        """
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        self.console = folder / "console.log"
        # -icount: its time is what it has done, so that no busy machine makes a clock of it fail, and waiting costs nothing.
        kernel, first = max((root / "boot").glob("vmlinuz-*")), first_ram(root, folder / "first")
        words = ["qemu-system-x86_64", "-M", "q35", "-m", MEMORY, "-display", "none", "-nodefaults", "-no-reboot"]
        words += [
            "-accel",
            "tcg",
            "-icount",
            "shift=3,sleep=off",
            "-cpu",
            "Nehalem-v1",
            "-snapshot",
            "-kernel",
            str(kernel),
            "-initrd",
            str(first),
        ]
        words += ["-append", f"root=/dev/vda rw console=ttyS0 {SPARED}", "-serial", f"file:{self.console}"]
        words += ["-drive", f"file={disk},format=raw,if=virtio", "-device", "qemu-xhci,id=usb,p2=15,p3=15"]
        words += ["-device", "virtio-serial", "-chardev", f"socket,id=ask,path={folder}/ask,server=on,wait=off"]
        words += ["-device", "virtserialport,chardev=ask,name=drill", "-qmp", f"unix:{folder}/qmp,server=on,wait=off", *options]
        for number, stick in enumerate(sticks):
            words += ["-drive", f"file={stick},format=raw,if=none,id=drive-boot{number},snapshot=off"]
            words += ["-device", f"usb-storage,drive=drive-boot{number},id=boot{number},bus=usb.0,removable=on"]
        self._process = subprocess.Popen(words, stderr=(folder / "qemu.log").open("wb"))
        try:
            self._monitor, self._port = self._reached(folder / "qmp"), self._reached(folder / "ask")
            self._monitor.readline()
            self._order("qmp_capabilities")
            self._waiting(BOOT_SECONDS)
            self._port.readline()  # the agent is there
        except OSError:
            self.__exit__()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()

    def _reached(self, path: Path) -> Any:
        end = time.monotonic() + 30
        while True:
            line = socket.socket(socket.AF_UNIX)
            try:
                line.connect(str(path))
            except OSError:
                line.close()
                if time.monotonic() > end or self._process.poll() is not None:
                    raise
                time.sleep(0.1)
            else:
                if path.name == "ask":
                    self._line = line
                return line.makefile("rwb", buffering=0)

    def _waiting(self, seconds: float) -> None:
        self._line.settimeout(seconds)

    def _order(self, name: str, **arguments: object) -> dict[str, Any]:
        self._monitor.write(json.dumps({"execute": name, "arguments": arguments}).encode() + b"\n")
        while True:
            answer: dict[str, Any] = json.loads(self._monitor.readline())
            if "event" not in answer:
                return answer

    def monitor(self, line: str) -> str:
        """A line for people, to qemu's monitor."""
        return str(self._order("human-monitor-command", **{"command-line": line}).get("return", ""))

    def ask(self, command: str, seconds: float = ANSWER_SECONDS) -> Said:
        """Have root do something inside."""
        self._waiting(seconds)
        self._port.write(json.dumps(command).encode() + b"\n")
        answer = json.loads(self._port.readline() or b'[255, "the machine is gone"]')
        return Said(*answer) if answer else self._again()

    def _again(self) -> Said:
        return Said(*json.loads(self._port.readline()))

    def put_in(self, name: str, image: Path, *, bus: str = "usb", read_only: bool = False) -> str:
        """Put a stick in (or a disk of another kind); what qemu says against it, empty for nothing."""
        drive = self.monitor(f"drive_add 0 file={image},format=raw,if=none,id=drive-{name},snapshot=off,readonly={_on(read_only)}")
        kind = f"usb-storage,bus=usb.0,removable=on,serial={name}" if bus == "usb" else "virtio-blk-pci"
        said = self.monitor(f"device_add {kind},drive=drive-{name},id={name}")
        return said if "OK" in drive else drive + said

    def pull_out(self, name: str) -> None:
        """Pull it out, whatever is going on."""
        self.monitor(f"device_del {name}")

    def picture(self, file: Path) -> None:
        """What its screen shows."""
        self._order("screendump", filename=str(file), format="png")


def _on(on: bool) -> str:
    return "on" if on else "off"
