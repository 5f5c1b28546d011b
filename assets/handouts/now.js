// Shows what is on now and what comes next, by the clock of the screen and in the zone of the programme. Asks from time to time
// whether there is a newer page under its own name: that is loaded in a frame first, and only if it answers, taken. So a file
// that is missing or half written leaves the screen as it is.
"use strict";
(() => {
  const root = document.documentElement;
  if (parent !== window) {
    parent.postMessage({ made: root.dataset.made }, "*");
    return;
  }
  const one = (selector, within = document) => within.querySelector(selector);
  const zone = (() => {
    try {
      new Intl.DateTimeFormat("en", { timeZone: root.dataset.zone });
      return root.dataset.zone;
    } catch {
      return undefined;
    }
  })();
  const clock = new Intl.DateTimeFormat("en-GB", { timeZone: zone, hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const date = new Intl.DateTimeFormat("en-CA", { timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit" });
  const weekday = new Intl.DateTimeFormat(root.lang, { timeZone: zone, weekday: "short", day: "numeric", month: "short" });
  const sessions = [...document.querySelectorAll("#all li")].map((element) => ({
    element,
    start: Date.parse(element.dataset.start),
    end: Date.parse(element.dataset.end),
  }));
  sessions.sort((a, b) => a.start - b.start);
  const parts = { now: one("#now"), next: one("#next") };
  const MOST = { now: 60, next: 12 };
  let shownAs = "";

  function fill(part, chosen, today) {
    const list = one("ol", part);
    list.replaceChildren(...chosen.map(({ element, start }) => {
      const copy = element.cloneNode(true);
      const isToday = date.format(start) === today;
      one(".day", copy).textContent = isToday ? "" : weekday.format(start);
      return copy;
    }));
    part.hidden = chosen.length === 0;
  }

  // What does not fit goes over the screen page by page.
  let page = 0;
  function turn() {
    for (const part of Object.values(parts)) {
      const items = [...part.querySelectorAll("li")];
      for (const item of items) item.hidden = false;
      const room = part.getBoundingClientRect().bottom;
      const pages = [[]];
      let shift = 0;
      for (const item of items) {
        const { top, bottom } = item.getBoundingClientRect();
        if (bottom - shift > room && pages.at(-1).length > 0) {
          shift = top - items[0].getBoundingClientRect().top;
          pages.push([]);
        }
        pages.at(-1).push(item);
      }
      const shown = pages[page % pages.length];
      for (const item of items) item.hidden = !shown.includes(item);
    }
    page += 1;
  }

  function follow() {
    const now = Date.now();
    const today = date.format(now);
    one(".clock time").textContent = clock.format(now);
    const running = sessions.filter(({ start, end }) => start <= now && now < end).slice(0, MOST.now);
    const ahead = sessions.filter(({ start }) => start > now);
    // What begins next, and what else begins within two hours of it; never nothing while there is something to come.
    const until = ahead.length ? Math.max(ahead[0].start, now) + 2 * 3600000 : 0;
    const coming = ahead.filter(({ start }, at) => at < 3 || start < until).slice(0, MOST.next);
    const key = [running, coming].map((list) => list.map(({ element }) => element.dataset.start + element.textContent).join()).join("|") + today;
    if (key !== shownAs) {
      shownAs = key;
      fill(parts.now, running, today);
      fill(parts.next, coming, today);
      one("#over").hidden = running.length + coming.length > 0;
      // What is on in few rooms is read from further away.
      root.classList.toggle("few", running.length <= 2);
      page = 0;
      turn();
    }
  }

  // The newer page.
  const probe = document.createElement("iframe");
  probe.hidden = true;
  probe.title = "";
  addEventListener("message", ({ source, data }) => {
    if (source === probe.contentWindow && typeof data?.made === "string" && data.made > root.dataset.made) location.reload();
  });
  function ask() {
    probe.remove();
    probe.src = location.href.split("#")[0];
    document.body.append(probe);
  }

  root.classList.add("js");
  follow();
  addEventListener("resize", () => {
    page = 0;
    turn();
  });
  setInterval(follow, 1000);
  setInterval(turn, 12000);
  setInterval(ask, 60000);
  // Whoever stands before the screen need not wait.
  addEventListener("ask", ask);
})();
