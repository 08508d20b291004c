"""The program beside the content: whoever is asked for one is asked for the other."""

from collections.abc import Callable, Iterable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from kiosk.config import KioskConfig
from kiosk.errors import KioskError, StorageError, TransferError, UnpublishedError, VerificationError
from kiosk.publishing.release_sources import ReleaseSource
from kiosk.publishing.sync import SyncPlan
from kiosk.publishing.sync_steps import Tell
from kiosk.software.fetching import SoftwarePlan, SoftwareResult, SoftwareSync
from kiosk.software.programs import this_system


def with_program(
    content: Callable[[], dict[str, Any]], sources: Iterable[ReleaseSource], settings: KioskConfig, plan: SyncPlan, say: Tell
) -> dict[str, Any]:
    """Look for content, and whatever comes of it, for the program: content may wait for a newer one.

    Args:
        content: looks for content, and says what came of it.
        sources: who is asked for the program, one after the other, until one has brought something.
        settings: of the kiosk; a kiosk without a folder of programs is not updated.
        plan: what is followed.
        say: is told each step.

    Raises:
        KioskError: what looking for content raises.
    """
    failed: KioskError | None = None
    answer: dict[str, Any] = {}
    try:
        answer = content()
    except KioskError as error:
        failed = error
    if settings.programs:
        found, problems = _program(sources, plan, say)
        answer["program"] = {name: value for name, value in asdict(found).items() if name != "name"} if found else None
        if problems:
            answer["problems"] = [*answer.get("problems", []), *problems]
    if failed is not None:
        raise failed
    return answer


def _program(sources: Iterable[ReleaseSource], plan: SyncPlan, say: Tell) -> tuple[SoftwareResult | None, list[str]]:
    own = SoftwarePlan(
        plan.state,
        plan.root,
        plan.channel,
        this_system(),
        clock_wrong=plan.clock_wrong,
        synchronised=plan.synchronised,
        share=plan.share,
    )
    found: SoftwareResult | None = None
    problems: list[str] = []
    for source in sources:
        try:
            found = SoftwareSync(own, source, say).run()
        except UnpublishedError:
            continue
        except (VerificationError, TransferError, StorageError) as error:
            problems.append(f"the program: {error}")
            continue
        if found.result == "fetched":
            break
    return found, problems if found is None else []


def folder_of_programs(settings: KioskConfig) -> Path | None:
    """Where programs are laid down; None where the program is not updated."""
    return Path(settings.programs) if settings.programs else None
