import { readArtifactFile } from "@jessy-actions/kit/artifact";
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
  const bytes = readArtifactFile(path, shown, MAX_BYTES);
  try {
    const result = validateResult(parseJson([bytes]));
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
