import { ReportError } from "@jessy-actions/reading/report-error";
import { isDate } from "./date.ts";

/** One of the sections of a YAML file. `vulnerability` is all that is told of a package but its licence. */
export type IgnoreKind = "vulnerability" | "misconfiguration" | "secret" | "license";

/** What does not count, as somebody wrote it. `matchesEntry` says for which findings. */
export interface IgnoreEntry {
  readonly id: string;
  /** 1-based. */
  readonly line: number;
  /** `2026-12-01`: from the start of that day, in UTC, the entry no longer counts. Or a moment in RFC 3339, in UTC. */
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
 * a bad date and warns, and passes over all other words: here both are errors, since nobody would see what they do.
 *
 * @throws ReportError that names the line.
 */
export function readIgnoreFile(text: string): IgnoreEntry[] {
  const entries: IgnoreEntry[] = [];
  for (const [at, raw] of text
    .replace(/^\ufeff/, "")
    .split("\n")
    .entries()) {
    const [id, ...rest] = raw.replace(/#.*/, "").trim().split(/\s+/);
    if (id === undefined || id === "") continue;
    if (entries.length === MAX_IGNORE_ENTRIES) throw new ReportError(`has more than ${MAX_IGNORE_ENTRIES} entries`);
    const line = at + 1;
    const expires = readEnd(rest, line);
    entries.push({ id, line, ...(expires === undefined ? {} : { expires }) });
  }
  return entries;
}

/** Of the words after the id. */
function readEnd([word, ...others]: readonly string[], line: number): string | undefined {
  if (word === undefined) return undefined;
  const date = word.startsWith("exp:") ? word.slice("exp:".length) : undefined;
  const stray = date === undefined ? word : others[0];
  if (date !== undefined && !isDate(date))
    throw new ReportError(`line ${line}: ${quoted(date)} is not a date such as exp:2027-01-31`);
  if (stray !== undefined)
    throw new ReportError(
      `line ${line}: ${quoted(stray)} is not \`exp:\` and a date; write one id a line, and comments after \`#\``,
    );
  return date;
}

export function isExpired({ expires }: IgnoreEntry, now: number): boolean {
  return expires !== undefined && now >= Date.parse(expires);
}

function quoted(text: string): string {
  return JSON.stringify(text.slice(0, 40));
}
