// Sheets that slide over a phone's screen: menus, questions, notices.

import { make } from "./text.js";
import { t } from "./words.js";

const cities = [
  ["深圳 Shenzhen", 22.5431, 114.0579], ["东莞 Dongguan", 23.0207, 113.7518],
  ["上海 Shanghai", 31.2304, 121.4737], ["北京 Beijing", 39.9042, 116.4074],
  ["成都 Chengdu", 30.5728, 104.0668], ["Москва Moscow", 55.7558, 37.6173],
  ["Toshkent Tashkent", 41.2995, 69.2401], ["Hà Nội Hanoi", 21.0278, 105.8342],
  ["Jakarta", -6.2088, 106.8456],
];
const prefixes = { zh: "+86138", vi: "+8490", ru: "+7916", uz: "+99890", id: "+62812" };

/** Opens a sheet over one phone, of which nothing else can be reached meanwhile. */
function open(phone, label, ...children) {
  phone.sheet()?.parentNode.remove();
  const before = document.activeElement;
  const rest = [phone.head, phone.screen, phone.foot];
  const close = () => {
    cover.remove();
    rest.forEach((node) => { node.inert = false; });
    // What opened it may be gone.
    const back = before?.isConnected && before.checkVisibility() ? before : phone.next();
    back.focus({ preventScroll: true });
  };
  const sheet = make("div", { class: "sheet", role: "dialog", "aria-label": label },
    ...children.map((child) => (typeof child === "function" ? child(close) : child)));
  const cover = make("div", { class: "cover" }, sheet);
  cover.addEventListener("click", (event) => { if (event.target === cover) close(); });
  cover.addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
  rest.forEach((node) => { node.inert = true; });
  phone.node.append(cover);
  phone.next().focus({ preventScroll: true });
}

const button = (look, text, act) => make("button", { type: "button", class: look, onclick: act }, text);

/** Lists `[text, act, detail]` to choose from. */
export function askMenu(phone, title, entries) {
  open(phone, title, make("h2", {}, title), (close) =>
    make("div", { class: "menu" }, ...entries.map(([text, act, detail]) => {
      const entry = button("entry", text, () => { close(); act(); });
      if (detail) entry.append(make("small", {}, detail));
      return entry;
    })), (close) => button("quiet", t("cancel"), close));
}

/** Shows a text until it is put away. */
export function notice(phone, text) {
  open(phone, text, make("p", {}, text), (close) => button("solid", t("ok"), close));
}

/** Asks before the person's own number goes to the bot. */
export function askContact(phone) {
  const prefix = prefixes[phone.person.language_code] ?? "+1555";
  const number = prefix + String(phone.id % 100_000_000).padStart(8, "0");
  const text = t("sharePhone", number);
  open(phone, text, make("p", {}, text), (close) => make("div", { class: "row" },
    button("quiet", t("cancel"), close),
    button("solid", t("share"), () => { close(); phone.act("contact", { phone: number }); })));
}

/** Lets the person forward what somebody else wrote. */
export function askForward(phone) {
  const text = make("textarea", {
    rows: "4", required: true, maxlength: "4096", dir: "auto", autofocus: true, "aria-label": t("forwardText"),
  }, t("forwardSample"));
  const sender = make("input", {
    required: true, maxlength: "64", value: t("forwardName"), "aria-label": t("forwardSender"),
  });
  open(phone, t("forward"), make("h2", {}, t("forward")), (close) => {
    const submit = (event) => {
      event.preventDefault();
      close();
      phone.act("forward", { text: text.value, sender_user_name: sender.value });
    };
    return make("form", { class: "forward", onsubmit: submit }, sender, text, make("div", { class: "row" },
      button("quiet", t("cancel"), close), make("button", { type: "submit", class: "solid" }, t("send"))));
  });
}

/** Lets the person choose a place, from a few cities or as coordinates. */
export function askLocation(phone) {
  const send = (latitude, longitude) => phone.act("location", { latitude, longitude });
  const field = (name, from) => make("input", {
    type: "number", name, step: "any", min: -from, max: from, required: true, placeholder: t(name),
    "aria-label": t(name),
  });
  const latitude = field("latitude", 90);
  const longitude = field("longitude", 180);
  open(phone, t("whereAreYou"), make("h2", {}, t("whereAreYou")), (close) =>
    make("div", { class: "places" }, ...cities.map(([name, lat, lon]) =>
      button("entry", name, () => { close(); send(lat, lon); }))), (close) => {
    const submit = (event) => {
      event.preventDefault();
      close();
      send(latitude.valueAsNumber, longitude.valueAsNumber);
    };
    return make("form", { class: "place", onsubmit: submit }, latitude, longitude,
      make("button", { type: "submit", class: "quiet" }, t("sendLocation")));
  }, (close) => button("quiet", t("cancel"), close));
}
