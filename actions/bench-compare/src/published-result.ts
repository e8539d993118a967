import type { ActionIo } from "@jessy-actions/kit/action/io";
import { type PublishedFormat, readPublishedResult } from "@jessy-actions/kit/action/published-result";
import type { Facts } from "./facts.ts";
import type { Result } from "./result.ts";
import { validateResult } from "./result-schema.ts";

const FORMAT: PublishedFormat<Result> = {
  // A result of 10,000 benchmarks has about five megabytes.
  maxBytes: 20_000_000,
  validate: validateResult,
  measuredSha: (result) => result.context.pushed,
};

/** Another run's result; of what it says only numbers and names are taken over, the rest is what this run knows. @throws UserError */
export async function collectPublished(path: string, name: string, io: ActionIo): Promise<Facts> {
  const { result, context } = await readPublishedResult(path, FORMAT, io);
  const { headSha, ...about } = context;
  return { kind: "published", result: { ...result, name, context: { ...result.context, ...about } } };
}
