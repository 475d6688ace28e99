// The page: keeps the phones side by side and in step with the world.

import { Phone } from "./phone.js";
import { make, sim } from "./text.js";
import { language, languages, switchLanguage, t } from "./words.js";

const CROWD_MS = 1000;
const byId = (id) => document.getElementById(id);
const phones = new Map();
let texts = { title: "", intro: [] };
let crowd = { received: 0 };
let selected = null;

async function loadPeople() {
  for (const person of await sim("/people")) {
    if (phones.has(person.id)) continue;
    const phone = new Phone(person, drawTab);
    phones.set(person.id, phone);
    byId("phones").append(phone.node);
    byId("tabs").append(tab(phone));
    selected ??= person.id;
  }
  select(selected);
}

function tab(phone) {
  const node = make("button", {
    type: "button", role: "tab", id: `tab-${phone.id}`, class: phone.person.role,
    "aria-controls": phone.node.id, onclick: () => select(phone.id),
  }, make("span", { class: "tab-name" }), make("span", { class: "count", "aria-hidden": "true" }));
  phone.tab = node;
  return node;
}

function drawTab(phone) {
  if (!phone.tab) return;
  const [name, count] = phone.tab.children;
  const { first_name: person, role } = phone.person;
  name.replaceChildren(person, make("small", {}, t(role)));
  phone.tab.ariaLabel = `${person} ${t(role)}${phone.unread ? `, ${t("newMessages")}: ${phone.unread}` : ""}`;
  count.textContent = phone.unread || "";
  count.hidden = phone.unread === 0;
}

/** On a narrow screen one phone shows at a time. */
function select(id) {
  selected = id;
  for (const phone of phones.values()) {
    const isSelected = phone.id === id;
    phone.node.classList.toggle("selected", isSelected);
    phone.tab.ariaSelected = String(isSelected);
    phone.tab.tabIndex = isSelected ? 0 : -1;
    if (isSelected) phone.toBottom();
  }
}

function beside(id, step) {
  const ids = [...phones.keys()];
  return phones.get(ids[(ids.indexOf(id) + step + ids.length) % ids.length]);
}

byId("tabs").addEventListener("keydown", (event) => {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step || event.altKey) return;
  const phone = beside(selected, step);
  select(phone.id);
  phone.tab.focus();
});

/** Alt with an arrow goes to the next phone, as it goes to the next chat in Telegram's own apps. */
document.addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || !event.altKey || document.querySelector("dialog[open]")) return;
  event.preventDefault();
  const here = [...phones.values()].find((phone) => phone.node.contains(document.activeElement));
  const phone = here ? beside(here.id, step) : phones.get(selected);
  select(phone.id);
  phone.next().focus();
});

function drawWords() {
  document.documentElement.lang = language();
  document.title = texts.title;
  byId("title").textContent = texts.title;
  byId("language").textContent = t("other");
  byId("language").lang = language() === "zh" ? "en" : "zh";
  byId("add").textContent = "＋";
  byId("add").ariaLabel = t("addPhone");
  byId("add").title = t("addPhone");
  byId("add-title").textContent = t("addPhone");
  byId("offline").textContent = t("offline");
  byId("tabs").ariaLabel = t("phones");
  for (const node of document.querySelectorAll("[data-word]")) {
    node.textContent = t(node.dataset.word);
  }
  const intro = texts.intro.find((i) => i.language_code === language()) ?? texts.intro[0];
  byId("steps").replaceChildren(...(intro?.steps ?? []).map((step) => make("li", {}, step)));
  byId("watch").textContent = intro?.watch ?? "";
  drawFold();
  drawCrowd();
}

function drawFold() {
  const isOpen = !byId("intro").hidden;
  byId("fold").textContent = isOpen ? t("hide") : t("show");
  byId("fold").ariaExpanded = String(isOpen);
}

function drawCrowd() {
  byId("crowd").hidden = crowd.received === 0;
  byId("crowd-text").textContent = t("crowd", crowd.chats?.toLocaleString(), crowd.last ?? "");
}

async function watchCrowd() {
  try {
    if (!document.hidden) {
      crowd = await sim("/crowd");
      drawCrowd();
    }
  } catch {
    // The event stream tells that the connection is gone.
  }
  setTimeout(watchCrowd, CROWD_MS);
}

function watchPhones() {
  const events = new EventSource("/sim/events");
  events.onopen = () => {
    byId("offline").hidden = true;
    loadPeople();
    phones.forEach((phone) => phone.refresh());
  };
  events.onerror = () => { byId("offline").hidden = false; };
  events.onmessage = ({ data }) => {
    const { person } = JSON.parse(data);
    if (person === 0) phones.forEach((phone) => phone.refresh());
    else if (phones.has(person)) phones.get(person).refresh();
    else loadPeople();
  };
}

byId("fold").addEventListener("click", () => {
  byId("intro").hidden = !byId("intro").hidden;
  localStorage.setItem("page-folded", byId("intro").hidden ? "1" : "");
  drawFold();
});
// On a narrow screen the guide makes room once somebody began; the button brings it back.
byId("phones").addEventListener("click", () => {
  const isNarrow = matchMedia("(max-width: 700px)").matches;
  if (isNarrow && localStorage.getItem("page-folded") === null) byId("fold").click();
});
byId("language").addEventListener("click", () => {
  switchLanguage();
  drawWords();
  phones.forEach((phone) => phone.redraw());
});
byId("add").addEventListener("click", () => byId("add-dialog").showModal());
byId("add-cancel").addEventListener("click", () => byId("add-dialog").close());
byId("add-form").addEventListener("submit", async (event) => {
  const form = event.currentTarget;
  const person = await sim("/people", Object.fromEntries(new FormData(form)));
  form.reset();
  await loadPeople();
  select(person.id);
  phones.get(person.id).node.scrollIntoView({ block: "nearest" });
});

for (const [code, name] of Object.entries(languages)) {
  byId("add-language").append(make("option", { value: code, lang: code }, name));
}
byId("intro").hidden = localStorage.getItem("page-folded") === "1";
texts = await (await fetch("/page.json")).json();
drawWords();
await loadPeople();
watchPhones();
watchCrowd();
