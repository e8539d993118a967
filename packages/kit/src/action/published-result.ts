import { resolve } from "node:path";
import { type JsonValue, parseJson } from "@jessy-actions/reading/json";
import { ReportError } from "@jessy-actions/reading/report-error";
import { UserError } from "@jessy-actions/reading/user-error";
import { artifactPlaces, readArtifactFile } from "./artifact.ts";
import { contextOf, type ResultContext } from "./context.ts";
import type { ActionIo } from "./io.ts";

/** What one action knows of its own result files. */
export interface PublishedFormat<Result> {
  /** A larger file is refused unread. */
  readonly maxBytes: number;
  /** @throws ReportError naming the first field that is not as it should be. */
  validate(root: JsonValue): Result;
  /** The commit that people pushed, as the result states it. */
  measuredSha(result: Result): string;
}

/**
 * Reads another run's result, for the privileged `workflow_run` half of an action. The file comes from a pull request that anybody can open,
 * so its shape is checked field by field, and its commit must be the one that the followed run was started for.
 *
 * @param path as the input `publish-result` states it, relative to the workspace.
 * @returns the result, and the context that the event states: callers replace the file's own by it.
 * @throws UserError naming what is wrong with the file.
 */
export async function readPublishedResult<Result>(
  path: string,
  format: PublishedFormat<Result>,
  io: ActionIo,
): Promise<{ readonly result: Result; readonly context: ResultContext }> {
  const absolute = resolve(io.workspace, path);
  const shown = `input \`publish-result\`: ${absolute}`;
  const bytes = readArtifactFile(absolute, shown, format.maxBytes, artifactPlaces(io));
  const event = io.event();
  let result: Result;
  try {
    result = format.validate(parseJson([bytes]));
  } catch (error) {
    if (error instanceof ReportError) throw new UserError(`${shown}: ${error.message}`);
    throw error;
  }
  const measured = format.measuredSha(result);
  const followed = event.followedRun?.headSha;
  // In a later job of the same run there is no run to follow, but the same commit.
  const expected = followed ?? event.pullRequest?.headSha;
  if (expected !== undefined && measured !== expected) {
    const run = followed === undefined ? "this run" : "the run that this one follows";
    throw new UserError(`${shown} was made from ${measured.slice(0, 10)}, but ${run} is of ${expected.slice(0, 10)}`);
  }
  // Only for links: when GitHub does not answer, publishing says so.
  const pullRequest = await io.pullRequestNumber().catch(() => undefined);
  return { result, context: { ...contextOf(event), ...(pullRequest !== undefined && { pullRequest }) } };
}
