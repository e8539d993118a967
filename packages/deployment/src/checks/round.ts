import type { Outcome, Timing } from "./outcome.ts";
import type { Problem } from "./problem.ts";

/** All checks asked once, at about the same time. */
export interface Round {
  /** When it began and when its last answer was in, milliseconds since the start of the course. */
  readonly at: number;
  readonly end: number;
  readonly observations: readonly Observation[];
}

export interface Observation {
  /** The place of the check in the list. */
  readonly check: number;
  /** What was asked for: an address of the name or a pinned one; undefined: as the name resolves. */
  readonly address: string | undefined;
  readonly outcome: Outcome;
}

/** A round of which only what a report needs is kept. Plain JSON. */
export interface JudgedRound {
  readonly at: number;
  readonly end: number;
  readonly observations: readonly JudgedObservation[];
}

export interface JudgedObservation {
  readonly check: number;
  /** The address that answered, or that was asked for. */
  readonly address: string | null;
  readonly status: number | null;
  readonly timing: Timing;
  /** Whether the other side was there at all. */
  readonly isContact: boolean;
  readonly problems: readonly Problem[];
  /** What the service says that it runs; null: nothing, or the check does not ask. */
  readonly version: string | null;
  /** Days that the certificate is still valid, rounded down. */
  readonly tlsDays: number | null;
  /** `subject` and `issuer` of the certificate, for what failed. */
  readonly certificate: string | null;
  readonly contentType: string | null;
  /** The start of the body of an answer that failed; untrusted. */
  readonly excerpt: string | null;
  /** How long the service asks to be left alone, milliseconds. */
  readonly retryAfter: number | null;
}

/** Whether nothing that counts is wrong with it. */
export function holds({ problems }: Pick<JudgedObservation, "problems">): boolean {
  return problems.every(({ isWarning }) => isWarning);
}
