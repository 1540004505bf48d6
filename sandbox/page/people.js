// The left side: people by role, then groups; unread marks and the last line of each chat.

import { newGroup, newPerson, open } from "./actions.js";
import { arrowKeys, avatar, byId, debounce, el, icon } from "./dom.js";
import { menu } from "./dialogs.js";
import { listTime } from "./format.js";
import { t } from "./i18n.js";
import { roleOf, SECTIONS, sectionOf } from "./roles.js";
import { chatOf, fullName, groups, humans, isGroup, now, on, people, store, unread } from "./store.js";

const rows = new Map();
let filter = "";

const fold = (text) => text.toLowerCase().replaceAll("ё", "е");
const matches = (...words) => fold(words.join(" ")).includes(fold(filter.trim()));

/** One line that tells what a message is about. */
export function summary(message) {
  const text = (message.text || message.poll?.question?.text || message.poll?.question)?.replace(/\s+/g, " ").trim().slice(0, 120) ?? "";
  const held = ["contact", "location", "poll"].find((name) => message[name]) ?? message.kind;
  const kind = ["text", "service"].includes(held) ? "" : t(held);
  return [kind, message.file?.name && message.kind === "document" ? message.file.name : "", text].filter(Boolean).join(" · ") || t(message.kind);
}

function lastLine(id) {
  const last = chatOf(id).last();
  if (!last) return { text: t("no_messages"), time: "" };
  const own = !isGroup(id) && last.from?.id === id && last.kind !== "service";
  const who = isGroup(id) && last.from && last.kind !== "service" ? `${last.from.name.split(" ")[0]}: ` : own ? t("you") : "";
  return { text: who + summary(last), time: listTime(new Date(last.date), now()) };
}

function row(entry) {
  const button = el("button", { type: "button", class: "person", data: { id: entry.id }, tabindex: "-1", on: { click: () => choose(entry) } },
    avatar(entry.id, entry.name, entry.group ? "square" : ""),
    el("span", { class: "person-body" },
      el("span", { class: "person-top" }, el("span", { class: "person-name", dir: "auto", text: entry.name }), el("span", { class: "person-time" })),
      el("span", { class: "person-bottom" }, el("span", { class: "person-line", dir: "auto" }), el("span", { class: "badge", hidden: true }))));
  rows.set(entry.id, button);
  fill(entry.id);
  return el("li", {}, button);
}

function choose(entry) {
  open(entry.id, entry.group ? defaultReader(entry) : undefined);
}

function defaultReader(club) {
  const inside = humans(club);
  return inside.includes(store.chosen.person) ? store.chosen.person : inside[0];
}

function fill(id) {
  const button = rows.get(id);
  if (!button) return;
  const { text, time } = lastLine(id);
  const count = unread(id);
  const badge = button.querySelector(".badge");
  button.querySelector(".person-line").textContent = text;
  button.querySelector(".person-time").textContent = time;
  badge.hidden = count === 0;
  badge.replaceChildren(el("span", { "aria-hidden": "true", text: count > 99 ? "99+" : String(count) }), el("span", { class: "visually-hidden", text: t("unread", { n: count }) }));
}

function section(title, entries) {
  if (!entries.length) return null;
  const id = `section-${title}`;
  return el("section", { "aria-labelledby": id }, el("h2", { id, text: t(`role_${title}`) }), el("ul", {}, entries.map(row)));
}

function personEntry(one) {
  return { id: one.id, name: fullName(one), key: sectionOf(one), words: `${one.username ?? ""} ${roleOf(one)}` };
}

function entries() {
  const all = people().map(personEntry).filter((one) => matches(one.name, one.words));
  const clubs = groups().map((one) => ({ id: one.id, name: one.title, members: one.members, group: true, key: "groups" })).filter((one) => matches(one.name));
  return [...all, ...clubs];
}

let drawn = "";

// The list is built again only when people or groups changed; otherwise its rows are filled anew.
function draw(force) {
  const all = entries();
  const signature = JSON.stringify(all);
  if (!force && signature === drawn) rows.forEach((_row, id) => fill(id));
  else build(all, signature);
}

function build(all, signature) {
  drawn = signature;
  rows.clear();
  const keys = [...SECTIONS.map(([key]) => key), "other", "groups"];
  byId("list").replaceChildren(...keys.map((key) => section(key, all.filter((one) => one.key === key))).filter(Boolean));
  if (!all.length) byId("list").append(emptyList());
  mark();
}

function emptyList() {
  if (people().length || filter) return el("p", { class: "side-empty", text: t("nothing_found") });
  return el("div", { class: "side-empty" }, el("p", { text: t("empty_list") }),
    el("button", { type: "button", class: "primary", on: { click: () => newPerson() } }, icon("person-add"), t("new_person")));
}

export function mark() {
  const chosen = rows.get(store.chosen.chat);
  for (const button of rows.values()) {
    button.toggleAttribute("aria-current", false);
    button.tabIndex = -1;
  }
  chosen?.setAttribute("aria-current", "true");
  const reachable = chosen ?? rows.values().next().value;
  if (reachable) reachable.tabIndex = 0;
  if (chosen) fill(store.chosen.chat);
}

/** Opens the neighbour of the open chat in the list. */
export function step(by) {
  const ids = [...rows.keys()];
  const next = ids[ids.indexOf(store.chosen.chat) + by];
  if (next) rows.get(next).click();
}

export function focusList() {
  (rows.get(store.chosen.chat) ?? rows.values().next().value)?.focus();
}

function addMenu(event) {
  menu(event.currentTarget, t("add"), [
    { label: t("new_person"), icon: "person-add", act: () => newPerson() },
    people().length ? { label: t("new_group"), icon: "group", act: () => newGroup() } : null,
  ]);
}

export function startPeople() {
  arrowKeys(byId("list"), ".person");
  byId("add").addEventListener("click", addMenu);
  byId("search").addEventListener("input", (event) => {
    filter = event.target.value;
    draw();
  });
  byId("search").addEventListener("keydown", (event) => {
    if (!["ArrowDown", "Enter"].includes(event.key)) return;
    event.preventDefault();
    rows.values().next().value?.focus();
  });
  const again = debounce(() => draw(), 60);
  on("state", again);
  on("chat", ({ id }) => fill(id));
  on("read", fill);
  on("restart", () => draw(true));
  on("language", () => draw(true));
}
