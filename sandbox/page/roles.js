// The roles people play in the demo, in the order a school would list them.

import { t } from "./i18n.js";

export const SECTIONS = [
  ["curator", ["curator"]], ["admin", ["director", "deputy"]], ["psychologist", ["psychologist"]],
  ["mentor", ["mentor"]], ["mentee", ["mentee"]], ["newcomer", ["newcomer"]],
];

const known = new Set(SECTIONS.flatMap(([, roles]) => roles));

export const roleOf = ({ role }) => t(`one_${known.has(role) ? role : "other"}`);
export const sectionOf = ({ role }) => SECTIONS.find(([, roles]) => roles.includes(role))?.[0] ?? "other";
