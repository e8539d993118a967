import type { Check } from "@jessy-actions/deployment/checks/check";
import { Course } from "@jessy-actions/deployment/checks/course";
import type { Outcome } from "@jessy-actions/deployment/checks/outcome";
import { InputReader } from "@jessy-actions/kit/runner/inputs";
import type { Facts } from "../src/facts.ts";
import { type Inputs, readInputs } from "../src/inputs.ts";

export const SHA = "0123456789abcdef0123456789abcdef01234567";

/** The inputs that a workflow writes so. @throws UserErrors as the action does. */
export function inputsOf(written: Readonly<Record<string, string>>): Inputs {
  const reader = new InputReader(
    Object.fromEntries(Object.entries(written).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
  );
  const inputs = readInputs(reader);
  reader.finish();
  return inputs;
}

/** What each check was answered in a round; several are those of several addresses. */
export type RoundOutcomes = readonly (Outcome | readonly Outcome[])[];

/** Facts as a course makes them of answers; the last round goes on. Each takes 100 ms. */
export function factsOf(inputs: Inputs, checks: readonly Check[], rounds: readonly RoundOutcomes[]): Facts {
  const started = Date.parse("2026-11-28T12:00:00Z");
  const course = new Course(checks, { ...inputs, started });
  for (let number = 0; course.next !== undefined && rounds.length > 0; number++) {
    const observations = rounds[Math.min(number, rounds.length - 1)]!.flatMap((outcomes, check) =>
      [outcomes].flat().map((outcome) => ({ check, address: undefined, outcome })),
    );
    course.add({ at: course.next, end: course.next + 100, observations });
  }
  return {
    context: { serverUrl: "https://github.com", repository: "org/demo", headSha: SHA },
    checks,
    rounds: course.rounds,
    end: course.end ?? "deadline",
    started,
    duration: course.rounds.at(-1)?.end ?? 0,
    notes: [],
  };
}
