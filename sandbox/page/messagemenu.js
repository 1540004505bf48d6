// What one can do with a message.

import { isOwn } from "./bubble.js";
import { copy } from "./actions.js";
import { menu } from "./dialogs.js";
import { t } from "./i18n.js";
import { reactionItems } from "./reactions.js";
import { emit } from "./store.js";

export function messageMenu(message, anchor) {
  const editable = isOwn(message) && message.kind === "text";
  menu(anchor, t("message_menu"), [
    { label: t("reply"), icon: "reply", act: () => emit("reply", message) },
    editable && { label: t("edit"), icon: "edit", act: () => emit("edit", message) },
    message.text && { label: t("copy"), icon: "copy", act: () => copy(message.text) },
    { title: t("react") },
    ...reactionItems(message),
  ]);
}
