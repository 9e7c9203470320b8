// One message as a bubble, with its buttons.

import { icon, make } from "./dom.js";
import { written } from "./entities.js";
import { hour } from "./korean.js";

// `acts`: press(message, button), edit(message), command(text), start(payload); `waiting(message, button)`: is it pressed?
export function bubble(message, acts, waiting) {
  const own = !message.from_bot;
  const moment = new Date(message.date * 1000);
  const body = make("div", { class: "body" }, ...content(message, acts), meta(message, moment));
  return make("li", { class: own ? "message own" : "message", "data-id": String(message.message_id) },
    make("span", { class: "hidden" }, own ? "나: " : "봇: "),
    own && message.text ? pencil(message, acts) : null,
    make("div", { class: "stack" }, body, keyboard(message, acts, waiting)));
}

function pencil(message, acts) {
  return make("button", { type: "button", class: "pencil", "aria-label": `고치기: ${message.text.slice(0, 20)}`, onclick: () => acts.edit(message) }, icon("pencil"));
}

function meta(message, moment) {
  return make("span", { class: "meta" },
    message.edit_date && (message.text || message.caption) ? make("span", {}, "수정됨") : null,
    make("time", { datetime: moment.toISOString() }, hour(moment)));
}

function content(message, acts) {
  const parts = [quoted(message), picture(message), document_(message), place(message), contact(message), other(message)];
  const text = message.text ?? message.caption;
  if (text) parts.push(make("div", { class: "text" }, ...written(text, message.entities ?? message.caption_entities, acts)));
  return parts.filter(Boolean);
}

function quoted({ reply_to_message: original }) {
  return original && make("div", { class: "reply" }, (original.text ?? original.caption ?? "메시지").slice(0, 80));
}

function picture({ photo, caption }) {
  return photo && make("img", { src: `/sandbox/files/${photo.at(-1).file_id}`, alt: caption ?? "사진", class: "photo", width: String(photo.at(-1).width), height: String(photo.at(-1).height) });
}

function document_({ document: file }) {
  if (!file) return null;
  const size = file.file_size < 1024 ? `${file.file_size}바이트` : `${Math.ceil(file.file_size / 1024).toLocaleString("ko-KR")}KB`;
  return make("a", { class: "file", href: `/sandbox/files/${file.file_id}`, target: "_blank" },
    icon("file"), make("span", {}, make("strong", {}, file.file_name ?? "파일"), make("small", {}, size)));
}

function place({ venue }) {
  if (!venue) return null;
  const { latitude, longitude } = venue.location;
  return make("a", { class: "file", href: `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`, target: "_blank", rel: "noopener noreferrer" },
    icon("pin"), make("span", {}, make("strong", {}, venue.title), make("small", {}, venue.address)));
}

function contact({ contact: card }) {
  return card && make("div", { class: "contact" }, make("span", { class: "avatar", "aria-hidden": "true" }, card.first_name[0]),
    make("span", {}, make("strong", {}, card.first_name), make("small", {}, card.phone_number)));
}

function other({ sticker, voice }) {
  if (sticker) return make("div", { class: "sticker" }, sticker.emoji);
  return voice && make("div", { class: "text" }, `🎤 음성 메시지 ${voice.duration}초`);
}

function keyboard(message, acts, waiting) {
  const rows = message.reply_markup?.inline_keyboard;
  return rows && make("div", { class: "buttons", role: "group", "aria-label": "버튼" },
    ...rows.map((row) => make("div", { class: "row" }, ...row.map((one) => inline(message, one, acts, waiting)))));
}

function inline(message, button, acts, waiting) {
  if (button.url) {
    return make("a", { class: "inline", href: button.url, target: "_blank", rel: "noopener noreferrer" }, button.text, make("span", { "aria-hidden": "true", class: "arrow" }, "↗"), make("span", { class: "hidden" }, " (새 창)"));
  }
  const press = () => (button.copy_text ? navigator.clipboard?.writeText(button.copy_text.text) : acts.press(message, button));
  return make("button", { type: "button", class: "inline", "data-data": button.callback_data, "aria-busy": waiting(message, button) ? "true" : null, onclick: press }, button.text);
}
