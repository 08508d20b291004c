"""Workers that misbehave, each a small program of its own behind the same pipe as the real ones."""

import sys
from collections.abc import Callable
from pathlib import Path

import psutil

READY = """import json, os, struct, sys, time, wave
print(json.dumps({"ok": True, "version": "1", "reports_words": False}), flush=True)
"""
WRITE = """
def sound(path, seconds=0.5):
    with wave.open(path, "wb") as file:
        file.setnchannels(1); file.setsampwidth(2); file.setframerate(16000)
        file.writeframes(struct.pack("<h", 900) * int(16000 * seconds))
"""
ANSWER = 'json.dumps({"ok": True, "seconds": 0.5, "events": []})'
GOOD = f"""{READY}{WRITE}
for line in sys.stdin:
    sound(json.loads(line)["path"])
    print({ANSWER}, flush=True)
"""
HUNG = f"{READY}\nfor line in sys.stdin: time.sleep(60)\n"
GARBAGE = f"{READY}\nfor line in sys.stdin: print('\\x00}}{{ what', flush=True)\n"
OTHER_JSON = f"{READY}\nfor line in sys.stdin: print('[1, 2]', flush=True)\n"
SILENT_DEATH = f"{READY}\nfor line in sys.stdin: sys.exit(0)\n"
KILLED = f"{READY}\nfor line in sys.stdin: os.kill(os.getpid(), 9)\n"
NEVER_READY = "import time; time.sleep(60)\n"
NOT_LOADED = 'print(\'{"ok": false, "reason": "no library"}\', flush=True)\n'
DIES_AT_START = "raise SystemExit(3)\n"
REFUSES = f'{READY}\nfor line in sys.stdin: print(json.dumps({{"ok": False, "reason": "nothing was said"}}), flush=True)\n'
GRANDCHILD = f"""{READY}{WRITE}
import subprocess
subprocess.Popen(["sleep", "61"])
for line in sys.stdin: time.sleep(60)
"""


def once_then_good(spoilt: str, flag: Path) -> str:
    """Misbehaves in its first process, is good in all later ones."""
    return f"""import os, pathlib
flag = pathlib.Path({str(flag)!r})
if flag.exists():
    exec({GOOD!r})
else:
    flag.touch()
    exec({spoilt!r})
"""


def command(program: str, started: list[str] | None = None) -> Callable[[str], list[str]]:
    """How such a worker is started; `started` remembers the engines asked for."""

    def start(engine: str) -> list[str]:
        if started is not None:
            started.append(engine)
        return [sys.executable, "-c", program]

    return start


def children() -> list[psutil.Process]:
    """Processes of this one that are there, zombies included."""
    return psutil.Process().children(recursive=True)
