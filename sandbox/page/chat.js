// The list of messages: new ones at the end, changed ones in place, a line for each day.

import { make } from "./dom.js";
import { bubble } from "./bubble.js";
import { day } from "./korean.js";

export class ChatLog {
  constructor(acts, waiting, whenLost) {
    this.acts = acts;
    this.waiting = waiting;
    this.whenLost = whenLost;
    this.messages = new Map();
    this.element = make("ol", { class: "log", role: "log", "aria-live": "polite", "aria-relevant": "additions text", "aria-label": "대화", tabindex: "0", onscroll: () => { this.following = this.atEnd(); } });
    this.following = true;
    new ResizeObserver(() => this.following && this.toEnd()).observe(this.element); // the writing line grew
  }

  show(message) {
    const item = bubble(message, this.acts, this.waiting);
    const old = this.element.querySelector(`[data-id="${message.message_id}"]`);
    const stay = this.atEnd() || !message.from_bot;
    this.messages.set(message.message_id, message);
    if (old) this.replace(old, item);
    else this.append(message, item);
    if (stay) this.toEnd();
  }

  append(message, item) {
    const today = day(new Date(message.date * 1000));
    if (this.lastDay !== today) this.element.append(make("li", { class: "day" }, make("span", {}, today)));
    this.lastDay = today;
    this.element.append(item);
  }

  // Whoever was on a button of the old bubble stays on it, or goes where they can go on.
  replace(old, item) {
    const focused = old.contains(document.activeElement) ? document.activeElement : null;
    old.replaceWith(item);
    if (!focused) return;
    const same = [...item.querySelectorAll("button, a")].find((one) => one.textContent === focused.textContent);
    if (same) same.focus();
    else this.whenLost();
  }

  drop(messageId) {
    this.messages.delete(messageId);
    const item = this.element.querySelector(`[data-id="${messageId}"]`);
    const focused = item?.contains(document.activeElement);
    item?.remove();
    if (focused) this.whenLost();
  }

  // Only the sign on the button changes: a new bubble would be read aloud once more.
  refresh(messageId) {
    const message = this.messages.get(messageId);
    for (const button of this.element.querySelectorAll(`[data-id="${messageId}"] [data-data]`)) {
      const busy = this.waiting(message, { callback_data: button.dataset.data });
      if (busy) button.setAttribute("aria-busy", "true");
      else button.removeAttribute("aria-busy");
    }
  }

  lastOwn() {
    return [...this.messages.values()].filter((one) => !one.from_bot && one.text).at(-1);
  }

  clear() {
    this.messages.clear();
    this.lastDay = null;
    this.element.replaceChildren();
  }

  atEnd() {
    return this.element.scrollHeight - this.element.scrollTop - this.element.clientHeight < 80;
  }

  toEnd() {
    this.element.scrollTop = this.element.scrollHeight;
  }
}
