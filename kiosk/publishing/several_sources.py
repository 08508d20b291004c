"""Follows several sources: neighbours first, then the one that is configured. None of them is trusted, and each may fail alone."""

from collections.abc import Iterable

from kiosk.errors import TransferError, VerificationError
from kiosk.publishing.release_sources import ReleaseSource
from kiosk.publishing.sync import Sync, SyncPlan, SyncResult
from kiosk.publishing.sync_steps import Tell


def follow(
    plan: SyncPlan, neighbours: Iterable[ReleaseSource], source: ReleaseSource | None, say: Tell
) -> tuple[SyncResult, list[str]]:
    """Bring a kiosk up to date from whoever has news.

    Neighbours are asked until one has brought something. The configured source is asked all the same: a neighbour may be behind.

    Args:
        plan: what the kiosk follows.
        neighbours: asked first.
        source: asked last; None where only neighbours feed this kiosk.
        say: is told each step.

    Returns:
        What was brought, or that nothing is new; and what was wrong with sources that did not count.

    Raises:
        VerificationError, TransferError: nobody gave an answer that can be used; the configured source's reason, if there is one.
        StorageError: something could not be kept.
    """
    near, problems = _nearest(plan, neighbours, say)
    if source is None:
        if near is None:
            reason = f": {problems[0]}" if problems else ""
            message = f"no neighbour has content for this kiosk{reason}; bring a stick, or set `sync` in the settings"
            raise TransferError(message)
        return near, problems
    try:
        last = Sync(plan, source, say).run()
    except (VerificationError, TransferError) as error:
        if near is None:
            raise
        return near, [*problems, str(error)]
    brought = near is not None and near.result == "installed" and last.result == "current"
    return near if near and brought else last, problems


def _nearest(plan: SyncPlan, neighbours: Iterable[ReleaseSource], say: Tell) -> tuple[SyncResult | None, list[str]]:
    """What the neighbours brought; None when none of them could be used."""
    answer: SyncResult | None = None
    problems: list[str] = []
    for neighbour in neighbours:
        try:
            answer = Sync(plan, neighbour, say).run()
        except (VerificationError, TransferError) as error:
            problems.append(str(error))
            continue
        if answer.result == "installed":
            break
    return answer, problems
