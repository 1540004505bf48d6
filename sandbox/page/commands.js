// Which commands the bot has named for this reader: the narrowest scope and the reader's language win.

import { bot, isGroup, person, store } from "./store.js";

function scopes() {
  const { chat, person: id } = store.chosen;
  const kind = isGroup(chat) ? "all_group_chats" : "all_private_chats";
  return [`chat_member:${chat}:${id}`, `chat:${chat}`, kind, "default"];
}

function scopeKey(scope) {
  if (typeof scope === "string") return scope;
  return [scope?.type ?? "default", scope?.chat_id, scope?.user_id].filter((part) => part !== undefined && part !== null).join(":");
}

function entries(commands) {
  if (Array.isArray(commands) && commands.every((one) => one.command)) return [{ scope: "default", language: "", list: commands }];
  const all = Array.isArray(commands) ? commands : Object.entries(commands ?? {}).map(([key, list]) => fromKey(key, list));
  return all.map((one) => ({ scope: scopeKey(one.scope), language: one.language_code ?? one.language ?? "", list: one.commands ?? one.list ?? [] }));
}

// A key such as "default|ru" or "chat:5/en".
function fromKey(key, list) {
  const [scope, language = ""] = key.split(/[|/]/);
  return { scope: scope || "default", language, list };
}

/** [{command, description}] as the chosen reader's menu would list them. */
export function commandsHere() {
  const all = entries(bot()?.commands);
  const own = person(store.chosen.person)?.language_code ?? "";
  for (const scope of scopes()) {
    for (const language of [own, ""]) {
      const found = all.find((one) => one.scope === scope && one.language === language && one.list.length);
      if (found) return found.list;
    }
  }
  return [];
}
