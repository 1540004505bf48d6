// Keeps what the page knows up to date: one long poll says what changed, and only that is fetched.

import * as api from "./api.js";
import { chatOf, emit, group, groups, humans, isGroup, people, store } from "./store.js";

const POLL_S = 25;
const RETRY_MS = 1500;
const TAIL = 120;
const PARALLEL = 4;
const THINK_AFTER_MS = 250;
const THINK_LIMIT_S = 60;

const pause = (ms) => new Promise((done) => setTimeout(done, ms));

function reader(chat) {
  if (!isGroup(chat)) return chat;
  const inside = humans(group(chat));
  return store.chosen.chat === chat && inside.includes(store.chosen.person) ? store.chosen.person : inside[0];
}

/** Fetches the newest part of a chat, or all of it the first time (or when `whole`), and tells what changed. */
export async function refreshChat(id, whole = false) {
  const chat = chatOf(id);
  const as = reader(chat.id);
  if (!as) return;
  const anew = chat.loaded && chat.reader !== as;
  chat.reader = as;
  const partial = chat.loaded && !whole && !anew && chat.order.length > TAIL;
  const answer = await api.messages(chat.id, as, partial ? chat.tail(TAIL) : 0);
  const first = !chat.loaded;
  const change = chat.merge(answer, anew);
  if (first || change.added.length || change.changed.length || change.pinned) emit("chat", { id: chat.id, ...change });
  if (partial) completeLater(chat.id);
}

// An old message of a long chat may have been edited too; that is looked for when things are quiet.
const later = new Map();

function completeLater(id) {
  clearTimeout(later.get(id));
  later.set(id, setTimeout(() => refreshChat(id, true).catch(() => {}), 700));
}

export async function refreshState() {
  store.state = await api.state();
  emit("state");
}

async function fetchAll(ids) {
  const queue = [...ids];
  const work = async () => {
    while (queue.length) await refreshChat(queue.shift()).catch(() => {});
  };
  await Promise.all(Array.from({ length: PARALLEL }, work));
}

const everyChat = () => [...people(), ...groups()].map((one) => one.id);

async function begin() {
  await refreshState();
  forgetOther(store.state.seq);
  if (store.chosen.chat) await refreshChat(store.chosen.chat).catch(() => {});
  await fetchAll(everyChat().filter((id) => id !== store.chosen.chat));
  return store.state.seq;
}

function setOnline(online) {
  if (store.online === online) return;
  store.online = online;
  emit("online");
}

async function take({ seq, chats = [], state }, after) {
  if (state) await refreshState();
  const known = new Set(everyChat());
  await fetchAll(chats.map(Number).filter((id) => known.has(id)));
  return seq < after ? begin() : seq;
}

let newest = 0;

// A smaller number means that another sandbox has taken this one's place: what is known here is of no use.
function forgetOther(seq) {
  if (seq < newest) {
    store.chats.clear();
    emit("restart");
  }
  newest = seq;
}

/** Runs for as long as the page is open. */
export async function follow() {
  let after = null;
  for (;;) {
    try {
      after ??= await begin();
      setOnline(true);
      after = await take(await api.events(after, POLL_S), after);
      newest = Math.max(newest, after);
    } catch (error) {
      setOnline(error.status !== 0);
      after = null;
      await pause(RETRY_MS);
    }
  }
}

let watching = false;

function setThinking(thinking) {
  if (store.thinking === thinking) return;
  store.thinking = thinking;
  emit("thinking");
}

/**
 * Shows that the bot is at work until nothing is pending; short work is not shown at all. When an answer is
 * due (`expected`) and the bot has called for nothing meanwhile, it is taken to be away.
 */
export async function watchIdle(expected) {
  if (watching) return;
  watching = true;
  const before = store.state.last_call;
  const timer = setTimeout(() => setThinking(true), THINK_AFTER_MS);
  try {
    await api.idle(THINK_LIMIT_S);
    await refreshState();
    if (expected || store.state.last_call > before) store.silent = store.state.last_call === before;
  } catch {
    // The long poll tells of a sandbox that is gone.
  }
  clearTimeout(timer);
  watching = false;
  setThinking(false);
  emit("thinking");
}
