"use strict";
// Finding, filtering and keys. The page is whole without it; all it knows stands in the page.
(function () {
  const root = document.documentElement;
  const form = document.querySelector(".finder form");
  const items = Array.from(document.querySelectorAll(".item"));
  const count = document.getElementById("count");
  root.classList.add("js");

  // -- light and dark ---------------------------------------------------------------------

  const themes = ["auto", "light", "dark"];
  const button = document.getElementById("theme");
  const stored = {
    // A page opened from a disk may have no storage.
    get() { try { return localStorage.getItem("yiwu-diff-theme"); } catch (e) { return null; } },
    set(value) { try { localStorage.setItem("yiwu-diff-theme", value); } catch (e) { /* no */ } },
  };
  let theme = "auto";
  function showTheme(name) {
    theme = themes.includes(name) ? name : "auto";
    if (theme === "auto") delete root.dataset.theme; else root.dataset.theme = theme;
    if (button) button.textContent = button.dataset.text + button.dataset[theme];
  }
  showTheme(stored.get());
  if (button) button.addEventListener("click", () => {
    showTheme(themes[(themes.indexOf(theme) + 1) % themes.length]);
    stored.set(theme);
  });

  const help = document.getElementById("help");
  const keysOn = document.getElementById("keys-on");

  // -- the filters, and the address that keeps them ---------------------------------------

  const finder = document.querySelector(".finder");
  const single = ["domain", "lead", "basis"];
  const empty = () => ({ q: "", label: [], domain: "", lead: "", basis: "", unsure: false });
  let state = empty();

  function fold(text) { return text.normalize("NFKC").toLowerCase(); }
  function words() { return fold(state.q).split(/\s+/).filter(Boolean); }
  function plain(element) {
    let text = "";
    for (const node of textNodes(element)) text += node.data;
    return text;
  }
  function textNodes(element) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT, {
      acceptNode: (node) => node.parentElement.closest(".ref, .gap")
        ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    });
    const nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    return nodes;
  }
  const readable = new Map(items.map((item) => {
    const parts = Array.from(item.querySelectorAll(".name, .text"));
    return [item, parts];
  }));
  const searched = new Map(items.map((item) => [item, fold(
    readable.get(item).map(plain).concat(item.dataset.lead, item.dataset.domain).join("\n")
  )]));

  function fits(item) {
    const data = item.dataset;
    return (!state.label.length || state.label.some((one) => data.label.split(" ").includes(one)))
      && (!state.domain || data.domain === state.domain)
      && (!state.lead || data.lead.split("\n").includes(state.lead))
      && (!state.basis || data.basis.split(" ").includes(state.basis))
      && (!state.unsure || "unsure" in data)
      && words().every((word) => searched.get(item).includes(word));
  }

  function apply() {
    let shown = 0;
    for (const item of items) {
      item.hidden = !fits(item);
      if (!item.hidden) shown += 1;
    }
    for (const group of document.querySelectorAll(".group")) {
      const left = group.querySelectorAll(".item:not([hidden])").length;
      group.hidden = !left;
      group.querySelector("h3 small").textContent = group.dataset.count.replace("{n}", left);
    }
    if (count) {
      const text = count.dataset.text.replace("{n}", shown);
      count.textContent = shown ? text : text + " — " + count.dataset.nothing;
    }
    find();
  }

  // Marks what was searched for, without touching the text.
  function find() {
    for (const one of document.querySelectorAll("details[data-found]")) {
      one.open = false;
      delete one.dataset.found;
    }
    const looked = words();
    const ranges = [];
    if (looked.length) for (const item of items) if (!item.hidden) {
      for (const element of readable.get(item)) {
        const nodes = textNodes(element);
        const starts = [];
        let text = "";
        for (const node of nodes) { starts.push(text.length); text += node.data; }
        const lower = text.toLowerCase();
        let here = fold(text) !== lower && looked.some((word) => fold(text).includes(word));
        if (lower.length === text.length) for (const word of looked) {
          for (let at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + 1)) {
            here = true;
            if (ranges.length < 2000) ranges.push(range(nodes, starts, at, at + word.length));
          }
        }
        const closed = here && element.closest("details:not([open])");
        if (closed) { closed.open = true; closed.dataset.found = ""; }
      }
    }
    if (window.CSS && CSS.highlights && window.Highlight) {
      CSS.highlights.set("found", new Highlight(...ranges));
    }
  }
  function range(nodes, starts, from, to) {
    const found = document.createRange();
    const holds = (at) => {
      let n = starts.length - 1;
      while (n > 0 && starts[n] > at) n -= 1;
      return n;
    };
    const first = holds(from);
    const last = holds(to - 1);
    found.setStart(nodes[first], from - starts[first]);
    found.setEnd(nodes[last], to - starts[last]);
    return found;
  }

  function address() {
    const query = new URLSearchParams();
    if (state.q.trim()) query.set("q", state.q.trim());
    if (state.label.length) query.set("label", state.label.join(","));
    for (const name of single) if (state[name]) query.set(name, state[name]);
    if (state.unsure) query.set("unsure", "1");
    // Commas need no escape here, and the address stays legible.
    return query.toString().replace(/%2C/g, ",");
  }
  function keep(newEntry) {
    const wanted = address();
    if (location.hash.slice(1) === wanted || (!wanted && !location.hash.includes("="))) return;
    const url = location.pathname + location.search + (wanted ? "#" + wanted : "");
    try { history[newEntry ? "pushState" : "replaceState"](null, "", url); } catch (e) { /* no */ }
  }
  function fromAddress() {
    state = empty();
    const hash = location.hash.slice(1);
    if (hash.includes("=")) {
      const query = new URLSearchParams(hash);
      state.q = query.get("q") || "";
      const known = Array.from(form.elements.namedItem("q").form.querySelectorAll('[name="label"]'));
      state.label = (query.get("label") || "").split(",")
        .filter((one) => known.some((box) => box.value === one));
      for (const name of single) state[name] = query.get(name) || "";
      state.unsure = query.get("unsure") === "1";
    }
    toForm();
    apply();
    if (hash && !hash.includes("=")) goTo(hash);
  }
  function toForm() {
    form.elements.namedItem("q").value = state.q;
    for (const box of form.querySelectorAll('[name="label"]')) {
      box.checked = state.label.includes(box.value);
    }
    for (const name of single) {
      const select = form.elements.namedItem(name);
      select.value = state[name];
      // An agency that this page does not know: as good as none.
      if (select.selectedIndex < 0) { select.value = ""; state[name] = ""; }
    }
    const unsure = form.elements.namedItem("unsure");
    if (unsure) unsure.checked = state.unsure; else state.unsure = false;
  }
  function fromForm() {
    state.q = form.elements.namedItem("q").value;
    state.label = Array.from(form.querySelectorAll('[name="label"]:checked'), (box) => box.value);
    for (const name of single) state[name] = form.elements.namedItem(name).value;
    const unsure = form.elements.namedItem("unsure");
    state.unsure = Boolean(unsure && unsure.checked);
  }
  function clear() {
    state = empty();
    toForm();
    apply();
    keep(true);
  }

  // An element of the page, its closed parents opened; all items shown if it is filtered out.
  function goTo(id) {
    let name = id;
    try { name = decodeURIComponent(id); } catch (e) { /* taken as it is */ }
    const goal = document.getElementById(name);
    if (!goal) return;
    if (goal.closest("[hidden]")) { state = empty(); toForm(); apply(); }
    for (let box = goal; box; box = box.parentElement) {
      if (box.tagName === "DETAILS") box.open = true;
    }
    const own = goal.querySelector(":scope > details");
    if (own) own.open = true;
    goal.scrollIntoView({ block: "start" });
    const focus = own ? own.querySelector("summary") : goal;
    if (focus.tabIndex < 0 && !focus.hasAttribute("tabindex")) focus.tabIndex = -1;
    focus.focus({ preventScroll: true });
  }

  if (form) {
    let waiting = 0;
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", (event) => {
      fromForm();
      apply();
      clearTimeout(waiting);
      if (event.target.name === "q") waiting = setTimeout(() => keep(false), 200);
      else keep(true);
    });
    form.addEventListener("reset", (event) => { event.preventDefault(); clear(); });
    window.addEventListener("hashchange", fromAddress);
    window.addEventListener("popstate", fromAddress);
    if (window.matchMedia("(max-width: 64rem)").matches) finder.open = false;
    fromAddress();
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const { setLabel, setDomain } = link.dataset;
    if (form && (setLabel || setDomain)) {
      event.preventDefault();
      state = empty();
      if (setLabel) state.label = [setLabel];
      if (setDomain) state.domain = setDomain;
      toForm();
      apply();
      keep(true);
      document.getElementById("items").scrollIntoView({ block: "start" });
      const heading = document.getElementById("items-h");
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
    } else if (link.closest(".ref")) {
      // Within an item the filters stay as they are, and so does the address.
      event.preventDefault();
      goTo(link.hash.slice(1));
    }
  });

  // -- keys -------------------------------------------------------------------------------

  let current = null;
  document.addEventListener("focusin", (event) => {
    current = event.target.closest(".item") || current;
  });
  function step(by) {
    const shown = items.filter((item) => !item.hidden);
    if (!shown.length) return;
    let at = current && !current.hidden ? shown.indexOf(current) + by : by > 0 ? 0 : -1;
    at = Math.max(0, Math.min(shown.length - 1, at));
    shown[at].focus({ preventScroll: true });
    shown[at].scrollIntoView({ block: "start" });
  }
  function toggle(item) {
    const all = Array.from(item.querySelectorAll("details"));
    const open = all.some((one) => !one.open);
    for (const one of all) one.open = open;
  }
  function alongMap(link, key) {
    const cell = link.closest("td");
    const rows = Array.from(cell.closest("tbody").rows);
    let row = rows.indexOf(cell.parentElement);
    let column = cell.cellIndex;
    const by = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[key];
    for (;;) {
      row += by[0];
      column += by[1];
      const next = rows[row] && rows[row].cells[column];
      if (!next) return;
      const goal = next.querySelector("a");
      if (goal) { goal.focus(); return; }
    }
  }
  function act(event, active) {
    const search = form && form.elements.namedItem("q");
    const typing = active.closest("input:not([type=checkbox]), select, textarea");
    if (event.key === "Escape") {
      if (!form) return false;
      if (active === search) {
        if (search.value) { search.value = ""; fromForm(); apply(); keep(false); } else search.blur();
        return true;
      }
      clear();
      return true;
    }
    if (typing) return false;
    if (event.key.startsWith("Arrow") && active.closest("#heat-map td a")) {
      alongMap(active, event.key);
      return true;
    }
    if (!keysOn || !keysOn.checked) return false;
    switch (event.key) {
      case "/":
        if (!search) return false;
        finder.open = true;
        search.focus();
        search.select();
        return true;
      case "ArrowRight":
      case "ArrowLeft":
        // These scroll a wide table.
        if (active.closest(".scroll")) return false;
        step(event.key === "ArrowRight" ? 1 : -1);
        return true;
      case "j": step(1); return true;
      case "k": step(-1); return true;
      case "Enter":
        if (!active.classList.contains("item")) return false;
        toggle(active);
        return true;
      case "o":
        if (!current || current.hidden) return false;
        toggle(current);
        return true;
      case "?":
        help.open = !help.open;
        if (help.open) help.querySelector("summary").focus();
        return true;
      default: return false;
    }
  }
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (act(event, document.activeElement || document.body)) event.preventDefault();
  });
})();
