import type { LockRecord } from "./lock-record.ts";

/** Whether the run that holds a lock still runs, as GitHub says. */
export type OwnerState =
  | { readonly state: "running" }
  | { readonly state: "ended"; readonly how: string }
  | { readonly state: "unknown"; readonly why: string };

export interface HeldLock {
  /** Undefined: nobody can read it. */
  readonly owner: LockRecord | undefined;
  /** Milliseconds by the host's own clock; undefined: its clock or file system does not say. */
  readonly age: number | undefined;
}

export type LockJudgement =
  | { readonly decision: "take-over"; readonly why: string }
  | { readonly decision: "leave"; readonly why: string };

/**
 * Whether somebody else's lock may be taken. Only a run that has ended lets go for certain. Where nobody knows (another
 * server, a token that cannot see it, a lock that cannot be read) it is old enough at `staleAfter`, and a run that is known
 * to run keeps it however old it is.
 *
 * @param staleAfter milliseconds; 0: never.
 */
export function judgeLock({ owner, age }: HeldLock, state: OwnerState, staleAfter: number): LockJudgement {
  if (state.state === "running") return { decision: "leave", why: "the run that holds it still runs" };
  if (state.state === "ended") return { decision: "take-over", why: `the run that held it has ended (${state.how})` };
  const doubt = owner === undefined ? "it cannot be read" : state.why;
  if (staleAfter === 0) return { decision: "leave", why: `${doubt}, and \`lock-stale-after\` is 0` };
  if (age === undefined || age < 0) return { decision: "leave", why: `${doubt}, and its age is not known` };
  const old = `${minutes(age)} old`;
  return age >= staleAfter
    ? { decision: "take-over", why: `${doubt}, and it is ${old}` }
    : { decision: "leave", why: `${doubt}, and it is only ${old}` };
}

function minutes(age: number): string {
  const count = Math.floor(age / 60_000);
  return count === 1 ? "1 minute" : `${count} minutes`;
}
