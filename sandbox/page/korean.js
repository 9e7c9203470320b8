// Dates and times as Koreans write them, always in Korea's time.

const ZONE = { timeZone: "Asia/Seoul" };
const HOUR = new Intl.DateTimeFormat("ko-KR", { ...ZONE, hour: "numeric", minute: "2-digit" });
const DAY = new Intl.DateTimeFormat("ko-KR", { ...ZONE, year: "numeric", month: "long", day: "numeric", weekday: "long" });
const SHORT_DAY = new Intl.DateTimeFormat("ko-KR", { ...ZONE, month: "long", day: "numeric", weekday: "short" });
const PARTS = new Intl.DateTimeFormat("sv-SE", { ...ZONE, dateStyle: "short", timeStyle: "short" });

const pieces = (format, moment) =>
  Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, value]));

export const hour = (moment) => HOUR.format(moment);
export const day = (moment) => DAY.format(moment);

export function now(moment) {
  const { month, day: date, weekday } = pieces(SHORT_DAY, moment);
  return `${month}${month.endsWith("월") ? "" : "월"} ${date.replace("일", "")}일 (${weekday}) ${hour(moment)}`;
}

// "2026-11-23T18:00", for a datetime-local field.
export const local = (moment) => PARTS.format(moment).replace(" ", "T");

export const fromLocal = (text) => `${text}:00+09:00`;

export function nextMorning(moment) {
  const tomorrow = new Date(moment.getTime() + 86_400_000);
  return fromLocal(`${local(tomorrow).slice(0, 10)}T09:00`);
}
