// Writing: text, commands, files, editing what was sent.

import { icon, make } from "./dom.js";

// `acts`: send(text), edit(message, text), file(file), lastOwn(), commands().
export class Composer {
  constructor(acts, name) {
    this.acts = acts;
    this.editing = null;
    this.menu = make("div", { class: "commands", role: "group", "aria-label": "명령", hidden: true });
    this.note = make("div", { class: "editing", hidden: true }, make("span", {}, "메시지를 고치는 중"),
      make("button", { type: "button", "aria-label": "고치기 그만두기", onclick: () => this.stopEditing() }, icon("close")));
    this.field = make("textarea", { rows: "1", "aria-label": `${name}의 메시지`, placeholder: "메시지", enterkeyhint: "send", onkeydown: (event) => this.key(event), oninput: () => this.suggest() });
    this.slash = make("button", { type: "button", class: "slash", "aria-label": "명령 보기", "aria-expanded": "false", onclick: () => this.toggle() }, "/");
    this.element = make("form", { class: "composer", onsubmit: (event) => this.submit(event) },
      this.menu, this.note,
      make("div", { class: "line" }, this.slash, this.attachment(), this.field,
        make("button", { class: "send", "aria-label": "보내기" }, icon("send"))));
  }

  attachment() {
    const picker = make("input", { type: "file", hidden: true, onchange: () => this.attach(picker) });
    return make("span", { class: "attach" }, picker,
      make("button", { type: "button", "aria-label": "사진이나 파일 보내기", onclick: () => picker.click() }, icon("attach")));
  }

  attach(picker) {
    for (const file of picker.files) this.acts.file(file);
    picker.value = "";
  }

  // While a syllable is being composed, Enter belongs to the input method.
  key(event) {
    if (event.isComposing || event.keyCode === 229) return;
    if (event.key === "Enter" && !event.shiftKey) this.submit(event);
    else if (event.key === "Escape") this.escape();
    else if (event.key === "ArrowUp" && !this.field.value) this.startEditing(this.acts.lastOwn(), event);
    else if (event.key === "ArrowDown" && !this.menu.hidden) this.firstCommand(event);
  }

  escape() {
    this.close();
    if (this.editing) this.stopEditing();
  }

  submit(event) {
    event.preventDefault();
    const text = this.field.value.trim();
    if (!text) return;
    const { editing } = this;
    this.stopEditing();
    this.close();
    if (editing) this.acts.edit(editing, text);
    else this.acts.send(text);
  }

  startEditing(message, event) {
    if (!message) return;
    event?.preventDefault();
    this.editing = message;
    this.note.hidden = false;
    this.field.value = message.text;
    this.field.focus();
  }

  stopEditing() {
    this.editing = null;
    this.note.hidden = true;
    this.field.value = "";
  }

  suggest() {
    if (/^\/\w*$/.test(this.field.value)) this.open(this.field.value.slice(1));
    else this.close();
  }

  toggle() {
    if (!this.menu.hidden) return this.close();
    this.open("");
    this.menu.querySelector("button")?.focus();
  }

  open(beginning) {
    const fitting = this.acts.commands().filter(({ command }) => command.startsWith(beginning));
    this.menu.replaceChildren(...fitting.map((one) => this.option(one)));
    if (!fitting.length && !beginning) this.menu.append(make("p", { class: "soft" }, "봇이 알려 준 명령이 없어요."));
    this.menu.hidden = !this.menu.children.length;
    this.slash.setAttribute("aria-expanded", String(!this.menu.hidden));
  }

  option({ command, description }) {
    const choose = () => { this.stopEditing(); this.close(); this.field.focus(); this.acts.send(`/${command}`); };
    return make("button", { type: "button", onclick: choose, onkeydown: (event) => this.walk(event) }, make("strong", {}, `/${command}`), make("span", {}, description));
  }

  walk(event) {
    const next = { ArrowDown: "nextElementSibling", ArrowUp: "previousElementSibling" }[event.key];
    if (event.key === "Escape") { this.close(); this.field.focus(); }
    if (!next) return;
    event.preventDefault();
    (event.currentTarget[next] ?? this.field).focus();
  }

  firstCommand(event) {
    event.preventDefault();
    this.menu.querySelector("button")?.focus();
  }

  close() {
    this.menu.hidden = true;
    this.slash.setAttribute("aria-expanded", "false");
  }
}
