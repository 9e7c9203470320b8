"""Words of despair. Heard before anything else; figures of speech ("더워 죽겠다") are not despair."""

import re

from bot.korean.plain import plain

_DESPAIR = re.compile(
    r"죽고\s*싶|죽어\s*버리|죽을래|죽는\s*게\s*(?:낫|나을|편)|죽었으면|죽으면\s*(?:끝|편|다)|죽으려고|죽을\s*(?:생각|결심|방법)|"
    r"자살|자해|목숨을?\s*끊|목\s*(?:을\s*)?(?:매|메)(?:고|달|려|겠)|뛰어\s*내리|손목\s*(?:을\s*)?(?:긋|그었)|유서|"
    r"(?:살기|사는\s*게|세상이?|삶이?)\s*(?:정말\s*|너무\s*|다\s*)?(?:싫|지겹|의미\s*(?:가\s*)?없)|살고\s*싶지\s*않|살\s*이유|살아서\s*뭐|"
    r"(?:다|모두|전부|그냥|이제|인생을?|삶을?|세상을?)\s*(?:다\s*)?(?:끝내|놓아\s*버리|포기하)고\s*싶|"
    r"사라(?:지고|져\s*버리고)\s*싶|없어지고\s*싶|세상을?\s*(?:떠나|뜨)고\s*싶|더\s*(?:는|이상)\s*(?:못\s*)?(?:살|버티)\s*(?:겠|수\s*없|ㄹ\s*수)|"
    r"더\s*(?:는|이상)\s*못\s*(?:살|버티)|want\s*to\s*die|kill\s*myself|suicid|end\s*my\s*life",
    re.IGNORECASE,
)


def in_distress(text: str) -> bool:
    """Whether somebody speaks of not wanting to live, whatever else the message says."""
    return _DESPAIR.search(plain(text)) is not None
