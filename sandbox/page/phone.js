// One person's phone.

import { ChatLog } from "./chat.js";
import { Composer } from "./composer.js";
import { askDialog, icon, make, post } from "./dom.js";
import { sendFile } from "./files.js";
import { phoneMenu } from "./menu.js";
import { replyKeyboard } from "./replykeys.js";

const PATIENCE = 20_000;
const TYPING = 5_000;

export class Phone {
  constructor(person, unread) {
    this.person = person;
    this.whenUnread = unread;
    this.pressed = new Map();
    this.commands = [];
    const acts = {
      press: (message, button) => this.press(message, button), edit: (message) => this.composer.startEditing(message),
      command: (text) => this.send(text), start: (payload) => this.send(`/start ${payload}`.trim()),
    };
    this.log = new ChatLog(acts, (message, button) => this.isPressed(message, button), () => this.composer.field.focus());
    this.composer = new Composer({
      send: (text) => this.send(text), edit: (message, text) => this.do("edit", { message_id: message.message_id, text }),
      file: (file) => sendFile(this, file), lastOwn: () => this.log.lastOwn(), commands: () => this.commands,
    }, person.first_name);
    this.build();
  }

  build() {
    const { person } = this;
    this.botName = make("strong", { class: "bot-name" }, "봇");
    this.status = make("span", { class: "status" }, "봇");
    this.notes = make("p", { class: "notes", role: "status", hidden: true });
    this.toast = make("div", { class: "toast", hidden: true });
    this.words = make("span");
    this.intro = make("p", { class: "intro" }, make("img", { src: "/page/sun.svg", alt: "", width: "56", height: "56" }), make("strong", {}, "이 봇은 무엇을 하나요?"), this.words);
    this.start = make("button", { type: "button", class: "start primary", onclick: () => this.send("/start") }, "시작");
    this.unblock = make("button", { type: "button", class: "start", onclick: () => this.do("unblock") }, "차단 풀기");
    this.keys = make("div", { class: "keys" });
    this.menu = phoneMenu(this);
    const who = person.role ? `${person.first_name} · ${person.role}` : person.first_name;
    this.element = make("section", { class: "phone", id: `phone-${person.id}`, "aria-label": `${who}의 전화` },
      make("header", {}, make("img", { class: "face", src: "/page/sun.svg", alt: "", width: "40", height: "40" }),
        make("div", { class: "names" }, this.botName, this.status),
        make("span", { class: "who" }, make("span", { class: "avatar", "aria-hidden": "true" }, person.first_name[0]),
          make("span", {}, make("strong", {}, person.first_name), person.role ? make("small", {}, person.role) : null)),
        make("button", { type: "button", class: "dots", "aria-label": `${person.first_name}의 전화 메뉴`, popovertarget: this.menu.id }, icon("dots"))),
      this.menu, make("div", { class: "screen" }, this.log.element, this.intro, this.toast), this.notes, this.start, this.unblock,
      this.composer.element, this.keys);
  }

  async do(deed, wish = {}) {
    try {
      return await post(`people/${this.person.id}/${deed}`, wish);
    } catch (error) {
      this.note(`하지 못했어요: ${error.message}`);
      return null;
    }
  }

  send(text) {
    return this.do("send", { text });
  }

  async press(message, button) {
    const press = await this.do("press", { message_id: message.message_id, data: button.callback_data });
    if (press) this.whenPressed(press);
  }

  isPressed(message, button) {
    return [...this.pressed.values()].some((one) => one.message_id === message.message_id && one.data === button.callback_data);
  }

  whenPressed(press) {
    if (this.done?.has(press.callback_query_id) || this.pressed.has(press.callback_query_id)) return;
    this.pressed.set(press.callback_query_id, press);
    this.log.refresh(press.message_id);
    setTimeout(() => this.pressed.has(press.callback_query_id) && this.whenIgnored(press), PATIENCE);
  }

  whenIgnored(press) {
    this.release(press);
    this.note("봇이 버튼에 아직 답하지 않았어요.");
  }

  release(press) {
    this.pressed.delete(press.callback_query_id);
    (this.done ??= new Set()).add(press.callback_query_id);
    this.log.refresh(press.message_id);
  }

  whenAnswered(press) {
    this.release(press);
    if (!press.text) return;
    this.note(`버튼 답: ${press.text}`);
    if (press.show_alert) this.alert(press.text);
    else this.flash(press.text);
  }

  alert(text) {
    document.getElementById("alert-title").textContent = `${this.person.first_name}의 전화`;
    document.getElementById("alert-text").textContent = text;
    askDialog("alert-dialog");
  }

  flash(text) {
    this.toast.textContent = text;
    this.toast.hidden = false;
    clearTimeout(this.toastTimer);
    this.toastTimer = setTimeout(() => { this.toast.hidden = true; }, 3500);
  }

  note(text) {
    this.notes.textContent = text;
    this.notes.hidden = false;
  }

  meet(bot, commands) {
    this.botName.textContent = bot.name;
    this.words.textContent = bot.words.description || "아래 단추를 누르면 대화를 시작해요.";
    this.commands = commands;
  }

  typing() {
    this.status.textContent = "입력 중…";
    this.element.classList.add("typing");
    clearTimeout(this.typingTimer);
    this.typingTimer = setTimeout(() => this.stopTyping(), TYPING);
  }

  stopTyping() {
    this.status.textContent = "봇";
    this.element.classList.remove("typing");
  }

  load(chat) {
    this.log.element.setAttribute("aria-busy", "true"); // old messages are not read aloud
    this.log.clear();
    this.pressed.clear();
    chat.messages.forEach((message) => this.log.show(message));
    this.log.element.removeAttribute("aria-busy");
    this.showKeyboard(chat.keyboard);
    this.setBlocked(chat.blocked);
    this.started();
  }

  hear(message) {
    this.log.show(message);
    this.started();
    if (!message.from_bot) return;
    this.stopTyping();
    this.whenUnread(this);
  }

  started() {
    this.start.hidden = this.blocked || this.log.messages.size > 0;
  }

  setBlocked(blocked) {
    this.blocked = blocked;
    this.unblock.hidden = !blocked;
    this.composer.element.hidden = blocked;
    this.keys.hidden = blocked;
    this.menu.setBlocked(blocked);
    this.started();
  }

  showKeyboard(keyboard) {
    this.keys.replaceChildren(...replyKeyboard(keyboard, this));
    this.composer.field.placeholder = keyboard?.input_field_placeholder ?? "메시지";
    this.log.toEnd();
  }
}
