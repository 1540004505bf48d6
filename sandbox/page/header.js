// The top of the chat: who it is, how the bot is, and what else can be done here.

import { member, newTopic, open } from "./actions.js";
import { avatar, byId, el, iconButton } from "./dom.js";
import { menu } from "./dialogs.js";
import { t } from "./i18n.js";
import { roleOf } from "./roles.js";
import { bot, fullName, group, humans, isGroup, on, people, person, store } from "./store.js";

const connected = () => bot()?.connected ?? (store.state?.last_call ?? 0) > 0;

function botStatus() {
  if (!isGroup(store.chosen.chat) && person(store.chosen.person)?.blocked) return ["bot_blocked", "bad"];
  if (!connected()) return ["bot_away", "bad"];
  if (store.thinking) return ["thinking", "busy"];
  if (store.silent) return ["bot_silent", "bad"];
  return ["ready", "good"];
}

function status() {
  const [key, tone] = botStatus();
  return el("span", { class: `status ${tone}`, role: "status", title: key.startsWith("bot_") && key !== "bot_blocked" ? t("bot_away_hint") : null, text: t(key) });
}

function words(title, note, extra) {
  return el("div", { class: "chat-words" },
    el("h1", { id: "chat-title", dir: "auto", text: title }),
    el("div", { class: "chat-note" }, el("span", { text: note }), extra));
}

function privateHeader() {
  const one = person(store.chosen.chat);
  if (!one) return [];
  return [avatar(one.id, fullName(one)), words(fullName(one), roleOf(one), status())];
}

function groupHeader() {
  const club = group(store.chosen.chat);
  if (!club) return [];
  const inside = t("members", { n: club.members.length });
  const botHere = el("span", { class: `status ${club.bot_member ? "good" : ""}`, text: t(club.bot_member ? "bot_in" : "bot_out") });
  return [avatar(club.id, club.title, "square"), words(club.title, inside, store.thinking ? status() : botHere), readerPicker(club)];
}

function readerPicker(club) {
  const ids = new Set([...humans(club), store.chosen.person].filter(Boolean));
  const options = [...ids].map((id) => el("option", { value: id, selected: id === store.chosen.person, text: fullName(person(id)) ?? id }));
  return el("label", { class: "reader" }, el("span", { text: t("seen_as") }),
    el("select", { id: "reader", title: t("see_as"), on: { change: (event) => open(club.id, event.target.value) } }, options));
}

function privateItems() {
  const blocked = person(store.chosen.person)?.blocked;
  return [blocked
    ? { label: t("unblock"), icon: "check", act: () => member("unblock") }
    : { label: t("block"), icon: "block", danger: true, act: () => member("block") }];
}

function groupItems(anchor) {
  const club = group(store.chosen.chat);
  const inside = club.members.includes(store.chosen.person);
  return [
    !inside && !club.requests?.includes(store.chosen.person) && { label: t("ask_to_join"), icon: "person-add", act: () => member("request") },
    inside ? { label: t("leave"), icon: "leave", danger: true, act: () => member("leave") } : { label: t("join"), icon: "check", act: () => member("join") },
    { label: t("join_other"), icon: "person-add", act: () => joinMenu(club, anchor) },
    club.bot_member ? { label: t("remove_bot"), icon: "bot", danger: true, act: () => member("remove_bot") } : { label: t("add_bot"), icon: "bot", act: () => member("add_bot") },
    club.bot_member && rightsItem(club),
    club.type === "group" && { label: t("upgrade"), icon: "group", act: () => upgrade(club) },
    club.type === "supergroup" && (club.forum ? inside && { label: t("new_topic"), icon: "add", act: () => newTopic() } : { label: t("make_forum"), icon: "slash", act: () => member("forum") }),
  ];
}

function rightsItem(club) {
  const act = club.statuses?.[bot()?.id] === "administrator" ? "demote_bot" : "promote_bot";
  return { label: t(act), icon: "star", act: () => member(act) };
}

async function upgrade(club) {
  const answer = await member("upgrade");
  const id = answer?.id ?? answer?.chat?.id ?? answer?.chat;
  if (id && id !== club.id) open(id, store.chosen.person);
}

function joinMenu(club, anchor) {
  const outside = people().filter((one) => !club.members.includes(one.id));
  const items = outside.map((one) => ({ label: fullName(one), note: roleOf(one), node: avatar(one.id, fullName(one), "small"), act: () => member("join", one.id, club.id) }));
  menu(anchor, t("who_joins"), [{ title: t("who_joins") }, ...items]);
}

function actions(event) {
  const anchor = event.currentTarget;
  menu(anchor, t("menu"), isGroup(store.chosen.chat) ? groupItems(anchor) : privateItems());
}

export function drawHeader() {
  if (!store.chosen.chat || !store.state) return;
  const focused = document.activeElement?.id === "reader";
  byId("chat-header").replaceChildren(
    iconButton("back", t("back"), () => { location.hash = ""; }, "back"),
    ...(isGroup(store.chosen.chat) ? groupHeader() : privateHeader()),
    iconButton("more", t("menu"), actions));
  if (focused) byId("reader")?.focus();
}

let last = "";

// The header is drawn again only when something in it changed, so that a focus in it is not lost.
function refresh() {
  const { chat, person: id } = store.chosen;
  const key = JSON.stringify([chat, id, person(id), group(chat), store.thinking, store.silent, connected()]);
  if (key === last) return;
  last = key;
  drawHeader();
}

export function startHeader() {
  for (const name of ["state", "thinking", "chosen", "restart"]) on(name, refresh);
  on("language", drawHeader);
}
