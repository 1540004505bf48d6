// One message as nodes: who, what it answers, the file, the text, the time, the buttons under it.

import { avatar, byId, el, icon } from "./dom.js";
import { openLink, press, say } from "./actions.js";
import { viewer } from "./dialogs.js";
import { rich } from "./entities.js";
import { size, time } from "./format.js";
import { t } from "./i18n.js";
import { botLink } from "./links.js";
import { summary } from "./people.js";
import { pollNode } from "./poll.js";
import { reactionsNode } from "./reactions.js";
import { group, isGroup, store } from "./store.js";

const act = { command: (text) => say(text), link: (url, anchor) => openLink(url, anchor) };
const EMOJI_ONLY = /^(?:\p{Extended_Pictographic}(?:\uFE0F|\u200D\p{Extended_Pictographic}|\p{Emoji_Modifier})*){1,3}$/u;

export const isOwn = (message) => message.from?.id === store.chosen.person && message.kind !== "service";

function download(file, children, className) {
  return el("a", { class: className, href: file.url, download: file.name || "file" }, children);
}

function document_(file) {
  const extension = (file.name?.match(/\.([^.]{1,5})$/)?.[1] ?? "").toLowerCase();
  return download(file, [
    el("span", { class: "file-icon" }, icon(extension ? "file" : "download"), el("span", { text: extension })),
    el("span", { class: "file-words" }, el("span", { class: "file-name", dir: "auto", text: file.name || t("document") }), el("small", { text: `${size(file.size ?? 0)} · ${t("download")}` })),
  ], "file");
}

function photo(message) {
  const name = message.text || message.file.name || t("photo");
  const image = el("img", { src: message.file.url, alt: name, decoding: "async" });
  return el("button", { type: "button", class: "photo", "aria-label": `${t("photo")}: ${name}`, on: { click: () => viewer(message.file.url, message.file.name || t("photo")) } }, image);
}

function voice(message) {
  return el("div", { class: "voice" }, icon("voice"), el("audio", { controls: true, preload: "none", src: message.file.url, "aria-label": t("voice") }));
}

function sticker(message) {
  return el("img", { class: "sticker", src: message.file.url, alt: message.text || t("sticker") });
}

function contact({ first_name: first, last_name: last, phone_number: phone }) {
  return card("contact", [first, last].filter(Boolean).join(" ") || t("contact"), phone);
}

const place = ({ latitude, longitude }) => card("pin", t("location"), `${latitude}, ${longitude}`);

function card(name, title, note) {
  return el("div", { class: "file" }, el("span", { class: "file-icon" }, icon(name)),
    el("span", { class: "file-words" }, el("span", { class: "file-name", dir: "auto", text: title }), note && el("small", { text: note })));
}

function fileless(message) {
  if (message.poll) return pollNode(message);
  const made = { contact, location: place };
  const found = Object.keys(made).find((name) => message[name]);
  if (found) return made[found](message[found]);
  return ["text", "service"].includes(message.kind) ? null : card("file", t(message.kind), "");
}

function media(message) {
  const { file, kind } = message;
  if (!file) return fileless(message);
  if (kind === "photo") return photo(message);
  if (kind === "voice") return voice(message);
  if (kind === "sticker" && file.mime?.startsWith("image/")) return sticker(message);
  return document_(file);
}

function quoted(message, chat) {
  if (!message.reply_to) return null;
  const origin = chat.byId.get(message.reply_to);
  const gone = !origin || origin.deleted;
  const jump = () => byId(`m-${message.reply_to}`)?.focus();
  return el("button", { type: "button", class: "quoted", on: { click: jump } },
    el("b", { dir: "auto", text: gone ? t("reply") : origin.from?.name ?? "" }),
    el("span", { dir: "auto", text: gone ? t("reply_gone") : summary(origin) }));
}

function meta(message) {
  const date = new Date(message.date);
  return el("span", { class: "meta" },
    message.edit_date && el("span", { class: "edited", text: t("edited") }),
    el("time", { datetime: message.date, text: time(date) }));
}

function forwarded({ forward_origin: origin }) {
  if (!origin) return null;
  const user = origin.sender_user ?? origin.sender_chat ?? origin.chat ?? {};
  const name = origin.sender_user_name ?? user.title ?? [user.first_name, user.last_name].filter(Boolean).join(" ");
  return el("span", { class: "forwarded", dir: "auto", text: t("forwarded", { name }) });
}

function topic(message, chat) {
  const found = group(chat.id)?.topics?.find((one) => one.id === message.message_thread_id);
  return found ? el("span", { class: "topic", dir: "auto", text: found.name }) : null;
}

function keyboard(message) {
  if (!message.buttons?.length) return null;
  return el("div", { class: "buttons" }, message.buttons.map((line) => el("div", { class: "button-row" }, line.map((button) => inline(message, button)))));
}

function inline(message, button) {
  const node = el("button", { type: "button", class: "inline", dir: "auto" }, el("span", { text: button.text }), button.url && !botLink(button.url) ? icon("link") : null);
  node.addEventListener("click", () => busyPress(message, button, node));
  return node;
}

// The button spins until the bot answered; a second press meanwhile does nothing.
async function busyPress(message, button, node) {
  if (node.getAttribute("aria-busy")) return;
  node.setAttribute("aria-busy", "true");
  node.title = t("button_busy");
  try {
    await press(message.id, button, node);
  } finally {
    node.removeAttribute("aria-busy");
    node.removeAttribute("title");
  }
}

function textOf(message) {
  if (!message.text) return null;
  const big = message.kind === "text" && !message.entities?.length && EMOJI_ONLY.test(message.text);
  return el("div", { class: `text ${big ? "big" : ""}`, dir: "auto" }, rich(message.text, message.entities, act));
}

function bubble(message, chat) {
  const named = isGroup(chat.id) && !isOwn(message);
  const tone = `name-${Math.abs(message.from?.id ?? 0) % 8}`;
  return el("div", { class: `bubble kind-${message.kind} ${message.file || message.text ? "" : "bare"}` },
    named && el("span", { class: `author ${tone}`, dir: "auto", text: message.from?.name ?? "" }),
    topic(message, chat), forwarded(message), quoted(message, chat), media(message), textOf(message), reactionsNode(message), meta(message));
}

const serviceLine = (message) => el("span", { class: "chip", dir: "auto", text: message.text || t("service") });

function body(message, chat, openMenu) {
  const more = el("button", { type: "button", class: "icon-button more", "aria-label": t("message_menu"), title: t("message_menu"), "aria-haspopup": "menu", on: { click: (event) => openMenu(message, event.currentTarget) } }, icon("more"));
  return el("div", { class: "line" },
    isGroup(chat.id) && !isOwn(message) && avatar(message.from?.id ?? 0, message.from?.name, "small"),
    el("div", { class: "stack" }, el("div", { class: "bubble-row" }, bubble(message, chat), more), keyboard(message)));
}

/** The list item of a message; `openMenu(message, anchor)` is asked for by its menu button. */
export function messageNode(message, chat, openMenu) {
  const service = message.kind === "service";
  const side = service ? "service" : isOwn(message) ? "own" : "other";
  const label = t("message_from", { name: isOwn(message) ? t("from_you") : message.from?.name ?? "", time: time(new Date(message.date)) });
  return el("li", { class: `message ${side}`, id: `m-${message.id}`, data: { id: message.id }, tabindex: "-1", "aria-label": service ? null : label },
    service ? serviceLine(message) : body(message, chat, openMenu));
}
