"""What ours and its peers send in `announce.py`, and how many at once."""

TOKEN = "123456:AAF-only-for-measuring-nothing-real"
TEXT = (
    "12월 2일 수요일 오후 2시, 11층 상설채용관에서 일자리 수요데이가 열려요. 이력서와 신분증을 챙겨 오세요."
)
AT_ONCE = 24
ALLOWED = 30  # a second
