"""What the kiosk is started with: a window that no screen has is refused, not tried."""

import pytest

from kiosk.app import _arguments


@pytest.mark.parametrize(
    "size", ["9" * 11 + "x1", "0x0", "100000x100000", "x", "1080", "²x²", "1080x1920x3", "1080x-5", "9" * 5000 + "x1"]
)
def test_a_window_that_cannot_be_is_refused_in_one_line(size: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        _arguments([f"--size={size}"])
    assert (ended.value.code, "write width x height in pixels" in capsys.readouterr().err) == (2, True)


def test_a_window_of_a_size_is_taken() -> None:
    size = _arguments(["--size", "1080x1920"]).size
    assert (size.width(), size.height()) == (1080, 1920)
