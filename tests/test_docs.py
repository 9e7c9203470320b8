"""Docs that can be checked are checked."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from bot import texts
from bot.__main__ import parser
from bot.handlers.commands import COMMANDS, Command

ROOT = Path(__file__).parent.parent
PAGES = sorted(
    [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "center").rglob("*.md")],
    key=str,
)
GUIDES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "docs" / "operations.md"]
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("0*.md"))
BOTFATHERS = {"bot", "newbot", "revoke", "setabouttext", "setdescription", "setjoingroups", "setuserpic"}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())


def read(name: str) -> str:
    return (ROOT / name).read_text()


def ids(page: Path) -> str:
    return str(page.relative_to(ROOT))


def tracked() -> list[Path]:
    """What is in the repository."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [path for name in listed.stdout.split("\0") if name and (path := ROOT / name).is_file()]


# Commands, settings, targets: what the docs name exists, and what exists is named.


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_is_in_the_readme_in_both_languages(command: Command) -> None:
    row = next(
        (line for line in read("README.md").splitlines() if line.startswith(f"| `/{command.name}` |")), ""
    )
    _, _, korean, english, _ = [cell.strip() for cell in row.split("|")]
    assert korean.startswith(texts.plain(command.about, "ko"))
    assert english.startswith(texts.plain(command.about, "en"))


@pytest.mark.parametrize("page", PAGES, ids=ids)
def test_every_command_that_a_page_names_exists(page: Path) -> None:
    named = set(re.findall(r"`/([a-z]+)(?: [^`]*)?`", page.read_text()))
    assert named <= {command.name for command in COMMANDS} | BOTFATHERS


def test_every_setting_is_in_the_operations_guide() -> None:
    code = [path for room in ("bot", "sandbox", "demo") for path in (ROOT / room).rglob("*.py")]
    used = {name for path in code for name in re.findall(r"BITNA_[A-Z_]*[A-Z]", path.read_text())}
    described = set(re.findall(r"^\| `(BITNA_[A-Z_]+)` \|", read("docs/operations.md"), re.MULTILINE))
    assert described == used


@pytest.mark.parametrize("page", GUIDES, ids=ids)
def test_every_make_target_that_a_page_names_exists(page: Path) -> None:
    targets = set(re.findall(r"^([a-z]+):", read("Makefile"), re.MULTILINE))
    named = set(re.findall(r"(?:`|^|&& |_PORT=\d+ |_KEEP=1 )make ([a-z]+)", page.read_text(), re.MULTILINE))
    assert named
    assert named <= targets


def test_make_lists_its_targets() -> None:
    makefile = read("Makefile")
    [phony] = re.findall(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)
    explained = set(re.findall(r"^([a-z]+):[^#]*## ", makefile, re.MULTILINE))
    assert explained == set(phony.split())


@pytest.mark.parametrize("page", GUIDES, ids=ids)
def test_every_word_of_the_command_line_that_a_page_names_exists(page: Path) -> None:
    [words] = [
        action.choices for action in parser()._actions if action.dest == "==SUPPRESS==" and action.choices
    ]
    named = set(re.findall(r"(?:`|bin/)bitna ([a-z]+)", page.read_text()))
    assert named <= set(words)


# Links, pictures, decisions.


@pytest.mark.parametrize("page", PAGES, ids=ids)
def test_links_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\(([^)\s]+)\)", page.read_text())
    here = [target.partition("#")[0] for target in targets if not re.match(r"https?://|#", target)]
    assert [target for target in here if not (page.parent / target).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=ids)
def test_links_within_a_page_lead_to_a_heading(page: Path) -> None:
    text = page.read_text()
    headings = {
        re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-")
        for heading in re.findall(r"^#+ (.*)$", text, re.MULTILINE)
    }
    assert set(re.findall(r"\]\(#([^)]+)\)", text)) <= headings


def test_the_picture_of_the_readme_is_light() -> None:
    picture = ROOT / "docs" / "demo.png"
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert picture.stat().st_size < 400_000


