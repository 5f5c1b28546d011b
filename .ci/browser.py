"""Opens the pages of .ci/browser in Chromium, over its DevTools pipe, and checks that they do what they promise."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path

FOLDER = Path(sys.argv[1]).resolve()
PATIENCE = 60  # seconds that anything may take


class Browser:
    """Chromium, spoken to over two pipes: it reads from 3 and writes to 4, messages end in a zero byte."""

    def __init__(self):
        their_in, self.to = os.pipe()
        self.back, their_out = os.pipe()

        def pipes():
            # The pipes themselves may have the numbers 3 and 4: out of the way first.
            for place, fd in enumerate([os.dup2(fd, 100 + place) for place, fd in enumerate((their_in, their_out))]):
                os.dup2(fd, 3 + place)

        command = [
            os.environ.get("CHROMIUM", "chromium"), "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
            "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--disable-dev-shm-usage", f"--user-data-dir={FOLDER / 'profile'}", "--remote-debugging-pipe", "about:blank",
        ]
        self.process = subprocess.Popen(command, preexec_fn=pipes, close_fds=False, stderr=subprocess.DEVNULL)
        os.close(their_in)
        os.close(their_out)
        self.buffer, self.number, self.events, self.session = b"", 0, [], None

    def message(self):
        while b"\0" not in self.buffer:
            read = os.read(self.back, 1 << 16)
            if not read:
                sys.exit("browser: it has ended")
            self.buffer += read
        text, self.buffer = self.buffer.split(b"\0", 1)
        return json.loads(text)

    def ask(self, method, **params):
        self.number += 1
        asked = {"id": self.number, "method": method, "params": params}
        if self.session:
            asked["sessionId"] = self.session
        os.write(self.to, json.dumps(asked).encode() + b"\0")
        while True:
            message = self.message()
            if message.get("id") == self.number:
                if "error" in message:
                    sys.exit(f"browser: {method}: {message['error']}")
                return message["result"]
            self.events.append(message)

    def attach(self):
        targets = self.ask("Target.getTargets")["targetInfos"]
        page = next(target for target in targets if target["type"] == "page")
        self.session = self.ask("Target.attachToTarget", targetId=page["targetId"], flatten=True)["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.ask(f"{domain}.enable")

    def open(self, address):
        # A page that differs only after the hash would not be loaded anew.
        for target in ("about:blank", address):
            self.events.clear()
            self.ask("Page.navigate", url=target)
            end = time.monotonic() + PATIENCE
            while not any(event.get("method") == "Page.loadEventFired" for event in self.events):
                assert time.monotonic() < end, f"{target} does not load"
                self.events.append(self.message())

    def get(self, expression):
        result = self.ask("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in result:
            sys.exit(f"browser: {expression}: {result['exceptionDetails']}")
        return result["result"].get("value")

    def complaints(self):
        """What went wrong on the page, and what it asked for elsewhere."""
        self.get("new Promise((done) => setTimeout(done, 100))")
        found = []
        for event in self.events:
            method, params = event.get("method"), event.get("params", {})
            if method == "Runtime.exceptionThrown":
                found.append(params["exceptionDetails"])
            elif method == "Log.entryAdded" and params["entry"]["level"] == "error":
                found.append(params["entry"]["text"])
            elif method == "Runtime.consoleAPICalled" and params["type"] in ("error", "assert"):
                found.append(params["args"])
            elif method == "Network.requestWillBeSent":
                url = params["request"]["url"]
                if not url.startswith((f"file://{FOLDER}/", "about:", "data:")):
                    found.append(f"asks for {url}")
        return found


failed = 0


def check(what, seen, expected=True):
    global failed
    if seen == expected:
        print(f"browser: {what}")
    else:
        failed += 1
        print(f"browser: FAILED: {what}: {seen!r} instead of {expected!r}", file=sys.stderr)


SHOWN = "[...document.querySelectorAll('.entry')].filter((entry) => entry.offsetParent !== null)"


def shown(browser):
    return browser.get(f"{SHOWN}.length")


def type_text(browser, selector, text):
    browser.get(
        f"{{ const field = document.querySelector({json.dumps(selector)}); field.value = {json.dumps(text)};"
        "field.dispatchEvent(new Event('input', {bubbles: true}));"
        "field.dispatchEvent(new Event('change', {bubbles: true})); }"
    )


def press(browser, selector):
    browser.get(f"document.querySelector({json.dumps(selector)}).click()")


def programme(browser):
    page = (FOLDER / "programme.html").as_uri()
    browser.open(page)
    everything = shown(browser)
    check("the built-in programme has its sessions", everything > 80)
    count = browser.get("document.querySelector('.count').textContent")
    check("the count says so", str(everything) in count)

    type_text(browser, "#search", "  CLOSING   ceremony ")
    found = browser.get(f"{SHOWN}.map((entry) => entry.textContent.toLowerCase())")
    check("a search narrows", 0 < len(found) < everything)
    check("all that is found has the words", all("closing" in text and "ceremony" in text for text in found))
    check("the address keeps the search", browser.get("location.hash"), "#q=CLOSING+++ceremony")
    type_text(browser, "#search", "nothing is called like this")
    check("nothing found is said", browser.get("document.querySelector('#none-found').hidden"), False)
    check("days without sessions go", browser.get("[...document.querySelectorAll('.day')].every((day) => day.hidden)"))
    press(browser, "#clear")
    check("clear brings everything back", shown(browser), everything)

    type_text(browser, "select[name=room]", "plenary-hall")
    check("a filter narrows", 0 < shown(browser) < everything)
    in_hall = f"{SHOWN}.every((entry) => entry.dataset.room.split(' ').includes('plenary-hall'))"
    check("all that is left is in the room", browser.get(in_hall))
    in_room = shown(browser)
    type_text(browser, "select[name=day]", "2025-11-17")
    both = shown(browser)
    check("two filters narrow more", 0 < both < in_room)
    bookmark = browser.get("location.hash")
    press(browser, "button[data-language=ru]")
    check("the page is in Russian", browser.get("document.documentElement.lang"), "ru")
    official = "Всемирная конференция по развитию электросвязи 2025 года (ВКРЭ-25)"
    names = browser.get("[document.title, document.querySelector('h1').innerText]")
    check("its name too", names, ["ВКРЭ-25", official])
    labels = browser.get("document.querySelector('select[name=room] option').textContent")
    check("and its filters", any("а" <= letter <= "я" for letter in labels))
    check("filters stay when the language changes", shown(browser), both)
    check("nothing complains", browser.complaints(), [])

    browser.open(page + bookmark)
    check("a bookmark filters", shown(browser), both)
    browser.open(page + "#room=no-such-room&q=%")
    check("an odd address does no harm", browser.complaints(), [])

    press(browser, "#theme")
    dark = browser.get("document.documentElement.dataset.theme")
    press(browser, "#theme")
    check("light and dark take turns", browser.get("document.documentElement.dataset.theme") != dark)
    browser.get("document.activeElement.blur()")
    for key in ("rawKeyDown", "keyUp"):
        browser.ask("Input.dispatchKeyEvent", type=key, key="Tab", code="Tab", windowsVirtualKeyCode=9)
    check("keys reach the page", browser.get("['A', 'INPUT', 'BUTTON'].includes(document.activeElement.tagName)"))
    unnamed = browser.get(
        "[...document.querySelectorAll('.bar input, .bar select, .bar button')]"
        ".filter((field) => !(field.labels?.[0]?.textContent ?? field.textContent).trim()).length"
    )
    check("every control has a name", unnamed, 0)


def of_the_reader(browser):
    """What a reader keeps, and other ways to look at the programme."""
    page = (FOLDER / "programme.html").as_uri()
    browser.open(page)
    everything = shown(browser)
    browser.get(
        "{ window.saved = []; HTMLAnchorElement.prototype.click = function () "
        "{ window.saved.push(decodeURIComponent(this.href)); }; }"
    )
    press(browser, "#s-S08 .star")
    press(browser, "#mine")
    check("my agenda has what is kept", browser.get(f"{SHOWN}.map((entry) => entry.dataset.id)"), ["S08"])
    press(browser, "#mine-calendar")
    calendar = browser.get("window.saved[0]")
    check("it is handed out as a calendar", "BEGIN:VEVENT" in calendar and calendar.count("BEGIN:VEVENT") == 1)
    check("with instants", "DTSTART:20251117T060000Z" in calendar, True)
    check("no line is too long", all(len(line.encode()) <= 75 for line in calendar.split(",", 1)[1].split("\r\n")))
    browser.open(page)
    check("what is kept stays on the device", browser.get("document.querySelector('#mine .number').textContent"), "1")
    press(browser, "#s-S08 .star")
    press(browser, "#mine")
    check("an empty agenda says how to fill it", browser.get("document.querySelector('#none-kept').hidden"), False)
    press(browser, "#mine")
    check("and all is back", shown(browser), everything)

    browser.ask("Emulation.setTimezoneOverride", timezoneId="America/New_York")
    browser.open(page)
    press(browser, "#my-time")
    check("my time is mine", browser.get("document.querySelector('#s-S08 .start').textContent"), "01:00")
    press(browser, "#my-time")
    check("and that of the place comes back", browser.get("document.querySelector('#s-S08 .start').textContent"), "10:00")
    browser.ask("Emulation.setTimezoneOverride", timezoneId="")

    browser.open(page + "#s-S40")
    check("a session can be linked", browser.get("document.querySelector('#s-S40').offsetParent !== null"))
    press(browser, "#rooms")
    items = browser.get("[...document.querySelectorAll('.by-hours li')].map((item) => item.textContent)")
    check("rooms stand beside hours", any("Opening ceremony" in item for item in items))
    check("and the list is away", browser.get("document.querySelector('.entries').offsetParent"), None)
    press(browser, "#rooms")
    type_text(browser, "select[name=body]", "com3")
    groups = browser.get(f"{SHOWN}.filter((entry) => entry.textContent.includes('WG')).length")
    check("a committee comes with its groups", groups > 0 or shown(browser) > 0)
    check("nothing complains of the reader", browser.complaints(), [])


def narrow_and_printed(browser):
    page = (FOLDER / "programme.html").as_uri()
    for width in (320, 360, 800, 1280):
        browser.ask("Emulation.setDeviceMetricsOverride", width=width, height=740, deviceScaleFactor=1, mobile=False)
        browser.open(page)
        widths = browser.get("[document.documentElement.scrollWidth, document.documentElement.clientWidth]")
        check(f"at {width} pixels nothing sticks out", widths[0], widths[1])
    browser.ask("Emulation.clearDeviceMetricsOverride")
    browser.ask("Emulation.setEmulatedMedia", media="print")
    check("print has no controls", browser.get("getComputedStyle(document.querySelector('.bar')).display"), "none")
    browser.ask("Emulation.setEmulatedMedia", media="")


def now_and_next(browser):
    """The page for a screen, at a quarter to twelve of the second day."""
    page = (FOLDER / "now.html").as_uri()
    fake = "{ const now = Date.parse('2025-11-18T07:45:00Z'); Date.now = () => now; }"
    script = browser.ask("Page.addScriptToEvaluateOnNewDocument", source=fake)["identifier"]
    browser.open(page)
    lists = browser.get("['now', 'next'].map((id) => [...document.querySelectorAll(`#${id} h3`)].map((h) => h.innerText))")
    check("what is on now is told", any("Second plenary, part 2" in title for title in lists[0]))
    check("and what comes next", "Lunch" in lists[1])
    check("by the clock of the place", browser.get("document.querySelector('.clock').innerText"), "11:45")
    check("nothing complains of the screen", browser.complaints(), [])
    # A newer file is taken, a broken one is not.
    text = (FOLDER / "now.html").read_text(encoding="utf-8")
    made = browser.get("document.documentElement.dataset.made")
    ask = "new Promise((done) => { window.stays = true; window.dispatchEvent(new Event('ask')); setTimeout(done, 1500); })"
    (FOLDER / "now.html").write_text(text[: len(text) // 2], encoding="utf-8")
    browser.get(ask)
    check("half a file leaves the screen as it is", browser.get("window.stays"), True)
    (FOLDER / "now.html").write_text(text.replace(made, "2999-01-01T00:00:00Z", 1), encoding="utf-8")
    browser.get("window.dispatchEvent(new Event('ask'))")
    time.sleep(2)
    check("a newer file is taken", browser.get("document.documentElement.dataset.made"), "2999-01-01T00:00:00Z")
    browser.ask("Page.removeScriptToEvaluateOnNewDocument", identifier=script)


def without_script(browser):
    browser.ask("Emulation.setScriptExecutionDisabled", value=True)
    browser.open((FOLDER / "programme.html").as_uri())
    check("without a script there are no controls", browser.get("document.querySelector('.bar').offsetParent"), None)
    check("without a script everything is there", shown(browser) > 80)
    both = browser.get("document.querySelector('h1').innerText")
    check("without a script titles are in all languages", "WTDC-25" in both and "ВКРЭ-25" in both)
    browser.ask("Emulation.setScriptExecutionDisabled", value=False)


def odd(browser):
    browser.open((FOLDER / "odd.html").as_uri())
    check("hostile texts do not run", browser.get("typeof window.hacked"), "undefined")
    check("and are no markup", browser.get("document.querySelectorAll('script, img, iframe').length"), 1)
    check("but texts", browser.get("document.title"), "</title><script>window.hacked=1</script>")
    check("no link runs anything", browser.get("document.querySelectorAll('a[href^=\"javascript\" i]').length"), 0)
    type_text(browser, "#search", "cote d'ivoire")
    check("accents do not matter", shown(browser), 1)
    listed = browser.get("[...document.querySelectorAll('.speakers tbody tr')].filter((row) => row.offsetParent).length")
    check("the speaking list is searched too", listed, 1)
    check("nothing complains of hostile texts", browser.complaints(), [])
    browser.get(
        "{ const script = document.createElement('script'); script.textContent = 'window.hacked = 2';"
        "document.body.append(script); }"
    )
    check("the page's policy stops any other script", browser.get("typeof window.hacked"), "undefined")
    check("and says so", any("Content Security Policy" in str(what) for what in browser.complaints()))


def arabic(browser):
    browser.open((FOLDER / "arabic.html").as_uri())
    check("Arabic runs from the right", browser.get("getComputedStyle(document.querySelector('main')).direction"), "rtl")
    check("nothing complains in Arabic", browser.complaints(), [])


def accessible(browser):
    """What axe finds wrong with each page, light and dark, as it is and in its other views."""
    path = Path(os.environ.get("AXE", ""))
    if not path.is_file():
        print("browser: axe is not here: not asked")
        return
    axe = path.read_text(encoding="utf-8")
    browser.ask("Page.setBypassCSP", enabled=True)
    wanted = [("programme.html", ""), ("programme.html", "#view=rooms&day=2025-11-18"), ("programme.html", "#view=mine")]
    wanted += [("arabic.html", ""), ("now.html", "")]
    wanted += [(page.name, "") for page in sorted(FOLDER.glob("paper-*.html"))]
    for scheme in ("light", "dark"):
        browser.ask("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": scheme}])
        for name, view in wanted:
            browser.open((FOLDER / name).as_uri() + view)
            browser.get(axe + "; undefined")
            run = "axe.run().then(({violations}) => violations.map(({id, nodes}) => `${id}: ${nodes[0].html} (${nodes.length})`))"
            check(f"axe has nothing to say of {name}{view} in {scheme}", browser.get(run), [])
    browser.ask("Emulation.setEmulatedMedia", features=[])
    browser.ask("Page.setBypassCSP", enabled=False)


def main():
    browser = Browser()
    try:
        browser.attach()
        for part in (programme, of_the_reader, now_and_next, narrow_and_printed, without_script, odd, arabic, accessible):
            part(browser)
    finally:
        browser.process.kill()
        browser.process.wait()
    if failed:
        sys.exit(f"browser: {failed} checks failed")


main()
