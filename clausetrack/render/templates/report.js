"use strict";
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const one = (id) => document.getElementById(id);
  const units = all("#agreement > .unit");
  const changes = units.filter((unit) => unit.classList.contains("change"));
  const views = all("[name=view]");
  const bar = document.querySelector(".bar");
  document.documentElement.classList.add("js");
  document.documentElement.style.setProperty("--bar", `${bar.offsetHeight}px`);
  bar.addEventListener("submit", (event) => event.preventDefault());

  // What the style sheet asks: a class on the root for each control that is chosen.
  const choices = [...views, one("only")];
  function choose() {
    for (const each of choices) document.documentElement.classList.toggle(`on-${each.id}`, each.checked);
  }
  choose();
  addEventListener("pageshow", choose); // a page gone back to has the choices that were made there

  // Into the text that stands there: where one comes or goes the style of what is around it is
  // worked out again.
  function say(id, words) {
    const told = one(id);
    if (!told.firstChild) told.append("");
    told.firstChild.data = words;
  }

  // ---------------------------------------------------------------- from change to change

  let here = null;
  const shown = () => changes.filter((change) => !change.hidden);

  // The units that a view shows, and where the reader is: the change gone to, while it is on the
  // screen, or else the unit at the top.
  let visible = units;
  let reading = null;
  const onScreen = (box) => box.bottom > bar.offsetHeight && box.top < innerHeight;

  // Whatever changes what is shown leaves the reader at the same clause.
  function hold(act) {
    const kept = reading;
    act();
    visible = units.filter((unit) => unit.offsetParent !== null);
    let at = kept ? units.indexOf(kept.unit) : -1;
    while (at >= 0 && units[at].offsetParent === null) at -= 1;
    if (at >= 0) scrollBy({ top: units[at].getBoundingClientRect().top - kept.top, behavior: "instant" });
    mark();
  }

  function goTo(target) {
    if (here) here.classList.remove("here");
    here = target;
    here.classList.add("here");
    here.scrollIntoView({ block: "start" });
    here.focus({ preventScroll: true });
    mark();
    tell();
  }

  function tell() {
    const left = shown();
    const at = here ? left.indexOf(here) : -1;
    say("position", at < 0 ? `${left.length} change${left.length === 1 ? "" : "s"}` : `${at + 1} of ${left.length}`);
  }

  // Where the reader scrolled away from the last change, the next one is the next on the screen.
  function step(way) {
    const left = shown();
    if (!left.length) return;
    let at;
    if (here && !here.hidden && onScreen(here.getBoundingClientRect())) {
      at = left.indexOf(here) + way;
    } else {
      const line = bar.offsetHeight + 20;
      const below = left.findIndex((change) => change.getBoundingClientRect().top > line);
      at = way > 0 ? (below < 0 ? left.length - 1 : below) : (below < 0 ? left.length : below) - 1;
    }
    goTo(left[Math.min(Math.max(at, 0), left.length - 1)]);
  }
  one("next").addEventListener("click", () => step(1));
  one("previous").addEventListener("click", () => step(-1));

  // -------------------------------------------------------------------------------- filters

  const filters = all("[data-filter]");

  function matches(change) {
    return filters.every((filter) =>
      !filter.value || change.dataset[filter.dataset.filter].split("|").includes(filter.value));
  }

  // With a filter, what matches is shown under its headings, and nothing else.
  function filter() {
    const filtered = filters.some((each) => each.value);
    let wanted = 0;
    for (const unit of units.toReversed ? units.toReversed() : [...units].reverse()) {
      const depth = Number(unit.dataset.depth);
      let show = !filtered;
      if (filtered && unit.classList.contains("change") && matches(unit)) {
        show = true;
        wanted = depth;
      } else if (filtered && depth < wanted) {
        show = true;
        wanted = depth;
      }
      unit.hidden = !show;
    }
    for (const change of changes) if (filtered && !matches(change)) change.hidden = true;
    hold(() => {});
    say("filtered", filtered ? `${shown().length} of ${changes.length}` : "");
    tell();
    search();
  }
  filters.forEach((each) => each.addEventListener("change", filter));
  if (one("clear")) one("clear").addEventListener("click", () => {
    filters.forEach((each) => { each.value = ""; });
    filter();
  });
  const popup = document.querySelector(".filters");
  document.addEventListener("click", (event) => {
    if (popup && popup.open && !popup.contains(event.target)) popup.open = false;
  });

  // A link to a unit that a filter or the choice of changes alone leaves out brings it back.
  function reveal() {
    const name = decodeURIComponent(location.hash.slice(1));
    const target = name && one(name);
    if (!target || !target.classList.contains("unit") || target.checkVisibility()) return;
    filters.forEach((each) => { each.value = ""; });
    if (filters.length) filter();
    if (!target.checkVisibility()) {
      one("only").checked = false;
      choose();
    }
    target.scrollIntoView({ block: "start" });
  }
  addEventListener("hashchange", reveal);

  // --------------------------------------------------------------------------------- search

  const field = one("search");
  let places = [];
  let place = -1;

  // The text of a unit as one string without the words that `left` marks, and where each piece of
  // it stands: a phrase is found across mark-up, in the old wording and in the new.
  function strings(unit, left) {
    const found = [];
    let text = "";
    const walker = document.createTreeWalker(unit, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      const parent = node.parentElement;
      if (parent.closest(left) || !parent.checkVisibility()) continue;
      const block = parent.closest("p, td, th, h3, h4, h5, h6, summary");
      if (found.length && found.at(-1).block !== block) text += "\n";
      found.push({ node, block, start: text.length });
      text += node.data;
    }
    return { text: text.toLowerCase(), found };
  }

  function ranges(unit, query) {
    const out = new Map();
    const marks = unit.querySelector("ins, del") ? ["del, .aside, .meta", "ins, .aside, .meta"] : [".aside, .meta"];
    for (const left of marks) {
      const { text, found } = strings(unit, left);
      const spot = (offset, end) => {
        const piece = found.findLast((each) => (end ? each.start < offset : each.start <= offset));
        return [piece.node, Math.min(offset - piece.start, piece.node.length)];
      };
      for (let at = text.indexOf(query); at >= 0; at = text.indexOf(query, at + query.length)) {
        const range = new Range();
        range.setStart(...spot(at, false));
        range.setEnd(...spot(at + query.length, true));
        const box = range.getBoundingClientRect();
        out.set(`${Math.round(box.left)} ${Math.round(box.top)}`, range);
      }
    }
    return [...out.values()];
  }

  function search() {
    const query = field.value.trim().toLowerCase();
    places = [];
    place = -1;
    if (query.length > 1) {
      for (const unit of units) {
        if (unit.textContent.toLowerCase().includes(query[0]) && !unit.hidden) {
          places.push(...ranges(unit, query));
        }
      }
    }
    show();
  }

  function show() {
    say("found", field.value.trim().length < 2 ? ""
      : place < 0 ? `${places.length} found` : `${place + 1} of ${places.length}`);
    if (!CSS.highlights) return;
    CSS.highlights.set("found", new Highlight(...places));
    CSS.highlights.set("found-here", new Highlight(...(place < 0 ? [] : [places[place]])));
  }

  function find(way) {
    if (!places.length) return;
    place = (place + way + places.length) % places.length;
    const around = places[place].startContainer.parentElement;
    around.scrollIntoView({ block: "center" });
    show();
  }
  let waiting = 0;
  field.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(search, 150);
  });
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      clearTimeout(waiting);
      if (place < 0) search();
      find(event.shiftKey ? -1 : 1);
    } else if (event.key === "Escape") {
      field.value = "";
      search();
      field.blur();
    }
  });
  choices.forEach((each) => each.addEventListener("change", () => {
    hold(() => {
      choose();
      search();
    });
    reach();
  }));

  // -------------------------------------------------------------------- colours, help, keys

  const dark = one("dark");
  const system = dark.media;
  one("theme").addEventListener("change", (event) => {
    dark.media = { dark: "screen", light: "not all" }[event.target.value] || system;
  });

  const help = one("help");
  one("help-open").addEventListener("click", () => help.showModal());
  one("help-close").addEventListener("click", () => help.close());

  const keys = {
    n: () => step(1),
    p: () => step(-1),
    "/": () => { field.focus(); field.select(); },
    v: () => {
      const at = views.findIndex((each) => each.checked);
      views[(at + 1) % views.length].click();
    },
    c: () => one("only").click(),
    "?": () => help.showModal(),
  };
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && popup && popup.open) {
      popup.open = false;
      popup.firstElementChild.focus();
    }
    const typing = event.target.matches("input[type=search], select");
    if (typing || help.open || event.ctrlKey || event.metaKey || event.altKey) return;
    if (keys[event.key] && one("keys").checked) {
      event.preventDefault();
      keys[event.key]();
    }
  });

  // ------------------------------------------------------------------- contents and printing

  const entries = new Map(all("#tree a").map((link) => [decodeURIComponent(link.hash.slice(1)), link]));
  let current = null;
  function mark() {
    let low = 0;
    let high = visible.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (visible[middle].getBoundingClientRect().top <= bar.offsetHeight + 24) low = middle + 1;
      else high = middle;
    }
    const top = low ? visible[low - 1] : null;
    const unit = here && onScreen(here.getBoundingClientRect()) ? here : top;
    reading = unit && { unit, top: unit.getBoundingClientRect().top };
    let at = low - 1;
    while (at >= 0 && !entries.has(visible[at].id)) at -= 1;
    const link = at >= 0 ? entries.get(visible[at].id) : null;
    if (link === current) return;
    if (current) current.removeAttribute("aria-current");
    if (link) link.setAttribute("aria-current", "location");
    current = link;
  }
  let asked = false;
  addEventListener("scroll", () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => { asked = false; mark(); });
  }, { passive: true });

  // Only what scrolls needs to take the focus: another view or width, or a table unfolded, makes it another.
  const boxes = all(".scroll");
  function reach() {
    // what is folded away would be laid out to be asked
    const scrolls = boxes.map((box) => box.checkVisibility() && box.scrollWidth > box.clientWidth);
    boxes.forEach((box, at) => {
      if (scrolls[at]) box.tabIndex = 0;
      else box.removeAttribute("tabindex");
    });
  }
  addEventListener("resize", reach);
  document.addEventListener("toggle", reach, true);
  reach();

  let closed = [];
  addEventListener("beforeprint", () => {
    closed = all("main details:not([open])");
    closed.forEach((each) => { each.open = true; });
  });
  addEventListener("afterprint", () => closed.forEach((each) => { each.open = false; }));
  mark();
  reveal();
})();
