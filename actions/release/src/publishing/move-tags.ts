import { GitHubError } from "@jessy-actions/kit/github/client";
import { type FloatingTag, planFloatingTags } from "@jessy-actions/versioning/floating-tags";
import { restrain } from "../evaluate.ts";
import type { ReleaseApi } from "../github/release-api.ts";
import type { Journal } from "./journal.ts";
import type { Plan } from "./plan.ts";
import { moveSentence } from "./steps.ts";

/**
 * Moves floating tags to the release's commit. First as a fast-forward, which GitHub refuses when somebody has moved the tag further
 * meanwhile; when it refuses, or lines of versions have parted, the tags are read again and the move is planned anew.
 *
 * @returns what could not be moved, and GitHub's reason: the release itself stands.
 */
export async function moveTags(plan: Plan, api: ReleaseApi, journal: Journal): Promise<string[]> {
  const problems: string[] = [];
  for (const planned of plan.floatingTags) {
    const { name } = planned;
    try {
      const floating = await move(planned, plan, api);
      if (floating.action === "keep") journal.done("keep", `\`${name}\` ${floating.reason}`);
      else journal.done("move-tag", moveSentence(name, floating.from, plan.commit, floating.reason));
    } catch (error) {
      if (!(error instanceof GitHubError)) throw error;
      const byHand = `git push --force origin ${plan.commit}:refs/tags/${name}`;
      problems.push(
        `\`${name}\` could not be moved: ${error.message}; the next run tries again, or move it by hand: \`${byHand}\``,
      );
    }
  }
  return problems;
}

/** @returns what was done in the end. */
async function move(planned: FloatingTag, plan: Plan, api: ReleaseApi): Promise<FloatingTag> {
  if (planned.action === "keep" || (await moveForward(planned, plan.commit, api))) return planned;
  const { tag, commit } = plan;
  const tags = await api.tags(`${tag.prefix}${tag.hasV ? "v" : ""}${tag.version.major}`);
  const anew = planFloatingTags(tag, commit, tags, { minor: true, zero: true }).find(
    ({ name }) => name === planned.name,
  )!;
  // Where it still stands as it did, the decision holds: forward by version, though not by history.
  const floating = anew.from === planned.from ? anew : restrain(anew, undefined, plan.releases);
  if (floating.action === "create") await api.createTag(floating.name, commit);
  if (floating.action === "move") await api.moveTag(floating.name, commit, true);
  return floating;
}

/** False when the tag does not stand any more where it stood, or history has parted. */
async function moveForward({ name, action }: FloatingTag, commit: string, api: ReleaseApi): Promise<boolean> {
  try {
    if (action === "create") await api.createTag(name, commit);
    else await api.moveTag(name, commit, false);
    return true;
  } catch (error) {
    const isChanged =
      error instanceof GitHubError &&
      error.status === 422 &&
      /already exists|does not exist|fast.forward/i.test(error.message);
    if (isChanged) return false;
    throw error;
  }
}
