"use strict";
document.documentElement.classList.add("js");

/* Opens what an address points into, and brings it to the top. Of what is gone, a failure or a renamed scenario,
   it shows what held it. */
function openTarget() {
  let id = location.hash.slice(1);
  try { id = decodeURIComponent(id); } catch { /* not encoded */ }
  while (id.includes("/") && !document.getElementById(id)) id = id.slice(0, id.lastIndexOf("/"));
  const target = document.getElementById(id);
  if (!target) return;
  for (let node = target; node; node = node.parentElement) {
    if (node instanceof HTMLDetailsElement) node.open = true;
  }
  target.scrollIntoView();
}
addEventListener("hashchange", openTarget);
addEventListener("DOMContentLoaded", openTarget);
if (document.readyState !== "loading") openTarget();

/* Only a table that is wider than its place needs to be reached by the keyboard, to be scrolled. */
function fitTables() {
  for (const place of document.querySelectorAll(".scroll")) {
    place.tabIndex = place.scrollWidth > place.clientWidth ? 0 : -1;
  }
}
addEventListener("DOMContentLoaded", fitTables);
addEventListener("resize", fitTables);
addEventListener("toggle", fitTables, true);

/* Search on the start page: a list beside the promises, its state in the address. */
const results = document.getElementById("results");
if (results) {
  const promises = document.getElementById("promises");
  const query = document.getElementById("_q");
  const filters = document.getElementById("filters");
  const reset = filters.querySelector("button");
  const list = results.querySelector("ol");
  const found = document.getElementById("found");
  const entries = (window.searchIndex || []).flatMap(([feature, page, parts]) =>
    parts.map(([kind, title, place, status, tags, flaky, text]) => ({
      kind, title, href: page + place, status, feature, tags: tags ? tags.split(" ") : [], flaky: flaky === 1, text,
    })));
  const label = {};
  for (const option of filters.status.options) label[option.value] = option.text;
  for (const tag of [...new Set(entries.flatMap((entry) => entry.tags))].sort()) {
    filters.tag.add(new Option(tag, tag));
  }

  const words = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().match(/[\p{L}\p{N}]+/gu) || [];
  const most = 200;
  const kinds = { rule: 2, scenario: 1, feature: 0 };

  /* Entries are looked through with every key: their words are made once. */
  function indexed(entry) {
    entry.own ??= words(entry.title);
    entry.others ??= words(entry.text);
    return entry;
  }

  function match(own, word) {
    if (own.includes(word)) return 10;
    if (own.some((each) => each.startsWith(word))) return 6;
    return own.some((each) => each.includes(word)) ? 3 : 0;
  }

  /* How well an entry answers: each word must occur; whole words, the right order and rules weigh more. Where a word
     occurs only among the steps and examples, the entry ranks below all whose names answer. */
  function score(entry, asked) {
    const { own, others } = indexed(entry);
    let sum = 0;
    let named = true;
    for (const word of asked) {
      const inName = match(own, word);
      const found = inName || match(others, word);
      if (found === 0) return 0;
      named &&= inName > 0;
      sum += found;
    }
    if (!named) return sum / 1000 / asked.length;
    if (own.join(" ").includes(asked.join(" "))) sum += 10;
    return sum + kinds[entry.kind] + asked.length / (own.length + 1);
  }

  function show(entry) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = entry.href;
    link.textContent = entry.title;
    link.dataset.kind = entry.kind;
    const status = document.createElement("span");
    status.className = "status " + entry.status;
    status.textContent = label[entry.status];
    const where = document.createElement("span");
    where.className = "in";
    where.textContent = entry.kind === "feature" ? "Feature" : (entry.kind === "rule" ? "Rule in " : "Scenario in ") + entry.feature;
    link.dir = "auto";
    item.append(link, status, where);
    return item;
  }

  function search() {
    const asked = words(query.value);
    const status = filters.status.value;
    const tag = filters.tag.value;
    const active = asked.length > 0 || status !== "" || tag !== "";
    reset.hidden = !active;
    results.hidden = !active;
    promises.hidden = active;
    if (!active) return list.replaceChildren();
    const hits = entries
      .filter((entry) => !status || (status === "flaky" ? entry.flaky : entry.status === status))
      .filter((entry) => !tag || entry.tags.includes(tag))
      .map((entry) => ({ entry, rank: asked.length ? score(entry, asked) : kinds[entry.kind] + 1 }))
      .filter((hit) => hit.rank > 0)
      .sort((a, b) => b.rank - a.rank);
    list.replaceChildren(...hits.slice(0, most).map((hit) => show(hit.entry)));
    found.textContent = (hits.length === 0 ? "Nothing" : hits.length) + " found"
      + (hits.length > most ? "; the first " + most + " are shown." : ".");
  }

  /* Browsers refuse an address that changes with every key. */
  let pending = 0;
  function changed() {
    search();
    clearTimeout(pending);
    pending = setTimeout(remember, 150);
  }

  function remember() {
    const state = new URLSearchParams();
    if (query.value) state.set("q", query.value);
    if (filters.status.value) state.set("status", filters.status.value);
    if (filters.tag.value) state.set("tag", filters.tag.value);
    const text = state.toString();
    history.replaceState(null, "", location.pathname + (text ? "?" + text : "") + location.hash);
  }

  const state = new URLSearchParams(location.search);
  query.value = state.get("q") || "";
  filters.status.value = state.get("status") || "";
  const tag = state.get("tag") || "";
  if (tag && ![...filters.tag.options].some((option) => option.value === tag)) filters.tag.add(new Option(tag, tag));
  filters.tag.value = tag;
  query.addEventListener("input", changed);
  filters.addEventListener("change", changed);
  filters.addEventListener("reset", () => {
    query.value = "";
    setTimeout(changed);
  });
  query.form.addEventListener("submit", (event) => {
    event.preventDefault();
    changed();
  });
  search();
}
