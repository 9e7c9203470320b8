"""Korean is the product: every line is there, well said, and safe to fill (docs/voice.md)."""

import ast
import re
from collections import defaultdict
from datetime import datetime
from pathlib import Path
from string import Formatter
from types import SimpleNamespace

import pytest

from bot import texts
from bot.center import load_center
from bot.clock import SEOUL
from bot.conversations import cards, hearing
from bot.conversations.announcing import ANNOUNCING
from bot.conversations.booking import BOOKING
from bot.conversations.consent import CONSENT
from bot.conversations.intake import INTAKE
from bot.conversations.script import Ask, Script
from bot.handlers import information, places
from bot.handlers.commands import COMMANDS
from bot.korean.districts import load_places
from bot.korean.repairs import Repair, repair
from bot.say import Say, say
from locales.update import catalog_of, lines_in_code, waiting

ROOT = Path(__file__).parents[1]
SCRIPTS = (INTAKE, BOOKING, ANNOUNCING, CONSENT)
CALLS = [
    node
    for path in sorted((ROOT / "bot").rglob("*.py"))
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
]
CODE = lines_in_code()
KO = {str(line.id): str(line.string) for line in catalog_of("ko") if line.id}

# The office's own sentence, word for word; the only one that is not 해요체.
OFFICIAL = "가능성 안내이며 자격 판정이 아닙니다."
REPORT = "잘못된 안내 신고"  # what a person says of us
LONGEST = "12월 22일 (수) 오전 10시 30분"  # what may fill a blank of a button
CLOSING = r"(?:</\w+>)*[\"'”’)\]]*"
PARTICLE = re.compile(
    rf"\}}{CLOSING}(?:(?:이|가|을|를|은|는|와|과|로|으로|나|이나|아|야|랑|이랑|라|이라|고|이고|며|이며|든|이든|죠|이죠|다|이다)"
    r"(?:요|도|는|만|서|써|부터)?(?![가-힣])|이에요|예요|이여서|이라서|라서|이라고|라고|이라는|라는|입니다)"
)
HANGUL = re.compile(r"[가-힣]")
BLANK = re.compile(r"\{\w+\}")
TAG = re.compile(r"<[^>]*>")
SENTENCE = re.compile(r"[^.?!\n]+[.?!](?=\s|$)")
POLITE = re.compile(r"[요죠][.?!]$|\}[.?!]$")
UNWELCOME = re.compile(r"니다|[!ㅋㅎㅠ]|[\U0001F000-\U0001FAFF\u2600-\u26FF\uFE0F]")
EXAMPLE = re.compile(r"‘([^’]+)’")
COMMAND = re.compile(r"(?<![\w.])/([a-z]+)(.?)")


def korean(line: Say) -> str:
    return texts.plain(line, "ko")


def blanks(text: str) -> list[str]:
    return sorted(name for _, name, _, _ in Formatter().parse(text) if name is not None)


def bones(text: str) -> str:
    """What stands between the blanks and tags."""
    return BLANK.sub("", TAG.sub("", text))


def bare(label: str) -> str:
    """As hearing compares what was typed with a label."""
    return hearing._bare(label)


def calls(name: str) -> list[ast.Call]:
    return [call for call in CALLS if isinstance(call.func, ast.Name) and call.func.id == name]


