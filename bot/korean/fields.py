"""The field of work somebody has in mind, as the first digit of KECO 2018."""

import re

from bot.korean.corrections import what_stands
from bot.korean.plain import plain
from bot.korean.unclear import only

_WORDS = {
    "0": (
        "사무 경리 회계 총무 인사팀 인사과 인사업무 인사담당 기획 행정 비서 은행 금융 보험 세무 "
        "마케팅 홍보 콜센터 고객상담 고객센터 안내데스크 무역 관리직 노무 자료입력 데이터입력 "
        "문서작성 경영 재무 구매 사무보조 오피스 엑셀 전산입력 보험설계사 증권 회계사무 일반사무 "
        "접수원 사무관리 경영지원 상담원 홍보마케팅"
    ),
    "1": (
        "연구원 연구직 연구소 연구개발 개발자 개발직 프로그래머 프로그래밍 it 코딩 소프트웨어 "
        "웹개발 앱개발 데이터분석 엔지니어 기계설계 건축설계 회로설계 전기설계 설계직 건축사 "
        "인공지능 ai 시스템개발 네트워크 정보보안 전산 캐드 백엔드 프론트엔드 서버개발 빅데이터 "
        "공학 안전관리자 산업안전 측량"
    ),
    "2": (
        "교사 강사 학원강사 유치원 어린이집 보육교사 보육 사회복지 사회복지사 복지사 복지관 복지 "
        "변호사 법무 법률 경찰 소방 군인 직업상담 직업상담사 교육 학교 선생님 교수 사서 청소년지도 "
        "방과후 과외 부사관 교직 심리상담사 상담사"
    ),
    "3": (
        "간호사 간호조무사 간호조무 간호 의사 약사 물리치료 물리치료사 치위생사 치위생 치과위생사 "
        "방사선사 임상병리 영양사 응급구조사 작업치료 의료 보건 한의사 언어치료 안경사 의무기록"
    ),
    "4": (
        "디자인 디자이너 영상편집 영상 방송 작가 사진 사진작가 음악 가수 배우 스포츠 체육 코치 웹툰 "
        "기자 유튜브 미술 공연 연예 헬스트레이너 트레이너 그래픽 일러스트 촬영 웹디자인 웹디자이너 "
        "인테리어디자인 피디 모델 예술 만화 게임그래픽 요가강사 필라테스 체육강사 수영강사"
    ),
    "5": (
        "미용 미용사 미용실 헤어 네일 피부관리 피부관리사 메이크업 여행 여행사 관광 호텔 숙박 "
        "음식점 음식 요리 요리사 조리 조리사 조리원 주방 주방보조 식당 홀서빙 서빙 카페 바리스타 "
        "경비 경비원 경호 보안요원 청소 미화 미화원 환경미화 가사도우미 가사 돌봄 아이돌봄 "
        "요양보호사 요양보호 요양 간병 간병인 산후도우미 베이비시터 승무원 장례 급식 설거지 "
        "애견미용 캐디 주차관리 주차요원 펜션 객실 룸메이드 호텔리어 미용보조 반려동물미용 셰프 "
        "급식실 요양원 애기돌봄 등하원도우미 외식"
    ),
    "6": (
        "영업 판매 판매직 매장 매장관리 캐셔 계산원 편의점 마트 백화점 운전 운전기사 운전직 "
        "버스기사 택시 택시기사 버스 화물 화물차 트럭 배달 택배 배송 지게차 상하차 하역 대리운전 "
        "부동산중개 부동산 텔레마케터 텔레마케팅 운송 물류센터 매표 대리점 자동차영업 보험영업 "
        "의류판매 옷가게 퀵 라이더 진열 영업직 영업사원 납품 물류 창고 입출고"
    ),
    "7": (
        "건설 건설현장 노가다 목수 목공 미장 도배 타일 철근 방수 페인트 굴삭기 포크레인 굴착기 비계 "
        "조적 인테리어시공 건축현장 공사장 공사현장 막노동 채굴 광산일 건설일용 형틀목공 크레인 "
        "중장비 토목현장 철거 건설업 건설일"
    ),
    "8": (
        "생산 생산직 제조 제조업 공장 정비 자동차정비 조립 설비 기계조작 기계정비 용접 용접사 cnc "
        "선반 금형 전기기사 전기기능사 전기설비 전자조립 품질검사 반도체 가공 포장 재봉 봉제 인쇄 "
        "사출 프레스 납땜 도금 식품가공 식품공장 오퍼레이터 시설관리 보일러 냉동 에어컨설치 "
        "설치기사 수리 기계 밀링 검사원 생산관리 전기공사 전기일 정비사"
    ),
    "9": (
        "농사 농업 농부 축산 어업 임업 산림 조경 원예 과수 양식장 하우스농사 농장 농촌 영농 귀농 "
        "목장 어부 산림청 숲가꾸기 농림 농림어업"
    ),
}
_DIGITS = {word: digit for digit, words in _WORDS.items() for word in words.split()}
_LATIN = r"(?<![a-z])(?:it|ai|cnc)(?![a-z])"
_HANGUL_WORDS = sorted((word for word in _DIGITS if not word.isascii()), key=len, reverse=True)
# Most places of a sentence begin no such word: their first syllables are looked at before the words.
_BEGINNINGS = "".join(sorted({word[0] for word in _HANGUL_WORDS}))
_SPACED = "|".join(r"\s?".join(word) for word in _HANGUL_WORDS)
_NAMES = re.compile(rf"{_LATIN}|(?=[{_BEGINNINGS}])(?:{_SPACED})")
_UNWANTED = re.compile(
    r"[^,.]*?(?:빼고|말고|제외하?고?|싫고|싫어서|안\s*하고\s*싶고|못\s*하고|그만두고|(?:하|다니|"
    r"일하)다가?(?=\s)|다녔(?:는데|고|"
    r"지만)|했었는데|했는데|했지만)\s*,?"
)
# A word that is no wish for a field: the place of a meeting, the name of an office.
_OTHER_SENSE = re.compile(
    r"영업\s*(?:일|시간|중)|교육\s*(?:받|듣|이수|신청|과정)|배달\s*(?:시켜|음식)|카페에서|"
    r"학교\s*(?:다니|졸업)|보험\s*(?:가입|적용|"
    r"료)|고용\s*보험|4대\s*보험|학교에|운전\s*면허|은행\s*(?:가|계좌)|버스\s*타"
)


def _digits(wish: str) -> list[str]:
    return [_DIGITS[match[0].replace(" ", "")] for match in _NAMES.finditer(wish)]


def job_field(text: str) -> str:
    """The KECO digit of a wish in plain words: "사무직" → "0", "요양보호사요" → "5"."""
    said = what_stands(plain(text))
    wish = _UNWANTED.sub(" ", said) if _UNWANTED.sub("", said).strip() else said
    wish = _OTHER_SENSE.sub(" ", wish)
    return only(_digits(wish) or (_digits(said) if wish != said else []))
