"""Deaths that are only told of: in a film, a novel or a game; in a joke about what a mother will say."""

import re

# "롤", "배그" and the like are games; a work may also be named by its kind or by who dies in it.
_WORK = re.compile(
    r"영화|드라마|소설|웹툰|웹소설|만화|애니|게임|뮤지컬|연극|오페라|비극|고전|동화|줄거리|결말|주인공|남주|여주|악당|등장인물|캐릭터|햄릿|로미오|"
    r"배그|오버워치|롤에서|던전|레이드|보스전"
)
# What is asked about a work.
_ASKED_OF_IT = re.compile(
    r"추천|줄거리|결말|요약|작가|감독|배우가|제목|(?:다음|몇)\s?(?:화|편|회|권|부작)|시즌|언제\s?나[와오]|공략|팁|깨는\s?법|누가\s?나[와오]|몇\s?부작|무슨\s?(?:내용|뜻|얘기)|"
    r"재[밌미]|어느\s?(?:책|영화)|뭐\s?있|스포|명대사|범인|누가\s|어떻게\s?(?:끝|돼|됐|되)|몇\s?명이"
)
# Who speaks of themselves speaks of more than a work.
_OF_ONESELF = re.compile(
    r"(?<![가-힣])(?:저|나|내|제|난|전|저도|나도|내가|제가|저는|나는|우리)(?=\s)|죽고\s?싶|살기\s?싫|싶[어네다은]|따라\s?[하할해]|처럼|(?:한\s?것|듯)?같이\s"
)
# "일 못 구하면 엄마한테 맞아 죽어요 ㅋㅋ": who laughs behind such an if is not beaten.
_JOKED = re.compile(
    r"(?:못|안)\s?[^.!?\n]{1,14}?면\s+(?:진짜|또|나|저|난|전)?\s*(?:엄마|아빠|어머니|아버지|와이프|마누라|집사람|누나|언니|할머니|선생님)(?:한테|에게)\s+(?:진짜|또)?\s*"
    r"(?:등짝\s?)?(?:맞아\s?죽|맞)[가-힣]{0,5}\s?(?:[ㅋㅎ]{2,}|\^\^)(?!\s*(?:사실|근데|진짜로|정말))"
)
# "더워 죽겠다 진짜로": what nobody dies of, by whatever word.
_SAYING = re.compile(
    r"(?<![가-힣])(?:더워|추워|졸려|배고파|배불러|웃겨|지루해|지겨워|떨려|긴장돼|심심해|피곤해|바빠|답답해|창피해|쪽팔려|궁금해|귀찮아|매워|짜증나|가고 싶어|보고 싶어|먹고 싶어)서?\s?죽(?:겠|겄|것)(?!다고)[가-힣]*"
)


def without_jokes(text: str) -> str:
    """The text without a beating that it laughs about, and without dying of heat or hunger."""
    return _SAYING.sub(" ", _JOKED.sub(" ", text))


def is_of_a_work(text: str) -> bool:
    """Whether somebody asks about a film, a book or a game, and says nothing of themselves."""
    return bool(_WORK.search(text) and _ASKED_OF_IT.search(text)) and _OF_ONESELF.search(text) is None
