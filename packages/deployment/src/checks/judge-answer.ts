import { bodyText } from "./body-text.ts";
import type { Check } from "./check.ts";
import { judgeBody } from "./judge-body.ts";
import { judgeClock } from "./judge-clock.ts";
import { judgeHeaders } from "./judge-headers.ts";
import { judgeVersion } from "./judge-version.ts";
import type { Answer, Failure, Outcome } from "./outcome.ts";
import type { Problem } from "./problem.ts";

export interface JudgingContext {
  /** What a check that asserts a version must find. */
  readonly version: string | undefined;
  /** Milliseconds since 1970, for the certificate. */
  readonly now: number;
}

/** Everything that is wrong with one outcome, the cause before what follows from it; empty if the check holds. Pure. */
export function judgeAnswer(check: Check, outcome: Outcome, context: JudgingContext): readonly Problem[] {
  if (outcome.kind === "failure") return [noAnswer(outcome)];
  const text = bodyText(outcome.body, outcome.headers["content-type"]);
  const status = judgeStatus(check, outcome);
  return [
    ...status,
    ...judgeHeaders(check, outcome),
    // The body of an error page is not what was asked about: one fault, one sentence.
    ...(status.length > 0 ? [] : judgeBody(check, outcome, text)),
    ...(status.length > 0 ? [] : judgeVersion(check, outcome, text, context.version)),
    ...judgeLatency(check, outcome),
    ...judgeCertificate(check, outcome, context.now),
    ...judgeClock(outcome, context.now),
  ];
}

function noAnswer({ failure, message }: Failure): Problem {
  // A certificate that is wrong does not become right by waiting; one that is not valid yet does.
  const isFinal = failure === "certificate" || failure === "forbidden-address";
  const retry = isFinal ? "never" : failure === "name" ? "name" : "later";
  return { kind: "no-answer", message, isWarning: false, retry };
}

const CREDENTIALS = /^(?:authorization|cookie|x-api-key|x-auth-token|proxy-authorization)$/i;

function judgeStatus({ expect, headers }: Check, { status, headers: found }: Answer): Problem[] {
  if (expect.statuses.some(({ from, to }) => status >= from && status <= to)) return [];
  const wanted = expect.statuses.map(({ from, to }) => (from === to ? `${from}` : `${from} to ${to}`)).join(", ");
  const isRefused = (status === 401 || status === 403) && headers.some(([name]) => CREDENTIALS.test(name));
  const location = status >= 300 && status < 400 ? withoutQuery(found.location) : undefined;
  const detail = isRefused
    ? ", so the credentials are wrong"
    : location === undefined
      ? ""
      : `, and leads to ${location}`;
  return [
    {
      kind: "status",
      message: `the status is ${status}, not ${wanted}${detail}`,
      isWarning: false,
      retry: isRefused ? "never" : "later",
    },
  ];
}

/** A query may hold a token. */
function withoutQuery(location: string | undefined): string | undefined {
  const path = (location ?? "").split(/[?#]/, 1)[0]!.replace(/\/\/[^/@]*@/, "//");
  return path === "" ? undefined : `\`${path.replaceAll("`", "'").slice(0, 120)}\``;
}

function judgeLatency({ expect }: Check, { timing }: Answer): Problem[] {
  const { warn, fail } = expect.latency;
  const took = Math.ceil(timing.total);
  const problem = (limit: number, isWarning: boolean): Problem => ({
    kind: "latency",
    message: `the answer took ${took} ms, and ${limit} ms are allowed`,
    isWarning,
    retry: "later",
  });
  if (fail !== undefined && timing.total > fail) return [problem(fail, false)];
  return warn !== undefined && timing.total > warn ? [problem(warn, true)] : [];
}

const DAY = 86_400_000;

function judgeCertificate({ expect, url }: Check, { certificate }: Answer, now: number): Problem[] {
  if (expect.tlsDays === undefined) return [];
  const problem = (message: string): Problem => ({ kind: "certificate", message, isWarning: false, retry: "later" });
  if (certificate === undefined)
    return [
      problem(`there is no certificate to look at: ${url.startsWith("https:") ? "none was seen" : "it is not https"}`),
    ];
  const days = Math.floor((certificate.notAfter - now) / DAY);
  if (days >= expect.tlsDays) return [];
  return [problem(`the certificate is valid for ${days} more days, and ${expect.tlsDays} are asked for`)];
}
