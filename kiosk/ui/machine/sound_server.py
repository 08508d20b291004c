"""What the sound server (PulseAudio, or PipeWire in its place) says of the loudspeaker: whether what is played there is heard."""

import os
from typing import TYPE_CHECKING, Any, NamedTuple

from kiosk.config import MEND

if TYPE_CHECKING:
    import pulsectl

CONNECT_SECONDS = 2.0
MADE_UP = "auto_null"
"""What servers offer where no loudspeaker is left: it takes every sound, and nobody hears one."""


class Obstacle(NamedTuple):
    """Why nothing is heard."""

    found: str
    mend: str
    passes: bool = False
    """It may pass by itself in a moment: a stream is opened, a loudspeaker wakes up."""


NO_LIBRARY = Obstacle("no sound library", "apt-get install libpulse0")
NO_SERVER = Obstacle("no sound server answers", "start PipeWire or PulseAudio, in the session of the kiosk's account")
NO_LOUDSPEAKER = Obstacle("no loudspeaker", "connect a loudspeaker, or switch on the panel that has one")
NO_STREAM = Obstacle("the sound server plays nothing of the kiosk's", "restart PipeWire or PulseAudio", passes=True)


def _muted(name: str) -> Obstacle:
    return Obstacle(f"{name} is muted", "pactl set-sink-mute @DEFAULT_SINK@ 0; pactl set-sink-volume @DEFAULT_SINK@ 80%")


def _asleep(name: str) -> Obstacle:
    return Obstacle(f"{name} is asleep", "pactl suspend-sink @DEFAULT_SINK@ 0; end what else uses it", passes=True)


def obstacle_of(sink: Any) -> Obstacle | None:
    """Why nothing is heard of a loudspeaker, as far as it tells; None where it can be heard."""
    if sink is None or sink.name == MADE_UP:
        return NO_LOUDSPEAKER
    if sink.mute or sink.volume.value_flat == 0:
        return _muted(sink.description)
    return None


class ServerLine:
    """A line to the sound server. When the server ends, whatever is asked raises `pulsectl.PulseError`."""

    def __init__(self, pulse: "pulsectl.Pulse") -> None:
        self._pulse = pulse

    def loudspeaker(self) -> Any:
        """Where sounds are played now, as pulsectl describes it; None where there is none."""
        wanted = self._pulse.server_info().default_sink_name
        return next((sink for sink in self._pulse.sink_list() if sink.name == wanted), None)

    def obstacle(self) -> Obstacle | None:
        """Why nothing would be heard that is played now; None where it would be."""
        return obstacle_of(self.loudspeaker())

    def obstacle_now(self) -> Obstacle | None:
        """Why nothing is heard of what this process plays; None where it is."""
        mine = [s for s in self._pulse.sink_input_list() if s.proplist.get("application.process.id") == str(os.getpid())]
        if not mine:
            return self.obstacle() or NO_STREAM
        sink = next((sink for sink in self._pulse.sink_list() if sink.index == mine[-1].sink), None)
        if sink is not None and mine[-1].mute:
            return _muted(sink.description)
        if sink is not None and sink.state == "suspended":
            return _asleep(sink.description)
        return obstacle_of(sink)


def reach_server() -> ServerLine | Obstacle:
    """A line to the sound server of this session, or why there is none; takes two seconds at most."""
    try:
        import pulsectl  # loads libpulse, which may be missing; never in the window's process
    except ModuleNotFoundError:
        return Obstacle("pulsectl is not installed", MEND)
    except OSError:
        return NO_LIBRARY
    pulse = pulsectl.Pulse("jusur", connect=False)
    try:
        pulse.connect(autospawn=True, timeout=CONNECT_SECONDS)
    except pulsectl.PulseError:
        return NO_SERVER
    return ServerLine(pulse)
