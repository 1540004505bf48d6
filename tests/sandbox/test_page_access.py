"""The page for everyone: keyboard alone, a phone, dark and light, less motion, two languages, no other hosts."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Page, expect

import sandbox
from sandbox.options import Options
from tests.sandbox.page_tools import PHONE, Stage, ask, chromium_or_skip, launched, watched

FOLDER = Path(sandbox.__file__).parent / "page"
FILES = sorted(path for path in FOLDER.iterdir() if path.suffix in {".js", ".css", ".html", ".svg"})
CURATOR, DIRECTOR, MENTOR = 2000001, 2000002, 2000004
browsing = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

# Relative luminance as WCAG 2.2 defines it, over what is really painted behind each piece of text.
CONTRAST = r"""
() => {
  const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const rgba = (css) => {
    canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = css; canvas.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data; return [r, g, b, a / 255];
  };
  const over = ([r, g, b, a], [x, y, z]) => [r * a + x * (1 - a), g * a + y * (1 - a), b * a + z * (1 - a), 1];
  const light = ([r, g, b]) => [r, g, b].map((v) => v / 255)
    .map((v) => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
  const behind = (node) => {
    const layers = [];
    for (let at = node; at; at = at.parentElement) {
      const layer = rgba(getComputedStyle(at).backgroundColor);
      layers.push(layer);
      if (layer[3] === 1) break;
    }
    return layers.reverse().reduce((base, layer) => over(layer, base), [255, 255, 255, 1]);
  };
  const weak = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode.parentElement;
    const shown = node.checkVisibility({visibilityProperty: true, opacityProperty: true});
    if (!walker.currentNode.data.trim() || !shown) continue;
    const style = getComputedStyle(node);
    const ground = behind(node);
    const ink = over(rgba(style.color), ground);
    const [high, low] = [light(ink), light(ground)].sort((a, b) => b - a);
    const size = parseFloat(style.fontSize);
    const least = size >= 24 || (size >= 18.66 && style.fontWeight >= 700) ? 3 : 4.5;
    const ratio = (high + .05) / (low + .05);
    if (ratio < least) weak.push(`${ratio.toFixed(2)} ${node.className} ${node.textContent.slice(0, 40)}`);
  }
  return weak;
}
"""

WIDE = """() => [...document.querySelectorAll('.bubble, .buttons')]
  .filter((one) => one.getBoundingClientRect().right > innerWidth).length"""
KEYS = """() => import('/page/texts.js')
  .then(({TEXTS}) => Object.values(TEXTS).map((one) => Object.keys(one).sort().join()))"""
RING = """() => {
  const at = document.activeElement;
  const ring = (node) => {
    const style = getComputedStyle(node);
    return parseFloat(style.outlineWidth) > 0 && style.outlineStyle !== 'none';
  };
  return at === document.body || ring(at) || ring(at.parentElement) || at.outerHTML.slice(0, 90);
}"""
NAMELESS = """() => [...document.querySelectorAll('button, a, input:not([hidden]), textarea, select')]
  .filter((one) => one.checkVisibility())
  .filter((one) => !(one.textContent.trim() || one.ariaLabel || one.labels?.[0] || one.title))
  .map((one) => one.outerHTML)"""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    async with launched() as made:
        yield made


@pytest.fixture
def stage() -> Iterator[Stage]:
    chromium_or_skip()
    with Stage(Options(seed="school", limits="off")) as running:
        yield running


async def fill(base: str) -> None:
    for text in ("/rich", "/menu", "/invite", "своё"):
        await ask(base, "say", {"person": CURATOR, "chat": CURATOR, "text": text})
    await ask(base, "idle?timeout=10")


async def sideways(page: Page) -> int:
    """How many pixels stick out of the window, or of the messages' column."""
    return await page.evaluate(
        """() => Math.max(...[document.documentElement, document.querySelector('#feed')]
        .map((one) => one.scrollWidth - one.clientWidth))"""
    )


class TestLook:
    pytestmark = browsing

    @pytest.mark.parametrize("scheme", ["light", "dark"])
    @pytest.mark.parametrize("size", [None, PHONE], ids=["desktop", "phone"])
    async def test_text_has_the_contrast_of_wcag_aa(
        self, browser: Browser, stage: Stage, scheme: str, size: dict | None
    ) -> None:
        await fill(stage.base)
        look = {"color_scheme": scheme, "reduced_motion": "reduce"} | ({"viewport": size} if size else {})
        async with watched(browser, stage.base, **look) as page:
            for place in ("", CURATOR, DIRECTOR):
                await page.open(place)
                await page.page.wait_for_timeout(250)
                assert await page.page.evaluate(CONTRAST) == []

    async def test_dark_follows_the_system_and_the_toggle(self, browser: Browser, stage: Stage) -> None:
        ground = "getComputedStyle(document.body).backgroundColor"
        async with watched(browser, stage.base, color_scheme="dark") as page:
            await page.open()
            dark = await page.page.evaluate(ground)
            await page.page.get_by_role("button", name="Светлая тема").click()
            light = await page.page.evaluate(ground)
            assert light != dark
            await page.page.reload()
            assert await page.page.evaluate(ground) == light

    async def test_a_phone_has_two_screens_with_a_way_back(self, browser: Browser, stage: Stage) -> None:
        await fill(stage.base)
        async with watched(browser, stage.base, viewport=PHONE, has_touch=True, is_mobile=True) as page:
            await page.open()
            await expect(page.page.locator("#chat")).to_be_hidden()
            assert await sideways(page.page) <= 0
            await page.page.locator(".person").first.tap()
            await expect(page.page.locator("#side")).to_be_hidden()
            await page.last("своё")
            assert await sideways(page.page) <= 0
            assert await page.page.evaluate(WIDE) == 0
            await page.page.get_by_role("button", name="К списку").tap()
            await expect(page.page.locator("#side")).to_be_visible()
            await page.page.locator("#clock-face").tap()
            await page.page.get_by_role("menuitem", name="+1 день").tap()
            await expect(page.page.locator("#clock")).to_have_attribute("aria-busy", "false")

    async def test_less_motion_is_respected(self, browser: Browser, stage: Stage) -> None:
        async with watched(browser, stage.base, reduced_motion="reduce") as page:
            await page.open()
            await page.page.click("#add")
            longest = (
                "Math.max(...document.getAnimations().map((one) => one.effect.getComputedTiming().duration), 0)"
            )
            assert await page.page.evaluate(longest) <= 1

    async def test_the_interface_speaks_english_and_remembers_it(self, browser: Browser, stage: Stage) -> None:
        async with watched(browser, stage.base) as page:
            await page.open(CURATOR)
            await page.page.get_by_role("button", name="English").click()
            await expect(page.page.locator("html")).to_have_attribute("lang", "en")
            await page.page.reload()
            await expect(page.page.locator("#list h2").first).to_have_text("Curator")
            await expect(page.page.locator("#gate")).to_contain_text("Start")
            left = await page.page.evaluate(KEYS)
            assert left[0] == left[1]


