import type { Check } from "@jessy-actions/deployment/checks/check";
import { Course } from "@jessy-actions/deployment/checks/course";
import { contextOf } from "@jessy-actions/kit/action/context";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import type { Facts } from "./facts.ts";
import { fileChecks } from "./gathering/file-checks.ts";
import { filledChecks } from "./gathering/filled-checks.ts";
import { pinsOf } from "./gathering/pins-of.ts";
import { roundLine } from "./gathering/round-line.ts";
import type { Inputs } from "./inputs.ts";
import type { Probing } from "./probing/probing.ts";
import { askInRounds } from "./probing/rounds.ts";

/** Asks every check in rounds, until they hold together or the deadline is over. */
export async function collect(inputs: Inputs, io: ActionIo): Promise<Facts> {
  const event = io.event();
  const checks = inputs.source.kind === "file" ? fileChecks(inputs, inputs.source.path, io) : inputs.source.checks;
  const { pins, notes } = pinsOf(checks, inputs.pins);
  const probing: Probing = { ...inputs, pins, checks: filledChecks(checks, io) };
  const started = Date.now();
  const course = new Course(checks, { ...inputs, started });
  await io.log.group(`Asking ${named(checks)}`, () =>
    askInRounds(probing, {
      get next() {
        return course.next;
      },
      add: (round) => io.log.info(roundLine(checks, course.add(round))),
    }),
  );
  return {
    context: contextOf(event),
    checks,
    rounds: course.rounds,
    end: course.end ?? "deadline",
    started,
    duration: course.rounds.at(-1)?.end ?? 0,
    notes,
  };
}

function named(checks: readonly Check[]): string {
  return checks.length === 1 ? checks[0]!.name : `${checks.length} checks`;
}
