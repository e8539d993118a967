import { lstatSync, readFileSync } from "node:fs";
import { UserError } from "@jessy-actions/kit/errors";
import type { ActionEvent } from "@jessy-actions/kit/event";
import { parseJson } from "@jessy-actions/reading/json";
import { ReportError } from "@jessy-actions/reading/report-error";
import type { Result } from "./result.ts";
import { validateResult } from "./result-schema.ts";

/** A result of 10,000 benchmarks has about five megabytes. */
const MAX_BYTES = 20_000_000;

/**
 * Another run's result, for the privileged `workflow_run` half. It comes from a pull request that anybody can open, so nothing in it is
 * believed but its numbers and names, which are escaped where they are shown: its shape is checked field by field, and what it says
 * of repository, commit and pull request is replaced by what the event says.
 *
 * @throws UserError naming what is wrong with the file.
 */
export function readPublishedResult(path: string, name: string, event: ActionEvent): Result {
  const shown = `input \`publish-result\`: ${path}`;
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat === undefined)
    throw new UserError(`${shown} is not there; download the artifact with the result file first`);
  // A link in an artifact could lead to a secret of this privileged run.
  if (!stat.isFile()) throw new UserError(`${shown} is no regular file`);
  if (stat.size > MAX_BYTES) throw new UserError(`${shown} has ${stat.size} bytes, more than a result has`);
  try {
    const result = validateResult(parseJson([readFileSync(path)]));
    const measured = event.followedRun?.headSha;
    if (measured !== undefined && result.context.pushed !== measured) {
      throw new UserError(
        `${shown} was made from ${result.context.pushed.slice(0, 10)}, but the run that this one follows is of ${measured.slice(0, 10)}`,
      );
    }
    const { owner, name: repository } = event.repository;
    return {
      ...result,
      name,
      context: { ...result.context, serverUrl: event.serverUrl, repository: `${owner}/${repository}` },
    };
  } catch (error) {
    if (error instanceof ReportError) throw new UserError(`${shown}: ${error.message}`);
    throw error;
  }
}
