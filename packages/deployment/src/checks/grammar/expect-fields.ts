import { ReportError } from "@jessy-actions/reading/report-error";
import type { Expectations } from "../check.ts";
import type { FieldReaders } from "./fields.ts";
import { parseJsonPath } from "./json-path.ts";
import { notEmpty, readMatcher, readPattern } from "./matcher.ts";
import { described, duration, filledText, map, several, text, whole } from "./scalar.ts";
import { readStatuses } from "./statuses.ts";
import { readVersionPlace } from "./version-place.ts";

/** A latency that is longer would be the time-out. */
export const MAX_DURATION = 600_000;

/** What is still open while it is read. */
export type Draft<T> = { -readonly [Key in keyof T]: T[Key] };

/** A reader for each key of `expect`, which adds what it reads. */
export function expectReaders(draft: Draft<Expectations>): FieldReaders {
  return {
    status: (value) => {
      draft.statuses = readStatuses(value);
    },
    "content-type": (value) => {
      draft.contentType = filledText(value);
    },
    headers: (value) => {
      draft.headers = Object.entries(map(value)).map(([name, operand]) => ({ name, matcher: readMatcher(operand) }));
    },
    contains: (value) => {
      const read = several(value, (item) => ({ kind: "contains" as const, value: notEmpty(text(item)) }));
      draft.body = [...draft.body, ...read.map((matcher) => ({ matcher }))];
    },
    "not-contains": (value) => {
      const read = several(value, (item) => ({ kind: "not-contains" as const, value: notEmpty(text(item)) }));
      draft.body = [...draft.body, ...read.map((matcher) => ({ matcher }))];
    },
    matches: (value) => {
      draft.body = [...draft.body, ...several(value, readPattern).map((matcher) => ({ matcher }))];
    },
    json: (value) => {
      draft.json = Object.entries(map(value)).map(([path, operand]) => ({
        path: parseJsonPath(path),
        matcher: readMatcher(operand),
      }));
    },
    version: (value) => {
      draft.version = readVersionPlace(filledText(value));
    },
    latency: (value) => {
      draft.latency = readLatency(value);
    },
    "tls-days": (value) => {
      draft.tlsDays = whole(value, 0, 3650);
    },
  };
}

/** `500ms`, which fails, or `{warn: 500ms, fail: 2s}`. */
function readLatency(value: unknown): Expectations["latency"] {
  if (typeof value !== "object" || value === null) return { warn: undefined, fail: duration(value, MAX_DURATION) };
  const { warn, fail, ...others } = map(value);
  if (Object.keys(others).length > 0 || (warn === undefined && fail === undefined))
    throw new ReportError(
      `is ${described(value)} without \`warn\` or \`fail\` alone; write \`{warn: 500ms, fail: 2s}\``,
    );
  const latency = {
    warn: warn === undefined ? undefined : duration(warn, MAX_DURATION),
    fail: fail === undefined ? undefined : duration(fail, MAX_DURATION),
  };
  if (latency.warn !== undefined && latency.fail !== undefined && latency.warn >= latency.fail)
    throw new ReportError("warns no earlier than it fails");
  return latency;
}
