import { bodyText } from "./body-text.ts";
import type { Check } from "./check.ts";
import { type JudgingContext, judgeAnswer } from "./judge-answer.ts";
import { versionOf } from "./judge-version.ts";
import { type Answer, isContact, type Outcome } from "./outcome.ts";
import { holds, type JudgedObservation, type JudgedRound, type Round } from "./round.ts";

/** Code points of a body that a report may show. */
export const EXCERPT_CHARACTERS = 300;

const DAY = 86_400_000;

/** Judges each outcome, and keeps what a report needs of it: bodies of a mebibyte are let go. Pure. */
export function judgeRound(
  checks: readonly Check[],
  { at, end, observations }: Round,
  context: JudgingContext,
): JudgedRound {
  return {
    at,
    end,
    observations: observations.map(({ check, address, outcome }) => ({
      check,
      address: outcome.address ?? address ?? null,
      ...judgeOutcome(checks[check]!, outcome, context),
    })),
  };
}

function judgeOutcome(
  check: Check,
  outcome: Outcome,
  context: JudgingContext,
): Omit<JudgedObservation, "check" | "address"> {
  const problems = judgeAnswer(check, outcome, context);
  const common = { problems, timing: outcome.timing, isContact: isContact(outcome) };
  if (outcome.kind === "failure")
    return {
      ...common,
      status: null,
      version: null,
      tlsDays: null,
      certificate: null,
      contentType: null,
      excerpt: null,
      retryAfter: null,
    };
  const { certificate, headers, status } = outcome;
  const type = headers["content-type"];
  const text = bodyText(outcome.body, type);
  const place = check.expect.version;
  return {
    ...common,
    status,
    version: place === undefined ? null : (versionOf(place, outcome, text) ?? null),
    tlsDays: certificate === undefined ? null : Math.floor((certificate.notAfter - context.now) / DAY),
    certificate: certificate === undefined ? null : `${certificate.subject}, issued by ${certificate.issuer}`,
    contentType: type ?? null,
    excerpt: holds({ problems }) ? null : excerptOf(text),
    retryAfter: retryAfterOf(outcome, context.now),
  };
}

function excerptOf(text: string): string {
  const points = [...text.slice(0, EXCERPT_CHARACTERS * 2 + 2)];
  return points.length > EXCERPT_CHARACTERS ? `${points.slice(0, EXCERPT_CHARACTERS).join("")}…` : text;
}

/** RFC 9110, 10.2.3: seconds or a date. It counts only where the service says that it is busy. */
function retryAfterOf({ status, headers }: Answer, now: number): number | null {
  const value = headers["retry-after"];
  if (value === undefined || (status !== 429 && status !== 503)) return null;
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}