def line_of(node: ast.AST) -> str | None:
    """The English of a `say("…")`."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "say":
        text = node.args[0]
        return text.value if isinstance(text, ast.Constant) else None
    return None


def labels() -> set[str]:
    """The English of everything that can stand on a button."""
    found = {
        line for each in (*calls("Button"), *calls("Choice")) for node in each.args if (line := line_of(node))
    }
    found |= {
        line.text
        for line in (
            cards.DONE_CHOOSING,
            cards.NONE_OF_THESE,
            cards.BACK,
            cards.SKIP,
            cards.LEAVE,
            cards.YES_RIGHT,
        )
    }
    found |= {"Share my phone number", "No more news", "Yes, send me news", "Not at night", "At night too"}
    return found & set(KO)


def avoided() -> list[str]:
    """The words that voice.md does not want to hear."""
    section = (
        (ROOT / "docs/voice.md")
        .read_text(encoding="utf-8")
        .partition("\n## Words\n")[2]
        .partition("\n## ")[0]
    )
    rows = re.findall(r"^\| (`.*?) \|", section, re.MULTILINE)
    return [word for row in rows for word in re.findall(r"`([^`]+)`", row)]


# The code


def test_every_line_in_the_code_is_a_literal() -> None:
    loose = [ast.unparse(call) for call in calls("say") if not call.args or line_of(call) is None]

    assert not loose


def test_a_line_made_elsewhere_has_no_words_of_its_own() -> None:
    made = [
        call.args[0].value for call in calls("Say") if call.args and isinstance(call.args[0], ast.Constant)
    ]

    assert not [text for text in made if re.search(r"\w", bones(text))]


def test_every_blank_is_filled_where_the_line_is_said() -> None:
    wrong = [
        ast.unparse(call)
        for call in calls("say")
        if blanks(line_of(call) or "") != sorted(word.arg or "**" for word in call.keywords)
        and line_of(call) != cards.STEP.text  # filled where a question is shown
    ]

    assert wrong == []


# The catalogs


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_the_catalog_has_every_line_and_no_other(language: str) -> None:
    catalog = catalog_of(language)

    assert set(CODE) - {line.id for line in catalog} == set(), "run locales/update.py"
    assert {line.id for line in catalog if line.id} - set(CODE) == set(), "run locales/update.py"
    assert not waiting(catalog)
    assert not catalog.obsolete


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_a_line_has_the_blanks_of_the_english(language: str) -> None:
    lines = {str(line.id): str(line.string) for line in catalog_of(language) if line.id}

    assert [text for text, words in lines.items() if blanks(text) != blanks(words)] == []
    assert all(words.format(**dict.fromkeys(blanks(words), "1")) for words in lines.values())


@pytest.mark.parametrize("language", texts.LANGUAGES)
def test_tags_are_bold_balanced_and_those_of_the_english(language: str) -> None:
    lines = {str(line.id): str(line.string) for line in catalog_of(language) if line.id}

    assert [words for text, words in lines.items() if TAG.findall(text) != TAG.findall(words)] == []
    assert [
        words for words in lines.values() if re.search(r"[<>&]", re.sub(r"<b>[^<>]*</b>", "", words))
    ] == []


# The Korean


def test_korean_is_written_in_korean() -> None:
    assert [
        words for words in KO.values() if not HANGUL.search(words) and re.search(r"[^\W\d]", bones(words))
    ] == []
    assert [words for words in KO.values() if words != words.strip() or "  " in words] == []


def test_no_particle_depends_on_what_fills_a_blank() -> None:
    assert [words for words in KO.values() if PARTICLE.search(words)] == []


@pytest.mark.parametrize(
    "wrong", ["{name}이", "<b>{when}</b>로 해요", "‘{what}’을", "{day}은", "{n}예요", "{a}와 {b}"]
)
def test_a_particle_after_a_blank_would_be_found(wrong: str) -> None:
    assert PARTICLE.search(wrong)


@pytest.mark.parametrize(
    "right", ["{name} 님", "{when}에는", "{day}까지", "{years}년생", "{n}명은", "{center}에서", "{x}나이"]
)
def test_what_does_not_change_with_the_sound_may_stand_there(right: str) -> None:
    assert not PARTICLE.search(right)


def test_every_sentence_is_polite() -> None:
    sentences = [
        each for words in KO.values() for each in SENTENCE.findall(TAG.sub("", words.replace(OFFICIAL, "")))
    ]

    assert [each for each in sentences if HANGUL.search(each) and not POLITE.search(each)] == []


def test_no_word_that_we_avoid() -> None:
    said = [
        (words, word)
        for words in KO.values()
        for word in avoided()
        if word in words.replace(OFFICIAL, "").replace(REPORT, "")
    ]

    assert said == []
    assert [words for words in KO.values() if UNWELCOME.search(words.replace(OFFICIAL, ""))] == []


def test_the_page_about_our_voice_quotes_what_we_say() -> None:
    page = (ROOT / "docs/voice.md").read_text(encoding="utf-8").replace("\n  ", " ")
    table = [row.split("|")[3] for row in page.splitlines() if row.startswith("| ") and row.count("|") == 4]
    quoted = re.findall(
        r"\"([^\"]+)\"", page.partition("## When something does not go well")[2].partition("## For")[0]
    )
    sentences = [
        each.split(":")[0].strip(' …"')
        for words in (*table, *quoted)
        if HANGUL.search(words)
        for each in re.sub(r"\([a-z ]+\)", "", words).split(". ")
    ]

    assert len(sentences) > 15
    assert [each for each in sentences if not any(each.strip(" .") in words for words in KO.values())] == []


def test_a_line_is_short() -> None:
    plain = [TAG.sub("", words) for words in KO.values()]

    assert [words for words in plain if len(words) > 500] == []
    assert [each for words in plain for each in re.split(r"[.?!](?=\s)|\n", words) if len(each) > 75] == []


def test_a_command_exists_and_stands_alone() -> None:
    found = [
        each for words in KO.values() for each in COMMAND.findall(re.sub(r"\S+\.\S+", "", TAG.sub("", words)))
    ]

    assert {name for name, _ in found} <= {command.name for command in COMMANDS}
    assert [(name, behind) for name, behind in found if HANGUL.match(behind)] == []


def test_days_and_hours_are_said_as_people_say_them() -> None:
    moment = datetime(2026, 12, 2, 14, 30, tzinfo=SEOUL)

    assert korean(say("Canceled: {when}", when=moment)).endswith("12월 2일 (수) 오후 2시 30분")


# Buttons


def test_a_label_fits_on_a_button_and_says_something() -> None:
    spoken = [KO[english] for english in labels()]

    assert [label for label in spoken if len(BLANK.sub(LONGEST, label)) > 30] == []
    assert [
        label for label in spoken if not (HANGUL.search(label) or BLANK.search(label)) or TAG.search(label)
    ] == []
    assert [label for label in spoken if re.search(r"\d[^\w\s]\d", label)] == [], "1~3년 is read as 13년"


def test_labels_that_share_a_row_are_not_cut_off() -> None:
    visit = SimpleNamespace(staff_as=lambda _role: object())
    menu = [[korean(button.label) for button in row] for row in information.menu_rows(visit)]
    asked = [
        [korean(choice.label) for choice in ask.choices]
        for script in SCRIPTS
        for ask in script.questions
        if not ask.wide
    ]
    changes = [korean(say("Change: {what}", what=ask.called)) for ask in INTAKE.questions]
    sharing = [label for row in (*menu, *asked, changes) if len(row) > 1 for label in row]

    assert [label for label in sharing if len(label) > 12] == []


def test_labels_of_the_menu_are_distinct() -> None:
    visit = SimpleNamespace(staff_as=lambda _role: object())
    menu = [korean(button.label) for row in information.menu_rows(visit) for button in row]

    assert len({bare(label) for label in menu}) == len(menu)


@pytest.mark.parametrize(
    "ask", [ask for script in SCRIPTS for ask in script.questions], ids=lambda ask: ask.key
)
def test_choices_of_a_question_are_distinct_also_from_its_ways_out(ask: Ask) -> None:
    ways_out = (
        cards.BACK,
        cards.SKIP,
        cards.LEAVE,
        *((cards.DONE_CHOOSING, cards.NONE_OF_THESE) if ask.many else ()),
    )
    standing = [bare(korean(line)) for line in (*(choice.label for choice in ask.choices), *ways_out)]

    assert len(set(standing)) == len(standing)


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.key)
def test_answers_are_called_by_distinct_names(script: Script) -> None:
    called = [bare(korean(ask.called)) for ask in script.questions]

    assert len(set(called)) == len(called)


def test_the_same_label_leads_to_the_same_place() -> None:
    leads = defaultdict(set)
    for button in calls("Button"):
        data = button.args[1] if len(button.args) > 1 else None
        if (label := line_of(button.args[0])) and isinstance(data, ast.Constant):
            leads[bare(KO[label])].add(data.value)

    assert {label: where for label, where in leads.items() if len(where) > 1} == {}


def test_labels_of_different_lines_differ_unless_they_lead_to_the_same_place() -> None:
    leads = {
        label: data.value
        for button in calls("Button")
        if len(button.args) > 1
        and (label := line_of(button.args[0]))
        and isinstance(data := button.args[1], ast.Constant)
    }
    sounding = defaultdict(set)
    for label in labels():
        sounding[bare(KO[label])].add(label)

    alike = [
        same
        for same in sounding.values()
        if len(same) > 1 and len({leads.get(each, each) for each in same}) > 1
    ]
    assert alike == []


# Typing instead of pressing


@pytest.mark.parametrize(
    ("label", "meant"),
    [
        (cards.BACK, Repair.BACK),
        (cards.SKIP, Repair.SKIP),
        (cards.LEAVE, Repair.CANCEL),
        (information.MENU.label, Repair.HOME),
    ],
    ids=lambda each: each.text if isinstance(each, Say) else None,
)
def test_the_ways_out_can_be_typed(label: Say, meant: Repair) -> None:
    assert repair(korean(label)) is meant


def test_words_lead_to_their_own_place() -> None:
    visit = SimpleNamespace(staff_as=lambda _role: object())
    buttons = [button for row in information.menu_rows(visit) for button in row]
    leads = defaultdict(set)
    for button in buttons:
        leads[bare(korean(button.label))].add(button.data.removeprefix("menu:"))
    for place, lines in places.WORDS.items():
        for line in lines:
            leads[bare(korean(line))].add(place)

    assert {said: where for said, where in leads.items() if len(where) > 1} == {}


def test_no_label_or_wish_is_mistaken_for_another_wish() -> None:
    same = {Repair.HOME: "home", Repair.HELP: "help", Repair.PERSON: "person"}
    wishes = [(place, line) for place, lines in places.WORDS.items() for line in lines]
    visit = SimpleNamespace(staff_as=lambda _role: object())
    wishes += [
        (button.data.removeprefix("menu:"), button.label)
        for row in information.menu_rows(visit)
        for button in row
    ]

    wrong = [
        (place, korean(line)) for place, line in wishes if same.get(repair(korean(line)), place) != place
    ]
    lost = [(place, korean(line)) for place, line in wishes if repair(korean(line)) not in {None, *same}]
    assert wrong == []
    assert lost == []


def test_every_word_that_help_names_is_heard() -> None:
    named = EXAMPLE.findall(" ".join(KO[line] for line in CODE if "“skip”" in line))

    assert {repair(said) for said in named} >= {
        Repair.BACK,
        Repair.HOME,
        Repair.CANCEL,
        Repair.REPEAT,
        Repair.SKIP,
        Repair.RESTART,
    }
    assert None not in {repair(said) for said in named}


@pytest.mark.parametrize(
    "ask", [ask for script in SCRIPTS for ask in script.questions if ask.reads], ids=lambda ask: ask.key
)
def test_the_examples_of_a_hint_are_understood(ask: Ask) -> None:
    center = ROOT / "center"
    visit = SimpleNamespace(
        today=datetime(2026, 11, 23, 10, tzinfo=SEOUL),
        places=load_places(center / "places.toml"),
        center=load_center(center),
    )
    hint = f"{korean(ask.hint)} {korean(ask.words) if isinstance(ask.words, Say) else ''}"

    for example in EXAMPLE.findall(hint):
        steering = repair(example) is not None
        assert steering or ask.reads(example, visit) not in (None, ""), example  # Unclear would be raised


# What must be said


def test_programs_are_possibilities_not_verdicts() -> None:
    assert [line for line in KO if "eligibility" in line and OFFICIAL in KO[line]]


def test_somebody_in_despair_is_told_of_109() -> None:
    hard = [KO[line] for line in KO if "109" in line]

    assert hard
    assert all("109" in words for words in hard)


@pytest.mark.parametrize(
    ("key", "items"),
    [
        ("collect", ("목적:", "항목:", "기간:", "동의하지 않으셔도", "할 수 없어요")),
        (
            "abroad",
            (
                "받는 곳:",
                "연락처:",
                "나라:",
                "때와 방법:",
                "항목:",
                "목적과 기간:",
                "동의하지 않으시면",
                "할 수 없어요",
            ),
        ),
    ],
)
def test_consent_tells_every_item_of_the_law(key: str, items: tuple[str, ...]) -> None:
    ask = CONSENT.question(key)
    assert ask
    said = korean(ask.said(SimpleNamespace(center=load_center(ROOT / "center"))))

    assert [item for item in items if item not in said] == []


def test_commands_are_told_apart() -> None:
    about = [korean(command.about) for command in COMMANDS]

    assert len(set(about)) == len(about)
    assert all(len(words) <= 30 for words in about)
