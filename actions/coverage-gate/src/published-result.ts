import type { ActionIo } from "@jessy-actions/kit/action/io";
import { type PublishedFormat, readPublishedResult } from "@jessy-actions/kit/action/published-result";
import type { PublishedFacts } from "./facts.ts";
import type { Result } from "./result.ts";
import { validateResult } from "./result-schema.ts";

const FORMAT: PublishedFormat<Result> = {
  // A result of 5,000 changed files has about one megabyte.
  maxBytes: 10_000_000,
  validate: validateResult,
  measuredSha: (result) => result.context.headSha,
};

/** Another run's result; of what it says only numbers and names are taken over, the rest is what this run knows. @throws UserError */
export async function collectPublished(path: string, name: string, io: ActionIo): Promise<PublishedFacts> {
  const { result, context } = await readPublishedResult(path, FORMAT, io);
  return { kind: "published", result: { ...result, name, context } };
}
