"""`kiosk config`: the settings of this kiosk, what is wrong with a file of them, and what they can be."""

from collections.abc import Iterator
from pathlib import Path

import click

from kiosk.cli.options import PATH, json_option
from kiosk.cli.output import print_json, print_line, print_table
from kiosk.config import load_config, named_file
from kiosk.domain.english import how_many
from kiosk.errors import ConfigurationError
from kiosk.settings import Setting, declared, judge_settings, read_file

_HIDDEN = ("wifi_password",)
_PAGE = """# Settings

Written by `kiosk config example --markdown`; do not edit. A settings file is TOML, in UTF-8. JUSUR_CONFIG or `--config`
names it; what it leaves out keeps its default. `kiosk config check FILE` says everything that is wrong with it,
`kiosk config show` what is in force.

| Setting | Meaning | Values | Default |
|---|---|---|---|
"""


@click.command()
@click.option("--config", "file", type=PATH, help="Settings file; without it, the one JUSUR_CONFIG names.")
@json_option
def show(file: Path | None, *, as_json: bool) -> None:
    """Show each setting's value, and where it comes from."""
    file = file or named_file()
    settings, said = load_config(file), read_file(file) if file else {}
    rows = [
        {
            "setting": name,
            "value": _shown(setting, getattr(settings, name)),
            "unit": setting.unit,
            "from": str(file) if name in said else "default",
        }
        for name, setting in declared().items()
    ]
    if as_json:
        print_json(rows)
    else:
        print_table("Settings", ("setting", "value", "unit", "from"), (row.values() for row in rows))


def _shown(setting: Setting, value: object) -> object:
    if setting.name in _HIDDEN and value:
        return "(hidden)"
    return str(value) if isinstance(value, Path) else value


@click.command()
@click.argument("file", type=PATH, required=False)
@json_option
def check(file: Path | None, *, as_json: bool) -> int:
    """Say everything that is wrong with a settings FILE; without FILE, with the one JUSUR_CONFIG names."""
    file = file or named_file()
    if file is None:
        message = "no settings file is named; give its path, or set JUSUR_CONFIG"
        raise ConfigurationError(message)
    _, faults = judge_settings(file, read_file(file))
    if as_json:
        print_json(
            [{"file": str(fault.file), "setting": fault.setting, "wrong": fault.wrong, "mend": fault.mend} for fault in faults]
        )
    elif faults:
        columns = ("setting", "what is wrong", "mend")
        rows = ((fault.setting, fault.wrong, fault.mend) for fault in faults)
        print_table(f"{file}: {how_many(len(faults), 'fault')}", columns, rows)
    else:
        print_line(f"{file}: nothing is wrong")
    return ConfigurationError.exit_status if faults else 0


@click.command()
@click.option("--markdown", is_flag=True, help="Write the reference page docs/settings.md instead.")
@json_option
def example(*, markdown: bool, as_json: bool) -> None:
    """Write a settings file with every setting, its meaning and its default, all commented out."""
    if as_json:
        names = ("name", "meaning", "wanted", "unit", "usual", "example")
        print_json([{name: getattr(setting, name) for name in names} for setting in declared().values()])
    else:
        click.echo(reference() if markdown else example_file(), nl=False)


def example_file() -> str:
    """A settings file in which each setting is explained, and commented out."""
    return "\n".join(line for setting in declared().values() for line in _explained(setting))


def _explained(setting: Setting) -> Iterator[str]:
    yield f"# {setting.meaning}"
    yield f"# {_values(setting)}; default: {setting.usual}"
    yield f"#{setting.name} = {setting.example}"
    yield ""


def _values(setting: Setting) -> str:
    return f"{setting.wanted} ({setting.unit})" if setting.unit else setting.wanted


def reference() -> str:
    """The page docs/settings.md."""
    rows = (f"| `{s.name}` | {s.meaning} | {_values(s)} | {s.usual} |\n" for s in declared().values())
    return _PAGE + "".join(rows)
