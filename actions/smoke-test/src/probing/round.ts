import type { Observation } from "@jessy-actions/deployment/checks/round";
import { inParallel } from "@jessy-actions/kit/blob-storage/in-parallel";
import { addressesOf } from "@jessy-actions/kit/probe/addresses";
import { probe } from "@jessy-actions/kit/probe/probe";
import type { Probing } from "./probing.ts";
import { requestFor, withReason } from "./question.ts";
import { questionsOf } from "./questions.ts";

/** Connections that are open at the same time. */
const MAX_PARALLEL = 32;

/** Asks everything once, in the order of the list. @param left milliseconds until the deadline. */
export async function askAll(probing: Probing, left: () => number): Promise<readonly Observation[]> {
  const { questions, unasked } = await questionsOf(probing, addressesOf, left());
  const asked: Observation[] = [];
  await inParallel([...questions.entries()], MAX_PARALLEL, undefined, async ([at, question], signal) => {
    const check = probing.checks[question.check]!;
    const request = requestFor(check, question, probing, { left: left(), questions: questions.length });
    const outcome = await probe(request, signal);
    const shown = outcome.kind === "failure" ? withReason(outcome, check.timeout, request.timeout) : outcome;
    asked[at] = { ...question, outcome: shown };
  });
  return [...asked, ...unasked].sort((a, b) => a.check - b.check);
}
