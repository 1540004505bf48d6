// Commands offered while a slash is being typed: arrows choose, Enter sends, Tab completes, Esc closes.

import { byId, el } from "./dom.js";
import { commandsHere } from "./commands.js";

let chosen = 0;
let field = null;
let take = null;

const box = () => byId("suggest");

function option({ command, description }, index) {
  return el("div", { class: "suggestion", role: "option", id: `suggest-${index}`, data: { command: `/${command}` }, on: { pointerdown: (event) => { event.preventDefault(); finish(`/${command}`); } } },
    el("b", { text: `/${command}` }), el("span", { dir: "auto", text: description }));
}

export function suggest(text) {
  const typed = text.match(/^\/([a-z0-9_]*)$/i)?.[1].toLowerCase();
  const found = typed === undefined ? [] : commandsHere().filter(({ command }) => command.startsWith(typed));
  box().replaceChildren(...found.map(option));
  box().hidden = !found.length;
  select(0);
}

function select(index) {
  const options = [...box().children];
  chosen = options.length ? (index + options.length) % options.length : 0;
  options.forEach((node, at) => node.setAttribute("aria-selected", String(at === chosen)));
  if (options.length) {
    field.setAttribute("aria-activedescendant", options[chosen].id);
    options[chosen].scrollIntoView({ block: "nearest" });
  } else field.removeAttribute("aria-activedescendant");
}

function close() {
  box().hidden = true;
  field.removeAttribute("aria-activedescendant");
}

function finish(command) {
  close();
  take(command);
}

function keys(event) {
  if (box().hidden) return;
  const command = box().children[chosen]?.dataset.command;
  const act = {
    ArrowDown: () => select(chosen + 1), ArrowUp: () => select(chosen - 1), Escape: close,
    Enter: event.shiftKey ? null : () => finish(command), Tab: () => { field.value = `${command} `; close(); },
  }[event.key];
  if (!act) return;
  event.preventDefault();
  event.stopPropagation();
  act();
}

export function startSuggest(input, onTake) {
  field = input;
  take = onTake;
  field.addEventListener("keydown", keys);
  field.addEventListener("blur", close);
}
