"""Type information of the view models and drawn items, for qmllint."""

import importlib
import json
import subprocess
from collections import defaultdict
from pathlib import Path
from types import ModuleType

import PySide6
from PySide6.QtCore import QMetaMethod, QMetaProperty, QObject

from kiosk.config import ROOT
from kiosk.ui.shell import rows, serving_rows

UI = ROOT / "kiosk" / "ui"
QML = UI / "qml"
SINGLETONS = {"TextBoxes"}
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
    """The types a Python file registers, in the form Qt's tools read, with the members they have when the program runs."""
    module = importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))
    kinds = list(serving_rows.TYPES.values()) if module is rows else _registered(module)
    target = folder / f"{path.stem}.json"
    version = {"QML_IMPORT_NAME": module.QML_IMPORT_NAME, "QML_IMPORT_MAJOR_VERSION": module.QML_IMPORT_MAJOR_VERSION}
    described = {"classes": [_type(kind) for kind in kinds], "inputFile": str(path), "outputRevision": 68} | version
    target.write_text(json.dumps([described]), encoding="utf-8")
    return target


def _registered(module: ModuleType) -> list[type[QObject]]:
    own = [kind for kind in vars(module).values() if isinstance(kind, type) and kind.__module__ == module.__name__]
    return [kind for kind in own if issubclass(kind, QObject)]


def _type(kind: type[QObject]) -> dict[str, object]:
    name, seen = kind.__name__, kind.staticMetaObject
    told = {"QML.Element": "auto"}
    if name in SINGLETONS:
        told |= {"QML.Singleton": "true"}
    else:
        told |= {"QML.Creatable": "false", "QML.UncreatableReason": "made in Python"}
    methods = [seen.method(number) for number in range(seen.methodOffset(), seen.methodCount())]
    return {
        "className": name,
        "qualifiedClassName": name,
        "object": True,
        "superClasses": [{"access": "public", "name": (QObject if kind in rows.TYPES.values() else kind.__base__).__name__}],
        "classInfos": [{"name": key, "value": value} for key, value in told.items()],
        "properties": [_property(seen.property(n), n) for n in range(seen.propertyOffset(), seen.propertyCount())],
        "signals": [_method(one) for one in methods if one.methodType() == QMetaMethod.MethodType.Signal],
        "slots": [_method(one) for one in methods if one.methodType() == QMetaMethod.MethodType.Slot],
    }


def _property(one: QMetaProperty, number: int) -> dict[str, object]:
    notify = {"notify": bytes(one.notifySignal().name().data()).decode()} if one.hasNotifySignal() else {}
    return {"index": number, "name": one.name(), "type": one.typeName(), "read": one.name(), "constant": one.isConstant()} | notify


def _method(one: QMetaMethod) -> dict[str, object]:
    types = [bytes(kind.data()).decode() for kind in one.parameterTypes()]
    arguments = [{"name": f"a{number}", "type": kind} for number, kind in enumerate(types, 1)]
    return {"access": "public", "name": bytes(one.name().data()).decode(), "returnType": one.typeName(), "arguments": arguments}


def lint(files: list[Path], types: Path) -> subprocess.CompletedProcess[str]:
    """qmllint over QML files, every warning counted."""
    command = [tool("qmllint"), "--max-warnings", "0", "--unused-imports", "warning", "-I", str(types), "-I", str(QML)]
    return subprocess.run([*command, *map(str, files)], capture_output=True, text=True)
