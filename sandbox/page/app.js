// The page: everybody's phones, kept up to date by one stream of events.

import { askDialog, get, make, post } from "./dom.js";
import { Phone } from "./phone.js";
import { showClock, showFaults, startTopBar } from "./topbar.js";

const phones = new Map();
const tabs = document.getElementById("tabs");
const board = document.getElementById("phones");
const MOST_PHONES = 24; // a crowd made by a test is not for looking at
let heard = Infinity; // the oldest moment any phone was loaded at: from there on the stream tells

function choose(phone) {
  for (const one of phones.values()) {
    const chosen = one === phone;
    one.element.classList.toggle("chosen", chosen);
    one.tab.setAttribute("aria-selected", String(chosen));
    one.tab.tabIndex = chosen ? 0 : -1;
    if (chosen) one.tab.classList.remove("unread");
  }
  phone.log.toEnd();
}

function walkTabs(event) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step) return;
  const all = [...phones.values()];
  const next = all.at((all.findIndex((one) => one.tab === event.currentTarget) + step) % all.length);
  next.tab.focus();
  choose(next);
}

async function addPhone(person) {
  if (phones.has(person.id) || phones.size >= MOST_PHONES) return;
  const phone = new Phone(person, (one) => one.element.classList.contains("chosen") || one.tab.classList.add("unread"));
  phones.set(person.id, phone);
  phone.tab = make("button", { type: "button", role: "tab", "aria-controls": phone.element.id, onclick: () => choose(phone), onkeydown: walkTabs }, person.first_name, make("span", { class: "hidden" }, " 새 메시지"));
  tabs.append(phone.tab);
  board.append(phone.element);
  choose(phones.values().next().value);
  await load(phone);
}

async function load(phone) {
  try {
    const chat = await get(`people/${phone.person.id}/chat`);
    phone.load(chat);
    heard = Math.min(heard, chat.at);
  } catch {
    heard = 0; // no bot has called yet
    phone.load({ messages: [], keyboard: null, blocked: false });
  }
}

function tell(text) {
  const banner = document.getElementById("nobody-home");
  banner.hidden = !text;
  banner.textContent = text;
}

async function meetBot() {
  const [bot] = await get("bots");
  tell(bot ? "" : `아직 봇이 연결되지 않았어요. 봇의 API 주소를 ${location.origin}/bot 으로 두고 켜 주세요.`);
  if (!bot) return;
  document.title = `${bot.name} 대화 연습장`;
  for (const phone of phones.values()) {
    phone.meet(bot, await get(`people/${phone.person.id}/commands`));
  }
}

const NEWS = {
  message: (phone, message) => phone.hear(message),
  edited: (phone, message) => phone.hear(message),
  deleted: (phone, { message_id: id }) => phone.log.drop(id),
  pressed: (phone, press) => phone.whenPressed(press),
  answered: (phone, press) => phone.whenAnswered(press),
  action: (phone) => phone.typing(),
  keyboard: (phone, keyboard) => phone.showKeyboard(keyboard),
  blocked: (phone, { blocked }) => phone.setBlocked(blocked),
};

const COMMON = {
  clock: showClock,
  faults: showFaults,
  bot: meetBot,
  person: async (person) => { await addPhone(person); await meetBot(); },
  reset: async (clock) => { showClock(clock); showFaults([]); await Promise.all([...phones.values()].map(load)); },
};

// After a lost connection nobody knows what was missed: everything is looked up again.
async function again() {
  for (const person of await get("people")) await addPhone(person);
  await Promise.all([...phones.values()].map(load));
  await meetBot();
  showClock(await get("clock"));
  showFaults(await get("faults"));
}

function listen() {
  let lost = false;
  const stream = new EventSource(`/sandbox/events?after=${Number.isFinite(heard) ? heard : 0}`);
  stream.onerror = () => {
    lost = true;
    tell("연습장과 연결이 끊겼어요. 다시 잇는 중이에요…");
  };
  stream.onopen = () => {
    if (lost) again();
    lost = false;
  };
  stream.onmessage = ({ data }) => {
    const { kind, person, data: news } = JSON.parse(data);
    if (COMMON[kind]) COMMON[kind](news);
    else if (phones.has(person)) NEWS[kind]?.(phones.get(person), news);
  };
}

async function addPerson() {
  const answer = await askDialog("person-dialog");
  if (!answer) return;
  const { id } = await post("people", answer.form);
  document.querySelector("#person-dialog form").reset();
  await addPhone(await get("people").then((all) => all.find((one) => one.id === id)));
  if (!phones.has(id)) return;
  phones.get(id).element.scrollIntoView({ inline: "end" });
  choose(phones.get(id));
}

document.getElementById("add-person").addEventListener("click", addPerson);
await startTopBar();
for (const person of await get("people")) await addPhone(person);
await meetBot();
listen();
document.documentElement.dataset.ready = "yes";