@pytest.mark.parametrize("page", DECISIONS, ids=ids)
def test_a_decision_has_a_status_and_its_parts_on_one_page(page: Path) -> None:
    text = page.read_text()
    number = page.name.split("-")[0]
    assert text.startswith(f"# {number} · ")
    assert re.search(r"^Status: (proposed|accepted|replaced by \d{4}), \d{4}-\d\d-\d\d$", text, re.MULTILINE)
    assert re.findall(r"^## (.*)$", text, re.MULTILINE) == ["Context", "Decision", "Consequences"]
    assert len(text.splitlines()) <= 60


def test_decisions_are_numbered_without_gaps_and_listed() -> None:
    assert [int(page.name[:4]) for page in DECISIONS] == list(range(1, len(DECISIONS) + 1))
    listed = re.findall(r"\]\((0[^)]+)\)", read("docs/decisions/README.md"))
    assert listed == [page.name for page in DECISIONS]


def test_the_changelog_knows_this_version() -> None:
    headings = re.findall(r"^## (.*)$", read("CHANGELOG.md"), re.MULTILINE)
    assert headings[0] == "Unreleased"
    assert PROJECT["project"]["version"] in headings[1]


# Words.


def test_every_word_of_the_glossary_has_one_meaning() -> None:
    rows = re.findall(r"^\| ([^|]+) \|", read("docs/glossary.md"), re.MULTILINE)
    words = [word.strip() for row in rows for word in row.split(",") if row not in {"word", "---"}]
    assert [word for word in words if words.count(word) > 1] == []


@pytest.mark.parametrize(
    "word",
    [
        "job seeker",
        "counselor",
        "operator",
        "intake",
        "slot",
        "appointment",
        "program",
        "fair",
        "announcement",
        "notice",
    ],
)
def test_the_glossary_has_the_fields_words(word: str) -> None:
    rows = [line for line in read("docs/glossary.md").splitlines() if line.startswith("| ")]
    assert any(word in row.split("|")[1] for row in rows)


@pytest.mark.parametrize("page", PAGES, ids=ids)
def test_the_spelling_is_american(page: Path) -> None:
    british = r"\b(counsell\w+|programmes?|cancell(?:ed|ing)|colours?|behaviours?|organis\w+|recognis\w+|licence|centres?)\b"
    assert re.findall(british, page.read_text(), re.IGNORECASE) == []


# What must not be in the repository.


def test_no_file_names_a_registry_or_a_folder_of_somebodys_machine() -> None:
    hosts = [
        ".".join(parts) for parts in (("pypi", "org"), ("python" + "hosted", "org"), ("registry", "npmjs"))
    ]
    folders = [f"/{folder}/" for folder in ("root", "home", "Users", "work")]
    pattern = re.compile(
        "|".join([*map(re.escape, hosts), *(rf"(?<![\w.}}*-]){folder}\w" for folder in folders)])
    )
    found = [
        f"{path.relative_to(ROOT)}: {match.group()}"
        for path in tracked()
        if path.suffix not in {".png", ".svg"}
        for match in pattern.finditer(path.read_text(errors="replace"))
    ]
    assert found == []


def pins(name: str) -> dict[str, str]:
    return dict(re.findall(r"^([a-z0-9-]+)(?:\[[^\]]*\])?==([^ ;\\]+)", read(name), re.MULTILINE))


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_requirement_is_pinned_by_hash(name: str) -> None:
    blocks = re.split(r"\n(?=\S)", read(name).strip())
    assert [block for block in blocks if "==" not in block or "--hash=sha256:" not in block] == []


def test_the_requirements_fit_together_and_cover_the_project() -> None:
    runtime, everything = pins("requirements.txt"), pins("requirements-dev.txt")
    assert runtime.items() <= everything.items()
    wanted = [*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["build"]]
    names = {re.split(r"[\[<>=; ]", line)[0].lower() for line in wanted}
    assert names <= set(runtime)
