// Toasts, alerts, menus and forms over the page. Esc closes, the focus returns to where it was.

import { arrowKeys, byId, el, icon, iconButton } from "./dom.js";
import { t } from "./i18n.js";

const TOAST_MS = 4500;

export function toast(text, kind = "") {
  const node = el("div", { class: `toast ${kind}`, text });
  byId("toasts").append(node);
  setTimeout(() => node.remove(), Math.max(TOAST_MS, text.length * 60));
}

/** Says in words why something failed. */
export function failed(error) {
  toast(error.message === "offline" ? t("offline") : `${t("failed")} ${error.message}`, "bad");
}

function openDialog(dialog) {
  const before = document.activeElement;
  document.body.append(dialog);
  dialog.addEventListener("close", () => {
    dialog.remove();
    if (before?.isConnected) before.focus();
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
  dialog.showModal();
}

/** The bot's alert: one text, one button. */
export function alertBox(text) {
  const dialog = el("dialog", { class: "dialog alert", "aria-label": t("alert") });
  const close = el("button", { type: "button", class: "primary", autofocus: true, text: t("ok"), on: { click: () => dialog.close() } });
  dialog.append(el("p", { class: "alert-text", dir: "auto", text }), el("div", { class: "dialog-actions" }, close));
  openDialog(dialog);
}

function field({ name, label, type = "text", value = "", hint, options, ...rest }) {
  const id = `field-${name}`;
  const control = options
    ? el("select", { id, name, ...rest }, options.map(([key, text]) => el("option", { value: key, selected: String(key) === String(value), text })))
    : el(type === "textarea" ? "textarea" : "input", { id, name, type, value, autocomplete: "off", ...rest });
  return el("div", { class: "field" }, el("label", { for: id, text: label }), control, hint && el("small", { text: hint }));
}

/** A form in a dialog; `submit(values)` may throw, and then the words are shown in place. */
export function formBox({ title, fields, action, submit, extra }) {
  const dialog = el("dialog", { class: "dialog", "aria-label": title });
  const error = el("p", { class: "form-error", role: "alert", hidden: true });
  const form = el("form", { method: "dialog" }, el("h2", { text: title }), extra, fields.map(field), error,
    el("div", { class: "dialog-actions" },
      el("button", { type: "button", text: t("cancel"), on: { click: () => dialog.close() } }),
      el("button", { type: "submit", class: "primary", text: action })));
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    await attempt(dialog, error, () => submit(values(form)));
  });
  dialog.append(form);
  openDialog(dialog);
  return dialog;
}

function values(form) {
  const data = new FormData(form);
  return Object.fromEntries([...new Set(data.keys())].map((key) => [key, data.getAll(key).length > 1 ? data.getAll(key) : data.get(key)]));
}

async function attempt(dialog, error, work) {
  try {
    await work();
    dialog.close();
  } catch (problem) {
    error.textContent = problem.message === "offline" ? t("offline") : problem.message;
    error.hidden = false;
  }
}

let openMenu = null;

export function closeMenu() {
  openMenu?.close();
}

function menuItem(item, close) {
  if (item.title) return el("div", { class: "menu-title", role: "presentation", text: item.title });
  const choose = () => {
    close();
    item.act();
  };
  return el("button", { type: "button", role: "menuitem", class: item.danger ? "danger" : "", on: { click: choose } },
    item.node ?? (item.icon ? icon(item.icon) : null),
    el("span", { class: "menu-label" }, el("span", { dir: "auto", text: item.label }), item.note && el("small", { text: item.note })));
}

/** A menu at `anchor` (an element, or a pointer event's place). Items: {label, act, icon?, note?} or {title}. */
export function menu(anchor, label, items) {
  closeMenu();
  const before = document.activeElement;
  const node = el("div", { class: "menu", role: "menu", "aria-label": label });
  const close = () => {
    node.remove();
    document.removeEventListener("pointerdown", outside, true);
    openMenu = null;
    if (before?.isConnected) before.focus({ preventScroll: true });
  };
  const outside = (event) => {
    if (!node.contains(event.target)) close();
  };
  openMenu = { close };
  node.append(...items.filter(Boolean).map((item) => menuItem(item, close)));
  node.addEventListener("keydown", (event) => {
    if (!["Escape", "Tab"].includes(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
    close();
  });
  arrowKeys(node, "[role=menuitem]");
  document.body.append(node);
  place(node, anchor);
  document.addEventListener("pointerdown", outside, true);
  node.querySelector("[role=menuitem]")?.focus({ preventScroll: true });
}

function place(node, anchor) {
  const box = anchor instanceof Element ? anchor.getBoundingClientRect() : { left: anchor.clientX, right: anchor.clientX, top: anchor.clientY, bottom: anchor.clientY };
  const { offsetWidth: width, offsetHeight: height } = node;
  const below = box.bottom + height + 8 < innerHeight || box.top < height;
  node.style.top = `${Math.max(8, below ? Math.min(box.bottom + 4, innerHeight - height - 8) : box.top - height - 4)}px`;
  node.style.left = `${Math.max(8, Math.min(box.left, innerWidth - width - 8))}px`;
}

/** A picture or a file's details over the whole page. */
export function viewer(url, name) {
  const dialog = el("dialog", { class: "viewer", "aria-label": name });
  dialog.append(
    el("div", { class: "viewer-bar" },
      el("span", { dir: "auto", text: name }),
      el("a", { class: "icon-button", href: url, download: name, "aria-label": t("download"), title: t("download") }, icon("download")),
      iconButton("close", t("close"), () => dialog.close())),
    el("img", { src: url, alt: name, on: { click: () => dialog.close() } }));
  openDialog(dialog);
}
