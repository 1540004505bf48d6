// Dates, sizes and counts as people write them. The zone is the reader's choice, the device's by default.

import { language } from "./i18n.js";

const DAY_MS = 86_400_000;
const DEVICE = Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
export const ZONES = [
  "Europe/Kaliningrad", "Europe/Moscow", "Europe/Samara", "Asia/Yekaterinburg", "Asia/Omsk", "Asia/Krasnoyarsk",
  "Asia/Irkutsk", "Asia/Yakutsk", "Asia/Vladivostok", "Asia/Magadan", "Asia/Kamchatka",
];

// A machine set to UTC tells nothing about where the school is; Moscow is the likelier guess.
const fallback = DEVICE === "UTC" || DEVICE === "Etc/UTC" ? "Europe/Moscow" : DEVICE;

export const zone = () => localStorage.getItem("zone") || fallback;
export const setZone = (name) => localStorage.setItem("zone", name);

// British English counts the day before the month and the hours to 24, as the school does.
const locale = () => (language() === "en" ? "en-GB" : language());
const cache = new Map();

function formatter(options) {
  const key = `${language()}|${zone()}|${JSON.stringify(options)}`;
  if (!cache.has(key)) cache.set(key, new Intl.DateTimeFormat(locale(), { timeZone: zone(), ...options }));
  return cache.get(key);
}

const parts = (date) =>
  Object.fromEntries(
    new Intl.DateTimeFormat("en-GB", {
      timeZone: zone(), year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23",
    }).formatToParts(date).map(({ type, value }) => [type, value]),
  );

export const time = (date) => formatter({ hour: "2-digit", minute: "2-digit" }).format(date);
export const weekday = (date) => formatter({ weekday: "long" }).format(date);
export const shortWeekday = (date) => formatter({ weekday: "short" }).format(date);
export const fullDate = (date) => formatter({ day: "numeric", month: "long", year: "numeric" }).format(date).replace(/\s?г\.$/, "");
export const dayMonth = (date) => formatter({ day: "numeric", month: "long" }).format(date);
export const shortDate = (date) => formatter({ day: "2-digit", month: "2-digit" }).format(date);
export const exact = (date) => `${weekday(date)}, ${fullDate(date)}, ${time(date)}`;

export function dayKey(date) {
  const { year, month, day } = parts(date);
  return `${year}-${month}-${day}`;
}

/** The value of a datetime-local field for this moment. */
export function localValue(date) {
  const { hour, minute } = parts(date);
  return `${dayKey(date)}T${hour}:${minute}`;
}

/** The moment meant by a datetime-local value in the chosen zone. */
export function fromLocal(value) {
  const wanted = Date.parse(`${value.length === 16 ? `${value}:00` : value}Z`);
  let guess = wanted;
  // Twice, because the first correction may cross a change of the offset.
  for (let turn = 0; turn < 2; turn += 1) guess = wanted - offset(new Date(guess));
  return new Date(guess);
}

function offset(date) {
  const { year, month, day, hour, minute, second } = parts(date);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(date.getTime() / 1000) * 1000;
}

/** 31 July, noon, of the school year that `date` is in. */
export function endOfSchoolYear(date) {
  const year = Number(dayKey(date).slice(0, 4));
  const end = fromLocal(`${year}-07-31T12:00`);
  return end > date ? end : fromLocal(`${year + 1}-07-31T12:00`);
}

/** Today's messages show the hour, this week's the weekday, older ones the date. */
export function listTime(date, now) {
  if (dayKey(date) === dayKey(now)) return time(date);
  if (now - date < 6 * DAY_MS && now > date) return shortWeekday(date);
  return shortDate(date);
}

export function dayTitle(date, now) {
  const year = dayKey(date).slice(0, 4) === dayKey(now).slice(0, 4);
  return year ? dayMonth(date) : fullDate(date);
}

const UNITS = { ru: ["Б", "КБ", "МБ", "ГБ"], en: ["B", "KB", "MB", "GB"] };

export function size(bytes) {
  const power = Math.min(3, Math.floor(Math.log2(Math.max(1, bytes)) / 10));
  const value = bytes / 1024 ** power;
  const number = new Intl.NumberFormat(language(), { maximumFractionDigits: value < 10 && power ? 1 : 0 });
  return `${number.format(value)}\u00a0${UNITS[language()][power]}`;
}
