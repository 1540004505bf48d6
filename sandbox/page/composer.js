// The field at the bottom: typing, answering, changing, commands, quick replies.

import { change, member, pickChat, say, sayAs } from "./actions.js";
import { closeMenu, menu } from "./dialogs.js";
import { byId, el, icon, iconButton } from "./dom.js";
import { commandsHere } from "./commands.js";
import { t } from "./i18n.js";
import { isOwn } from "./bubble.js";
import { summary } from "./people.js";
import { startSuggest, suggest } from "./suggest.js";
import { chatOf, fullName, group, isGroup, on, person, store } from "./store.js";

const LIMIT = 4096;
let context = null;

const field = () => byId("composer-text");
const draftKey = (chat) => `draft:${chat}`;

function setText(text) {
  field().value = text;
  field().dispatchEvent(new Event("input"));
}

function setContext(kind, message) {
  context = kind ? { kind, message } : null;
  const bar = byId("context");
  bar.hidden = !context;
  byId("send").firstElementChild.firstElementChild.setAttribute("href", kind === "edit" ? "#i-check" : "#i-send");
  if (!context) return;
  bar.replaceChildren(icon(kind), el("span", { class: "context-words" },
    el("b", { text: kind === "edit" ? t("editing") : `${t("replying")}: ${message.from?.name ?? ""}` }), el("span", { dir: "auto", text: summary(message) })),
  iconButton("close", t("cancel"), leaveContext));
}

function leaveContext() {
  if (context?.kind === "edit") setText("");
  setContext(null);
  field().focus();
}

function startEdit(message) {
  setContext("edit", message);
  setText(message.text);
  field().focus();
}

function startReply(message) {
  setContext("reply", message);
  field().focus();
}

// The field is emptied at once and given its text back if sending failed, so nothing typed is lost.
async function send(event) {
  event?.preventDefault();
  const text = field().value.trim();
  if (!text || !store.chosen.chat) return;
  const { chat } = store.chosen;
  const held = context;
  setContext(null);
  setText("");
  const rest = held?.kind === "edit" ? await changed(held.message.id, text) : await sayAll(pieces(text), held?.message.id);
  if (rest && store.chosen.chat === chat && !field().value) setText(rest);
}

const changed = async (id, text) => ((await change(id, text)) === null ? text : "");

/** Says the pieces one after another; answers with what could not be said. */
async function sayAll(parts, replyTo) {
  for (const [at, part] of parts.entries()) {
    if ((await say(part, at ? undefined : replyTo)) === null) return parts.slice(at).join("\n");
  }
  return "";
}

/** A text longer than one message may be goes out as several, cut at a line or a space where there is one. */
function pieces(text) {
  if (text.length <= LIMIT) return [text];
  const cut = Math.max(text.lastIndexOf("\n", LIMIT), text.lastIndexOf(" ", LIMIT));
  const whole = /[\uD800-\uDBFF]$/.test(text.slice(0, LIMIT)) ? LIMIT - 1 : LIMIT;
  const end = cut > LIMIT / 2 ? cut : whole;
  return [text.slice(0, end), ...pieces(text.slice(end).trimStart())];
}

function lastOwn() {
  return chatOf(store.chosen.chat).visible().findLast((message) => isOwn(message) && message.kind === "text");
}

function keys(event) {
  if (event.defaultPrevented) return;
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    send();
  } else if (event.key === "ArrowUp" && !event.altKey && !field().value && lastOwn()) {
    event.preventDefault();
    startEdit(lastOwn());
  } else if (event.key === "Escape" && context) {
    event.stopPropagation();
    leaveContext();
  }
}

function typed() {
  if (store.chosen.chat && context?.kind !== "edit") sessionStorage.setItem(draftKey(store.chosen.chat), field().value);
  byId("send").disabled = !field().value.trim();
  field().style.height = "auto";
  field().style.height = `${Math.min(field().scrollHeight, innerHeight * 0.35)}px`;
  suggest(field().value);
}

function commandMenu(event) {
  const items = commandsHere().map(({ command, description }) => ({ label: `/${command}`, note: description, act: () => say(`/${command}`) }));
  menu(event.currentTarget, t("commands"), items.length ? items : [{ title: t("no_commands") }, { label: "/start", act: () => say("/start") }]);
}

