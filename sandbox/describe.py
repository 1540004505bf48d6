"""`python -m sandbox.describe` writes api.json anew: method and parameter names, types, which are required.

The only place here that reads aiogram, and only its annotations.
"""

from __future__ import annotations

import inspect
import json
import re
from typing import Any

from sandbox.described import DESCRIPTION


def _type(annotation: Any) -> str:
    """The annotation in short: Integer, String, Boolean, Float, or Object for what goes as JSON."""
    text = str(annotation)
    if re.search(r"\bint \| str\b|\bUnion\[int, str\b", text):
        return "Integer or String"
    for mark, name in (("bool", "Boolean"), ("str", "String"), ("int", "Integer"), ("float", "Float")):
        if re.match(rf"(<class '|typing\.Optional\[|typing\.Union\[)?{mark}\b", text):
            return name
    return "Object"


def describe() -> dict[str, dict[str, dict[str, object]]]:
    """Every method class of the installed aiogram."""
    from aiogram import methods

    found: dict[str, dict[str, dict[str, object]]] = {}
    classes: list[Any] = [cls for _, cls in inspect.getmembers(methods, inspect.isclass)]
    for cls in classes:
        if not hasattr(cls, "__api_method__") or cls is methods.TelegramMethod:
            continue
        fields = {name: field for name, field in cls.model_fields.items() if field.init is not False}
        found[cls.__api_method__] = {
            name: {"type": _type(field.annotation), "required": field.is_required()}
            for name, field in fields.items()
        }
    return found


def main() -> None:
    text = json.dumps({"methods": describe()}, indent=1, sort_keys=True)
    DESCRIPTION.write_text(text + "\n", "utf-8")
    print(DESCRIPTION)


if __name__ == "__main__":
    main()
