"""What somebody is called."""

import re

from bot.korean.plain import wide_to_plain
from bot.korean.unclear import Unclear, Why

_SURNAMES = frozenset(
    "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구라나진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용예경봉사부복태목형피두감호음빈동온시범좌팽승간견당단화창빙"
)
_DOUBLE_SURNAMES = ("남궁", "황보", "제갈", "사공", "선우", "서문", "독고", "동방", "어금")
# Syllables given names are made of; a word with another syllable is hardly a name.
_GIVEN = frozenset(
    "가강건겸경계고곤관광교구국권규균근금기길나남노다단달담대덕도동두라란람래량련례로록루륜률름린림마만매명모목무문미민반배백범별병보복봉부분빈빛산삼상새샘서석선설섭성세소솔송수숙순슬승시식신아안애양언여연열엽영예오옥온완용우욱운웅원월위유윤율은을음의이인일임자장재전정제조종주준중지진찬창채천철청초춘충치태택판표필하학한해행향헌혁현형혜호홍화환회훈휘희흠흥힘결겨누늘단델들루리비사솜슬아엘옹우정찬찬콩큰하본갑복추홀탄릉곤격공길난님돈두락랑렴루맑몽봄별숲숭쌍악암야약엄에염웰으읍제증집착척초출층친칠탁"
)
_WORDS = frozenset(
    "이름 이거 이것 저거 그거 정말 안녕 우리 나는 오늘 지금 신청 상담 예약 취업 고민 주문 정보 장소 서류 조건 전화 연락 고용 이사 이직 채용 구직 신입 경력 남자 여자 안내 문의 변경 현재 "
    "하나 공부 도움 육아 원해 강사 유지 지원 소개 방문 인사 이미 이유 이번 진짜 주소 최근 장사 전주 광주 동구 서구 남구 북구 여기 거기 저기 어디 언제 하하 호호 주부 백수 무직 학생 선생 사장 기사 "
    "간호사 의사 교사 경비 청소 안돼 안해 모름 비밀 익명 없음 이상 이하 성함 성명 본명 실명 별명 남성 여성 주민 시민 회원 손님 고객 이모 고모 엄마 아빠 형 언니 오빠 누나 동생 아들 하지만 한국 한국인 "
    "서울 부산 대구 인천 경기 강원 제주 전남 전북 화순 나주 담양 조금 조용 천천히 고생 수고 감사 미안 죄송 정지 취소 이전 처음 다시 그만 메뉴 건너 기본 예전 방금 나중 오후 오전 내일 모레 "
    "월요일 화요일 수요일 목요일 금요일 고양이 강아지 나비 사과 이음 이용 이해 기다려 두고 나이 남편 아내 가족 주의 기타 성별 공개 비공개 국적 한글 영어 이메일 연결 주말 평일 이틀 하루 사람 "
    "사진 오타 수정 정정 문자 한번 홍보 현장 구인 전문 공사 공장 노동 정규직 계약직 용접 배달 조리 조선대 전남대 상무 안전 기계 전기 인문 경영 경제 경찰 소방 서비스 "
    "모르 몰라 몰라요 싫어 왜요 뭐요 뭐라 그냥 아무 아무거나 아직 어려 어떻게 빛나 챗봇 상담사 선생님 직원 기억 금요일 정보요 유료 무료 현금 원서 이력서 자소서 면접 시급 연봉 월급 "
    "백만 천만 이백 삼백 이천 사천 오천 일년 이년 삼년 사년 오년 육년 오십 육십 이십 사십 구십 서른 마흔 하네 안녕하세 반가 고마 고맙 제가 저는 전데 나야 나예 저예 저요 나요 주세 조심 이제 지금은 안함 안할래 하기싫 반갑 성인 노인 청년 중년 미혼 기혼 이혼 장애 장애인 외국인 일본 중국 태국 미국 몽골 인도 지나가 지나 보류 유보 이따 이따가 전달 인정 인식 신고 신분 신분증 도와 하고 하나요 해봐 해지 한잔 한시 두시 세시 네시 원하는 원함 문제 문의요 가능 가지 간단 대기 대학생 대학 고등 고졸 대졸 초졸 중졸 석사 박사 전공 학교 학원 기관 기업 회사 사업 영업 사무 생산 운전 판매 서빙 미용 요양 간병 보육 교육 마트".split()
)
_FRAME = re.compile(
    r"^(?:(?:아|음|네|넵|예|안녕하세요|안녕하십니까|반갑습니다|저기요?|그|어)[\s,.!~]+)*"
    r"(?:(?:제|저의|내|본인|신청자|예약자)?\s*(?:이름|성함|성명|본명|실명|name)\s*(?:은|는|이|:|=|-)?\s*|(?:저는?|전|제가|나는?|난|본인은|my name is|i am|i'm|im|this is)\s+(?:그냥\s+)?)?",
    re.IGNORECASE,
)
_TAIL = (
    r"(?:이?라고?\s*(?:합니다|해요|하는데요|불러\s*주세요|불러\s*줘요?|불러요|부르세요|부르시면\s*돼요|하면\s*돼요|적어\s*주세요|써\s*주세요|해\s*주세요|함|한다|하요|하제|하고요|하구요)|"
    r"이라\s*(?:합니다|해요|하오|불러\s*주세요)|라\s*(?:합니다|해요)|"
    r"입니다|임니다|입니당|이옵니다|인데요|인디요|임|이에요|이예요|에요|예요|여요|이여요|이에용|이요|이여|요|용|이구요|이고요|고요|구요|이야|야|이다|이지라|이랑께|이당께|잉|이라우|"
    r"\s*(?:로|으로)\s*(?:해\s*주세요|할게요|적어\s*주세요|불러\s*주세요|예약해\s*주세요|부탁해요|부탁드려요|부탁드립니다|신청할게요|해줘요?|해요|하죠))?"
)
_HONORIFIC = r"(?:\s*(?:님|씨|군|양))?"
_ORNAMENT = r"[\s.,!~^ㅋㅎㅠㅜ♡♥☆★;:)(]*"
_WRITTEN = re.compile(r"[가-힣]{2,5}|[가-힣](?: [가-힣]){1,3}|[가-힣] [가-힣]{2}|[가-힣]{2} [가-힣]{1,2}")
_BEHIND = re.compile(rf"{_HONORIFIC}(?:{_TAIL}){_ORNAMENT}")
_LATIN = re.compile(
    r"(?P<name>[A-Za-zÀ-ỹ][A-Za-zÀ-ỹ'’.\-]*(?:\s+[A-Za-zÀ-ỹ][A-Za-zÀ-ỹ'’.\-]*){1,4})(?:입니다|이에요|예요|이요|요)?"
    + _ORNAMENT
)
_CORRECTED = re.compile(
    r"(?:이|가)?\s*(?:말고|아니고|아니라|아니구)\s*(?:요)?\s+|[\s,.]+아+\s*아니\s*(?:다|요)?[\s,.]+|[\s,.]+아니\s*(?:다|요)?[\s,.]+"
)
_MORE = re.compile(
    r"[\s,/(]+(?=\d|만\s?\d|여자?\b|남자?\b|여성|남성|여\)|남\)|01\d|[5-9]\d년|북구|남구|서구|동구|광산구).*$|[,.]\s+[가-힣\s\d]+$"
)
_ENGLISH_WORDS = frozenset(
    "i you want hello hi help job the to is please what yes no back menu stop skip cancel need looking for my english speak xin".split()
)


