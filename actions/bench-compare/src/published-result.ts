import type { ActionIo } from "@jessy-actions/kit/action/io";
import { type PublishedFormat, readPublishedResult } from "@jessy-actions/kit/action/published-result";
import type { Facts } from "./facts.ts";
import type { Result } from "./result.ts";
import { validateResult } from "./result-schema.ts";

const FORMAT: PublishedFormat<Result> = {
  // The result of 10,000 benchmarks takes about five megabytes.
  maxBytes: 20_000_000,
  validate: validateResult,
  measuredSha: (result) => result.context.pushed,
};

/** The result of another run. Its context is replaced by what this run knows, and `evaluate` decides again from its numbers. @throws UserError */
export async function collectPublished(path: string, name: string, io: ActionIo): Promise<Facts> {
  const { result, context } = await readPublishedResult(path, FORMAT, io);
  const { headSha, ...about } = context;
  io.log.debug(`Publishing ${path}: ${result.comparisons.length} comparisons of ${result.context.pushed}`);
  return { kind: "published", result: { ...result, name, context: { ...result.context, ...about } } };
}
