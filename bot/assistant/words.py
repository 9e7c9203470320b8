"""Text as it is compared: without spaces and signs, and with one word for what has many."""

import re
import unicodedata

# What people type -> the word that stands for it on both sides of a comparison.
SAME_WORDS: dict[str, str] = {
    "국민취업지원제도": "국취제도",
    "국취제도": "국취제도",
    "국취제": "국취제도",
    "국취": "국취제도",
    "구직급여": "실업급여",
    "실업수당": "실업급여",
    "실급": "실업급여",
    "국민내일배움카드": "내배카드",
    "내일배움카드": "내배카드",
    "내배카": "내배카드",
    "배움카드": "내배카드",
    "국비지원": "내배카드지원",
    "고용복지플러스센터": "고용센터",
    "고센": "고용센터",
    "주민등록번호": "주민번호",
    "자기소개서": "자소서",
    "아르바이트": "알바",
    "도약패키지": "도약보장패키지",
    "얘기": "이야기",
    "어떡": "어떻게",
    "동시에": "같이",
    "액수": "금액",
    "짤렸": "잘렸",
    "예여": "예요",
    "이에여": "이에요",
}
WRITTEN_OTHERWISE = re.compile("|".join(sorted(SAME_WORDS, key=len, reverse=True)))

# Politeness says nothing about what is meant.
FILLER = re.compile(
    r"(?<!\S)(?:혹시|그런데|근데|그럼|그러면|저기요?|좀|요즘|지금)(?=\s)|[ㅋㅎㅠㅜ~!?.,…·\"'()]+"
)

# Beginnings of words that go with any subject: asking, being, having, getting, doing.
LIGHT_BEGINNING = re.compile(
    r"가[고능도면야]|갔어|같[은이]|거[기예]|건가|것도|경우|계속|관련|궁금|그냥|금액|꼭이|나[는오올와요]|"
    r"내용|당했|대[한해]|데예|동안|돼요|되[나는죠]|될까|들어|때문|많[은이]|맞[나는아]|무[슨엇]|문의|"
    r"물어|뭐[야예]|뭔[가데]|받[고나는습아으을]|방법|봐[요주]|사람|설명|신청|싶[어은]|아[니닌]|"
    r"안[내돼되]|알[고려]|어[느디떤떻]|언제|얼마|없[나어]|여기|이[거게런렇용]|있[나는어을]|저[는도런]|"
    r"정[도말]|제가|주[나는세]|준다|중인|줘요|진짜|질문|참여|필요|하[고나는려면]|해[도야요주]"
)

# Other houses: whatever is asked about them is not ours to answer.
ELSEWHERE = re.compile(
    r"구청|시청|군청|동사무소|주민센터|행정복지센터|우체국|은행|병원|경찰서|파출소|도서관|보건소|세무서|출입국|법원|학교|"
    r"마트|식당|맛집|카페|편의점|시험장|박물관|터미널|공항"
)


def plain(text: str) -> str:
    """The text without what differs from writer to writer."""
    return "".join(words(text))


def words(text: str) -> list[str]:
    """The words that matter, each as it is compared."""
    text = FILLER.sub(" ", unicodedata.normalize("NFKC", text).lower())
    return WRITTEN_OTHERWISE.sub(lambda found: SAME_WORDS[found[0]], text).split()


def subjects(text: str) -> list[str]:
    """How the words begin that say what it is about; endings differ, beginnings seldom do."""
    beginnings = [word[:2] for word in words(text)]
    return [each for each in beginnings if len(each) == 2 and not LIGHT_BEGINNING.fullmatch(each)]
