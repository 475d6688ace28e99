// One phone: its header, the chat, the keyboard, and what can be pressed on it.

import { takeKey } from "./keys.js";
import { messageNode } from "./message.js";
import { askContact, askForward, askLocation, askMenu, notice } from "./sheet.js";
import { languageOf, make, sim } from "./text.js";
import { languages, t } from "./words.js";

const NEAR_BOTTOM_PX = 60;
const TOAST_MS = 4000;

const iconButton = (sign, act, opensSheet = false) => make("button", {
  type: "button", class: "icon", onclick: act, "aria-haspopup": opensSheet && "dialog",
}, sign);

/** The button of a changed message that has the label of the one pressed, but for a tick; else the first. */
function sameKey(node, pressed) {
  const label = (key) => key.textContent.replace(/^[^\p{L}\p{N}]+/u, "");
  const keys = [...node.querySelectorAll(".key:not(:disabled)")];
  return keys.find((key) => label(key) === label(pressed)) ?? keys[0];
}

export class Phone {
  constructor(person, onChange) {
    this.id = person.id;
    this.person = person;
    this.onChange = onChange;
    this.chat = null;
    this.shown = new Map();
    this.seenToasts = person.rev;
    this.unread = 0;
    this.isFetching = false;
    this.isStale = false;
    this.keyboardOpen = true;
    this.keyboardId = null;
    this.isParked = false;
    this.sticks = true;
    this.build();
    this.refresh();
  }

  build() {
    this.name = make("h2");
    this.status = make("small");
    this.menuButton = iconButton("⋮", () => this.openMore(), true);
    this.avatar = make("span", { class: "avatar", "aria-hidden": "true" });
    this.head = make("header", {}, this.avatar, make("span", { class: "who" }, this.name, this.status),
      this.menuButton);
    this.messages = make("div", { class: "messages", role: "log", "aria-live": "polite", tabindex: "0" });
    this.jump = make("button", { type: "button", class: "jump", hidden: true, onclick: () => this.toBottom() }, "↓");
    this.toasts = make("div", { class: "toasts", "aria-live": "assertive" });
    this.foot = make("footer");
    this.screen = make("div", { class: "screen" }, this.messages, this.jump, this.toasts);
    this.node = make("section", { class: `phone ${this.person.role}`, id: `phone-${this.id}` },
      this.head, this.screen, this.foot);
    this.node.addEventListener("keydown", (event) => takeKey(this, event));
    this.messages.addEventListener("scroll", () => {
      this.sticks = this.isAtBottom();
      if (this.sticks) this.read();
    });
    // A keyboard that opens below takes room from the old messages, not from the new.
    new ResizeObserver(() => { if (this.sticks) this.toBottom(); }).observe(this.messages);
    this.buildFoot();
  }

