import { ReportError } from "@jessy-actions/reading/report-error";

/** One of the sections of a YAML file. `vulnerability` is all that is told of a package but its licence. */
export type IgnoreKind = "vulnerability" | "misconfiguration" | "secret" | "license";

/** What does not count, as somebody wrote it. `matchesEntry` says for which findings. */
export interface IgnoreEntry {
  readonly id: string;
  /** 1-based. */
  readonly line: number;
  /** `2026-12-01`: from the start of that day, in UTC, the entry no longer counts. */
  readonly expires?: string;
  /** Path from the root of the repository. */
  readonly file?: string;
  /** Undefined: everything, as in the plain form. */
  readonly kind?: IgnoreKind;
  /** Globs, one of which the file must match; `*` stays within a folder. Undefined: every file. */
  readonly paths?: readonly string[];
  /** Package URLs, one of which the package must be; without a version every one. Undefined: every package. */
  readonly purls?: readonly string[];
  /** Why; untrusted. */
  readonly statement?: string;
}

export const MAX_IGNORE_ENTRIES = 10_000;

/**
 * Reads a plain `.trivyignore`: an id a line, with `exp:YYYY-MM-DD` where it ends, and comments. Trivy drops an entry with
 * a bad date and warns; here it is an error, since nobody reads the warning.
 *
 * @throws ReportError that names the line.
 */
export function readIgnoreFile(text: string): IgnoreEntry[] {
  const entries: IgnoreEntry[] = [];
  for (const [at, raw] of text
    .replace(/^\ufeff/, "")
    .split(/\r?\n/)
    .entries()) {
    const [id, ...rest] = raw.replace(/#.*/, "").trim().split(/\s+/);
    if (id === undefined || id === "") continue;
    if (entries.length === MAX_IGNORE_ENTRIES) throw new ReportError(`has more than ${MAX_IGNORE_ENTRIES} entries`);
    const date = rest.find((word) => word.startsWith("exp:"))?.slice("exp:".length);
    if (date !== undefined && !isDate(date))
      throw new ReportError(
        `line ${at + 1}: ${JSON.stringify(date.slice(0, 40))} is not a date such as exp:2027-01-31`,
      );
    entries.push({ id, line: at + 1, ...(date === undefined ? {} : { expires: date }) });
  }
  return entries;
}

export function isExpired({ expires }: IgnoreEntry, now: number): boolean {
  return expires !== undefined && now >= Date.parse(expires);
}

/** A day of the calendar; `Date` would turn 30 February into 2 March. */
function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
