import type { ResultContext } from "@jessy-actions/kit/action/context";
import type { Verdict } from "@jessy-actions/kit/report/report";

export const RESULT_SCHEMA = "jessy-actions/smoke-test/v1";

/**
 * The whole decision as plain JSON: what `evaluate` returns, what the result file holds and all that `render` needs.
 * Published as docs/schema/smoke-test-result.v1.json; a field never gets another meaning within a version.
 */
export interface Result {
  readonly schema: typeof RESULT_SCHEMA;
  /** The input `name`; empty for the only smoke test. */
  readonly name: string;
  /** `inconclusive`: no check had any contact with the other side; `broken`: nothing was asked. */
  readonly verdict: Verdict;
  /** Whether the step ends with exit code 1. */
  readonly fails: boolean;
  readonly headline: string;
  readonly context: ResultContext;
  /** When the first round began, milliseconds since 1970. */
  readonly time: number;
  /** Milliseconds from the first request to the last answer. */
  readonly duration: number;
  readonly deadline: number;
  /** `hopeless`: no waiting would have mended it. */
  readonly end: "held" | "hopeless" | "deadline";
  /** When each round ended, milliseconds since the first began: the columns of each check's `history`. */
  readonly rounds: readonly number[];
  /** Milliseconds to the first of the passes that held; null unless everything holds. */
  readonly timeToHealthy: number | null;
  /** What the service had to run; null: nothing was asserted. */
  readonly version: string | null;
  /** What it said in the last round, each version once. */
  readonly servedVersions: readonly string[];
  readonly checks: readonly CheckResult[];
  /** What a reader should know, a sentence each; names stand between backticks. */
  readonly notes: readonly string[];
}

export interface CheckResult {
  readonly name: string;
  readonly method: string;
  /** Without its query, which may hold anything. */
  readonly url: string;
  readonly optional: boolean;
  /** `inconclusive`: it failed and never had contact with the other side. */
  readonly state: "passed" | "failed" | "inconclusive";
  /** Passes in a row at the end, and how many were asked for. */
  readonly passes: { readonly held: number; readonly asked: number };
  /** One sentence without a full stop: why it did not pass. Holds untrusted text. */
  readonly reason: string | null;
  /** One sign for each round: `passed`, `failed`, `no-contact` or `not-asked`. */
  readonly history: readonly RoundState[];
  /** Milliseconds to the first answer that passed. */
  readonly firstPass: number | null;
  readonly requests: number;
  /** Milliseconds of all answers; null without one. */
  readonly latency: { readonly min: number; readonly median: number; readonly max: number } | null;
  /** The versions that it showed, in order: `until` is the last time that it was seen. */
  readonly versions: readonly { readonly version: string; readonly from: number; readonly until: number }[];
  /** The last round, by address. */
  readonly last: readonly AnswerResult[];
}

export type RoundState = "passed" | "failed" | "no-contact" | "not-asked";

export interface AnswerResult {
  readonly address: string | null;
  readonly status: number | null;
  /** Milliseconds since the start of the request; null for what did not happen. */
  readonly timing: {
    readonly lookup: number | null;
    readonly connect: number | null;
    readonly tls: number | null;
    readonly firstByte: number | null;
    readonly total: number;
  };
  readonly problems: readonly AnswerProblem[];
  readonly version: string | null;
  readonly tlsDays: number | null;
  readonly certificate: string | null;
  readonly contentType: string | null;
  /** The start of the body of an answer that failed. Untrusted. */
  readonly excerpt: string | null;
}

export interface AnswerProblem {
  readonly kind: string;
  /** A sentence without its full stop. What it quotes is untrusted. */
  readonly message: string;
  /** It does not fail the check. */
  readonly warning: boolean;
}