  buildFoot() {
    this.input = make("textarea", { rows: "1", enterkeyhint: "send", dir: "auto" });
    this.input.addEventListener("keydown", (event) => {
      // Enter that ends an input method's composition belongs to the input method.
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        this.sendInput();
      }
    });
    this.input.addEventListener("input", () => this.fitInput());
    this.commandsButton = iconButton("☰", () => this.openCommands(), true);
    this.attachButton = iconButton("📎", () => this.openAttach(), true);
    this.keysButton = iconButton("⌨", () => {
      this.keyboardOpen = !this.keyboardOpen;
      this.drawKeyboard();
    });
    this.sendButton = make("button", { type: "submit", class: "icon send" }, "➤");
    this.form = make("form", { class: "compose" }, this.commandsButton, this.attachButton,
      this.input, this.keysButton, this.sendButton);
    this.form.addEventListener("submit", (event) => { event.preventDefault(); this.sendInput(); });
    this.keys = make("div", { class: "keys" });
    this.big = make("button", { type: "button", class: "big" });
    this.big.addEventListener("click", () => this.pressBig());
    this.foot.append(this.form, this.keys, this.big);
  }

  /** Fetches the chat; a change that comes meanwhile makes it fetch once more. */
  async refresh() {
    if (this.isFetching) { this.isStale = true; return; }
    this.isFetching = true;
    try {
      do {
        this.isStale = false;
        this.draw(await sim(`/people/${this.id}/chat`));
      } while (this.isStale);
    } catch (error) {
      console.warn("chat", this.id, error);
    } finally {
      this.isFetching = false;
    }
  }

  draw(chat) {
    const wasAtBottom = this.isAtBottom();
    const hadFocus = this.node.contains(document.activeElement);
    const { chat: known, keyboardId } = this;
    this.chat = chat;
    this.person = chat.person;
    this.drawHead();
    const added = this.drawMessages();
    this.drawFoot();
    this.markBusy();
    this.drawToasts();
    const mine = added.some((m) => m.from === "me");
    if (wasAtBottom || mine || !known) this.toBottom();
    else if (added.length) { this.unread += added.length; this.jump.hidden = false; }
    if (hadFocus) this.keepFocus(added, this.keyboardId !== keyboardId);
    if (known && this.node.offsetParent === null) this.unread += wasAtBottom ? added.length : 0;
    // What fades by itself (typing, a press without an answer) is looked at again in time.
    clearTimeout(this.timer);
    if (chat.action || chat.pending.length) {
      this.timer = setTimeout(() => this.refresh(), chat.action ? 5200 : 30500);
    }
    this.onChange(this);
  }

  /** Draws everything anew after the page changed its language. */
  redraw() {
    this.shown.forEach((entry) => entry.node.remove());
    this.shown.clear();
    this.keyboardId = null;
    if (this.chat) this.draw(this.chat);
  }

  drawHead() {
    const { first_name: name, role, language_code: language, blocked, deactivated } = this.person;
    this.name.textContent = name;
    this.avatar.textContent = [...name][0];
    const state = deactivated ? t("isDeleted") : blocked ? t("isBlocked") : null;
    this.status.textContent = this.chat.action ? t("typing") : `${t(role)} · ${state ?? languages[language] ?? language}`;
    this.node.setAttribute("aria-label", `${name}, ${t(role)}`);
    this.node.classList.toggle("muted", blocked || deactivated);
    this.menuButton.ariaLabel = t("more");
    this.messages.ariaLabel = `${name}: ${t("message")}`;
    this.jump.ariaLabel = t("newMessages");
    this.commandsButton.ariaLabel = t("commands");
    this.attachButton.ariaLabel = t("attach");
    this.keysButton.ariaLabel = t("keyboard");
    this.sendButton.ariaLabel = t("send");
    this.input.ariaLabel = `${name}: ${t("message")}`;
    this.input.lang = language;
  }

  /** Brings the bubbles up to date and gives those that are new. */
  drawMessages() {
    const { messages } = this.chat;
    const act = {
      command: (text) => this.say(text),
      tap: (message, button) => this.tap(message, button),
      note: (text) => this.toast(text),
    };
    const ids = new Set(messages.map((m) => m.message_id));
    for (const [id, entry] of this.shown) {
      if (!ids.has(id)) { entry.node.remove(); this.shown.delete(id); }
    }
    const added = [];
    for (const message of messages) {
      const old = this.shown.get(message.message_id);
      if (old?.rev === message.rev) continue;
      const node = messageNode(message, this.person.language_code, act);
      if (old) {
        const focused = old.node.contains(document.activeElement) ? document.activeElement : null;
        old.node.replaceWith(node);
        if (focused) sameKey(node, focused)?.focus({ preventScroll: true });
      } else {
        this.messages.append(node);
        added.push(message);
      }
      this.shown.set(message.message_id, { rev: message.rev, node });
    }
    this.drawEmpty(messages.length === 0);
    return added;
  }

  drawEmpty(isEmpty) {
    this.empty?.remove();
    if (!isEmpty) return;
    const { name, description } = this.chat.bot;
    this.empty = make("div", { class: "empty" }, make("strong", {}, name),
      make("span", {}, description ? `${t("whatCan")}\n\n${description}` : t("pressStart")));
    this.messages.append(this.empty);
  }

  drawFoot() {
    const { started, blocked, deactivated } = this.person;
    const isOpen = started && !blocked && !deactivated;
    this.form.hidden = !isOpen;
    this.big.hidden = isOpen;
    this.big.disabled = deactivated;
    this.big.textContent = deactivated ? t("isDeleted") : blocked ? t("unblock") : t("start");
    this.commandsButton.hidden = this.chat.commands.length === 0;
    const keyboard = this.chat.reply_keyboard;
    if ((keyboard?.message_id ?? null) !== this.keyboardId) {
      this.keyboardId = keyboard?.message_id ?? null;
      this.keyboardOpen = true;
      this.keys.replaceChildren(...(keyboard?.keyboard ?? []).map((row) =>
        make("div", { class: "row" }, ...row.map((button) => this.replyKey(button)))));
    }
    if (keyboard?.folded && !this.wasFolded) this.keyboardOpen = false;
    this.wasFolded = keyboard?.folded ?? false;
    this.input.placeholder = keyboard?.input_field_placeholder ?? t("message");
    this.drawKeyboard();
  }

  drawKeyboard() {
    const rows = this.form.hidden ? undefined : this.chat.reply_keyboard?.keyboard;
    this.keysButton.hidden = !rows;
    this.keysButton.ariaExpanded = String(this.keyboardOpen);
    this.keys.hidden = !rows || !this.keyboardOpen;
  }

  replyKey(button) {
    return make("button", {
      type: "button", class: `key ${button.style ?? ""}`, lang: languageOf(button.text, this.person.language_code),
      onclick: () => this.pressKey(button),
    }, button.text);
  }

  /** The sheet that covers the phone, if one does. */
  sheet() { return this.node.querySelector(".sheet"); }

  /** What one would press next: START, an answer, or the place to write. */
  next() {
    const sheet = this.sheet();
    if (sheet) return sheet.querySelector("[autofocus], .solid") ?? sheet.querySelector("button, input");
    if (!this.big.hidden) return this.big.disabled ? this.messages : this.big;
    if (!this.keys.hidden) return this.keys.querySelector("button");
    return this.messages.lastElementChild?.querySelector(".inline .key:not(:disabled)") ?? this.input;
  }

  /**
   * The focus of what is gone waits on the chat, and goes on to what can be pressed once that comes. From a
   * message's button it goes to a new keyboard.
   */
  keepFocus(added, isNewKeyboard) {
    const focused = document.activeElement;
    const isHeld = this.node.contains(focused) && focused.checkVisibility();
    const waits = focused === this.messages ? this.isParked : isNewKeyboard && focused.closest(".inline");
    this.isParked = !isHeld || Boolean(waits);
    if (!this.isParked) return;
    const isAsked = !this.big.hidden || !this.keys.hidden || added.some((m) => m.inline_keyboard);
    (isAsked ? this.next() : this.messages).focus();
    this.isParked = !isAsked;
  }

  /** Goes to the place to write, if there is one now. */
  write() {
    if (!this.form.hidden && !this.sheet()) this.input.focus();
  }

  /** Shows which presses have no answer yet. */
  markBusy() {
    const busy = new Set(this.chat.pending.map((p) => `${p.message_id} ${p.data}`));
    for (const [id, { node }] of this.shown) {
      for (const button of node.querySelectorAll("[data-callback]")) {
        const isBusy = busy.has(`${id} ${button.dataset.callback}`);
        button.classList.toggle("busy", isBusy);
        button.ariaBusy = String(isBusy);
      }
    }
  }

  drawToasts() {
    for (const { text, alert, rev } of this.chat.toasts) {
      if (rev <= this.seenToasts) continue;
      this.seenToasts = rev;
      if (text && alert) notice(this, text);
      else if (text) this.toast(text);
    }
  }

  toast(text) {
    const node = make("div", { class: "toast" }, text);
    this.toasts.append(node);
    setTimeout(() => node.remove(), TOAST_MS);
  }

  /** Does something for the person; what is refused shows on the phone. */
  act(path, body = {}) { return this.post(`/people/${this.id}/${path}`, body); }

  async post(path, body) {
    try {
      await sim(path, body);
    } catch (error) {
      this.toast(t("failed") + error.message);
    }
  }

  say(text) { return this.act("text", { text }); }

  sendInput() {
    const text = this.input.value.trim();
    if (!text) return;
    this.input.value = "";
    this.fitInput();
    this.say(text);
  }

  fitInput() {
    this.input.style.height = "auto";
    this.input.style.height = `${Math.min(this.input.scrollHeight, 120)}px`;
  }

  tap(message, button) {
    return this.act("tap", { message_id: message.message_id, data: button.callback_data });
  }

  pressBig() {
    return this.person.blocked ? this.act("unblock") : this.say("/start");
  }

  pressKey(button) {
    if (button.request_contact) askContact(this);
    else if (button.request_location) askLocation(this);
    else this.say(button.text);
  }

  openCommands() {
    const entry = ({ command, description }) =>
      [`/${command}`, () => this.say(`/${command}`), description];
    askMenu(this, t("commands"), this.chat.commands.map(entry));
  }

  openAttach() {
    askMenu(this, t("attach"), [
      [`📍 ${t("location")}`, () => askLocation(this)],
      [`👤 ${t("contact")}`, () => askContact(this)],
      [`🖼 ${t("photo")}`, () => this.act("photo")],
      [`📄 ${t("document")}`, () => this.act("document")],
      [`🎤 ${t("voice")}`, () => this.act("voice")],
      [`👍 ${t("sticker")}`, () => this.act("sticker")],
      [`↪ ${t("forward")}`, () => askForward(this)],
    ]);
  }

  openMore() {
    const { blocked, deactivated } = this.person;
    const block = blocked ? [t("unblock"), () => this.act("unblock")] : [t("block"), () => this.act("block")];
    const entries = deactivated ? [] : [[t("language"), () => this.openLanguages()], block,
      [t("deleteAccount"), () => this.act("deactivate")]];
    askMenu(this, `${this.person.first_name} · ${this.id}`, entries);
  }

  openLanguages() {
    const { id, first_name, role } = this.person;
    const entry = ([language_code, name]) =>
      [name, () => this.post("/people", { id, first_name, role, language_code })];
    askMenu(this, t("language"), Object.entries(languages).map(entry));
  }

  isAtBottom() {
    const { scrollTop, scrollHeight, clientHeight } = this.messages;
    return scrollHeight - scrollTop - clientHeight < NEAR_BOTTOM_PX;
  }

  toBottom() {
    this.messages.scrollTop = this.messages.scrollHeight;
    if (this.node.offsetParent !== null) this.read();
  }

  read() {
    this.unread = 0;
    this.jump.hidden = true;
    this.onChange(this);
  }
}
