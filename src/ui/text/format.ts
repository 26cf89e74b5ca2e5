/** Numbers, dates and lengths of time as each language writes them. */

/** '12,345': both languages group digits so. Loading Intl for it would cost the first frame dear. */
export function grouped(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** '1 card', '2 cards'. */
export function count(n: number, one: string, many: string): string {
  return `${grouped(n)} ${n === 1 ? one : many}`;
}

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth', 'tenth'];

/** 'third'; '21st' from eleven on. */
export function ordinal(n: number): string {
  const word = ORDINALS[n - 1];
  if (word !== undefined) return word;
  const teen = n % 100 >= 11 && n % 100 <= 13;
  return `${n}${teen ? 'th' : (['th', 'st', 'nd', 'rd'][n % 10] ?? 'th')}`;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

type Unit = 'second' | 'minute' | 'hour' | 'day' | 'month' | 'year';

/** The largest unit of which there is at least one, and how many, rounded. */
function inUnits(ms: number): { readonly n: number; readonly unit: Unit } {
  const length = Math.max(0, ms);
  if (Math.round(length / SECOND) < 60) return { n: Math.round(length / SECOND), unit: 'second' };
  if (Math.round(length / MINUTE) < 60) return { n: Math.round(length / MINUTE), unit: 'minute' };
  if (Math.round(length / HOUR) < 24) return { n: Math.round(length / HOUR), unit: 'hour' };
  const days = Math.round(length / DAY);
  if (days < 60) return { n: days, unit: 'day' };
  if (days < 730) return { n: Math.round(days / 30.4), unit: 'month' };
  return { n: Math.round(days / 365.25), unit: 'year' };
}

const UNITS_KO: Readonly<Record<Unit, string>> = {
  second: '초',
  minute: '분',
  hour: '시간',
  day: '일',
  month: '개월',
  year: '년',
};

/** '6 minutes', '3 days'. */
export function spanEn(ms: number): string {
  const { n, unit } = inUnits(ms);
  return count(n, unit, `${unit}s`);
}

const SHORT_EN: Readonly<Record<Unit, string>> = {
  second: 's',
  minute: 'min',
  hour: 'h',
  day: 'd',
  month: 'mo',
  year: 'y',
};

/** '6 min', '3 d'. */
export function shortEn(ms: number): string {
  const { n, unit } = inUnits(ms);
  return `${n} ${SHORT_EN[unit]}`;
}

/** '6분', '3일'. */
export function spanKo(ms: number): string {
  const { n, unit } = inUnits(ms);
  return `${grouped(n)}${UNITS_KO[unit]}`;
}

/** '8.2 s', '6 min 05 s'. */
export function durationEn(ms: number): string {
  if (ms < MINUTE) return `${(ms / SECOND).toFixed(1)} s`;
  const { minutes, seconds } = minutesAndSeconds(ms);
  return `${minutes} min ${seconds} s`;
}

/** '8.2초', '6분 05초'. */
export function durationKo(ms: number): string {
  if (ms < MINUTE) return `${(ms / SECOND).toFixed(1)}초`;
  const { minutes, seconds } = minutesAndSeconds(ms);
  return `${minutes}분 ${seconds}초`;
}

/** '04:12', as a clock counts. */
export function clock(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / SECOND));
  return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
}

function minutesAndSeconds(ms: number): { readonly minutes: number; readonly seconds: string } {
  const all = Math.round(ms / SECOND);
  return { minutes: Math.floor(all / 60), seconds: String(all % 60).padStart(2, '0') };
}

/** '14:05', local time. */
export function timeOfDay(ms: number): string {
  const date = new Date(ms);
  return `${date.getHours()}:${String(date.getMinutes()).padStart(2, '0')}`;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** 'December' for 12. */
export function monthEn(month: number): string {
  return MONTHS[month - 1] ?? '';
}

/** '12 December'. */
export function dateEn(ms: number): string {
  const date = new Date(ms);
  return `${date.getDate()} ${monthEn(date.getMonth() + 1)}`;
}

/** '12월 12일'. */
export function dateKo(ms: number): string {
  const date = new Date(ms);
  return `${date.getMonth() + 1}월 ${date.getDate()}일`;
}

/** '12 December 2026' for '2026-12-12'. */
export function fullDateEn(date: string): string {
  const [year = '', month, day] = date.split('-');
  return `${Number(day)} ${monthEn(Number(month))} ${year}`;
}

/** '2026년 12월 12일' for '2026-12-12'. */
export function fullDateKo(date: string): string {
  const [year = '', month, day] = date.split('-');
  return `${year}년 ${Number(month)}월 ${Number(day)}일`;
}
