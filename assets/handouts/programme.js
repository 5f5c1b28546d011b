// Search, filters, languages and light of the programme; what its reader keeps of it, when that is by their own clock, and
// what is on now. What is chosen stands in the address, after the hash, so that a view can be kept as a bookmark and sent to
// others. Nothing is loaded; what a reader keeps stays on their device.
"use strict";
(() => {
  const root = document.documentElement;
  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  // Without accents and capitals, Arabic without vowel signs, and with the apostrophe that keyboards have.
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[\u2018\u2019\u02bc]/g, "'").toLowerCase();

  const search = one("#search");
  const selects = all(".filters select");
  const clear = one("#clear");
  const count = one(".count");
  const none = one("#none-found");
  const counts = JSON.parse(count.dataset.counts);
  const facets = (element) =>
    Object.fromEntries(selects.map(({ name }) => [name, (element.dataset[name] ?? "").split(" ")]));
  const entries = all(".entry").map((element) => ({
    element,
    facets: facets(element),
    text: plain(element.textContent),
  }));
  const days = all(".day").map((element) => ({ element, entries: all(".entry", element) }));
  // What can be done with a session stands below it, named after it.
  for (const entry of all(".entry[id]:not(.cancelled)")) {
    const own = one("#own").content.cloneNode(true);
    one("h3", entry).id = `${entry.id}-title`;
    for (const button of all("button", own)) {
      button.id = `${entry.id}-${button.className}`;
      button.setAttribute("aria-labelledby", `${button.id} ${entry.id}-title`);
    }
    one(".where", entry).append(own);
  }

  const views = new Set();

  // What the reader keeps. Where a browser lets a file store nothing, it lasts as long as the page.
  const store = `plenary-${root.dataset.plan ?? document.title}`;
  const kept = new Set();
  try {
    for (const id of JSON.parse(localStorage.getItem(store) ?? "[]")) kept.add(String(id));
  } catch {}
  const index = new Map(all(".index li[data-day]").map((element) => [`day-${element.dataset.day}`, element]));
  const lists = all(".speakers-of").map((element) => {
    const title = plain(one("h3", element).textContent);
    const rows = all("tbody tr", element).map((row) => ({ row, text: `${title} ${plain(row.textContent)}` }));
    return { element, facets: facets(element), rows };
  });
  const languages = all("[data-language]");
  let language = root.lang;

  // "12 sessions" in the plural form that the language has for it: the form is taken from a number that is like it.
  function told(number) {
    const rules = new Intl.PluralRules(language);
    const forms = counts[language];
    const like = forms.find(([sample]) => sample === number)
      ?? forms.findLast(([sample]) => rules.select(sample) === rules.select(number))
      ?? forms[forms.length - 1];
    return like[1].replace(String(like[0]), String(number));
  }

  function show() {
    const words = plain(search.value).split(/\s+/).filter(Boolean);
    const wanted = selects.filter((select) => select.value !== "");
    const fits = (facets) => wanted.every(({ name, value }) => facets[name].includes(value));
    const says = (text) => words.every((word) => text.includes(word));
    let shown = 0;
    for (const entry of entries) {
      const { id } = entry.element.dataset;
      const is = fits(entry.facets) && says(entry.text) && (!views.has("mine") || kept.has(id))
        && (!views.has("changed") || entry.element.classList.contains("revised"));
      entry.element.hidden = !is;
      shown += is;
    }
    for (const day of days) {
      day.element.hidden = day.entries.every((entry) => entry.hidden);
      const link = index.get(day.element.id);
      if (link) link.hidden = day.element.hidden;
    }
    for (const list of lists) {
      for (const { row, text } of list.rows) row.hidden = !says(text);
      list.element.hidden = !fits(list.facets) || list.rows.every(({ row }) => row.hidden);
    }
    const speakers = one(".speakers");
    if (speakers) {
      speakers.hidden = lists.every(({ element }) => element.hidden);
      const link = one('.index a[href="#speaking-list"]');
      if (link) link.parentElement.hidden = speakers.hidden;
    }
    const isMine = views.has("mine") && kept.size === 0;
    one("#none-kept").hidden = !isMine;
    none.hidden = isMine || shown > 0 || entries.length === 0 || lists.some(({ element }) => !element.hidden);
    if (views.has("rooms")) for (const day of days) draw(day);
    clear.disabled = words.length === 0 && wanted.length === 0 && views.size === 0;
    for (const select of selects) select.classList.toggle("chosen", select.value !== "");
    one("#more").classList.toggle("chosen", wanted.length > 0);
    const now = told(shown);
    if (count.textContent !== now) count.textContent = now;
  }

  function speak(code) {
    const button = languages.find((button) => button.dataset.language === code);
    if (!button) return;
    language = code;
    for (const other of languages) {
      other.setAttribute("aria-pressed", String(other === button));
      root.classList.remove(`shown-${other.dataset.language}`);
    }
    root.classList.add(`shown-${code}`);
    root.lang = code;
    root.dir = button.dataset.direction;
    for (const element of all("[data-text]")) element.textContent = JSON.parse(element.dataset.text)[code];
    for (const element of all("[data-placeholder]"))
      element.placeholder = JSON.parse(element.dataset.placeholder)[code];
    for (const element of all("[data-aria-label]"))
      element.setAttribute("aria-label", JSON.parse(element.dataset.ariaLabel)[code]);
  }

  // The address.
  const leading = root.lang;
  function write() {
    const chosen = new URLSearchParams();
    if (search.value.trim()) chosen.set("q", search.value.trim());
    for (const { name, value } of selects) if (value) chosen.set(name, value);
    if (language !== leading) chosen.set("lang", language);
    if (views.size) chosen.set("view", [...views].join("."));
    history.replaceState(null, "", `#${chosen}`);
  }
  function read() {
    const hash = location.hash.slice(1);
    // An address without "=" is a place on the page, which nothing may hide.
    if (hash && !hash.includes("=")) {
      const place = document.getElementById(hash);
      if (place?.closest("[hidden]") || root.classList.contains("by-room")) reset();
      place?.scrollIntoView();
      return;
    }
    const chosen = new URLSearchParams(hash);
    search.value = chosen.get("q") ?? "";
    for (const select of selects) {
      const value = chosen.get(select.name) ?? "";
      select.value = [...select.options].some((option) => option.value === value) ? value : "";
    }
    speak(chosen.get("lang") ?? leading);
    const asked = (chosen.get("view") ?? "").split(".");
    for (const { id } of toggles) see(id, asked.includes(id));
    show();
  }
  function reset() {
    search.value = "";
    for (const select of selects) select.value = "";
    for (const { id } of toggles) if (id !== "my-time") see(id, false);
    show();
  }
  function change() {
    show();
    write();
  }

  search.addEventListener("input", change);
  for (const select of selects) select.addEventListener("change", change);
  clear.addEventListener("click", () => {
    reset();
    write();
    search.focus();
  });
  for (const button of languages)
    button.addEventListener("click", () => {
      speak(button.dataset.language);
      change();
    });
  one("#more").addEventListener("click", ({ currentTarget }) => {
    const isOpen = one(".bar").classList.toggle("open");
    currentTarget.setAttribute("aria-expanded", String(isOpen));
  });
  one("#print").addEventListener("click", () => print());
  // A jump to a day leaves the filters in the address alone.
  for (const link of all(".index a"))
    link.addEventListener("click", (event) => {
      event.preventDefault();
      const target = one(link.getAttribute("href"));
      target.scrollIntoView();
      one("h2", target).tabIndex = -1;
      one("h2", target).focus({ preventScroll: true });
    });

  // A button that stays pressed, and what follows from it.
  const toggles = all(".views [aria-pressed]");
  function see(id, is) {
    if (is) views.add(id);
    else views.delete(id);
    one(`#${id}`)?.setAttribute("aria-pressed", String(is));
    if (id === "my-time") tell(is);
    if (id === "rooms") {
      root.classList.toggle("by-room", is);
      if (!is) for (const grid of all(".by-hours")) grid.remove();
    }
  }
  for (const button of toggles)
    button.addEventListener("click", () => {
      see(button.id, !views.has(button.id));
      change();
    });

  // Times by the clock of the reader, with the difference of days where there is one.
  const clock = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  const date = new Intl.DateTimeFormat("en-CA", { year: "numeric", month: "2-digit", day: "2-digit" });
  const times = all(".entry time").map((element) => ({
    element,
    planned: element.textContent,
    moment: new Date(element.dateTime),
    day: element.closest(".entry").dataset.day,
  }));
  function tell(isMine) {
    for (const { element, planned, moment, day } of times) {
      const apart = Math.round((Date.parse(date.format(moment)) - Date.parse(day)) / 86400000);
      const days = apart === 0 ? "" : ` (${apart > 0 ? "+" : "\u2212"}${Math.abs(apart)})`;
      element.textContent = isMine ? clock.format(moment) + days : planned;
    }
    one("#my-zone").textContent = isMine ? Intl.DateTimeFormat().resolvedOptions().timeZone.replaceAll("_", " ") : "";
    root.classList.toggle("my-time", isMine);
  }

  // Calendars (RFC 5545): lines that are escaped and folded after 75 bytes.
  const escaped = (text) => text.trim().replace(/\s+/g, " ").replace(/[\\;,]/g, "\\$&");
  function folded(line) {
    const encoder = new TextEncoder();
    let [out, room] = ["", 75];
    for (const letter of line) {
      const bytes = encoder.encode(letter).length;
      if (bytes > room) [out, room] = [`${out}\r\n `, 74];
      [out, room] = [out + letter, room - bytes];
    }
    return out;
  }
  const shownText = (element) => (element?.innerText ?? element?.textContent ?? "").trim();
  const stamp = (text) => text.replace(/[-:]/g, "").replace(/\.\d+/, "");
  function calendar(elements) {
    const made = stamp(new Date().toISOString());
    const event = (element) => [
      "BEGIN:VEVENT", `UID:${element.dataset.uid}`, `DTSTAMP:${made}`, `SEQUENCE:${element.dataset.sequence}`,
      `DTSTART:${stamp(one(".start", element).dateTime)}`, `DTEND:${stamp(one(".end", element).dateTime)}`,
      `SUMMARY:${escaped(shownText(one("h3", element)))}`,
      `LOCATION:${escaped(all(".room", element).map(shownText).join(", "))}`,
      "END:VEVENT",
    ];
    return ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Plenary//Programme//EN", "CALSCALE:GREGORIAN",
      ...elements.flatMap(event), "END:VCALENDAR", ""].map(folded).join("\r\n");
  }
  function save(name, text) {
    const link = document.createElement("a");
    link.href = `data:text/calendar;charset=utf-8,${encodeURIComponent(text)}`;
    link.download = `${name}.ics`;
    link.click();
  }
  for (const button of all(".ics"))
    button.addEventListener("click", () => {
      const entry = button.closest(".entry");
      save(entry.dataset.id, calendar([entry]));
    });
  one("#mine-calendar").addEventListener("click", () =>
    save("agenda", calendar(all(".entry[id]").filter(({ dataset }) => kept.has(dataset.id)))));

  function mark() {
    for (const star of all(".star"))
      star.setAttribute("aria-pressed", String(kept.has(star.closest(".entry").dataset.id)));
    const here = all(".entry[id]").filter(({ dataset }) => kept.has(dataset.id)).length;
    one("#mine .number").textContent = here || "";
    one("#mine-calendar").disabled = here === 0;
  }
  for (const star of all(".star"))
    star.addEventListener("click", () => {
      const { id } = star.closest(".entry").dataset;
      if (!kept.delete(id)) kept.add(id);
      try {
        localStorage.setItem(store, JSON.stringify([...kept]));
      } catch {}
      mark();
      show();
    });
  mark();

  // What is on now: said in words, and followed.
  const instants = (entry) => ({
    start: Date.parse(one(".start", entry)?.dateTime),
    end: Date.parse(one(".end", entry)?.dateTime),
  });
  // What goes on on further days stands there, too.
  const moments = all(".entry").map((element) => ({
    element,
    ...instants(element.id ? element : document.getElementById(`s-${element.dataset.id}`) ?? element),
  })).filter(({ start }) => start);
  const first = Math.min(...moments.map(({ start }) => start));
  const last = Math.max(...moments.map(({ end }) => end));
  function follow() {
    const now = Date.now();
    for (const { element, start, end } of moments) {
      const is = start <= now && now < end && !element.classList.contains("cancelled");
      const badge = one(".live", element);
      if (is && !badge) {
        const live = document.createElement("strong");
        live.className = "live";
        live.append(...[...one("#now").childNodes].map((node) => node.cloneNode(true)));
        one(".kind", element).append(" ", live);
      }
      if (!is) badge?.remove();
    }
    const today = date.format(now);
    for (const { element } of days) one(".today", element).hidden = element.id !== `day-${today}`;
    one("#now").hidden = now < first - 86400000 || now >= last;
  }
  one("#now").addEventListener("click", () => {
    if (views.has("rooms")) see("rooms", false);
    const now = Date.now();
    const next = moments.filter(({ element, end }) => !element.hidden && end > now)
      .sort((a, b) => Math.max(a.start, now) - Math.max(b.start, now))[0];
    next?.element.scrollIntoView({ block: "center" });
    const heading = next && one("h3", next.element);
    if (heading) {
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
    }
    write();
  });
  follow();
  setInterval(follow, 30000);

  // Rooms as columns, hours down: of the sessions that are shown, whose links lead back into the list.
  const MINUTE = 1.1;
  function draw(day) {
    one(".by-hours", day.element)?.remove();
    const shown = day.entries.filter((entry) => !entry.hidden && entry.id);
    if (shown.length === 0) return;
    const from = Math.floor(Math.min(...shown.map((entry) => instants(entry).start)) / 3600000) * 3600000;
    const to = Math.max(...shown.map((entry) => instants(entry).end));
    const columns = new Map();
    for (const entry of shown)
      for (const room of entry.dataset.room.split(" ")) columns.set(room, [...(columns.get(room) ?? []), entry]);
    const order = selects.find(({ name }) => name === "room");
    // What has no room stands last.
    const place = (room) => (room ? [...(order?.options ?? [])].findIndex(({ value }) => value === room) : Infinity);
    const grid = document.createElement("div");
    grid.className = "by-hours";
    grid.tabIndex = 0;
    grid.setAttribute("role", "group");
    grid.setAttribute("aria-labelledby", one("h2", day.element).id);
    for (const [room, entries] of [...columns].sort(([a], [b]) => place(a) - place(b))) {
      const column = document.createElement("section");
      const head = document.createElement("h3");
      const name = all(".room", entries[0])[entries[0].dataset.room.split(" ").indexOf(room)];
      head.append(...(name ? [...name.childNodes].map((node) => node.cloneNode(true)) : ["\u2013"]));
      const list = document.createElement("ol");
      list.style.height = `${((to - from) / 60000) * MINUTE}px`;
      const lanes = [];
      const set = entries.map((entry) => {
        const { start, end } = instants(entry);
        let lane = lanes.findIndex((until) => until <= start);
        if (lane < 0) lane = lanes.push(0) - 1;
        lanes[lane] = end;
        return { entry, start, end, lane };
      });
      for (const { entry, start, end, lane } of set) {
        const item = document.createElement("li");
        item.className = [...entry.classList].filter((name) => /^hue-|^cancelled$/.test(name)).join(" ");
        item.style.top = `${((start - from) / 60000) * MINUTE}px`;
        item.style.height = `${Math.max(((end - start) / 60000) * MINUTE - 2, 24)}px`;
        item.style.insetInlineStart = `${(lane * 100) / lanes.length}%`;
        item.style.width = `${100 / lanes.length}%`;
        const link = document.createElement("a");
        link.href = `#${entry.id}`;
        link.append(shownText(one(".hours", entry)), " ",
          ...[...one("h3", entry).childNodes].map((node) => node.cloneNode(true)));
        link.title = shownText(link) || link.textContent;
        item.append(link);
        list.append(item);
      }
      column.append(head, list);
      grid.append(column);
    }
    day.element.append(grid);
  }

  // On a small screen the programme comes first; what it is about unfolds.
  const intro = one(".intro");
  if (intro && matchMedia("(max-width: 46rem)").matches) intro.open = false;

  // Light or dark: as the system has it, until somebody chooses.
  const system = matchMedia("(prefers-color-scheme: dark)");
  const shine = (isDark) => (root.dataset.theme = isDark ? "dark" : "light");
  shine(system.matches);
  let isChosen = false;
  system.addEventListener("change", ({ matches }) => isChosen || shine(matches));
  one("#theme").addEventListener("click", () => {
    isChosen = true;
    shine(root.dataset.theme !== "dark");
  });

  // The heads of days stick right below the bar, however high it is.
  const bar = one(".bar");
  new ResizeObserver(() => {
    const isSticky = getComputedStyle(bar).position === "sticky";
    root.style.setProperty("--bar", isSticky ? `${bar.offsetHeight}px` : "0px");
  }).observe(bar);

  addEventListener("hashchange", read);
  root.classList.add("js");
  speak(leading);
  read();
  show();
})();
