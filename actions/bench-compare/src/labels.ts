import type { ActionIo } from "@jessy-actions/kit/action/io";
import { GitHubError } from "@jessy-actions/kit/github/client";
import { object, text } from "@jessy-actions/kit/github/shape";
import type { Inputs } from "./inputs.ts";

const LABELS = "GET /repos/{owner}/{repo}/issues/{issue_number}/labels";

/**
 * The labels of the pull request, from GitHub; none where no label could let anything pass. Labels that cannot be read
 * are a warning: then none does.
 */
export async function readLabels(
  { ignoreLabel, token }: Pick<Inputs, "ignoreLabel" | "token">,
  io: ActionIo,
): Promise<readonly string[]> {
  if (ignoreLabel === undefined || token === "") return [];
  const { owner, name } = io.event().repository;
  try {
    const number = await io.pullRequestNumber();
    if (number === undefined) return [];
    const github = await io.github();
    const labels: string[] = [];
    const wanted = { owner, repo: name, issue_number: number };
    const pages = github.paginate(LABELS, wanted, object({ name: text }));
    for await (const label of pages) labels.push(label.name);
    io.log.debug(`Labels of the pull request: ${labels.join(", ") || "none"}`);
    return labels;
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    io.log.warning(
      `The labels of the pull request cannot be read, so \`ignore-label\` has no effect: ${error.message}`,
    );
    return [];
  }
}
