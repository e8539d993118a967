import type { Check } from "@jessy-actions/deployment/checks/check";
import { holds, type JudgedObservation, type JudgedRound } from "@jessy-actions/deployment/checks/round";
import type { Standing } from "@jessy-actions/deployment/checks/standing";
import type { AnswerResult, CheckResult, RoundState } from "../result.ts";

/** What became of one check over all rounds. Pure. */
export function checkResult(check: Check, at: number, standing: Standing, rounds: readonly JudgedRound[]): CheckResult {
  const own = rounds.map(({ end, observations }) => ({ end, seen: observations.filter((one) => one.check === at) }));
  const history = own.map(({ seen }) => roundState(seen));
  const all = own.flatMap(({ seen }) => seen);
  const last = own.at(-1)?.seen ?? [];
  const neverMet = history.every((state) => state === "no-contact" || state === "not-asked");
  const state = standing.isHeld ? "passed" : neverMet ? "inconclusive" : "failed";
  return {
    name: check.name,
    method: check.method,
    url: withoutQuery(check.url),
    optional: check.optional,
    state,
    passes: { held: Math.min(standing.passed, check.passes), asked: check.passes },
    reason: state === "passed" ? null : reasonOf(last, standing, check),
    history,
    firstPass: own[history.indexOf("passed")]?.end ?? null,
    requests: all.length,
    latency: latencyOf(all.filter(({ status }) => status !== null).map(({ timing }) => timing.total)),
    versions: versionsOf(own),
    last: last.map(answerResult),
  };
}

function roundState(seen: readonly JudgedObservation[]): RoundState {
  if (seen.length === 0) return "not-asked";
  if (seen.every(holds)) return "passed";
  return seen.some(({ isContact }) => isContact) ? "failed" : "no-contact";
}

/** Addresses that a sentence names. */
const MAX_NAMED = 2;

/** The first problem of the last round, and on how many addresses. */
function reasonOf(last: readonly JudgedObservation[], { passed }: Standing, check: Check): string {
  const failing = last.filter((observation) => !holds(observation));
  const [first] = failing;
  if (first !== undefined) {
    const { message } = first.problems.find(({ isWarning }) => !isWarning)!;
    return last.length > 1 ? `${placeOf(failing, last.length)}: ${message}` : message;
  }
  return last.length === 0
    ? "it was not asked"
    : `it passed ${passed} of ${check.passes} times in a row when the deadline was over`;
}

/** `on 192.0.2.1 and 192.0.2.2 (2 of 3 addresses)`. */
function placeOf(failing: readonly JudgedObservation[], all: number): string {
  const named = failing.flatMap(({ address }) => (address === null ? [] : [`\`${address}\``]));
  if (failing.length === all || named.length !== failing.length || named.length > MAX_NAMED)
    return `on ${failing.length} of ${all} addresses`;
  return `on ${named.join(" and ")} (${failing.length} of ${all} addresses)`;
}

function latencyOf(totals: readonly number[]): CheckResult["latency"] {
  if (totals.length === 0) return null;
  const sorted = totals.toSorted((a, b) => a - b);
  return { min: sorted[0]!, median: sorted[Math.floor(sorted.length / 2)]!, max: sorted.at(-1)! };
}

/** `old until 14.2 s, new from 14.9 s`: each version with the first and the last time that it was seen. */
function versionsOf(
  rounds: readonly { readonly end: number; readonly seen: readonly JudgedObservation[] }[],
): CheckResult["versions"] {
  const times = new Map<string, { from: number; until: number }>();
  for (const { end, seen } of rounds)
    for (const { version } of seen) {
      if (version === null) continue;
      const known = times.get(version);
      if (known === undefined) times.set(version, { from: end, until: end });
      else known.until = end;
    }
  return [...times].map(([version, { from, until }]) => ({ version, from, until }));
}

function answerResult(observation: JudgedObservation): AnswerResult {
  const { address, status, timing, problems, version, tlsDays, certificate, contentType, excerpt } = observation;
  const { lookup = null, connect = null, tls = null, firstByte = null, total } = timing;
  return {
    address,
    status,
    timing: { lookup, connect, tls, firstByte, total },
    problems: problems.map(({ kind, message, isWarning }) => ({ kind, message, warning: isWarning })),
    version,
    tlsDays,
    certificate,
    contentType,
    excerpt,
  };
}

function withoutQuery(written: string): string {
  const url = new URL(written);
  return `${url.origin}${url.pathname}`;
}
