import { abbreviation, inZone, type ZonedTime } from "./time-zone.ts";

/**
 * Writes a date by the tokens of moment's `format()` in English: `YYYYMMDD-HHmmss`, `[literally]`, `\d`.
 * https://momentjs.com/docs/#/displaying/format/
 *
 * @param format undefined: moment's default, ISO 8601 to the second
 * @param zone a name of the IANA time-zone database
 * @throws UserError for an unknown zone
 */
export function formatDate(instant: Date, format: string | undefined, zone: string): string {
  const time = inZone(instant, zone);
  const expanded = (format ?? (time.offset === 0 ? ISO_UTC : ISO)).replace(
    LOCALIZED,
    (token) => FORMATS[token] ?? token,
  );
  return Array.from(expanded.matchAll(TOKENS), ([token]) => TOKEN_WRITERS[token]?.(time) ?? literal(token)).join("");
}

const ISO = "YYYY-MM-DDTHH:mm:ssZ";
const ISO_UTC = "YYYY-MM-DDTHH:mm:ss[Z]";

const LOCALIZED = /\[[^[]*\]|\\?(?:LTS|LT|L{1,4}|l{1,4})/g;

/** What the tokens of the locale stand for. */
const FORMATS: Readonly<Record<string, string>> = {
  LTS: "h:mm:ss A",
  LT: "h:mm A",
  L: "MM/DD/YYYY",
  LL: "MMMM D, YYYY",
  LLL: "MMMM D, YYYY h:mm A",
  LLLL: "dddd, MMMM D, YYYY h:mm A",
  l: "M/D/YYYY",
  ll: "MMM D, YYYY",
  lll: "MMM D, YYYY h:mm A",
  llll: "ddd, MMM D, YYYY h:mm A",
};

/** Text in brackets, a token, or one character; a backslash makes either an ordinary character. */
const TOKENS =
  /\[[^[]*\]|\\?(?:[Hh]mm(?:ss)?|Mo|M{1,4}|Do|DDDo|D{1,4}|d{2,4}|do?|w[ow|]?|W[oW|]?|Qo?|N{1,5}|YYYYYY|YYYYY|YYYY|YY|y{2,4}|yo?|gg(?:ggg?)?|GG(?:GGG?)?|[eEaA]|hh?|HH?|kk?|mm?|ss?|S{1,9}|[xX]|zz?|ZZ?|.)/g;

function literal(token: string): string {
  return /^\[[\s\S]/.test(token) ? token.slice(1, token.endsWith("]") ? -1 : undefined) : token.replaceAll("\\", "");
}

const MONTHS = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const DAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const MS_OF_DAY = 86_400_000;

const year = ({ wall }: ZonedTime) => wall.getUTCFullYear();
const month = ({ wall }: ZonedTime) => wall.getUTCMonth() + 1;
const monthName = (time: ZonedTime) => MONTHS[month(time) - 1]!;
const quarter = (time: ZonedTime) => Math.ceil(month(time) / 3);
const day = ({ wall }: ZonedTime) => wall.getUTCDate();
const weekday = ({ wall }: ZonedTime) => wall.getUTCDay();
const isoWeekday = (time: ZonedTime) => weekday(time) || 7;
const dayName = (time: ZonedTime) => DAYS[weekday(time)]!;
const hour = ({ wall }: ZonedTime) => wall.getUTCHours();
const hour12 = (time: ZonedTime) => hour(time) % 12 || 12;
const hour24 = (time: ZonedTime) => hour(time) || 24;
const minute = ({ wall }: ZonedTime) => wall.getUTCMinutes();
const second = ({ wall }: ZonedTime) => wall.getUTCSeconds();
const half = (time: ZonedTime) => (hour(time) < 12 ? "AM" : "PM");
const dayOfYear = (time: ZonedTime) => daysBetween(startOf(year(time)), time.wall) + 1;
const isAnnoDomini = (time: ZonedTime) => year(time) > 0;
const eraYear = (time: ZonedTime) => (isAnnoDomini(time) ? year(time) : 1 - year(time));
const eraName = (time: ZonedTime) => (isAnnoDomini(time) ? "AD" : "BC");
const minutes = (time: ZonedTime) => pad(minute(time), 2);
const seconds = (time: ZonedTime) => pad(second(time), 2);

/** Weeks begin on Monday, and the first has the year's first Thursday. */
const isoWeek = (time: ZonedTime) => weekOf(time, 1, 4);
/** Weeks begin on Sunday, and the first has January 1. */
const week = (time: ZonedTime) => weekOf(time, 0, 6);

const TOKEN_WRITERS: Readonly<Record<string, (time: ZonedTime) => string>> = {
  ...numbers("M", month, { ordinal: true, padded: [2] }),
  MMM: (time) => monthName(time).slice(0, 3),
  MMMM: monthName,
  ...numbers("Q", quarter, { ordinal: true, padded: [] }),
  ...numbers("D", day, { ordinal: true, padded: [2] }),
  DDD: (time) => String(dayOfYear(time)),
  DDDD: (time) => pad(dayOfYear(time), 3),
  DDDo: (time) => ordinal(dayOfYear(time)),
  ...numbers("d", weekday, { ordinal: true, padded: [] }),
  dd: (time) => dayName(time).slice(0, 2),
  ddd: (time) => dayName(time).slice(0, 3),
  dddd: dayName,
  e: (time) => String(weekday(time)),
  E: (time) => String(isoWeekday(time)),
  ...numbers("w", (time) => week(time).week, { ordinal: true, padded: [2] }),
  ...numbers("W", (time) => isoWeek(time).week, { ordinal: true, padded: [2] }),
  // Beyond 9999 a year has a sign.
  Y: (time) => (year(time) > 9999 ? `+${year(time)}` : pad(year(time), 4)),
  YY: (time) => pad(year(time) % 100, 2),
  YYYY: (time) => pad(year(time), 4),
  YYYYY: (time) => pad(year(time), 5),
  YYYYYY: (time) => `${year(time) < 0 ? "" : "+"}${pad(year(time), 6)}`,
  ...numbers("y", eraYear, { ordinal: true, padded: [2, 3, 4] }),
  N: eraName,
  NN: eraName,
  NNN: eraName,
  NNNN: (time) => (isAnnoDomini(time) ? "Anno Domini" : "Before Christ"),
  NNNNN: eraName,
  gg: (time) => pad(week(time).year % 100, 2),
  gggg: (time) => pad(week(time).year, 4),
  ggggg: (time) => pad(week(time).year, 5),
  GG: (time) => pad(isoWeek(time).year % 100, 2),
  GGGG: (time) => pad(isoWeek(time).year, 4),
  GGGGG: (time) => pad(isoWeek(time).year, 5),
  A: half,
  a: (time) => half(time).toLowerCase(),
  ...numbers("H", hour, { ordinal: false, padded: [2] }),
  ...numbers("h", hour12, { ordinal: false, padded: [2] }),
  ...numbers("k", hour24, { ordinal: false, padded: [2] }),
  hmm: (time) => `${hour12(time)}${minutes(time)}`,
  hmmss: (time) => `${hour12(time)}${minutes(time)}${seconds(time)}`,
  Hmm: (time) => `${hour(time)}${minutes(time)}`,
  Hmmss: (time) => `${hour(time)}${minutes(time)}${seconds(time)}`,
  ...numbers("m", minute, { ordinal: false, padded: [2] }),
  ...numbers("s", second, { ordinal: false, padded: [2] }),
  ...fractions(),
  x: ({ instant }) => String(instant.getTime()),
  X: ({ instant }) => String(Math.floor(instant.getTime() / 1000)),
  z: abbreviation,
  zz: abbreviation,
  Z: (time) => distance(time, ":"),
  ZZ: (time) => distance(time, ""),
};

/** A token as it is, as an ordinal (`Mo`), and padded with zeros (`MM` for 2). */
function numbers(
  token: string,
  read: (time: ZonedTime) => number,
  forms: { readonly ordinal: boolean; readonly padded: readonly number[] },
): Record<string, (time: ZonedTime) => string> {
  const writers: Record<string, (time: ZonedTime) => string> = { [token]: (time) => String(read(time)) };
  if (forms.ordinal) writers[`${token}o`] = (time) => ordinal(read(time));
  for (const length of forms.padded) writers[token.repeat(length)] = (time) => pad(read(time), length);
  return writers;
}

/** `S` to `SSSSSSSSS`: the first digits of the second's fraction, which has milliseconds. */
function fractions(): Record<string, (time: ZonedTime) => string> {
  const writer = (length: number) => (time: ZonedTime) =>
    pad(time.wall.getUTCMilliseconds(), 3).padEnd(length, "0").slice(0, length);
  return Object.fromEntries(Array.from({ length: 9 }, (_, at) => ["S".repeat(at + 1), writer(at + 1)]));
}

function pad(value: number, length: number): string {
  return `${value < 0 ? "-" : ""}${String(Math.abs(value)).padStart(length, "0")}`;
}

function ordinal(value: number): string {
  const teens = Math.floor((value % 100) / 10) === 1;
  return `${value}${(teens ? undefined : ["th", "st", "nd", "rd"][value % 10]) ?? "th"}`;
}

function distance({ offset }: ZonedTime, separator: string): string {
  const size = Math.abs(offset);
  return `${offset < 0 ? "-" : "+"}${pad(Math.floor(size / 60), 2)}${separator}${pad(size % 60, 2)}`;
}

/**
 * The week of a day, and the year that the week belongs to.
 *
 * @param first the day that weeks begin on, 0 for Sunday
 * @param anchor the day of January that is always in the first week, as moment's `doy`: 7 + first - that day
 */
function weekOf(time: ZonedTime, first: number, anchor: number): { readonly year: number; readonly week: number } {
  const own = year(time);
  for (const candidate of [own + 1, own]) {
    const days = daysBetween(firstWeek(candidate, first, anchor), time.wall);
    if (days >= 0) return { year: candidate, week: Math.floor(days / 7) + 1 };
  }
  return { year: own - 1, week: Math.floor(daysBetween(firstWeek(own - 1, first, anchor), time.wall) / 7) + 1 };
}

/** The first day of a year's first week. */
function firstWeek(ofYear: number, first: number, anchor: number): Date {
  const inFirst = new Date(startOf(ofYear).getTime() + (7 + first - anchor - 1) * MS_OF_DAY);
  return new Date(inFirst.getTime() - ((7 + inFirst.getUTCDay() - first) % 7) * MS_OF_DAY);
}

function startOf(ofYear: number): Date {
  const start = new Date(0);
  start.setUTCFullYear(ofYear, 0, 1);
  return start;
}

/** Whole days, counted from the beginning of the first. */
function daysBetween(from: Date, to: Date): number {
  return Math.floor((to.getTime() - from.getTime()) / MS_OF_DAY);
}