/** Why nothing can be written here, with the button that changes it; or the button that begins the chat. */
function gate() {
  const { chat, person: id } = store.chosen;
  const club = group(chat);
  if (club && !club.members.includes(id)) return [t("not_member", { name: fullName(person(id)) ?? "" }), t("join"), () => member("join"), true];
  if (!club && person(id)?.blocked) return [t("blocked_note"), t("unblock"), () => member("unblock"), true];
  const fresh = !club && chatOf(chat).loaded && !chatOf(chat).visible().length;
  return fresh ? ["", t("start"), () => sayAs(id, chat, "/start"), false] : null;
}

function drawGate() {
  if (!store.chosen.chat || !store.state) return;
  const found = gate();
  byId("gate").hidden = !found;
  byId("composer").hidden = Boolean(found?.[3]);
  const key = JSON.stringify(found?.slice(0, 2) ?? null);
  if (!found || byId("gate").dataset.key === key) return;
  byId("gate").dataset.key = key;
  byId("gate").replaceChildren(found[0] && el("p", { text: found[0] }), el("button", { type: "button", class: "primary", text: found[1], on: { click: () => pass(found[2]) } }));
}

// The button goes away with its reason, and the focus must not go with it.
async function pass(act) {
  await act();
  field().focus();
}

function keyboardOf(chat) {
  const last = chatOf(chat).visible().findLast((message) => message.keyboard);
  const rows = last?.keyboard?.keyboard ?? last?.keyboard;
  const shown = Array.isArray(rows) && !last.keyboard.remove_keyboard && !used(last, chat);
  return shown ? rows : null;
}

// A keyboard for one press goes once its reader has answered.
function used(last, chat) {
  return last.keyboard.one_time_keyboard && chatOf(chat).visible().some((message) => message.id > last.id && message.from?.id === chat);
}

function drawQuick() {
  const rows = store.chosen.chat ? keyboardOf(store.chosen.chat) : null;
  byId("quick").hidden = !rows;
  byId("quick").replaceChildren(...(rows ?? []).map((line) => el("div", { class: "button-row" }, line.map(quickButton))));
}

function quickButton(button) {
  const text = button.text ?? button;
  const act = (event) => (button.request_chat ? pickChat(text, event.currentTarget) : say(text));
  return el("button", { type: "button", class: "inline", dir: "auto", on: { click: act } }, text);
}

// Where a group has topics, the one that is written in is chosen here; none is the general one.
function drawTopics() {
  const topics = group(store.chosen.chat)?.topics ?? [];
  if (!topics.some((one) => one.id === store.topic)) store.topic = null;
  byId("topics").hidden = !topics.length;
  byId("topics").replaceChildren(...(topics.length ? [{ id: null, name: t("topic_general") }, ...topics] : []).map(topicButton));
}

function topicButton({ id, name }) {
  const choose = () => {
    store.topic = id;
    drawTopics();
  };
  return el("button", { type: "button", class: "topic-choice", "aria-pressed": String(store.topic === id), dir: "auto", text: name, on: { click: choose } });
}

function chosen() {
  closeMenu();
  setContext(null);
  setText(sessionStorage.getItem(draftKey(store.chosen.chat)) ?? "");
  refresh();
}

function refresh() {
  drawGate();
  drawQuick();
  drawTopics();
}

export function startComposer() {
  // First, so that Enter on a suggestion is not also Enter in the field.
  startSuggest(field(), (command) => {
    setText("");
    say(command);
  });
  byId("composer").addEventListener("submit", send);
  field().addEventListener("keydown", keys);
  field().addEventListener("input", typed);
  byId("commands").addEventListener("click", commandMenu);
  on("chosen", chosen);
  on("state", () => { drawGate(); drawTopics(); suggest(field().value); });
  on("chat", ({ id }) => id === store.chosen.chat && refresh());
  on("restart", refresh);
  on("language", () => { byId("gate").dataset.key = ""; drawGate(); });
  on("edit", startEdit);
  on("reply", startReply);
  on("focus-composer", () => isTouch() || field().focus());
}

// On a phone the keyboard would cover half of the chat before anybody asked for it.
const isTouch = () => matchMedia("(pointer: coarse)").matches;
