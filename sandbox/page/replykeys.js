// The keyboard that stands in for the phone's own, below the writing line.

import { askDialog, icon, make } from "./dom.js";

export function replyKeyboard(keyboard, phone) {
  if (!keyboard?.keyboard) return [];
  return [make("div", { class: "reply-keys", role: "group", "aria-label": "답 자판" },
    ...keyboard.keyboard.map((row) => make("div", { class: "row" }, ...row.map((button) => key(button, phone)))))];
}

function key(button, phone) {
  const asksPhone = button.request_contact;
  return make("button", { type: "button", onclick: () => (asksPhone ? contact(phone) : phone.send(button.text)) },
    asksPhone ? icon("phone") : null, button.text);
}

async function contact(phone) {
  const answer = await askDialog("contact-dialog");
  if (answer) await phone.do("contact", { phone_number: answer.form.phone_number.replace(/[^+0-9]/g, "") });
  phone.composer.field.focus();
}
