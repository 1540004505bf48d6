// The open chat's messages: appended and patched by id, a page of them at a time, held at the bottom
// unless the reader has scrolled up.

import { isOwn, messageNode } from "./bubble.js";
import { byId, el, icon } from "./dom.js";
import { dayKey, dayTitle } from "./format.js";
import { t } from "./i18n.js";
import { messageMenu } from "./messagemenu.js";
import { summary } from "./people.js";
import { chatOf, markRead, now, on, store } from "./store.js";

const PAGE = 80;
const NEAR_BOTTOM = 80;
const GROUP_MS = 300_000;

const nodes = new Map();
let shown = null;
let stick = true;
let missed = 0;
let active = null;
let lastTop = 0;

const feed = () => byId("feed");
const list = () => byId("messages");
const current = () => chatOf(shown);

function make(message) {
  const node = messageNode(message, current(), messageMenu);
  nodes.set(message.id, node);
  tabbable(node, false);
  return node;
}

/** Shows a chat from its end. */
export function showChat(id) {
  shown = id;
  nodes.clear();
  missed = 0;
  active = null;
  const visible = id === null ? [] : current().visible().slice(-PAGE);
  list().replaceChildren(...visible.map(make));
  settle();
  toBottom();
}

function settle() {
  decorate();
  pickActive();
  placeholder();
  pinned();
  if (shown !== null && stick && !document.hidden) markRead(shown);
}

// Day titles and runs of one sender depend on the neighbour, so they are set after every change.
function decorate() {
  let before = null;
  for (const node of list().children) {
    const message = current().byId.get(Number(node.dataset.id));
    const date = new Date(message.date);
    const newDay = !before || dayKey(new Date(before.date)) !== dayKey(date);
    const run = !newDay && before.from?.id === message.from?.id && before.kind !== "service" && date - new Date(before.date) < GROUP_MS;
    setDay(node, newDay ? dayTitle(date, now()) : "");
    node.classList.toggle("run", run);
    before = message;
  }
}

function setDay(node, title) {
  if ((node.dataset.day ?? "") === title) return;
  node.querySelector(":scope > .day")?.remove();
  node.dataset.day = title;
  if (title) node.prepend(el("span", { class: "day chip", text: title }));
}

const INTERACTIVE = "a, button, audio, [role=button]";

function tabbable(node, yes) {
  node.tabIndex = yes ? 0 : -1;
  for (const inner of node.querySelectorAll(INTERACTIVE)) inner.tabIndex = yes ? 0 : -1;
}

function setActive(node) {
  if (active === node) return;
  if (active) tabbable(active, false);
  active = node;
  if (active) tabbable(active, true);
}

// Tab reaches one message only, the newest with buttons; arrows go from message to message.
function pickActive() {
  if (active?.isConnected && active.contains(document.activeElement)) return;
  const withButtons = [...list().querySelectorAll(".buttons")].at(-1)?.closest(".message");
  setActive(withButtons ?? list().lastElementChild);
}

function update({ id, added, changed }) {
  if (id !== shown) return;
  if (!list().children.length && added.length > PAGE) showChat(id);
  else take(added, changed);
}

function take(added, changed) {
  const fresh = added.map((key) => current().byId.get(key)).filter((message) => !message.deleted && isNewer(message.id));
  for (const key of changed) patch(current().byId.get(key));
  list().append(...fresh.map(make));
  const own = fresh.some(isOwn);
  if (own) stick = true;
  if (!stick) missed += fresh.length;
  settle();
  announce(fresh);
  if (stick) {
    trim();
    toBottom(fresh.length === 1);
  }
  drawJump();
}

// What has scrolled far out of sight is let go of; `older` brings it back when the reader goes there.
function trim() {
  while (list().children.length > 2 * PAGE) {
    const node = list().firstElementChild;
    if (node.contains(document.activeElement)) break;
    nodes.delete(Number(node.dataset.id));
    node.remove();
  }
  decorate();
}

const isNewer = (id) => id > Number(list().lastElementChild?.dataset.id ?? -Infinity);

function patch(message) {
  const old = nodes.get(message.id);
  if (old && message.deleted) drop(message.id, old);
  else if (old) redraw(message, old);
}

function redraw(message, old) {
  const place = focusPlace(old);
  const fresh = make(message);
  old.replaceWith(fresh);
  if (active === old) active = null;
  if (place !== null) restoreFocus(fresh, place);
}

