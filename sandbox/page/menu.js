// What else one can do on a phone: block the bot, come through a link, send something odd.

import { make } from "./dom.js";

export function phoneMenu(phone) {
  const close = () => menu.hidePopover();
  const item = (label, act) => make("button", { type: "button", onclick: () => { close(); act(); } }, label);
  const block = item("봇 차단하기", () => phone.do(phone.blocked ? "unblock" : "block"));
  const menu = make("div", { class: "sheet menu", popover: "auto", id: `menu-${phone.person.id}` },
    startForm(phone, close), item("스티커 보내기", () => phone.do("sticker")), item("음성 보내기", () => phone.do("voice")), block);
  menu.setBlocked = (blocked) => { block.textContent = blocked ? "차단 풀기" : "봇 차단하기"; };
  return menu;
}

function startForm(phone, close) {
  const field = make("input", { name: "payload", maxlength: "64", pattern: "[A-Za-z0-9_\\-]*", placeholder: "예: fair_1125", autocomplete: "off" });
  const submit = (event) => { event.preventDefault(); close(); phone.send(`/start ${field.value}`.trim()); };
  return make("form", { class: "start-form", onsubmit: submit }, make("label", {}, "링크로 들어오기 (start 값)", field), make("button", {}, "들어오기"));
}
