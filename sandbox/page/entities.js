// Text with entities, as elements. Offsets count UTF-16 units, exactly as JavaScript strings do.

import { make } from "./dom.js";

const TAGS = {
  bold: "strong", italic: "em", underline: "u", strikethrough: "s", code: "code", pre: "pre",
  blockquote: "blockquote", expandable_blockquote: "blockquote", spoiler: "span", hashtag: "span", mention: "span",
};
const BLOCKS = new Set(["PRE", "BLOCKQUOTE"]);
const SAFE = /^(https?:|mailto:|tel:|tg:)/i;

// `acts.command(text)` sends a command, `acts.start(payload)` follows a deep link to this bot.
export function written(text, entities, acts) {
  return pieces(text, entities ?? [], 0, text.length, acts);
}

function pieces(text, entities, from, to, acts) {
  const result = [];
  let at = from;
  for (let index = 0; index < entities.length; index += 1) {
    const { offset, length } = entities[index];
    const end = offset + length;
    if (offset < at || end > to) continue;
    if (offset > at) result.push(plain(text.slice(at, offset), result.at(-1)));
    const inner = entities.slice(index + 1).filter((one) => one.offset >= offset && one.offset + one.length <= end);
    result.push(marked(entities[index], text.slice(offset, end), pieces(text, inner, offset, end, acts), acts));
    at = end;
  }
  if (at < to) result.push(plain(text.slice(at, to), result.at(-1)));
  return result;
}

// A block already breaks the line: the line break written after it would leave a gap.
function plain(text, before) {
  return document.createTextNode(BLOCKS.has(before?.tagName) ? text.replace(/^\n/, "") : text);
}

function marked(entity, text, children, acts) {
  if (entity.type === "bot_command") {
    return make("button", { type: "button", class: "command", onclick: () => acts.command(text) }, text);
  }
  const address = { text_link: entity.url, url: text, email: `mailto:${text}` }[entity.type];
  if (address) return link(address, children, acts);
  const tag = TAGS[entity.type];
  if (!tag) return make("span", {}, ...children);
  if (entity.type === "spoiler") return make(tag, { class: "spoiler", tabindex: "0" }, ...children);
  return make(tag, { class: tag === "span" ? "tag" : null }, ...children);
}

function link(address, children, acts) {
  const href = SAFE.test(address) ? address : `https://${address}`;
  const start = /^https?:\/\/t\.me\/\w+\?start=([\w-]*)/.exec(href);
  const follow = start && ((event) => { event.preventDefault(); acts.start(start[1]); });
  return make("a", { href, target: "_blank", rel: "noopener noreferrer", onclick: follow }, ...children);
}