def _has_final(syllable: str) -> bool:
    return (ord(syllable) - 0xAC00) % 28 != 0


def _given_part(name: str) -> str | None:
    """The given name behind a surname, or None where no surname begins the name."""
    if name.startswith(_DOUBLE_SURNAMES) and 3 <= len(name) <= 4:
        return name[2:]
    return name[1:] if name[0] in _SURNAMES and 2 <= len(name) <= 4 else None


def _is_name(name: str, *, framed: bool) -> bool:
    if name in _WORDS or any(
        name.startswith(word) and len(name) - len(word) < 2 and len(word) > 2 for word in _WORDS
    ):
        return False
    given = _given_part(name)
    if (
        given is not None
        and all(syllable in _GIVEN for syllable in given)
        and len(given) <= (3 if framed else 2)
    ):
        return True
    return len(name) == 2 and all(syllable in _GIVEN for syllable in name) and framed


def _candidates(said: str) -> list[str]:
    """The names the sentence may hold; two where 이 may belong to the name or to the ending."""
    ends = range(2, min(len(said), 7) + 1)
    written = [
        said[:end] for end in ends if _WRITTEN.fullmatch(said, 0, end) and _BEHIND.fullmatch(said, end)
    ]
    return list(dict.fromkeys(name.replace(" ", "") for name in written))


def _fits(name: str, said: str, *, framed: bool) -> bool:
    """Whether the ending behind the name is the one its last sound takes."""
    tail = re.sub(r"[^가-힣]", "", said.replace(" ", ""))[len(name) :]
    if not _is_name(name, framed=framed or len(tail) > 1):
        return False
    if (
        tail.startswith(("이요", "이에요", "이예요", "이라", "이고", "이구", "이야", "이다"))
        or tail == "이여"
    ):
        return _has_final(name[-1])
    if tail.startswith(("예요", "에요", "여요", "라고", "라합", "라해", "야", "고요", "구요")):
        return not _has_final(name[-1]) or tail.startswith(("에요", "예요", "고요", "구요"))
    return True


def _settled(names: list[str]) -> str:
    """One of the readings: three syllables are a Korean name, two or four are not where three are possible."""
    if len(names) > 1:
        usual = [name for name in names if len(name) == 3 and name[-1] != "이"]
        if len(usual) != 1:
            raise Unclear(Why.SEVERAL, *names)
        return usual[0]
    if not names:
        raise Unclear(Why.NOTHING)
    return names[0]


def _korean(said: str, *, framed: bool) -> str:
    names = [name for name in _candidates(said) if _fits(name, said, framed=framed)]
    return _settled(names)


def person_name(text: str) -> str:
    """The name without the words around it: "저는 김민지라고 해요" → "김민지"."""
    said = _CORRECTED.split(wide_to_plain(text[:120]).strip())[-1].strip()
    if "?" in said:
        raise Unclear(Why.NOTHING)
    frame = _FRAME.match(said)
    framed = bool(
        frame and re.search(r"이름|성함|성명|본명|name|저|전|제가|나|난|본인|i", frame[0], re.IGNORECASE)
    )
    rest = _MORE.sub("", said[frame.end() :] if frame else said).strip()
    latin = _LATIN.fullmatch(rest)
    if latin and not set(latin["name"].lower().split()) & _ENGLISH_WORDS:
        return str(latin["name"])
    return _korean(rest, framed=framed)
