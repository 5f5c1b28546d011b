// Search, filters, languages and light of the programme. What is chosen stands in the address, after the hash, so that a
// view can be kept as a bookmark and sent to others. Nothing is loaded, nothing is stored.
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
      const is = fits(entry.facets) && says(entry.text);
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
    none.hidden = shown > 0 || entries.length === 0 || lists.some(({ element }) => !element.hidden);
    clear.disabled = words.length === 0 && wanted.length === 0;
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
    history.replaceState(null, "", `#${chosen}`);
  }
  function read() {
    const hash = location.hash.slice(1);
    // An address without "=" is a place on the page.
    if (hash && !hash.includes("=")) return;
    const chosen = new URLSearchParams(hash);
    search.value = chosen.get("q") ?? "";
    for (const select of selects) {
      const value = chosen.get(select.name) ?? "";
      select.value = [...select.options].some((option) => option.value === value) ? value : "";
    }
    speak(chosen.get("lang") ?? leading);
    show();
  }
  function change() {
    show();
    write();
  }

  search.addEventListener("input", change);
  for (const select of selects) select.addEventListener("change", change);
  clear.addEventListener("click", () => {
    search.value = "";
    for (const select of selects) select.value = "";
    change();
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
