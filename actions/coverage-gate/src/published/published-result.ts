import type { ActionIo } from "@jessy-actions/kit/action/io";
import { type PublishedFormat, readPublishedResult } from "@jessy-actions/kit/action/published-result";
import type { PublishedFacts } from "../facts.ts";
import type { Result } from "../result.ts";
import { validateResult } from "../result-schema.ts";
import { consistentNumbers } from "./consistency.ts";

const FORMAT: PublishedFormat<Result> = {
  // A result of 5,000 changed files has about two megabytes.
  maxBytes: 10_000_000,
  validate: (root) => consistentNumbers(validateResult(root)),
  measuredSha: (result) => result.context.headSha,
};

/**
 * Another run's result. The gate's name, the repository and the pull request are this run's own, whatever the file
 * says.
 *
 * @throws UserError when the file is missing, damaged, contradicts itself, or is of another commit than the run that this
 * one follows.
 */
export async function collectPublished(path: string, name: string, io: ActionIo): Promise<PublishedFacts> {
  const { result, context } = await readPublishedResult(path, FORMAT, io);
  return { kind: "published", result: { ...result, name, context } };
}
