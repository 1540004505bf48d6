// The school's time and the ways to move it forward.

import * as api from "./api.js";
import { failed, formBox, menu, toast } from "./dialogs.js";
import { byId, el } from "./dom.js";
import { endOfSchoolYear, exact, fromLocal, fullDate, localValue, setZone, time, weekday, zone, ZONES } from "./format.js";
import { t } from "./i18n.js";
import { emit, now, on, store } from "./store.js";
import { refreshState } from "./sync.js";

const HOUR_S = 3600;
const DAY_S = 24 * HOUR_S;
let moving = false;

const MOVES = [
  { key: "hour", act: () => move({ by: HOUR_S }) },
  { key: "day", act: () => move({ by: DAY_S }) },
  { key: "week", act: () => move({ by: 7 * DAY_S }) },
  { key: "next", title: "next_title", act: () => move({ next: "event" }) },
  { key: "to_date", act: () => dateDialog() },
  { key: "year_end", title: "year_end_title", act: () => move({ to: endOfSchoolYear(now()).toISOString() }) },
];

function setMoving(yes) {
  moving = yes;
  byId("clock").setAttribute("aria-busy", String(yes));
  byId("clock-busy").hidden = !yes;
  byId("clock-time").hidden = yes;
  byId("clock-busy").textContent = yes ? t("moving") : "";
  for (const button of byId("clock-moves").children) button.setAttribute("aria-disabled", String(yes));
}

async function move(body) {
  if (moving) return;
  setMoving(true);
  try {
    const answer = await api.clock(body);
    if (answer.moved === false) toast(t("no_event"));
    await refreshState();
  } catch (error) {
    failed(error);
  }
  setMoving(false);
}

function dateDialog() {
  const zones = [...new Set([zone(), ...ZONES])].map((name) => [name, name.replace("_", " ")]);
  formBox({
    title: t("date_title"),
    action: t("go"),
    fields: [
      { name: "to", label: t("date_label"), type: "datetime-local", value: localValue(now()), min: localValue(now()), required: true, autofocus: true, hint: t("date_hint") },
      { name: "zone", label: t("zone"), value: zone(), options: zones },
    ],
    submit: ({ to, zone: name }) => {
      changeZone(name);
      const moment = fromLocal(to);
      // The field knows minutes only, so "now" must not count as the past.
      if (moment > now()) move({ to: moment.toISOString() });
    },
  });
}

function changeZone(name) {
  if (name === zone()) return;
  setZone(name);
  emit("zone");
}

function draw() {
  if (!store.state) return;
  const date = now();
  byId("clock-date").textContent = fullDate(date);
  byId("clock-time").textContent = `${weekday(date)}, ${time(date)}`;
  byId("clock-time").dateTime = byId("clock-date").dateTime = date.toISOString();
  byId("clock-face").setAttribute("aria-label", `${t("clock")}: ${exact(date)}`);
}

function buttons() {
  const made = MOVES.map(({ key, title, act }) => el("button", { type: "button", title: title && t(title), data: { move: key }, on: { click: act } }, t(key)));
  byId("clock-moves").replaceChildren(...made);
}

function moveMenu(event) {
  if (moving) return;
  menu(event.currentTarget, t("move_time"), MOVES.map(({ key, title, act }) => ({ label: t(key), note: title && t(title), act })));
}

export function startClock() {
  buttons();
  byId("clock-face").addEventListener("click", moveMenu);
  on("state", draw);
  on("zone", draw);
  on("language", () => { buttons(); draw(); });
}
