"""The packages of Debian that a kiosk needs, by the system's version and the window system."""

CAGE_FROM = 13
"""The first Debian whose cage stays when the panel is switched off (0.2.0; Debian 12 has 0.1.4)."""
OLDEST, NEWEST = 12, 13
"""The versions of Debian that are served."""

_SESSIONS = {
    "cage": ("cage", "seatd", "xwayland", "libwayland-client0", "libwayland-cursor0", "libwayland-egl1"),
    "x11": ("xinit", "xserver-xorg-core", "xserver-xorg-input-libinput", "x11-xkb-utils"),
}
"""seatd gives cage the screen and the panel; cage ends at once without Xwayland, which its package does not ask for."""
_EVERY = (
    "python3", "python3-venv", "ca-certificates", "tzdata", "systemd", "dbus", "udev", "libpam-systemd", "kmod",
    "pipewire", "pipewire-pulse", "wireplumber", "pulseaudio-utils",
    "ddcutil", "i2c-tools", "systemd-timesyncd", "unattended-upgrades",
    "libgl1", "libegl1", "libgl1-mesa-dri", "libxkbcommon0", "libxkbcommon-x11-0", "libdbus-1-3", "libfontconfig1", "libpulse0",
    "libxcb-cursor0", "libxcb-icccm4", "libxcb-image0", "libxcb-keysyms1", "libxcb-randr0", "libxcb-render-util0", "libxcb-shape0",
    "libxcb-sync1", "libxcb-xfixes0", "libxcb-xinerama0", "libxcb-xkb1", "libx11-xcb1",
)  # fmt: skip
"""Python, the user's sessions, sound, the monitor's brightness, the clock, security updates, and what the Qt wheels load."""


def usual_session(debian: int) -> str:
    """The window system for a version of Debian: cage where it is new enough, else a bare X server."""
    return "cage" if debian >= CAGE_FROM else "x11"


def needed(debian: int, session: str) -> tuple[str, ...]:
    """The packages a kiosk needs on a version of Debian.

    The kernel of Debian 12 was built without NTFS, so sticks of that kind are read by ntfs-3g there.
    """
    glib = "libglib2.0-0t64" if debian >= 13 else "libglib2.0-0"
    ntfs = () if debian >= 13 else ("ntfs-3g",)
    return (*_SESSIONS[session], *_EVERY, glib, *ntfs)
