import type { Check } from "./check.ts";
import { judgeRound } from "./judge-round.ts";
import { holds, type JudgedRound, type Round } from "./round.ts";
import { standings } from "./standing.ts";

/** Times are milliseconds. */
export interface CourseRules {
  readonly version: string | undefined;
  /** When the first round begins, since 1970. */
  readonly started: number;
  /** Since the start: no round begins then or later, and what is asked before has an answer by then or none. */
  readonly deadline: number;
  /** Between the beginnings of two rounds while everything passes, and at first. */
  readonly interval: number;
}

/** Each round with a failure makes the next pause longer, up to this many intervals. */
const MAX_BACK_OFF = 5;
const BACK_OFF = 1.5;

/** A service that asks for more is asked all the same: the deadline is ours. */
export const MAX_RETRY_AFTER = 30_000;

/** Of the time that is left no wait takes more than this part, or the first one could be the last. */
const MIN_QUESTIONS = 4;

/** A name that does not resolve may be one that has just been made. */
export const NAME_PATIENCE = 60_000;

/** Why there is no further round. */
export type CourseEnd = "held" | "hopeless" | "deadline";

/**
 * Decides after each round whether to ask again, and when. Pure but for what it remembers: the same rounds give the same
 * course.
 */
export class Course {
  readonly #checks: readonly Check[];
  readonly #rules: CourseRules;
  readonly #rounds: JudgedRound[] = [];
  /** Checks that had contact with the other side. */
  readonly #met = new Set<number>();
  #pause: number;
  #next: number | undefined = 0;
  #end: CourseEnd | undefined;

  constructor(checks: readonly Check[], rules: CourseRules) {
    this.#checks = checks;
    this.#rules = rules;
    this.#pause = rules.interval;
  }

  /** When the next round begins, milliseconds since the start; undefined when the course is over. */
  get next(): number | undefined {
    return this.#next;
  }

  /** Undefined while it goes on. */
  get end(): CourseEnd | undefined {
    return this.#end;
  }

  get rounds(): readonly JudgedRound[] {
    return this.#rounds;
  }

  /** Judges a round. @returns what is kept of it. */
  add(round: Round): JudgedRound {
    const now = this.#rules.started + round.end;
    const judged = judgeRound(this.#checks, round, { version: this.#rules.version, now });
    this.#rounds.push(judged);
    for (const { check, isContact } of judged.observations) if (isContact) this.#met.add(check);
    this.#next = this.#after(judged);
    return judged;
  }

  #after(round: JudgedRound): number | undefined {
    const { deadline, interval } = this.#rules;
    if (isHeld(this.#checks, this.#rounds)) return this.#over("held");
    if (isHopeless(this.#checks, round, this.#met)) return this.#over("hopeless");
    const required = round.observations.filter(({ check }) => this.#checks[check]?.optional === false);
    this.#pause = required.every(holds) ? interval : Math.min(this.#pause * BACK_OFF, interval * MAX_BACK_OFF);
    const patience = Math.min(MAX_RETRY_AFTER, (deadline - round.end) / MIN_QUESTIONS);
    const asked = Math.min(patience, Math.max(0, ...required.map(({ retryAfter }) => retryAfter ?? 0)));
    const next = Math.max(round.at + this.#pause, round.end, asked > 0 ? round.end + asked : 0);
    return next < deadline ? next : this.#over("deadline");
  }

  #over(end: CourseEnd): undefined {
    this.#end = end;
    return undefined;
  }
}

/** Whether all checks that count hold their passes together, after the same round. Pure. */
export function isHeld(checks: readonly Check[], rounds: readonly JudgedRound[]): boolean {
  const standing = standings(checks, rounds);
  const required = standing.filter((_, at) => !checks[at]!.optional);
  return required.length > 0 && required.every((one) => one.isHeld);
}

/**
 * Whether a round has a fault of a check that counts which no waiting mends. Pure.
 *
 * @param met checks that had contact before: a name that was known is a resolver that stumbles.
 */
function isHopeless(checks: readonly Check[], { observations, end }: JudgedRound, met: ReadonlySet<number>): boolean {
  return observations
    .filter(({ check }) => checks[check]?.optional === false)
    .some(({ check, problems }) =>
      problems.some(({ isWarning, retry }) => {
        if (isWarning || retry === "later") return false;
        return retry === "never" || (end >= NAME_PATIENCE && !met.has(check));
      }),
    );
}
