// The people's side of the sandbox over HTTP. Every failure is an ApiError with words for a person.

export class ApiError extends Error {
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}

async function request(path, init) {
  let response;
  try {
    response = await fetch(path, { cache: "no-store", ...init });
  } catch {
    throw new ApiError("offline", 0);
  }
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new ApiError(body.error ?? `HTTP ${response.status}`, response.status);
  return body;
}

const get = (path, params = {}, init = {}) => request(`/sandbox/${path}?${new URLSearchParams(params)}`, init);

const post = (path, body) =>
  request(`/sandbox/${path}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body),
  });

export const state = () => get("state");
export const messages = (chat, person, after = 0) => get(`chats/${chat}/messages`, { as: person, after });
export const events = (after, timeout, signal) => get("events", { after, timeout }, { signal });
export const idle = (timeout) => get("idle", { timeout });
export const say = (body) => post("say", body);
export const press = (body) => post("press", body);
export const edit = (body) => post("edit", body);
export const member = (body) => post("member", body);
export const vote = (body) => post("vote", body);
export const react = (body) => post("react", body);
export const shareChat = (body) => post("share-chat", body);
export const topic = (body) => post("topic", body);
export const clock = (body) => post("clock", body);
export const newPerson = (body) => post("people", body);
export const newGroup = (body) => post("groups", body);

export function sendFile(fields, blob, name) {
  const form = new FormData();
  for (const [key, value] of Object.entries(fields)) if (value !== undefined) form.append(key, value);
  if (blob) form.append("file", blob, name);
  return request("/sandbox/send-file", { method: "POST", body: form });
}
