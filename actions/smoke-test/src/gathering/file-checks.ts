import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Check } from "@jessy-actions/deployment/checks/check";
import { readChecks } from "@jessy-actions/deployment/checks/grammar/read-checks";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import { withFile } from "@jessy-actions/kit/runner/file-content";
import { UserError, UserErrors } from "@jessy-actions/reading/user-error";
import type { Inputs } from "../inputs.ts";
import { certificateProblem } from "../rules/certificate-problem.ts";
import { versionProblem } from "../rules/version-problem.ts";

const MAX_BYTES = 400_000;

/**
 * The checks of a file of the repository. In a run of a pull request the file is the change's own: it could ask for less,
 * or send credentials anywhere.
 *
 * @throws UserError
 */
export function fileChecks(
  { defaults, version, deadline, interval }: Pick<Inputs, "defaults" | "version" | "deadline" | "interval">,
  path: string,
  io: Pick<ActionIo, "event" | "workspace">,
): readonly Check[] {
  if (io.event().pullRequest !== undefined || io.event().followedRun !== undefined)
    throw new UserError(
      `input \`checks-file\`: a pull request could change ${path} and so its own checks; write them into the input \`checks\``,
    );
  const file = resolve(io.workspace, path);
  if (!existsSync(file))
    throw new UserError(
      `input \`checks-file\` is \`${path}\`, which is not in the workspace; does actions/checkout run before this step?`,
    );
  const bytes = withFile(file, ({ size, head }) => {
    if (size > MAX_BYTES) throw new UserError(`${path} has ${size} bytes; a list of checks has at most ${MAX_BYTES}`);
    return head(size);
  });
  const { checks, problems } = readChecks(new TextDecoder().decode(bytes), defaults);
  if (problems.length > 0) throw new UserErrors(problems.map((problem) => `${path}: ${problem}`));
  const versions = versionProblem(checks, version);
  if (versions !== undefined) throw new UserError(`input \`version\` ${versions}`);
  const certificates = certificateProblem(checks, defaults);
  if (certificates !== undefined) throw new UserError(`input \`tls-days\` ${certificates}`);
  const most = Math.max(...checks.map(({ passes }) => passes));
  if ((most - 1) * interval >= deadline)
    throw new UserError(
      `${path}: ${most} passes with ${interval} ms between them do not fit into the \`deadline\` of ${deadline} ms; raise it, or lower \`passes\``,
    );
  return checks;
}
