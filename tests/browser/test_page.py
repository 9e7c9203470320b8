"""The sandbox's page, as people use it."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from sandbox.process import launched

pytestmark = pytest.mark.browser

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8cfc0000003010100"
    "c9fe92ef0000000049454e44ae426082"
)


def phone(page: Page, name: str) -> Locator:
    return page.get_by_role("region", name=re.compile(f"^{name}"))


def write(phone: Locator, text: str) -> None:
    field = phone.get_by_role("textbox", name=re.compile("메시지$"))
    field.fill(text)
    field.press("Enter")


def started(page: Page, name: str = "민지") -> Locator:
    mine = phone(page, name)
    mine.get_by_role("button", name="시작", exact=True).click()
    expect(mine.get_by_text("반가워요")).to_be_visible()
    return mine


def test_three_people_with_phones(page: Page) -> None:
    for name in "민지", "윤슬", "하늘":
        expect(phone(page, name)).to_be_in_viewport()
        expect(phone(page, name).get_by_text("이 봇은 무엇을 하나요?")).to_be_visible()
    expect(page).to_have_title("빛나 대화 연습장")
    assert page.locator("html").get_attribute("lang") == "ko"


def test_what_the_bot_says_keeps_its_shape(page: Page) -> None:
    text = started(page).locator(".text").last

    expect(text.locator("strong").first).to_have_text("빛나")
    expect(text.locator("em")).to_have_text("한 번에 하나씩")
    expect(text.locator("blockquote")).to_contain_text("11월 25일 (수)")
    expect(text.locator("code")).to_have_text("A-17")
    expect(text.get_by_role("link", name="여기")).to_have_attribute("href", "https://example.org")
    expect(text.get_by_role("button", name="/help")).to_be_visible()


def test_sending_and_two_lines(page: Page) -> None:
    mine = started(page)
    field = mine.get_by_role("textbox", name="민지의 메시지")
    field.fill("첫 줄")
    field.press("Shift+Enter")
    field.press_sequentially("둘째 줄")
    field.press("Enter")

    expect(mine.get_by_text("들었어요: 첫 줄 둘째 줄")).to_be_visible()
    expect(mine.get_by_text("오후").or_(mine.get_by_text("오전")).first).to_be_visible()
    expect(phone(page, "윤슬").get_by_text("첫 줄")).to_have_count(0)


def test_enter_while_a_syllable_is_composed_does_not_send(page: Page) -> None:
    mine = started(page)
    field = mine.get_by_role("textbox", name="민지의 메시지")
    field.fill("안녀")
    field.evaluate(
        "field => field.dispatchEvent(new KeyboardEvent('keydown', {key: 'Enter', isComposing: true}))"
    )
    expect(field).to_have_value("안녀")


def test_pressing_a_button(page: Page) -> None:
    mine = started(page)
    mine.get_by_role("button", name="상담 예약하기").click()

    expect(mine.get_by_text("예약했어요: 11월 25일 (수) 오후 2:00")).to_be_visible()
    expect(mine.get_by_text("수정됨")).to_be_visible()
    expect(mine.get_by_text("버튼 답: 확인했어요")).to_be_visible()
    expect(mine.get_by_role("button", name="상담 예약하기")).to_have_count(0)


def test_a_button_turns_until_it_is_answered(page: Page) -> None:
    mine = started(page)
    mine.get_by_role("button", name="조용히").click()
    expect(mine.get_by_role("button", name="조용히")).to_have_attribute("aria-busy", "true")

    mine.get_by_role("button", name="알림").click()
    dialog = page.get_by_role("dialog", name="민지의 전화")
    expect(dialog).to_contain_text("확인했어요")
    dialog.get_by_role("button", name="확인").click()
    expect(mine.get_by_role("button", name="알림")).not_to_have_attribute("aria-busy", "true")


def test_editing_an_own_message(page: Page) -> None:
    mine = started(page)
    write(mine, "오타가 있너요")
    mine.get_by_text("오타가 있너요", exact=True).hover()
    mine.get_by_role("button", name="고치기: 오타가 있너요").click()
    write(mine, "오타가 없어요")
    expect(mine.get_by_text("고치셨네요: 오타가 없어요")).to_be_visible()

    field = mine.get_by_role("textbox", name="민지의 메시지")
    field.press("ArrowUp")
    expect(field).to_have_value("오타가 없어요")
    field.press("Escape")
    expect(field).to_have_value("")


def test_sharing_a_phone_number(page: Page) -> None:
    mine = started(page)
    write(mine, "/book")
    mine.get_by_role("button", name="내 전화번호 보내기").click()
    dialog = page.get_by_role("dialog", name="전화번호를 보낼까요?")
    dialog.get_by_label("전화번호").fill("010-9876-5432")
    dialog.get_by_role("button", name="번호 보내기").click()

    expect(mine.get_by_text("01098765432 번호로 연락드릴게요.")).to_be_visible()
    expect(mine.get_by_role("button", name="나중에")).to_have_count(0)


def test_the_keys_of_a_reply_keyboard_send_their_words(page: Page) -> None:
    mine = started(page)
    write(mine, "/book")
    mine.get_by_role("button", name="나중에").click()
    expect(mine.get_by_text("들었어요: 나중에")).to_be_visible()


def test_commands(page: Page) -> None:
    mine = phone(page, "민지")
    mine.get_by_role("textbox", name="민지의 메시지").fill("/b")
    expect(mine.get_by_role("group", name="명령").get_by_role("button")).to_have_count(1)
    mine.get_by_role("button", name="/book 상담 예약").click()
    expect(mine.get_by_text("연락드릴 번호를")).to_be_visible()


def test_files_and_pictures(page: Page) -> None:
    mine = started(page)
    for name, kind, content in [("이력서.pdf", "application/pdf", b"%PDF"), ("점.png", "image/png", PNG)]:
        mine.locator("input[type=file]").set_input_files({"name": name, "mimeType": kind, "buffer": content})
        expect(mine.get_by_text("들었어요: 파일").last).to_be_visible()
    expect(mine.get_by_role("link", name="이력서.pdf 4바이트")).to_be_visible()
    expect(mine.get_by_role("img", name="사진")).to_be_visible()


def test_blocking_and_coming_back(page: Page) -> None:
    mine = started(page)
    mine.get_by_role("button", name="민지의 전화 메뉴").click()
    mine.get_by_role("button", name="봇 차단하기").click()
    expect(mine.get_by_role("textbox", name="민지의 메시지")).to_be_hidden()
    mine.get_by_role("button", name="차단 풀기").click()
    write(mine, "다시 왔어요")
    expect(mine.get_by_text("들었어요: 다시 왔어요")).to_be_visible()


def test_coming_through_a_link(page: Page) -> None:
    mine = phone(page, "민지")
    mine.get_by_role("button", name="민지의 전화 메뉴").click()
    mine.get_by_label("링크로 들어오기").fill("fair_1125")
    mine.get_by_role("button", name="들어오기").click()
    expect(mine.get_by_text("/start fair_1125")).to_be_visible()


def test_moving_the_clock(page: Page) -> None:
    started(page)
    now = page.locator("#now")
    expect(now).to_have_text(re.compile(r"^\d{1,2}월 \d{1,2}일 \([월화수목금토일]\) 오[전후] \d{1,2}:\d\d$"))
    page.get_by_role("button", name="다음 날 오전 9시").click()
    expect(now).to_have_text(re.compile(r"오전 9:00$"))
    page.get_by_role("button", name="+1시간").click()
    expect(now).to_have_text(re.compile(r"오전 10:00$"))
    write(phone(page, "민지"), "하루가 지났어요")
    expect(phone(page, "민지").locator(".day")).to_have_count(2)

    page.get_by_role("button", name="시각 정하기").click()
    page.get_by_label("한국 시각").fill("2030-12-24T18:30")
    page.get_by_role("button", name="이 시각으로").click()
    expect(now).to_have_text("12월 24일 (화) 오후 6:30")
    page.get_by_role("button", name="시각 정하기").click()
    page.get_by_role("button", name="실제 시각으로").click()
    expect(page.get_by_text("옮긴 시각")).to_be_hidden()


def test_breaking_and_mending(page: Page, address: str) -> None:
    started(page)
    page.get_by_role("button", name="고장 내기").click()
    page.get_by_label("답 끊김").check()
    expect(page.get_by_role("button", name="고장 내기")).to_contain_text("답 끊김")
    assert page.request.get(f"{address}/sandbox/faults").json()[0]["kind"] == "drop"
    page.get_by_label("꺼짐").check()
    expect(page.get_by_role("button", name="고장 내기")).to_contain_text("꺼짐")
    page.wait_for_function("async () => (await (await fetch('/sandbox/faults')).json()).length === 0")


def test_a_lost_connection_is_found_again(browser: Browser) -> None:
    page = browser.new_page()
    with launched() as url:
        page.goto(url)
        expect(page.get_by_text("아직 봇이 연결되지 않았어요")).to_be_visible()
    expect(page.get_by_text("연결이 끊겼어요")).to_be_visible()
    with launched("--port", url.rpartition(":")[2], "--person", "가람"):
        expect(phone(page, "가람")).to_be_visible(timeout=20_000)
        expect(page.get_by_text("연결이 끊겼어요")).to_be_hidden()
    page.close()


def test_one_more_person(page: Page) -> None:
    page.get_by_role("button", name="사람 추가").click()
    dialog = page.get_by_role("dialog", name="사람 추가")
    dialog.get_by_label("이름").fill("가람")
    dialog.get_by_label("하는 일").fill("구직자")
    dialog.get_by_role("button", name="추가", exact=True).click()
    expect(phone(page, "가람")).to_be_in_viewport()
    expect(phone(page, "가람").get_by_text("빛나")).to_be_visible()


def test_one_phone_at_a_time_on_a_small_screen(opened: Callable[..., Page]) -> None:
    page = opened(viewport={"width": 390, "height": 844})
    expect(phone(page, "민지")).to_be_visible()
    expect(phone(page, "윤슬")).to_be_hidden()
    tab = page.get_by_role("tab", name="윤슬")
    tab.click()
    expect(tab).to_have_attribute("aria-selected", "true")
    started(page, "윤슬")
    expect(phone(page, "민지")).to_be_hidden()
    assert page.evaluate("document.documentElement.scrollWidth") == 390

    tab.press("ArrowLeft")
    expect(phone(page, "민지")).to_be_visible()


FOCUSED = """() => {
  const at = document.activeElement;
  return at === document.body ? "" : at.getAttribute("aria-label") ?? at.textContent;
}"""


def test_everything_with_the_keyboard(page: Page) -> None:
    def reach(wanted: str, key: str = "Tab") -> None:
        for _ in range(80):
            page.keyboard.press(key)
            if page.evaluate(FOCUSED).startswith(wanted):
                return
        raise AssertionError(f"{key} never came to {wanted}")

    mine = phone(page, "민지")
    reach("시작")
    page.keyboard.press("Enter")
    expect(mine.get_by_text("반가워요")).to_be_visible()
    reach("민지의 메시지")
    page.keyboard.type("/b")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(mine.get_by_role("button", name="내 전화번호 보내기")).to_be_visible()
    reach("내 전화번호 보내기")
    page.keyboard.press("Enter")
    expect(page.get_by_label("전화번호", exact=True)).to_be_focused()
    page.keyboard.press("Escape")
    expect(mine.get_by_role("textbox", name="민지의 메시지")).to_be_focused()
    page.keyboard.type("됐어요")
    page.keyboard.press("Enter")
    expect(mine.get_by_text("들었어요: 됐어요")).to_be_visible()
    reach("상담 예약하기", "Shift+Tab")
    page.keyboard.press("Enter")
    expect(mine.get_by_text("예약했어요")).to_be_visible()
    expect(mine.get_by_role("textbox", name="민지의 메시지")).to_be_focused()


FAINT = """() => {
  const parse = (color) => {
    const [r, g, b, a = 1] = color.startsWith('color(') ? color.match(/[\\d.]+(?=[ )/])/g).map(Number) : color.match(/[\\d.]+/g).map(Number);
    return color.startsWith('color(') ? [r * 255, g * 255, b * 255, a] : [r, g, b, a];
  };
  const over = (top, under) => top.slice(0, 3).map((value, index) => value * top[3] + under[index] * (1 - top[3]));
  const ground = (element) => {
    if (!element) return [255, 255, 255];
    const own = parse(getComputedStyle(element).backgroundColor);
    return own[3] === 1 ? own.slice(0, 3) : over(own, ground(element.parentElement));
  };
  const light = (rgb) => {
    const [r, g, b] = rgb.map((value) => value / 255).map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, two) => { const [low, high] = [light(one), light(two)].sort((a, b) => a - b); return (high + 0.05) / (low + 0.05); };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const faint = [];
  while (walker.nextNode()) {
    const element = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !element.checkVisibility() || element.closest('.hidden, .skip, [hidden]')) continue;
    const back = ground(element);
    const ratio = contrast(over(parse(getComputedStyle(element).color), back), back);
    if (ratio < 4.5) faint.push(`${walker.currentNode.data.trim().slice(0, 20)} ${ratio.toFixed(2)}`);
  }
  return faint;
}"""

SMALL = """() => [...document.querySelectorAll('button:not(.command), a.inline, select, textarea')]
  .filter((one) => one.checkVisibility() && (one.offsetHeight < 44 || one.offsetWidth < 44))
  .map((one) => `${one.ariaLabel ?? one.textContent} ${one.offsetWidth}x${one.offsetHeight}`)"""

NAMELESS = """() => [...document.querySelectorAll('button, a, input, textarea, select')]
  .filter((one) => one.checkVisibility() && !one.ariaLabel && !one.textContent.trim() && !one.labels?.length)
  .map((one) => one.outerHTML.slice(0, 80))"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 390])
def test_everybody_can_read_and_reach_everything(
    opened: Callable[..., Page], scheme: str, width: int
) -> None:
    page = opened(color_scheme=scheme, viewport={"width": width, "height": 844})
    mine = started(page)
    write(mine, "/book")
    expect(mine.get_by_role("button", name="나중에")).to_be_visible()
    page.get_by_role("button", name="고장 내기").click()

    assert page.evaluate(FAINT) == []
    assert page.evaluate(SMALL) == []
    assert page.evaluate(NAMELESS) == []


def test_nothing_moves_for_those_who_asked(opened: Callable[..., Page]) -> None:
    page = opened(reduced_motion="reduce")
    mine = started(page)
    mine.get_by_role("button", name="조용히").click()
    busy = mine.locator("[aria-busy]")
    assert busy.evaluate("one => getComputedStyle(one, '::after').animationName") == "none"
    expect(mine.get_by_role("log")).to_have_attribute("aria-live", "polite")
