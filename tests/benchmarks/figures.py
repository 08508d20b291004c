"""One figure of a measurement, as it is told."""

Result = dict[str, object]


def ratio(name: str, kiosk: float, other: float, unit: str, goal: float | None) -> Result:
    """A figure of the kiosk beside that of another program; met where the first is at most `goal` times the second."""
    found = kiosk / other
    numbers = {"kiosk": round(kiosk, 4), "rival": round(other, 4), "ratio": round(found, 3)}
    return {"name": name, **numbers, "unit": unit, "goal": goal, "met": goal is None or found <= goal}


def result(name: str, value: float, unit: str, goal: float, *, at_least: bool = False) -> Result:
    """A figure of the kiosk alone, against its goal."""
    value = round(float(value), 1)
    met = value >= goal if at_least else value <= goal
    return {"name": name, "kiosk": value, "rival": None, "ratio": None, "unit": unit, "goal": goal, "met": met}
