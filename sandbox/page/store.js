// What the page knows: the sandbox's state, the messages of each chat, and what is chosen.

const bus = new EventTarget();

export const store = {
  state: null,
  chats: new Map(),
  chosen: { chat: null, person: null },
  topic: null,
  online: true,
  thinking: false,
  silent: false,
};

export const on = (name, fn) => bus.addEventListener(name, (event) => fn(event.detail));
export const emit = (name, detail) => bus.dispatchEvent(new CustomEvent(name, { detail }));

export const people = () => store.state?.people ?? [];
export const groups = () => (store.state?.chats ?? []).filter((chat) => chat.type !== "private");
export const person = (id) => people().find((one) => one.id === Number(id));
export const group = (id) => groups().find((one) => one.id === Number(id));
/** The members who are people: bots are members too. */
export const humans = (club) => (club?.members ?? []).filter((id) => person(id));
export const bot = () => store.state?.bots?.[0];
export const now = () => new Date(store.state?.clock?.now ?? 0);
export const isGroup = (id) => Number(id) < 0;
export const fullName = (one) => one?.name || [one?.first_name, one?.last_name].filter(Boolean).join(" ");

/** Messages of one chat in order; `merge` says what changed, so that only that is drawn again. */
export class Chat {
  constructor(id) {
    this.id = Number(id);
    this.byId = new Map();
    this.order = [];
    this.pinned = null;
    this.loaded = false;
    this.reader = null;
  }

  /** With `anew` what is known is taken again: another reader has other votes and reactions. */
  merge({ messages, pinned }, anew = false) {
    const change = { added: [], changed: [], pinned: pinned !== this.pinned };
    for (const message of messages) this.#take(message, change, anew);
    if (change.added.length) this.order.sort((one, other) => one - other);
    this.pinned = pinned ?? null;
    this.loaded = true;
    return change;
  }

  #take(message, change, anew) {
    const known = this.byId.get(message.id);
    // Two fetches may overlap, and the older answer may come last.
    if (known && known.seq >= message.seq && !anew) return;
    this.byId.set(message.id, message);
    if (!known) this.order.push(message.id);
    (known ? change.changed : change.added).push(message.id);
  }

  /** Where a fetch may begin to learn of everything in the last `count` messages. */
  tail(count) {
    return this.order.length > count ? this.order[this.order.length - count - 1] : 0;
  }

  visible() {
    return this.order.map((id) => this.byId.get(id)).filter((message) => !message.deleted);
  }

  last() {
    for (let at = this.order.length - 1; at >= 0; at -= 1) {
      const message = this.byId.get(this.order[at]);
      if (!message.deleted) return message;
    }
    return null;
  }
}

export function chatOf(id) {
  const key = Number(id);
  if (!store.chats.has(key)) store.chats.set(key, new Chat(key));
  return store.chats.get(key);
}

const readKey = (chat) => `read:${chat}`;

export function markRead(chat) {
  const last = chatOf(chat).order.at(-1);
  if (!last || sessionStorage.getItem(readKey(chat)) === String(last)) return;
  sessionStorage.setItem(readKey(chat), last);
  emit("read", chat);
}

/** How many messages came since the chat was last open (a restarted sandbox counts ids anew). */
export function unread(chat) {
  const { order, byId } = chatOf(chat);
  const read = Number(sessionStorage.getItem(readKey(chat)) ?? 0);
  if (!order.length) return 0;
  const from = read > order.at(-1) ? 0 : read;
  return order.filter((id) => id > from && fromOthers(byId.get(id), chat)).length;
}

const fromOthers = (message, chat) => !message.deleted && message.from?.id !== Number(chat);
