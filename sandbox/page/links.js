// Links that lead to the bot stay inside the page; others open beside it.

const SCHEMES = new Set(["http:", "https:", "mailto:", "tel:", "tg:"]);
const HOSTS = /^(www\.)?(t|telegram)\.(me|dog)$/i;
const TOKEN = /^[A-Za-z0-9_-]{1,64}$/;

function parse(url) {
  const text = (url ?? "").trim();
  try {
    return new URL(/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`);
  } catch {
    return null;
  }
}

/** The address if a browser may follow it, else null (javascript: and the like). */
export function safeHref(url) {
  const parsed = parse(url);
  return parsed && SCHEMES.has(parsed.protocol) ? parsed.href : null;
}

function target(parsed) {
  if (parsed.protocol === "tg:") return parsed.searchParams.get("domain");
  return HOSTS.test(parsed.hostname) ? parsed.pathname.split("/")[1] : null;
}

/** {bot, kind: "start" | "startgroup" | "open", token} of a link to a bot, else null. */
export function botLink(url) {
  const parsed = parse(url);
  const bot = parsed && target(parsed);
  if (!bot) return null;
  for (const kind of ["start", "startgroup"]) {
    const token = parsed.searchParams.get(kind);
    if (token !== null) return token === "" || TOKEN.test(token) ? { bot, kind, token } : null;
  }
  return { bot, kind: "open", token: "" };
}

/** What to say instead when the whole of a typed text is an invitation link. */
export function spoken(text, username) {
  const found = /\s/.test(text.trim()) || !/^(https?:\/\/|tg:|(www\.)?(t|telegram)\.)/i.test(text.trim()) ? null : botLink(text);
  const ours = found?.kind === "start" && found.bot.toLowerCase() === username?.toLowerCase();
  return ours && found.token ? `/start ${found.token}` : text;
}
