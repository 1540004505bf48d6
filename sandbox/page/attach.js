// Files: chosen, dropped or pasted, with a caption; and small samples of the other kinds to try on the bot.

import { sendFile } from "./actions.js";
import { formBox, menu } from "./dialogs.js";
import { byId, el } from "./dom.js";
import { size } from "./format.js";
import { t } from "./i18n.js";
import { fullName, person, store } from "./store.js";

const SAMPLE_RATE = 8000;

function pick(kind) {
  const input = byId("file");
  input.accept = kind === "photo" ? "image/*" : "";
  input.onchange = () => {
    const [file] = input.files;
    input.value = "";
    if (file) confirm(file, kind);
  };
  input.click();
}

function confirm(file, kind) {
  const url = kind === "photo" ? URL.createObjectURL(file) : null;
  const preview = el("div", { class: "preview" }, url && el("img", { src: url, alt: "" }), el("span", { dir: "auto", text: `${file.name} · ${size(file.size)}` }));
  const dialog = formBox({
    title: t("send_file"),
    action: t("send"),
    extra: preview,
    fields: [{ name: "caption", label: t("caption"), type: "textarea", rows: 2, maxlength: 1024, dir: "auto", autofocus: true }],
    submit: ({ caption }) => sendFile({ kind, caption: caption.trim() || undefined }, file, file.name),
  });
  if (url) dialog.addEventListener("close", () => URL.revokeObjectURL(url));
}

/** One second of a quiet tone as a WAV file. */
function tone() {
  const view = new DataView(new ArrayBuffer(44 + SAMPLE_RATE));
  const write = (at, text) => [...text].forEach((char, index) => view.setUint8(at + index, char.charCodeAt(0)));
  write(0, "RIFF");
  view.setUint32(4, 36 + SAMPLE_RATE, true);
  write(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, SAMPLE_RATE, true);
  view.setUint32(28, SAMPLE_RATE, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  write(36, "data");
  view.setUint32(40, SAMPLE_RATE, true);
  for (let at = 0; at < SAMPLE_RATE; at += 1) view.setUint8(44 + at, 128 + 20 * Math.sin((at * 2 * Math.PI * 440) / SAMPLE_RATE));
  return new Blob([view], { type: "audio/wav" });
}

/** A drawn face, so that no picture has to be shipped. */
function face() {
  const canvas = el("canvas", { width: 256, height: 256 });
  const pen = canvas.getContext("2d");
  const arc = (x, y, radius, from = 0, to = 2 * Math.PI) => { pen.beginPath(); pen.arc(x, y, radius, from, to); };
  pen.fillStyle = "#f2b84b";
  arc(128, 128, 116);
  pen.fill();
  pen.fillStyle = pen.strokeStyle = "#3b2a08";
  for (const x of [92, 164]) { arc(x, 104, 13); pen.fill(); }
  pen.lineWidth = 13;
  pen.lineCap = "round";
  arc(128, 132, 58, 0.35, Math.PI - 0.35);
  pen.stroke();
  return new Promise((done) => canvas.toBlob(done, "image/webp"));
}

function contact() {
  const one = person(store.chosen.person);
  return new Blob([`BEGIN:VCARD\r\nVERSION:3.0\r\nFN:${fullName(one)}\r\nTEL:+70000000000\r\nEND:VCARD\r\n`], { type: "text/vcard" });
}

const sample = {
  voice: () => sendFile({ kind: "voice" }, tone(), "voice.wav"),
  sticker: async () => sendFile({ kind: "sticker" }, await face(), "sticker.webp"),
  contact: () => sendFile({ kind: "contact" }, contact(), "contact.vcf"),
  location: () => sendFile({ kind: "location" }, new Blob(["55.7558 37.6173"]), "location.txt"),
};

function attachMenu(event) {
  menu(event.currentTarget, t("attach"), [
    { label: t("send_document"), icon: "file", act: () => pick("document") },
    { label: t("send_photo"), icon: "photo", act: () => pick("photo") },
    { title: t("try_it") },
    { label: t("send_voice"), icon: "voice", act: sample.voice },
    { label: t("send_sticker"), icon: "sticker", act: sample.sticker },
    { label: t("send_contact"), icon: "contact", act: sample.contact },
    { label: t("send_location"), icon: "pin", act: sample.location },
  ]);
}

const kindOf = (file) => (/^image\/(png|jpe?g|webp|gif)$/.test(file.type) ? "photo" : "document");

function dropped(event) {
  event.preventDefault();
  byId("drop").hidden = true;
  const [file] = event.dataTransfer.files;
  if (file && !byId("composer").hidden) confirm(file, kindOf(file));
}

function hover(event) {
  if (![...event.dataTransfer.types].includes("Files")) return;
  event.preventDefault();
  byId("drop").hidden = event.type === "dragleave" && !byId("chat").contains(event.relatedTarget);
}

function pasted(event) {
  const [file] = event.clipboardData.files;
  if (!file) return;
  event.preventDefault();
  confirm(file, kindOf(file));
}

export function startAttach() {
  const chat = byId("chat");
  byId("attach").addEventListener("click", attachMenu);
  byId("composer-text").addEventListener("paste", pasted);
  for (const name of ["dragover", "dragleave"]) chat.addEventListener(name, hover);
  chat.addEventListener("drop", dropped);
}
