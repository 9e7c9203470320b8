"""Names without the words around them."""

import pytest

from bot.korean.names import person_name
from bot.korean.unclear import Why
from tests.korean.outcomes import outcome

NAMES = [
    ("김철이에요", "김철"), ("유진이요", "유진"), ("응우옌 티 란입니다", "응우옌 티 란"), ("성은 김이고 이름은 민수예요", "김민수"), ("김민지", "김민지"), ("김민지요", "김민지"), ("김민지예요", "김민지"), ("김민지에요", "김민지"), ("김민지입니다", "김민지"), ("김민지입니다.", "김민지"), ("김민지~", "김민지"), ("저는 김민지예요", "김민지"),
    ("저 김민지인데요", "김민지"), ("제 이름은 김민지입니다", "김민지"), ("이름은 김민지요", "김민지"), ("이름: 김민지", "김민지"), ("성함은 박철수입니다", "박철수"), ("김민지라고 해요", "김민지"),
    ("김민지라고 합니다", "김민지"), ("김민지라고 불러주세요", "김민지"), ("안녕하세요 저는 이서연입니다", "이서연"), ("네 김민지입니다", "김민지"), ("네, 최민호요", "최민호"), ("박지은이요", "박지은"),
    ("박지은이에요", "박지은"), ("박지은이라고 합니다", "박지은"), ("김민준이고요", "김민준"), ("서강준이구요", "서강준"), ("전지현이요", "전지현"), ("이이슬이에요", "이이슬"), ("김수이요", "김수이"),
    ("이순신입니다", "이순신"), ("홍길동", "홍길동"), ("홍길동님", "홍길동"), ("홍길동 씨", "홍길동"), ("최은정 85년생", "최은정"), ("김민지, 35살", "김민지"), ("최민수(남)", "최민수"), ("김민지 010-1234-5678", "김민지"),
    ("김 민 지", "김민지"), ("이정 재", "이정재"), ("남궁민", "남궁민"), ("남궁민수입니다", "남궁민수"), ("황보라요", "황보라"), ("선우진", "선우진"), ("제 이름은 독고영재입니다", "독고영재"), ("김철", "김철"),
    ("정민", "정민"), ("차은우", "차은우"), ("김하늘", "김하늘"), ("한소희요", "한소희"), ("도경수예요", "도경수"), ("구본영입니다", "구본영"), ("나문희", "나문희"), ("오영수입니다", "오영수"), ("조성진이요", "조성진"),
    ("강호동", "강호동"), ("유재석이에요", "유재석"), ("나 김태희야", "김태희"), ("저는 윤하예요", "윤하"), ("민지예요", "민지"), ("영희라고 불러주세요", "영희"), ("김민지 아니고 김민자요", "김민자"),
    ("김민지로 해주세요", "김민지"), ("John Smith", "John Smith"), ("Nguyen Van An", "Nguyen Van An"), ("my name is Maria Santos", "Maria Santos"), ("임영웅이라", "임영웅"),
    ("장미란이여요", "장미란"), ("문재현입니다ㅎㅎ", "문재현"), ("송가인이요^^", "송가인"), ("박순자", "박순자"), ("김말순이에요", "김말순"), ("이복례요", "이복례"), ("정옥분입니다", "정옥분"),
]  # fmt: skip
UNCLEAR = [
    ("김현이요", Why.SEVERAL), ("", Why.NOTHING), ("몰라요", Why.NOTHING), ("비밀이에요", Why.NOTHING), ("비밀", Why.NOTHING), ("싫어요", Why.NOTHING), ("안녕하세요", Why.NOTHING),
    ("안녕", Why.NOTHING), ("이름이 뭐예요?", Why.NOTHING), ("왜요", Why.NOTHING), ("네", Why.NOTHING), ("아니요", Why.NOTHING), ("취소", Why.NOTHING), ("상담", Why.NOTHING), ("상담 신청이요", Why.NOTHING), ("예약", Why.NOTHING),
    ("오늘", Why.NOTHING), ("고민", Why.NOTHING), ("정말요", Why.NOTHING), ("이거요", Why.NOTHING), ("010-1234-5678", Why.NOTHING), ("북구", Why.NOTHING), ("서른다섯", Why.NOTHING), ("85년생", Why.NOTHING), ("hello", Why.NOTHING),
    ("I want a job", Why.NOTHING), ("일자리 찾아요", Why.NOTHING), ("실업급여", Why.NOTHING), ("이력서 어떻게 써요", Why.NOTHING), ("구직 신청", Why.NOTHING), ("주부", Why.NOTHING), ("저요", Why.NOTHING), ("모르겠어요", Why.NOTHING),
    ("나중에 할게요", Why.NOTHING), ("개인정보라 싫은데", Why.NOTHING), ("익명이요", Why.NOTHING), ("네동의", Why.NOTHING), ("동의해요", Why.NOTHING), ("전화주세요", Why.NOTHING), ("조선대", Why.NOTHING), ("남구요", Why.NOTHING), ("신입이요", Why.NOTHING),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), NAMES + UNCLEAR)
def test_a_name(text: str, expected: str | Why) -> None:
    assert outcome(person_name, text) == expected
