import type { ActionIo } from "@jessy-actions/kit/action/io";
import { type PublishedFormat, readPublishedResult } from "@jessy-actions/kit/action/published-result";
import type { PublishedFacts } from "../facts.ts";
import type { Inputs } from "../inputs.ts";
import { readLabels } from "../labels.ts";
import type { Result } from "../result.ts";
import { validateResult } from "../result-schema.ts";
import { consistentNumbers } from "./consistency.ts";

const FORMAT: PublishedFormat<Result> = {
  // The result of 10,000 benchmarks takes about five megabytes.
  maxBytes: 20_000_000,
  validate: (root) => consistentNumbers(validateResult(root)),
  measuredSha: (result) => result.context.pushed,
};

/**
 * The result of another run. Its context is replaced by what this run knows, and labels are asked from GitHub;
 * `evaluate` decides again from its numbers.
 *
 * @throws UserError when the file is missing, damaged, contradicts itself, or is of another commit than the run that this
 * one follows.
 */
export async function collectPublished(path: string, inputs: Inputs, io: ActionIo): Promise<PublishedFacts> {
  const { result, context } = await readPublishedResult(path, FORMAT, io);
  const { headSha, ...about } = context;
  io.log.debug(`Publishing ${path}: ${result.comparisons.length} comparisons of ${result.context.pushed}`);
  return {
    kind: "published",
    result: { ...result, name: inputs.name, context: { ...result.context, ...about } },
    labels: await readLabels(inputs, io),
  };
}