function drop(id, node) {
  const next = node.nextElementSibling ?? node.previousElementSibling;
  if (node.contains(document.activeElement)) (next ?? byId("composer-text")).focus();
  nodes.delete(id);
  node.remove();
}

function focusPlace(node) {
  if (!node.contains(document.activeElement)) return null;
  return [...node.querySelectorAll(".inline")].indexOf(document.activeElement);
}

function restoreFocus(node, place) {
  setActive(node);
  const buttons = [...node.querySelectorAll(".inline")];
  (buttons[Math.min(place, buttons.length - 1)] ?? node).focus({ preventScroll: true });
}

function announce(messages) {
  const words = messages.filter((message) => !isOwn(message)).map((message) => `${message.from?.name ?? ""}: ${summary(message)}`);
  if (words.length) byId("live").textContent = words.join(". ");
}

function toBottom(smooth = false) {
  stick = true;
  missed = 0;
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  feed().scrollTo({ top: feed().scrollHeight, behavior: smooth && !calm ? "smooth" : "instant" });
  drawJump();
}

function scrolled() {
  const { scrollTop, scrollHeight, clientHeight } = feed();
  // Only a movement upwards lets go of the bottom: pictures that load later also make the list longer.
  if (scrollHeight - scrollTop - clientHeight < NEAR_BOTTOM) stick = true;
  else if (scrollTop < lastTop) stick = false;
  lastTop = scrollTop;
  if (stick && missed) missed = 0;
  if (stick && shown !== null) markRead(shown);
  drawJump();
}

function drawJump() {
  byId("jump").hidden = stick || shown === null;
  byId("jump-count").textContent = missed ? t("new_messages", { n: missed }) : "";
}

function older() {
  const first = Number(list().firstElementChild?.dataset.id ?? 0);
  const before = shown === null ? [] : current().visible().filter((message) => message.id < first).slice(-PAGE);
  if (!before.length) return;
  const { scrollHeight, scrollTop } = feed();
  list().prepend(...before.map(make));
  decorate();
  feed().scrollTop = scrollTop + feed().scrollHeight - scrollHeight;
}

function placeholder() {
  const empty = shown !== null && current().loaded && !list().children.length;
  byId("placeholder").hidden = !empty;
  if (!empty) return;
  const group = shown < 0;
  byId("placeholder").replaceChildren(icon(group ? "group" : "bot"), el("h3", { text: t(group ? "groups_title" : "start_title") }), el("p", { text: t(group ? "group_empty" : "start_text") }));
}

function pinned() {
  const message = shown === null ? null : current().byId.get(current().pinned);
  const bar = byId("pinned");
  bar.hidden = !message || message.deleted;
  if (bar.hidden) return;
  bar.replaceChildren(el("b", { text: t("pinned") }), el("span", { dir: "auto", text: summary(message) }));
  bar.onclick = () => goTo(message.id);
}

function goTo(id) {
  while (!nodes.has(id) && current().visible()[0]?.id < Number(list().firstElementChild?.dataset.id)) older();
  nodes.get(id)?.focus();
}

function keys(event) {
  const node = event.target.closest(".message");
  if (!node || event.target.matches("audio")) return;
  if (event.key === "Enter" && event.target === node) {
    event.preventDefault();
    node.querySelector(".more")?.click();
  }
  const next = { ArrowUp: node.previousElementSibling, ArrowDown: node.nextElementSibling, Home: list().firstElementChild, End: list().lastElementChild }[event.key];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

export function startFeed() {
  feed().addEventListener("scroll", scrolled, { passive: true });
  list().addEventListener("keydown", keys);
  list().addEventListener("focusin", (event) => setActive(event.target.closest(".message")));
  list().addEventListener("contextmenu", contextMenu);
  byId("jump").addEventListener("click", () => toBottom(true));
  new IntersectionObserver(([entry]) => entry.isIntersecting && older(), { root: feed(), rootMargin: "600px" }).observe(byId("feed-top"));
  const keep = new ResizeObserver(() => stick && toBottom());
  keep.observe(list());
  keep.observe(feed());
  document.addEventListener("visibilitychange", settle);
  on("chat", update);
  for (const name of ["restart", "language", "zone"]) on(name, () => showChat(store.chosen.chat));
}

function contextMenu(event) {
  const node = event.target.closest(".message:not(.service)");
  if (!node || event.target.closest("a, img") || String(getSelection())) return;
  event.preventDefault();
  messageMenu(current().byId.get(Number(node.dataset.id)), event);
}
