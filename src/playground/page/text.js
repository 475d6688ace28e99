// From data to nodes. Text only ever becomes a text node, so nothing that somebody typed is markup.

const tags = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre",
  blockquote: "blockquote", expandable_blockquote: "blockquote",
};

/** Makes an element: attributes by name, `on…` as listeners, children as nodes or text. */
export function make(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (value === true) node.setAttribute(name, "");
    else if (value !== false && value != null) node.setAttribute(name, value);
  }
  node.append(...children.filter((child) => child != null));
  return node;
}

/** A text with its entities as nodes; offsets count UTF-16 units, as JavaScript's strings do. */
export function formatted(text, entities, onCommand) {
  const root = document.createDocumentFragment();
  fill(root, text, 0, text.length, entities ?? [], onCommand);
  return root;
}

function fill(parent, text, start, end, entities, onCommand) {
  let at = start;
  for (const [i, entity] of entities.entries()) {
    const from = entity.offset;
    const to = Math.min(entity.offset + entity.length, end);
    if (from < at || to <= from) continue;
    parent.append(text.slice(at, from));
    const node = entityNode(entity, text.slice(from, to), onCommand);
    const inner = entities.slice(i + 1).filter((e) => e.offset >= from && e.offset < to);
    fill(node, text, from, to, inner, onCommand);
    parent.append(node);
    // A block ends its line by itself.
    const isBlock = node.matches("pre, blockquote") && text[to] === "\n";
    at = isBlock ? to + 1 : to;
  }
  parent.append(text.slice(at, end));
}

function entityNode(entity, shown, onCommand) {
  switch (entity.type) {
    case "text_link":
      return link(entity.url);
    case "url":
      return link(shown);
    case "spoiler": {
      const reveal = (event) => event.currentTarget.classList.add("shown");
      return make("button", { type: "button", class: "spoiler", onclick: reveal });
    }
    case "bot_command":
      return make("button", { type: "button", class: "command", onclick: () => onCommand(shown) });
    case "date_time":
      return make("time", { datetime: new Date(entity.unix_time * 1000).toISOString() });
    case "pre": {
      const language = entity.language;
      return make("pre", language ? { "data-language": language } : {});
    }
    default:
      return make(tags[entity.type] ?? "span");
  }
}

/** A link that opens elsewhere; anything but the web stays plain text. */
export function link(url) {
  if (!/^https?:\/\//i.test(url)) return make("span", { class: "link", title: url });
  return make("a", { href: url, target: "_blank", rel: "noopener noreferrer" });
}

const latin = ["en", "vi", "id", "uz", "tl", "es"];

/** The language of a text, told by its first letter: a phone shows others than its own, too. */
export function languageOf(text, own) {
  const letter = text?.match(/\p{L}/u)?.[0] ?? "";
  if (/\p{Script=Han}/u.test(letter)) return "zh";
  return /\p{Script=Latin}/u.test(letter) && !latin.includes(own) ? "en" : own;
}

/** Calls the simulator; an error comes as an exception with the server's own sentence. */
export async function sim(path, body) {
  const options = body === undefined ? {} : {
    method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body),
  };
  const response = await fetch(`/sim${path}`, options);
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.error ?? response.statusText);
  return answer;
}
