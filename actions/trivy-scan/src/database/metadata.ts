import { type JsonValue, parseJson } from "@jessy-actions/reading/json";
import { ageInWords, durationInWords, timeInWords } from "./age.ts";
import type { DatabaseKind } from "./database-kind.ts";

/** What a database says of itself in `metadata.json`. Times are milliseconds since 1970. */
export interface Metadata {
  readonly schema: number;
  /** When it was made. */
  readonly updatedAt: number;
  /** When the next one is due. */
  readonly nextUpdate: number;
}

/** How much another machine's clock may be ahead of this one, milliseconds. */
export const CLOCK_SKEW = 60 * 60_000;

/** As Go writes a time: with up to nine digits of a second. */
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/;

/** @throws ReportError in half a sentence. */
export function parseMetadata(bytes: Uint8Array): Metadata {
  const json = parseJson([bytes]);
  const schema = json.get("Version");
  if (!Number.isSafeInteger(schema.raw)) throw schema.not("a whole number");
  return {
    schema: schema.number(),
    updatedAt: timeOf(json.get("UpdatedAt")),
    nextUpdate: timeOf(json.get("NextUpdate")),
  };
}

function timeOf(value: JsonValue): number {
  const time = TIME.test(value.text()) ? Date.parse(value.text()) : Number.NaN;
  if (Number.isNaN(time)) throw value.not("a time");
  return time;
}

/** As Trivy leaves it after a download. */
export function printMetadata({ schema, updatedAt, nextUpdate }: Metadata, downloadedAt: number): string {
  const times = { NextUpdate: nextUpdate, UpdatedAt: updatedAt, DownloadedAt: downloadedAt };
  const written = Object.entries(times).map(([name, time]) => [name, timeInWords(time)]);
  return `${JSON.stringify({ Version: schema, ...Object.fromEntries(written) })}\n`;
}

export interface Limits {
  readonly kind: Pick<DatabaseKind, "schema" | "leastMaxAge" | "name">;
  /** Milliseconds, of `db-max-age`. */
  readonly maxAge: number;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export interface MetadataProblem {
  /** Half a sentence: what the database is. */
  readonly message: string;
  /** A newer database would not have it. */
  readonly isAge: boolean;
}

/** Why a database must not be used; undefined when it may. Pure. */
export function metadataProblem(metadata: Metadata, { kind, maxAge, now }: Limits): MetadataProblem | undefined {
  const { schema, updatedAt } = metadata;
  if (schema !== kind.schema) {
    const which = schema > kind.schema ? "newer" : "older";
    return {
      message: `has the schema ${schema}, which is ${which} than the one that is read here, ${kind.schema}: take it from a repository with the tag ${kind.schema}`,
      isAge: false,
    };
  }
  if (updatedAt > now + CLOCK_SKEW) {
    return {
      message: `was made in the future, at ${timeInWords(updatedAt)}, where this machine's clock says ${timeInWords(now)}: set the clock, or take another database`,
      isAge: false,
    };
  }
  const limit = Math.max(maxAge, kind.leastMaxAge);
  if (now - updatedAt <= limit) return undefined;
  const rule =
    limit > maxAge
      ? `at most ${durationInWords(limit)} are allowed`
      : `\`db-max-age\` allows ${durationInWords(limit)}`;
  return {
    message: `is ${ageInWords(now - updatedAt)} old, made at ${timeInWords(updatedAt)}, and ${rule}`,
    isAge: true,
  };
}
