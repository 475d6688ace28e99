// One phone: its header, the chat, the keyboard, and what can be pressed on it.

import { messageNode } from "./message.js";
import { askContact, askForward, askLocation, askMenu, notice } from "./sheet.js";
import { make, sim } from "./text.js";
import { t } from "./words.js";

const NEAR_BOTTOM_PX = 60;
const TOAST_MS = 4000;

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
    this.build();
    this.refresh();
  }

  build() {
    const name = make("strong");
    this.status = make("small");
    this.menuButton = make("button", { type: "button", class: "icon", onclick: () => this.openMore() }, "⋮");
    this.avatar = make("span", { class: "avatar", "aria-hidden": "true" });
    this.name = name;
    this.messages = make("div", { class: "messages", role: "log", "aria-live": "polite", tabindex: "0" });
    this.jump = make("button", { type: "button", class: "jump", hidden: true, onclick: () => this.toBottom() }, "↓");
    this.toasts = make("div", { class: "toasts", "aria-live": "assertive" });
    this.foot = make("footer");
    this.screen = make("div", { class: "screen" }, this.messages, this.jump, this.toasts);
    this.node = make("section", { class: `phone ${this.person.role}`, id: `phone-${this.id}` },
      make("header", {}, this.avatar, make("span", { class: "who" }, name, this.status), this.menuButton),
      this.screen, this.foot);
    this.messages.addEventListener("scroll", () => { if (this.isAtBottom()) this.read(); });
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
    const icon = (sign, act) => make("button", { type: "button", class: "icon", onclick: act }, sign);
    this.commandsButton = icon("☰", () => this.openCommands());
    this.attachButton = icon("📎", () => this.openAttach());
    this.keysButton = icon("⌨", () => {
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
    const known = this.chat;
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
    if (this.chat) this.draw(this.chat);
  }

  drawHead() {
    const { first_name: name, role, language_code: language, blocked, deactivated } = this.person;
    this.name.textContent = name;
    this.avatar.textContent = [...name][0];
    const state = deactivated ? t("isDeleted") : blocked ? t("isBlocked") : null;
    this.status.textContent = this.chat.action ? t("typing") : `${t(role)} · ${state ?? language}`;
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
      const node = messageNode(message, act);
      if (old) {
        const hadFocus = old.node.contains(document.activeElement);
        old.node.replaceWith(node);
        const next = node.querySelector("button") ?? node.querySelector("a");
        if (hadFocus) next?.focus({ preventScroll: true });
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
    if (keyboard?.message_id !== this.keyboardId) {
      this.keyboardId = keyboard?.message_id ?? null;
      this.keyboardOpen = true;
    }
    if (keyboard?.folded && !this.wasFolded) this.keyboardOpen = false;
    this.wasFolded = keyboard?.folded ?? false;
    this.input.placeholder = keyboard?.input_field_placeholder ?? t("message");
    this.drawKeyboard();
  }

  drawKeyboard() {
    const rows = this.form.hidden ? undefined : this.chat.reply_keyboard?.keyboard;
    const wasAtBottom = this.isAtBottom();
    this.keysButton.hidden = !rows;
    this.keysButton.ariaExpanded = String(this.keyboardOpen);
    this.keys.hidden = !rows || !this.keyboardOpen;
    this.keys.replaceChildren(...(rows ?? []).map((row) =>
      make("div", { class: "row" }, ...row.map((button) => make("button", {
        type: "button", class: `key ${button.style ?? ""}`, onclick: () => this.pressKey(button),
      }, button.text)))));
    if (wasAtBottom) this.toBottom();
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
      if (text && alert) notice(this.screen, text);
      else if (text) this.toast(text);
    }
  }

  toast(text) {
    const node = make("div", { class: "toast" }, text);
    this.toasts.append(node);
    setTimeout(() => node.remove(), TOAST_MS);
  }

  /** Does something for the person; what is refused shows on the phone. */
  async act(path, body = {}) {
    try {
      await sim(`/people/${this.id}/${path}`, body);
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

  async pressBig() {
    if (this.person.blocked) return this.act("unblock");
    await this.say("/start");
    this.input.focus({ preventScroll: true });
  }

  pressKey(button) {
    if (button.request_contact) askContact(this);
    else if (button.request_location) askLocation(this);
    else this.say(button.text);
  }

  openCommands() {
    const entry = ({ command, description }) =>
      [`/${command}`, () => this.say(`/${command}`), description];
    askMenu(this.screen, t("commands"), this.chat.commands.map(entry));
  }

  openAttach() {
    askMenu(this.screen, t("attach"), [
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
    const entries = deactivated ? [] : [block, [t("deleteAccount"), () => this.act("deactivate")]];
    askMenu(this.screen, `${this.person.first_name} · ${this.id}`, entries);
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
