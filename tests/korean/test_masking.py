"""Numbers nobody may keep never stay in a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.korean.masking import Kind, found, mask, mask_json

HIDDEN = [
    ("850101-1234567", "●●●●●●-●●●●●●●", Kind.RESIDENT), ("8501011234567", "●●●●●●●●●●●●●", Kind.RESIDENT), ("850101 1234567", "●●●●●● ●●●●●●●", Kind.RESIDENT),
    ("850101 - 2234567", "●●●●●● - ●●●●●●●", Kind.RESIDENT), ("850101 다시 1234567", "●●●●●● 다시 ●●●●●●●", Kind.RESIDENT), ("850101다시1234567이요", "●●●●●●다시●●●●●●●이요", Kind.RESIDENT),
    ("８５０１０１－１２３４５６７", "●●●●●●－●●●●●●●", Kind.RESIDENT), ("제 주민번호는 850101–1234567입니다", "제 주민번호는 ●●●●●●–●●●●●●●입니다", Kind.RESIDENT), ("850101\n1234567", "●●●●●●\n●●●●●●●", Kind.RESIDENT),
    ("8 5 0 1 0 1 - 1 2 3 4 5 6 7", "● ● ● ● ● ● - ● ● ● ● ● ● ●", Kind.RESIDENT), ("030201-3123456", "●●●●●●-●●●●●●●", Kind.RESIDENT), ("900101-5123456", "●●●●●●-●●●●●●●", Kind.FOREIGNER),
    ("900101-6123456", "●●●●●●-●●●●●●●", Kind.FOREIGNER), ("M12345678", "●●●●●●●●●", Kind.PASSPORT), ("M123A4567", "●●●●●●●●●", Kind.PASSPORT), ("여권번호 AB1234567", "여권번호 ●●●●●●●●●", Kind.PASSPORT),
    ("4111-1111-1111-1111", "●●●●-●●●●-●●●●-●●●●", Kind.CARD), ("카드 5555555555554444", "카드 ●●●●●●●●●●●●●●●●", Kind.CARD), ("계좌 123-456-789012", "계좌 ●●●-●●●-●●●●●●", Kind.ACCOUNT), ("농협 3021234567891 입니다", "농협 ●●●●●●●●●●●●● 입니다", Kind.ACCOUNT),
]  # fmt: skip
KEPT = [
    "010-1234-5678", "01012345678", "062-609-8500", "B-12345", "예약번호 B-12345 입니다", "2026-11-23 10:00", "2026.11.23", "991332-1234567", "850101", "85년 1월 1일", "월급 2500000원", "1350 1577-0071", "광주은행 다녀요 010-1234-5678",
    "북구 사는 서른다섯이고요 사무직 5년 했는데 지금은 쉬어요", "사업자번호 123-45-67890", "20261123100", "",
]  # fmt: skip

DIGITS = st.text(alphabet="0123456789０１２３４５６７８９- 다시계좌여권Mm●가𝟏", max_size=40)


@pytest.mark.parametrize(("text", "hidden", "kind"), HIDDEN)
def test_hidden(text: str, hidden: str, kind: Kind) -> None:
    assert mask(text) == hidden
    assert found(text) == {kind}


@pytest.mark.parametrize("text", KEPT)
def test_kept(text: str) -> None:
    assert mask(text) == text
    assert not found(text)


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@given(st.one_of(DIGITS, st.text(max_size=60)))
def test_keeps_its_length_and_hides_once(text: str) -> None:
    masked = mask(text)
    assert _units(masked) == _units(text)
    assert mask(masked) == masked
    assert not found(masked)


@given(
    st.dates(),
    st.integers(1, 8),
    st.integers(0, 999_999),
    st.sampled_from(["-", "", " ", " - ", "다시", " 다시 "]),
    st.text(alphabet="가나다 .,", max_size=5),
)
def test_no_resident_number_stays(born: object, sex: int, rest: int, joint: str, around: str) -> None:
    number = f"{born:%y%m%d}{joint}{sex}{rest:06d}"
    masked = mask(around + number + around)
    assert not any(character.isdigit() for character in masked)


def test_every_text_of_a_structure() -> None:
    update = {
        "message": {"text": "850101-1234567", "id": 8501011234567, "list": ["M12345678", None, 1.5, True]}
    }
    assert mask_json(update) == {
        "message": {"text": "●●●●●●-●●●●●●●", "id": 8501011234567, "list": ["●●●●●●●●●", None, 1.5, True]}
    }
