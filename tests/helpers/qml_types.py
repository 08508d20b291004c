"""Type information of the view models and drawn items, for qmllint."""

import importlib
import json
import subprocess
from collections import defaultdict
from pathlib import Path

import PySide6
from PySide6.QtCore import QObject

from kiosk.config import ROOT

UI = ROOT / "kiosk" / "ui"
QML = UI / "qml"
TOOLS = Path(PySide6.__file__).parent


def tool(name: str) -> str:
    """A tool of the Qt wheel."""
    for place in (TOOLS, TOOLS / "Qt" / "libexec", ROOT / ".venv" / "bin"):
        for candidate in (place / name, place / f"pyside6-{name}"):
            if candidate.is_file():
                return str(candidate)
    message = f"{name} is not in the Qt wheel; run script/setup --test"
    raise FileNotFoundError(message)


def write_types(folder: Path) -> dict[str, list[Path]]:
    """Write qmltypes and qmldir of each QML module that Python registers; gives the Python files by module."""
    modules: defaultdict[str, list[Path]] = defaultdict(list)
    for path in sorted(UI.rglob("*.py")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("QML_IMPORT_NAME = "):
                modules[line.split('"')[1]].append(path)
    for module, files in modules.items():
        target = folder / Path(*module.split("."))
        target.mkdir(parents=True)
        described = [_describe(path, folder) for path in files]
        foreign = sorted((TOOLS / "Qt" / "metatypes").glob("qt6*_metatypes.json"))
        subprocess.run(
            [
                tool("qmltyperegistrar"),
                "--generate-qmltypes",
                str(target / "types.qmltypes"),
                "-o",
                str(folder / "unused.cpp"),
                *map(str, described),
                "--import-name",
                module,
                "--major-version",
                "1",
                "--foreign-types",
                ",".join(map(str, foreign)),
            ],
            check=True,
            capture_output=True,
        )
        needs = ["QtQuick", "QtQml.Models", *({"Kiosk.Values"} - {module})]
        lines = [f"module {module}", "typeinfo types.qmltypes", *(f"depends {need}" for need in needs)]
        (target / "qmldir").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return modules


def _describe(path: Path, folder: Path) -> Path:
    """The registered classes of a Python file, as Qt's tools read them; the properties as they are when the program runs."""
    target = folder / f"{path.stem}.json"
    answer = subprocess.run([str(ROOT / ".venv/bin/pyside6-metaobjectdump"), str(path)], check=True, capture_output=True, text=True)
    (described,) = json.loads(answer.stdout)
    module = importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
    for one in described["classes"]:
        kind = getattr(module, one["className"])
        if issubclass(kind, QObject):
            one["properties"] = _properties(kind)
    target.write_text(json.dumps([described]), encoding="utf-8")
    return target


def _properties(kind: type[QObject]) -> list[dict[str, object]]:
    seen = kind.staticMetaObject
    properties = [seen.property(number) for number in range(seen.propertyOffset(), seen.propertyCount())]
    return [
        {"index": number, "name": one.name(), "type": one.typeName(), "read": one.name(), "constant": one.isConstant()}
        | ({"notify": one.notifySignal().name().data().decode()} if one.hasNotifySignal() else {})
        for number, one in enumerate(properties)
    ]


def lint(files: list[Path], types: Path) -> subprocess.CompletedProcess[str]:
    """qmllint over QML files, every warning counted."""
    command = [tool("qmllint"), "--max-warnings", "0", "--unused-imports", "warning", "-I", str(types), "-I", str(QML)]
    return subprocess.run([*command, *map(str, files)], capture_output=True, text=True)
