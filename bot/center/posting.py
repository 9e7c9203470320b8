"""What a company may not ask for when it posts a position: age, sex, looks, family."""

import re

# 고령자고용법 4-4 (age), 남녀고용평등법 7 (sex, marriage, looks), 채용절차법 4-3 (body, family, origin).
# An age from which the law itself allows the work ("만 18세 이상") is no such condition.
_NOT_ASKED = re.compile(
    r"\d{2}\s*(?:세|살)\s*(?:이하|미만|까지|이내)|\d0대\s*(?:만|우대|환영)|(?:나이|연령)\s*(?:제한|상한)"
    r"|(?:남자|남성|여자|여성)\s*(?:만\s*(?:$|가능|지원|뽑)|우대|우선|환영|한정)"
    r"|미혼|기혼|용모|외모|키\s*\d{3}|신장\s*\d{3}|체중|몸무게|가족\s*관계|출신\s*지역|부모\s*직업"
)


def not_to_be_asked(condition: str) -> bool:
    """Whether this condition asks for what the law does not allow to ask for."""
    return _NOT_ASKED.search(condition) is not None
