"""Bring every catalog up to date with the lines in the code, and say which of them still wait for words.

    .venv/bin/python locales/update.py

`pybabel extract -k say` is not enough: it takes `visit.chat.say(…)` for a line of ours and then overlooks
the lines inside of it. Here a line is what it is in the code: `say("…")`, the function of that name.
"""  # noqa: INP001 (a tool that lies beside its catalogs, not a package)

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages import Catalog
from babel.messages.pofile import read_po, write_po

LOCALES = Path(__file__).parent
BOT = LOCALES.parent / "bot"
SOURCE = "en"
WIDTH = 100


def calls_of_say(source: str) -> Iterator[ast.Call]:
    """Every call of our `say`, in the order of the page; the method `chat.say` is another thing."""
    calls = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    ours = [call for call in calls if isinstance(call.func, ast.Name) and call.func.id == "say"]
    yield from sorted(ours, key=lambda call: (call.lineno, call.col_offset))


def lines_in_code(folder: Path = BOT) -> dict[str, list[str]]:
    """Each English line, and the files in which it stands."""
    lines: dict[str, list[str]] = {}
    for path in sorted(folder.rglob("*.py")):
        for call in calls_of_say(path.read_text(encoding="utf-8")):
            text = call.args[0]
            if isinstance(text, ast.Constant) and isinstance(text.value, str):
                files = lines.setdefault(text.value, [])
                name = path.relative_to(folder.parent).as_posix()
                files += [name] if name not in files else []
    return lines


def catalog_of(language: str) -> Catalog:
    """The translators' file of that language."""
    with _path(language).open("rb") as file:
        return read_po(file, locale=language)


def updated(language: str) -> Catalog:
    """The catalog with the lines of today; a line that was reworded keeps its words, marked as fuzzy."""
    template = Catalog(charset="utf-8")
    for text, files in lines_in_code().items():
        template.add(text, locations=[(name, 0) for name in files])
    path = _path(language)
    catalog = catalog_of(language) if path.exists() else Catalog(locale=language, charset="utf-8")
    catalog.update(template, no_fuzzy_matching=language == SOURCE, update_creation_date=False)
    if language == SOURCE:
        for message in catalog:
            message.string = message.string or message.id
    catalog.fuzzy = False
    return catalog


def waiting(catalog: Catalog) -> list[str]:
    """The lines without words, and those whose words are to be looked at again."""
    return [str(message.id) for message in catalog if message.id and (message.fuzzy or not message.string)]


def _path(language: str) -> Path:
    return LOCALES / language / "LC_MESSAGES" / "bot.po"


def main() -> int:
    """Write every catalog; 1 where a line still waits."""
    missing = 0
    for language in sorted(path.parts[-3] for path in LOCALES.glob("*/LC_MESSAGES/bot.po")):
        catalog = updated(language)
        with _path(language).open("wb") as file:
            write_po(file, catalog, width=WIDTH, ignore_obsolete=True, include_lineno=False)
        lines = waiting(catalog)
        missing += len(lines)
        sys.stdout.write(f"{language}: {len(catalog)} lines, {len(lines)} waiting\n")
        sys.stdout.writelines(f"  {line!r}\n" for line in lines)
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
