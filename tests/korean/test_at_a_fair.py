"""What registered guests write around a hiring day, tired and misspelled, and what is about something else."""

import pytest

from bot.korean.at_a_fair import AtFair, at_a_fair, weekday_named

SAID = {
    AtFair.TURN: """내차례 언제에요 | 몇번째에요 지금 | 제 차례 됐나요 | 아직 멀었어요? | 지금 몇명 기다려요 | 몇명 남았어요
        | 앞에 몇명 있어요 | 얼마나 더 기다려야되요 | 내번호 몇번이에요""",
    AtFair.NUMBER: "번호표 뽑을래요 | 번호표 어디서 받아요 | 줄서야 되나요",
    AtFair.LEAVE_NUMBER: "번호표 취소할게요 | 번호 반납할래요",
    AtFair.DEFER: """화장실 갔다올게요 먼저 하세요 | 다음 사람 먼저 하라고 해주세요 | 한명 먼저 보내주세요 | 화장실좀 다녀올게요
        | 순서 좀 미뤄주세요 | 저 지금 화장실인데요""",
    AtFair.LATE: "조금 늦을거같아요 | 10분 늦어요 면접 | 늦을거 같아요 차가 막혀요 | 지각할듯요",
    AtFair.THERE: "지금 도착했어요 | 저 지금 도착햇어요 | 저 왔어요 | 여기 왔는데요 | 체크인 어떻게 해요",
    AtFair.CODE: "입장코드 보여줘요 | 큐알 어딨어요 | QR코드 다시 보내주세요",
    AtFair.TIMES: """면접 몇시에요 나 | 내 면접시간 알려조요 | 수요데이 언제 해요 | 행사 몇시부터에요
        | 수요데이 몇시에 가면 되나요 | 내 신청 | 신청한거 보여줘요""",
    AtFair.NEW_TIME: "면접시간 바꿔조요 | 면접 시간 좀 옮길 수 있나요 | 면접을 다른 시간에 볼래요 | 면접 시간 미루고 싶어요",
    AtFair.COMPANIES: "회사 바꾸고 싶어요 수요데이 | 회사 추가하고 싶어요 | 2순위 바꿀래요",
    AtFair.LEAVE: """못갈거같아요 수요데이 | 수요데이 취소요 | 신청 취소해주세요 채용행사 | 면접 못볼거 같아요
        | 빛이나G 못가요""",
    AtFair.DAY_OFF: "수욜날 못가요 | 수요일에 못 갈 것 같아요",
    AtFair.LIST: "대기 몇번째에요 | 대기 순번 알려줘요 | 자리 났어요?",
    AtFair.SEAT: "이력서 코칭 받고싶어요 | 면접 연습 신청할래요 | 설명회 자리 있어요? | 특강 듣고싶어요",
    AtFair.OFFERS: "어떤 회사 와요 | 수요데이 어떤 일자리 있어요 | 생산직 뽑는데 있나요 수요데이에",
    AtFair.SHOWN: "회사에 제 번호 보이나요 | 회사에 내 이름 안보이게 해줘요 | 이름 안보이게 해주세요 | 회사에서 뭐가 보여요",
    AtFair.BRING: "수요데이 뭐 가져가야대요 | 준비물 머에요",
    AtFair.WAY: "행사장 어떻게 가요 | 채용박람회 어디서 해요",
    AtFair.BOOTH: "무등가전 부스 어디에요 | 부스 몇번이에요",
    AtFair.PROOF: "참석확인서 주세요 | 참가확인증 어디서 받나요 | 참석증 발급되나요",
    AtFair.PAPER: "실업급여 낼 확인서 필요해요 | 확인서 주세요",
    AtFair.OVER: "면접 끝났어요 | 면접 다 봤어요",
    AtFair.RESULT: """합격했어요 | 붙었어요 | 불합격이래요 | 떨어졌어요 면접 | 면접 떨어짐 | 2차 면접 보래요
        | 2차 보자고 하네요 | 무등가전 연락이 없어요 | 회사에서 연락이 안와요""",
    AtFair.STAYS: "아직 다니고 있어요 | 그만뒀어요 거기 | 회사 그만뒀어요 | 퇴사했어요",
    AtFair.CANNOT: "못갈거같아요 | 오늘 못가요 | 죄송한데 못 갈 것 같아요 | 양보할게요",
    AtFair.COMING: "갈게요 | 네 갈께요 | 참석할게요",
    AtFair.SAVE: "행사 일정 저장",
}
LINES = [(line.strip(), meant) for meant, lines in SAID.items() for line in lines.split("|")]

ABOUT_ELSE = """실업급여 얼마나 받아요 | 상담 몇 번 해요 | 상담 예약 취소할게요 | 상담 시간 바꿔 주세요 | 늦게까지 해요?
    | 신청이 늦어도 되나요 | 자격증 시험 떨어졌어요 | 국취제도 탈락했어요 | 면접 연습 도와주나요 | 면접비 언제 나와요
    | 면접 복장 어떻게 입어요 | 이력서 쓰는 법 알려줘요 | 회사가 어려워서 나왔어요 | 내일배움카드 신청
    | 버스로 어떻게 가요 | 센터 어디예요 | 몇시까지 해요 | 채용박람회 간 것도 인정되나요 | 수요데이가 뭐예요
    | 자리 나면 알려주세요 | 취업했어요 | 안녕하세요 | 감사합니다 | 사람이랑 얘기하고 싶어요 | 연락처 바뀌었어요
    | 이름 바꿀래요 | 전화번호 바꿔주세요 | 구직활동 몇 번 해야 해요 | 얼마나 걸려요 실업급여 | 면접 결과 언제 나와요
    | 훈련 수료증 어디서 받아요 | 다음 수요데이는 언제에요 | 수요일 상담 못 가요 | 상담사 연락이 없어요 | 화장실 어디예요 | 회사 정보 보여주세요
    | 회사 전화번호 보여줘"""
OTHERS = [each.strip() for each in ABOUT_ELSE.split("|")]


@pytest.mark.parametrize(("line", "meant"), LINES, ids=[line for line, _ in LINES])
def test_what_it_is_about(line: str, meant: AtFair) -> None:
    assert at_a_fair(line) is meant


@pytest.mark.parametrize("line", OTHERS)
def test_what_is_about_something_else(line: str) -> None:
    assert at_a_fair(line) is None


def test_a_long_story_is_about_none_of_it() -> None:
    assert at_a_fair("제가 예전에 다니던 회사에서 면접 시간을 바꿔 달라고 했더니 " * 3) is None


def test_the_weekday() -> None:
    assert [weekday_named(each) for each in ("수욜날 못가요", "금요일엔 안 돼요", "못 가요")] == [2, 4, None]