class TestKeyboard:
    pytestmark = browsing

    async def test_everything_can_be_done_without_a_mouse(self, browser: Browser, stage: Stage) -> None:
        async with watched(browser, stage.base) as page:
            keys = (await page.open()).keyboard
            await page.page.focus("#search")
            await keys.press("ArrowDown")
            await keys.press("ArrowDown")
            await keys.press("Enter")
            await expect(page.page.locator("#composer-text")).to_be_focused()
            assert page.page.url.endswith(f"#/{DIRECTOR}")
            await keys.type("/menu")
            await keys.press("Enter")
            await page.last("Выберите")
            # Back from the field: send, then the buttons of the newest message, last one first.
            await keys.press("Shift+Tab")
            for _ in range(9):
                if await page.page.evaluate("document.activeElement.textContent") == "Изменить":
                    break
                await keys.press("Shift+Tab")
            await keys.press("Enter")
            await page.last("Изменил")
            await expect(page.page.get_by_role("button", name="Дальше")).to_be_focused()
            await keys.press("Escape")
            await expect(page.page.locator("#composer-text")).to_be_focused()
            await keys.press("Escape")
            await expect(page.page.locator(f".person[data-id='{DIRECTOR}']")).to_be_focused()

    async def test_arrows_walk_the_messages_and_enter_opens_the_menu(self, browser: Browser, stage: Stage) -> None:
        await fill(stage.base)
        async with watched(browser, stage.base) as page:
            keys = (await page.open(CURATOR)).keyboard
            await page.last("своё")
            await page.page.locator(".message").last.focus()
            await keys.press("ArrowUp")
            await keys.press("Enter")
            await expect(page.page.get_by_role("menu")).to_be_visible()
            await keys.press("Escape")
            await expect(page.page.get_by_role("menu")).to_have_count(0)
            await expect(page.page.locator(".message").nth(-2)).to_be_focused()

    async def test_alt_and_arrows_change_the_chat(self, browser: Browser, stage: Stage) -> None:
        async with watched(browser, stage.base) as page:
            await page.open(CURATOR)
            chosen = page.page.locator(".person[aria-current=true]")
            await expect(chosen).to_have_attribute("data-id", str(CURATOR))
            await page.page.keyboard.press("Alt+ArrowDown")
            await expect(chosen).to_have_attribute("data-id", str(DIRECTOR))
            await page.page.keyboard.press("Alt+ArrowUp")
            await expect(chosen).to_have_attribute("data-id", str(CURATOR))

    async def test_the_focus_is_always_seen_and_every_control_has_a_name(
        self, browser: Browser, stage: Stage
    ) -> None:
        await fill(stage.base)
        async with watched(browser, stage.base) as page:
            keys = (await page.open(CURATOR)).keyboard
            await page.last("своё")
            await page.page.evaluate("document.activeElement.blur()")
            for _ in range(30):
                await keys.press("Tab")
                seen = await page.page.evaluate(RING)
                assert seen is True
            nameless = await page.page.evaluate(NAMELESS)
            assert nameless == []


class TestFiles:
    @pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
    def test_nothing_is_taken_from_elsewhere_and_text_is_never_markup(self, path: Path) -> None:
        text = path.read_text(encoding="utf-8")
        assert len(text.splitlines()) < 300
        assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function", text)
        loads = re.findall(r"(?:src|href|from|import|url)\s*[=(]?\s*[\"'(](https?:)?//", text)
        assert loads == []
        assert not re.search(r"<[^>]+\son[a-z]+=", text)

    def test_every_word_asked_for_exists(self) -> None:
        words = (FOLDER / "texts.js").read_text(encoding="utf-8")
        known = set(re.findall(r"\b([a-z_0-9]+): [\"{]", words))
        sources = "\n".join(path.read_text(encoding="utf-8") for path in FILES if path.name != "texts.js")
        asked = set(re.findall(r"\bt\(\"([a-z_0-9]+)\"", sources)) | set(
            re.findall(r"data-t(?:-\w+)?=\"(\w+)\"", sources)
        )
        assert asked
        assert asked - known == set()
