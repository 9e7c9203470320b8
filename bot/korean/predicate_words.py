"""The stems and endings of sentences that agree or decline, to be added to.

A stem stands in every shape that its endings give it; `_` in a word is a space that people often leave out.
"""

from bot.korean.words import any_of

# The shapes of a few verbs that carry most answers.
DO = "(?:하|해|했|할|한|합|함)"
BECOME = "(?:되|돼|될|된|됩|됨)"
# Nouns that 하다 makes an agreement of; other nouns may tell a mood: 피곤해요, 궁금해요.
AGREEMENTS = any_of(
    "동의 찬성 수락 승인 허락 확인 신청 참여 참석 진행 이용 예약 지원 등록 접수 응시 방문 가입 수강 상담 "
    "가능 필요 희망 원 환영 선호 공감 이해 준비 시작 추천 출석 정확 충분 만족 체크 제출 완료 저장 서명 입력 상담"
)
WILLING = any_of(
    "좋 조아 조와 맞 마자 땡기 땡겨 끌리 끌려 내키 내켜 원하 원해 원합 편하 편해 편합 편한 적당 알맞 나아 나을 낫 바라 바래 바랍 바람 싶 시퍼"
)
UNWILLING = (
    "(?:"
    + any_of(
        "어려울 어려운 버거울 버거워 버겁 곤란할 싫 시러 시룬 힘들 힘드 힘듭 힘든 힘듦 어렵 어려 곤란 무리 불가 불가능 틀리 틀려 틀렸 틀린 틀립 다르 다릅 달라 달랐 다른데 "
        "거부 거절 사양 사절 포기 바쁘 바빠 바쁩 바쁜 부담 불편 글렀 잘못 어림없 벅차 벅찹"
    )
    + "|(?<![가-힣])반대)"
)
# Verbs that step back, where others say what somebody will do.
STEPS_BACK = any_of(
    "그만_둘 관둘 말 빠질 뺄 패스_할 둘 놔둘 쉴 접을 거를 미룰 포기_할 거절_할 사양_할 거부_할 "
    "빠지 그만_두 관두 말 접 미루 포기_하 거절_하 사양_하 거부_하"
)
# What keeps somebody from coming.
BUSY = any_of(
    "운동회 돌잔치 입학식 졸업식 예식 소풍 장례 초상 상중 사정 급한_일 다른_일 일 약속 선약 볼일 수업 알바 출근 근무 면접 시험 병원 행사 결혼식 장례식 여행 회의 당직 교육 학교 진료 검사 수술 야근 제사 김장 이사"
)
# Nouns of which "there is none" says that all is well.
FAULTS = any_of(
    "문제_될_거 문제_될_것 걸릴_거 걸리는_거 문제 이상 이의 지장 불만 틀린_거 틀린_것 틀린_데 틀린_곳 다른_거 다른_점 잘못된_거 잘못된_것 거부감 하자"
)
# Whoever says these has not answered yet.
UNDECIDED = any_of(
    "못_정 안_정 정하지_못 결정_못 결정을_못 모르 몰라 몰겠 몰것 글쎄 고민 생각_좀 생각해 생각해_볼 생각_중 나중 다음에 다음번 담에 이따 아마 반반 지도 상관없 상관_없 아무거나 "
    "애매 상황 봐서 봐야_알 봐야_겠 봐야_할 보고_나서 알아_볼 알아_보고 물어_볼 물어_보 상의 의논 여쭤 연락_드릴 연락_할 다시_연락 다시_전화 기다릴 "
    "거시기 랑가 려나 말까 는가 은가 인가 던가 든가 등가 기도_하고 같기도 좀_그래 좀_그렇 좀_그러 좀_그런 "
    "다음_기회 다시_쓸 다시_할 다시_적 다시_볼 한_번_더 말씀_드릴 말해_줄 답_드릴 확인해_보고 확인하고_결정 결정하고 아직이 아직_몰 까먹 헷갈 확실하 확실치 장담 줄_알 척 "
    "맞긴 나쁘진 나쁘지 그냥_그 그저_그 무슨_말 뭔_말 뭔_소리 어쩌 어떡 어째야 어떻게 얼마 어디 누구 왜 무슨_뜻 어떤_노력 애써 건너_뛸 넘어_갈 넘길 수정할 여기까지 하나만 결정 보류 고려 검토 수도_있 처음_뵙 수록 알아서 정해_주 정해줘 골라 고르 선택 끄고 꺼_주 거의 대충 대체로 얼추 그때그때 반은 암시 할_수_없 어쩔 수도_있고"
)
# Another wish than the one that was asked about.
OTHERWISE = any_of(
    "말고 대신 다른_날 다른_시간 다른_걸 다른_거로 바꿔 바꾸 변경 취소 빼고 미뤄 미루 당겨 옮겨 옮기 삭제 수정 정정 고쳐"
)
# The syllables that sentences end with behind a stem, in the standard language and in the southwest.
ENDINGS = (
    r"(?:[으은을는일인]?\s*(?:것|거|꺼|듯|수)\s?(?:이|은|는|도)?\s?)?"
    r"[겠것거건게께래라락란랍랑당다제지죠쇼소요여유용염욤네는은을데디어아으음습니같애구만먼고싶하한할합해우잉이입임오옵엄세쥬됨듯스러워서되됐예에야니군긴든었았\s]{0,12}"
)
NOT_LAST = (
    r"(?:는데|은데|한데|운데|지만|는디|은디|인데|[어아해]도|니까|니깐|고|(?<!에)서|느라|려고|가지고)(?:요)?"
)
