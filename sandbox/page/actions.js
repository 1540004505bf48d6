// What a person does, each with its failure told in words. The chat is fetched again at once afterwards.

import * as api from "./api.js";
import { alertBox, failed, formBox, menu, toast } from "./dialogs.js";
import { avatar } from "./dom.js";
import { t } from "./i18n.js";
import { botLink, spoken } from "./links.js";
import { bot, emit, fullName, groups, humans, isGroup, people, store } from "./store.js";
import { refreshChat, refreshState, watchIdle } from "./sync.js";
import { roleOf } from "./roles.js";

const PRESS_WAIT_S = 5;

export function open(chat, person) {
  location.hash = isGroup(chat) ? `#/${chat}/${person ?? ""}` : `#/${chat}`;
}

async function tried(work, chat = store.chosen.chat, expected = false) {
  try {
    const result = await work();
    watchIdle(expected && !isGroup(chat));
    // A chat one has just left can no longer be read, and that is no failure of what was done.
    await refreshChat(chat).catch(() => {});
    return result;
  } catch (error) {
    failed(error);
    return null;
  }
}

export const sayAs = (person, chat, text, replyTo, topic) =>
  tried(() => api.say({ person, chat, text: spoken(text, bot()?.username), ...(replyTo ? { reply_to: replyTo } : {}), ...(topic ? { topic } : {}) }), chat, true);

export const say = (text, replyTo) => sayAs(store.chosen.person, store.chosen.chat, text, replyTo, replyTo ? null : store.topic);
export const vote = (message, options) => tried(() => api.vote({ ...store.chosen, message, options }));
export const react = (message, emoji) => tried(() => api.react({ ...store.chosen, message, emoji }));
export const change = (message, text) => tried(() => api.edit({ ...store.chosen, message, text }));
export const sendFile = (fields, blob, name) => tried(() => api.sendFile({ ...store.chosen, ...fields }, blob, name), store.chosen.chat, true);

async function changeMember(body) {
  const done = await api.member(body);
  await refreshState();
  return done;
}

export const member = (act, person = store.chosen.person, chat = store.chosen.chat) =>
  tried(() => changeMember({ person, chat, do: act }), chat);

/** Shows one of the person's groups to the bot, because a key of the keyboard under the field asked for it. */
export function pickChat(label, anchor) {
  const mine = groups().filter((one) => one.members.includes(store.chosen.person));
  const items = mine.map((one) => ({ label: one.title, icon: "group", act: () => share(label, one.id) }));
  menu(anchor, t("which_group"), [{ title: t(items.length ? "which_group" : "no_groups") }, ...items]);
}

async function share(button, shared) {
  await tried(() => api.shareChat({ person: store.chosen.person, button, shared }), store.chosen.chat, true);
  await refreshState();
}

export function newTopic() {
  formBox({
    title: t("new_topic"),
    action: t("create"),
    fields: [{ name: "name", label: t("topic_name"), required: true, maxlength: 128, autofocus: true }],
    submit: async ({ name }) => {
      await api.topic({ ...store.chosen, name });
      await refreshState();
    },
  });
}

/** Presses an inline button and shows the answer the way a messenger does. */
export async function press(message, button, anchor) {
  if (button.copy_text) return copy(button.copy_text.text);
  if (button.url) return openLink(button.url, anchor) || window.open(button.url, "_blank", "noopener,noreferrer");
  // By its data, as a messenger does: two buttons may have one text, and an old screen may still be shown.
  const which = button.data === undefined ? { button: button.text } : { data: button.data, force: true };
  const answer = await tried(() => api.press({ ...store.chosen, message, ...which, wait: PRESS_WAIT_S }), store.chosen.chat, true);
  return answer && showAnswer(answer, anchor);
}

export async function copy(text) {
  await navigator.clipboard?.writeText(text);
  toast(t("copied"));
}

function showAnswer({ toast: text, alert, url, answered }, anchor) {
  if (url) openLink(url, anchor);
  if (answered === false) toast(t("no_answer"));
  else if (text && alert) alertBox(text);
  else if (text) toast(text);
}

/** Keeps a link to the bot inside the page; answers whether it did. */
export function openLink(url, anchor) {
  const link = botLink(url);
  if (!link || link.bot.toLowerCase() !== bot()?.username?.toLowerCase()) return false;
  const choose = { start: openAs, startgroup: addTo, open: openPlain }[link.kind];
  choose(link.token, anchor);
  return true;
}

function openPlain() {
  open(store.chosen.person);
}

const startText = (token) => (token ? `/start ${token}` : "/start");

function startAs(person, token) {
  open(person);
  return sayAs(person, person, startText(token));
}

// The current reader comes last: an invitation is mostly for somebody else.
function openAs(token, anchor) {
  const current = store.chosen.person;
  const order = [...people()].sort((one, other) => (one.id === current) - (other.id === current));
  const items = order.map((one) => ({
    label: fullName(one), note: roleOf(one), node: avatar(one.id, fullName(one), "small"), act: () => startAs(one.id, token),
  }));
  menu(anchor, t("open_as"), [{ title: t("open_as") }, ...items, { label: t("new_for_link"), icon: "person-add", act: () => newPerson(token) }]);
}

function addTo(token, anchor) {
  const items = groups().map((one) => ({
    label: one.title, icon: "group", act: () => addBotTo(one, token),
  }));
  menu(anchor, t("where_to"), [{ title: t("where_to") }, ...items, { label: `${t("new_group")}…`, icon: "add", act: () => newGroup() }]);
}

async function addBotTo(group, token) {
  const person = humans(group).includes(store.chosen.person) ? store.chosen.person : humans(group)[0];
  if (!group.bot_member) await member("add_bot", person, group.id);
  open(group.id, person);
  if (token) await sayAs(person, group.id, `/start@${bot().username} ${token}`);
}

/** The dialog for a new person; with `token` the person opens that invitation at once. */
export function newPerson(token) {
  formBox({
    title: t("new_person"),
    action: t("create"),
    fields: [
      { name: "first_name", label: t("first_name"), required: true, maxlength: 64, autofocus: true },
      { name: "last_name", label: t("last_name"), maxlength: 64 },
      { name: "username", label: t("username"), hint: t("username_hint"), pattern: "@?[A-Za-z][A-Za-z0-9_]{3,31}", dir: "ltr" },
      { name: "language_code", label: t("language"), value: "ru", options: [["ru", "Русский"], ["en", "English"]] },
    ],
    submit: async (values) => {
      const filled = Object.entries(values).filter(([, value]) => value.trim());
      const made = await api.newPerson(Object.fromEntries(filled.map(([key, value]) => [key, value.trim().replace(/^@/, "")])));
      await refreshState();
      const id = made.id ?? made.person?.id ?? made.person;
      if (token) await startAs(id, token);
      else open(id);
      emit("focus-composer");
    },
  });
}

export function newGroup() {
  const options = people().map((one) => [one.id, fullName(one)]);
  formBox({
    title: t("new_group"),
    action: t("create"),
    fields: [
      { name: "title", label: t("group_title"), required: true, maxlength: 128, autofocus: true },
      { name: "owner", label: t("group_owner"), value: store.chosen.person ?? "", options },
      { name: "members", label: t("group_members"), options, multiple: true, size: 6 },
    ],
    submit: async ({ title, owner, members = [] }) => {
      const ids = new Set([owner, ...[members].flat()].map(Number));
      const made = await api.newGroup({ title, owner: Number(owner), members: [...ids] });
      await refreshState();
      open(made.id ?? made.chat?.id ?? made.chat ?? made.group, owner);
    },
  });
}
