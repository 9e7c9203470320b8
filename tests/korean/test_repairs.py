"""Words that steer the conversation, and sentences that only sound like them."""

import pytest

from bot.korean.repairs import Repair, repair

STEERING = [
    (Repair.BACK, "뒤로|뒤로요|뒤로가기|뒤로 가줘|이전|이전으로|이전 질문으로|전으로 돌아가|전으로 돌아가줘|뒤로 돌아갈래요|back|go back|잘못 눌렀어요|이전 단계로 가고 싶어요"),
    (Repair.HOME, "처음으로|처음으로 돌아가기|메뉴|메뉴로|메뉴요|메뉴 보여줘|메인 메뉴|홈으로|menu|메누"),
    (Repair.RESTART, "처음부터|처음부터요|처음부터 다시|처음부터 다시 할래요|다시 시작|restart"),
    (Repair.CANCEL, "그만|그만요|그만할래|그만할래요|그만할게요|그만 할래|고만할라요|취소|취소요|취소해줘|취소할게요|취소해주세요|중단|중단할래요|나가기|나갈래요|종료|stop|cancel|이제 그만할래|그만둘래요|그만할레요"),
    (Repair.REPEAT, "다시 말해줘|다시 말해주세요|다시 한번|다시 한 번 말해줘|한번 더 말해줘|뭐라고?|뭐라고요?|네?|예?|죄송한데 다시 말해주세요|못 들었어요 다시 말해주세요|무슨 말이에요?|repeat|again"),
    (Repair.SKIP, "건너뛰기|건너뛸래요|건너뛰어|스킵|패스|패스할게요|넘어가|넘어가줘|넘어갈게요|나중에|나중에 할게요|나중에요|이건 넘어갈래요|skip|pass|다음|건너띄기"),
    (Repair.HELP, "도움말|도움말 보여줘|도와줘|도와주세요|좀 도와줘요|help|사용법|도움이 필요해요"),
    (Repair.PERSON, "상담사랑 얘기할래요|사람 바꿔줘|사람이랑 얘기하고 싶어요|상담사 연결해주세요|담당자 바꿔주세요|상담원 연결|직원이랑 통화하고 싶어요|챗봇 말고 사람이랑 하고 싶어요|상담사|human|상담사님이랑 이야기하고 싶습니다"),
]  # fmt: skip
ANSWERS = ["그만두고 쉬고 있어요", "그만뒀어요", "취소 수수료 있어요?", "예약 취소", "이전 직장은 없어요", "이전에 일했어요", "처음이에요", "처음 왔어요", "처음이요", "처음요", "다음 주", "다음 주 화요일", "나중에 일하고 싶은 곳은 공장이요", "사람이 많아요", "사람인에서 봤어요", "직원이었어요", "상담사가 되고 싶어요", "도움이 됐어요", "중단된 적 있어요", "계약이 종료됐어요", "뒤로 미뤄주세요", "안녕하세요", "네", "아니요", "북구요", "메뉴판 만드는 일이요", "홈플러스에서 일했어요", "패스트푸드점에서 일했어요", "전에 다녔어요", "안 할래요", "나가서 일하고 싶어요", "그만둔 지 2년", "도와주는 일 했어요", "stopped", "상담 예약하고 싶어요", "알림 그만 보내주세요", "다음 달에 갈게요"]  # fmt: skip


@pytest.mark.parametrize(
    ("meaning", "text"), [(meaning, text) for meaning, texts in STEERING for text in texts.split("|")]
)
def test_steering(meaning: Repair, text: str) -> None:
    assert repair(text) is meaning


@pytest.mark.parametrize("text", ANSWERS)
def test_only_an_answer(text: str) -> None:
    assert repair(text) is None
