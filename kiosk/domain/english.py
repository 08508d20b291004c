"""Counts in the messages for staff and admins, which are in English. Visitors' languages: `kiosk.domain.formatting`."""


def how_many(count: int, one: str, more: str = "") -> str:
    """A count with its noun, such as "1 fault" or "3 faults".

    Args:
        count: how many there are.
        one: the noun for one of them.
        more: the noun for none or several, where it is not `one` with an s.
    """
    return f"{count} {one if count == 1 else more or f'{one}s'}"
