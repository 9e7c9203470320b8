// The clock and the faults.

import { askDialog, get, make, post, remove } from "./dom.js";
import { fromLocal, local, nextMorning, now } from "./korean.js";

const byId = (id) => document.getElementById(id);

const FAULTS = [
  { label: "꺼짐", hint: "모든 것이 잘돼요", fault: null },
  { label: "느림 2초", hint: "답이 2초 늦게 와요", fault: { kind: "slow", seconds: 2 } },
  { label: "502 오류", hint: "텔레그램이 잠시 멈췄어요", fault: { kind: "bad_gateway" } },
  { label: "답 끊김", hint: "메시지는 갔는데 봇은 답을 못 받아요", fault: { kind: "drop" } },
  { label: "연결 거절", hint: "아무것도 하기 전에 끊겨요", fault: { kind: "refuse" } },
  { label: "429 너무 많음", hint: "5초 뒤에 다시 하라고 해요", fault: { kind: "too_many", seconds: 5 } },
];

let offset = 0;
const moment = () => new Date(Date.now() + offset);

export function showClock(clock) {
  offset = new Date(clock.now).getTime() - Date.now();
  byId("moved").hidden = Math.abs(clock.offset) < 1;
  tick();
}

function tick() {
  byId("now").textContent = now(moment());
  byId("now").dateTime = moment().toISOString();
}

const move = async (wish) => showClock(await post("clock", wish));

async function chooseMoment() {
  document.querySelector("#moment-dialog [name=moment]").value = local(moment());
  const answer = await askDialog("moment-dialog");
  if (answer) await move({ set: answer.chosen === "real" ? new Date().toISOString() : fromLocal(answer.form.moment) });
}

const chosen = (name) => document.querySelector(`#faults [name=${name}]:checked`)?.value;

let choosing = false;

// Between the old fault and the new one there is none for a moment: nobody needs to see that.
async function chooseFault() {
  const { fault } = FAULTS[Number(chosen("fault"))];
  const wish = { ...fault, method: chosen("method"), count: chosen("count") ? Number(chosen("count")) : null };
  choosing = true;
  await remove("faults");
  if (fault) await post("faults", wish);
  choosing = false;
  showFaults(await get("faults"));
}

export function showFaults(active) {
  if (choosing) return;
  const index = Math.max(0, FAULTS.findIndex(({ fault }) => fault && fault.kind === active[0]?.kind));
  byId("faults-state").textContent = active.length && !index ? "켜짐" : FAULTS[index].label;
  byId("faults-state").classList.toggle("on", active.length > 0);
  document.querySelectorAll("#faults [name=fault]")[index].checked = true;
}

export async function startTopBar() {
  byId("fault-kinds").append(...FAULTS.map(({ label, hint }, index) =>
    make("label", { class: "fault" }, make("input", { type: "radio", name: "fault", value: String(index), checked: index === 0 }),
      make("span", {}, make("strong", {}, label), make("small", {}, hint)))));
  byId("faults").addEventListener("change", chooseFault);
  document.querySelectorAll("[data-advance]").forEach((button) =>
    button.addEventListener("click", () => move({ advance: Number(button.dataset.advance) })));
  byId("next-morning").addEventListener("click", () => move({ set: nextMorning(moment()) }));
  byId("choose-moment").addEventListener("click", chooseMoment);
  setInterval(tick, 1000);
  showClock(await get("clock"));
  showFaults(await get("faults"));
}
