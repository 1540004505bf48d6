// Puts the page together: which chat is open (kept in the address), language, theme, keys.

import { newPerson, open } from "./actions.js";
import { startAttach } from "./attach.js";
import { startClock } from "./clock.js";
import { startComposer } from "./composer.js";
import { closeMenu } from "./dialogs.js";
import { byId, el, icon } from "./dom.js";
import { showChat, startFeed } from "./feed.js";
import { startHeader } from "./header.js";
import { language, setLanguage, t, translate } from "./i18n.js";
import { focusList, mark, startPeople, step } from "./people.js";
import { emit, fullName, group, groups, humans, isGroup, on, people, person, store } from "./store.js";
import { follow, refreshChat } from "./sync.js";

const root = document.documentElement;

/** {chat, person} named by the address, or nulls where it names nobody who is here. */
function route() {
  const [chat, as] = location.hash.replace(/^#\/?/, "").split("/").map((part) => Number(part) || null);
  if (!chat || !(isGroup(chat) ? group(chat) : person(chat))) return { chat: null, person: store.chosen.person };
  return { chat, person: isGroup(chat) ? as ?? humans(group(chat))[0] ?? null : chat };
}

function navigate() {
  if (!store.state) return;
  const next = route();
  if (next.chat === store.chosen.chat && next.person === store.chosen.person && store.routed) return;
  store.routed = true;
  store.chosen = next;
  show();
}

function show() {
  const { chat } = store.chosen;
  const cameBack = root.dataset.view === "chat" && !chat;
  root.dataset.view = chat ? "chat" : "list";
  byId("chat").hidden = !chat;
  byId("welcome").hidden = Boolean(chat);
  closeMenu();
  byId("toasts").replaceChildren();
  showChat(chat);
  emit("chosen");
  mark();
  document.title = [chat && (isGroup(chat) ? group(chat)?.title : fullName(person(chat))), t("brand")].filter(Boolean).join(" · ");
  if (chat) {
    refreshChat(chat).catch(() => {});
    emit("focus-composer");
  } else if (cameBack) focusList();
}

function stepItem(text, command) {
  return el("li", {}, el("span", { text }), command && el("code", { text: command }));
}

function welcome() {
  const empty = store.state && !people().length && !groups().length;
  const steps = el("ol", {}, stepItem(t("empty_1"), 'python -m bot school add "Школа № 6"'), stepItem(t("empty_2")), stepItem(t("empty_3")));
  root.toggleAttribute("data-empty", Boolean(empty));
  const add = el("button", { type: "button", class: "primary", on: { click: () => newPerson() } }, icon("person-add"), t("new_person"));
  byId("welcome").replaceChildren(el("div", { class: "welcome-card" },
    el("img", { src: "/page/icon.svg", alt: "", width: 72, height: 72 }),
    el("h1", { text: t(empty ? "empty_title" : "welcome_title") }), el("p", { text: t(empty ? "empty_text" : "welcome_text") }),
    empty && steps, empty ? add : firstButton()));
}

function firstButton() {
  const [first] = people();
  return first && el("button", { type: "button", class: "primary", text: t("begin_with", { name: fullName(first) }), on: { click: () => open(first.id) } });
}

function drawTheme() {
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  byId("theme-icon").setAttribute("href", dark ? "#i-sun" : "#i-moon");
  for (const name of ["aria-label", "title"]) byId("theme").setAttribute(name, t(dark ? "to_light" : "to_dark"));
  return dark;
}

function toggleTheme() {
  root.dataset.theme = drawTheme() ? "light" : "dark";
  localStorage.setItem("theme", root.dataset.theme);
  drawTheme();
}

function toggleLanguage() {
  setLanguage(language() === "ru" ? "en" : "ru");
  speak();
  emit("language");
}

function speak() {
  translate();
  byId("language").textContent = t("to_english");
  byId("language").lang = language() === "ru" ? "en" : "ru";
  drawTheme();
  welcome();
}

function keys(event) {
  if (document.querySelector("dialog[open]")) return;
  if (event.altKey && ["ArrowUp", "ArrowDown"].includes(event.key)) {
    event.preventDefault();
    step(event.key === "ArrowUp" ? -1 : 1);
  } else if (event.key === "Escape" && !event.defaultPrevented) escape(event.target);
}

// Esc steps outwards: message → field → list → no chat.
function escape(from) {
  if (from.closest?.("#messages")) byId("composer-text").focus();
  else if (from.closest?.("#side") || root.dataset.view === "list") location.hash = "";
  else if (matchMedia("(max-width: 760px)").matches) location.hash = "";
  else focusList();
}

function drawBanner() {
  byId("banner").hidden = store.online;
  byId("banner").textContent = store.online ? "" : t("offline");
}

function start() {
  if (localStorage.getItem("theme")) root.dataset.theme = localStorage.getItem("theme");
  for (const begin of [startPeople, startFeed, startHeader, startComposer, startAttach, startClock]) begin();
  speak();
  byId("theme").addEventListener("click", toggleTheme);
  byId("language").addEventListener("click", toggleLanguage);
  byId("skip").addEventListener("click", (event) => { event.preventDefault(); byId("composer-text").focus(); });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawTheme);
  addEventListener("hashchange", navigate);
  document.addEventListener("keydown", keys);
  on("state", () => { navigate(); welcome(); });
  on("online", drawBanner);
  follow();
}

start();
