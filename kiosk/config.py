"""The kiosk's own settings: a TOML file the technician writes, with defaults that suit a 32-inch panel."""

import os
import tomllib
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from kiosk.errors import ConfigurationError

CONFIGURATION_VARIABLE = "JUSUR_CONFIG"
ROOT = Path(__file__).resolve().parent.parent


class KioskConfig(BaseModel):
    """Settings of one kiosk."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    content: Path = ROOT / "content.db"
    cache: Path = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "jusur"
    """Where rendered narration is kept; may be emptied at any time."""
    panel_diagonal_inches: float = Field(default=32.0, ge=7, le=120)
    full_screen: bool = True
    renderer: Literal["software", "gpu"] = "software"
    """The software renderer starts fastest and needs no driver; take "gpu" for 4K panels with one."""
    motion: bool = True
    inactivity_seconds: float = Field(default=90, ge=20)
    prompt_seconds: float = Field(default=30, ge=20)
    """WCAG 2.2.1: at least 20 seconds to extend."""


def load_config(path: Path | None = None) -> KioskConfig:
    """The settings of a file, else of the file JUSUR_CONFIG names, else the defaults.

    Raises:
        ConfigurationError: the file is missing, is not TOML, or a setting is unknown or out of range.
    """
    named = os.environ.get(CONFIGURATION_VARIABLE)
    chosen = path or (Path(named) if named else None)
    if chosen is None:
        return KioskConfig()
    try:
        return KioskConfig.model_validate(tomllib.loads(chosen.read_text(encoding="utf-8")))
    except OSError as error:
        message = f"{chosen}: cannot be read ({error.strerror}); give the path of a settings file"
        raise ConfigurationError(message) from error
    except tomllib.TOMLDecodeError as error:
        message = f"{chosen}: not TOML ({error}); mend that line"
        raise ConfigurationError(message) from error
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(str(part) for part in first["loc"])
        message = f"{chosen}: {field}: {first['msg']}; mend or remove the setting"
        raise ConfigurationError(message) from error
