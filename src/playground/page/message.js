// One message as a bubble with its buttons.

import { formatted, languageOf, link, make } from "./text.js";
import { t } from "./words.js";

const PHOTO_PX = 320;

/**
 * The node of a message on a phone of this language. `act` has `command(text)`, `tap(message, button)`,
 * `note(text)`.
 */
export function messageNode(message, language, act) {
  const node = make("article", { class: `message ${message.from}` });
  const sender = make("span", { class: "unseen" }, t(message.from === "me" ? "fromMe" : "fromBot"));
  node.append(make("div", { class: "bubble" }, sender, origin(message), body(message, language, act),
    caption(message, language, act), foot(message)));
  if (message.inline_keyboard) node.append(keyboard(message, language, act));
  return node;
}

function origin({ forward_origin: from }) {
  return from ? make("small", { class: "origin" }, t("forwardedFrom", from.sender_user_name)) : null;
}

function caption(message, language, act) {
  return message.caption ? textNode(message.caption, message.caption_entities, language, act) : null;
}

function textNode(text, entities, language, act) {
  return make("div", { class: "text", dir: "auto", lang: languageOf(text, language) },
    formatted(text, entities, act.command));
}

function body(message, language, act) {
  if (message.text !== undefined) return textNode(message.text, message.entities, language, act);
  if (message.contact) {
    const { first_name: name, phone_number: phone } = message.contact;
    return card("👤", name || t("contact_sent"), phone);
  }
  if (message.location) {
    const { latitude, longitude } = message.location;
    return card("📍", t("location_sent"), `${latitude.toFixed(3)}, ${longitude.toFixed(3)}`);
  }
  if (message.photo) return photo(message);
  if (message.document) return documentCard(message.document);
  if (message.voice) return card("🎤", t("voice"), `0:0${message.voice.duration}`);
  if (message.sticker) return make("div", { class: "sticker" }, message.sticker.emoji);
  return make("div", { class: "text" }, "…");
}

const fileUrl = (file) => `/sim/files/${encodeURIComponent(file.file_id)}`;

/** A picture that opens in full; one that the server has forgotten becomes a card. */
function photo(message) {
  const file = message.photo.at(-1);
  const scale = Math.min(1, PHOTO_PX / file.width, PHOTO_PX / file.height);
  // The size is known before the picture is there, so the chat does not jump.
  const picture = make("img", {
    src: fileUrl(file), alt: message.caption || t("photo"),
    width: Math.round(file.width * scale), height: Math.round(file.height * scale),
  });
  const node = make("a", { class: "photo", href: fileUrl(file), target: "_blank", rel: "noopener" }, picture);
  picture.addEventListener("error", () => node.replaceWith(card("🖼", t("photo"), t("gone"))));
  return node;
}

function documentCard(file) {
  const name = file.file_name ?? t("document");
  const node = make("a", { class: "file", href: fileUrl(file), download: name });
  node.setAttribute("aria-label", `${t("download")}: ${name}, ${size(file.file_size)}`);
  node.append(card("📄", name, size(file.file_size)));
  return node;
}

function size(n_bytes) {
  if (n_bytes < 1024) return `${n_bytes} B`;
  const n_kilo = n_bytes / 1024;
  return n_kilo < 1024 ? `${n_kilo.toFixed(1)} KB` : `${(n_kilo / 1024).toFixed(1)} MB`;
}

function card(icon, title, detail) {
  return make("div", { class: "card" },
    make("span", { class: "card-icon", "aria-hidden": "true" }, icon),
    make("span", {}, make("strong", {}, title), make("br"), make("small", {}, detail)));
}

function foot(message) {
  const time = new Date(message.date * 1000)
    .toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", hour12: false });
  return make("small", { class: "foot" }, message.edited ? `${t("edited")} ${time}` : time);
}

function keyboard(message, language, act) {
  const button = (data) => {
    const node = inlineButton(message, data, act);
    node.lang = languageOf(data.text, language);
    return node;
  };
  const rows = message.inline_keyboard.map((row) => make("div", { class: "row" }, ...row.map(button)));
  return make("div", { class: "inline" }, ...rows);
}

function inlineButton(message, button, act) {
  const look = `key ${button.style ?? ""}`;
  if (button.url) {
    const node = link(button.url);
    node.className = look;
    node.append(button.text, make("span", { class: "corner", "aria-hidden": "true" }, "↗"));
    return node;
  }
  if (button.copy_text) {
    const copy = () => {
      navigator.clipboard?.writeText(button.copy_text.text);
      act.note(`${t("copied")}: ${button.copy_text.text}`);
    };
    const corner = make("span", { class: "corner", "aria-hidden": "true" }, "⧉");
    return make("button", { type: "button", class: look, onclick: copy }, button.text, corner);
  }
  return make("button", {
    type: "button", class: look, "data-callback": button.callback_data,
    disabled: button.callback_data === undefined,
    onclick: () => act.tap(message, button),
  }, button.text);
}
