import { GitHubError } from "@jessy-actions/kit/github/client";
import { type FloatingTag, planFloatingTags } from "@jessy-actions/versioning/floating-tags";
import type { ReleaseApi } from "../github/release-api.ts";
import type { Failure } from "./failure.ts";
import { restrain } from "./floating-tags.ts";
import type { Journal } from "./journal.ts";
import type { Plan } from "./plan.ts";
import { moveSentence } from "./steps.ts";

/**
 * Moves floating tags to the release's commit. The first attempt is a fast-forward, which GitHub refuses if somebody has moved the tag further
 * meanwhile, or if the versions are on diverging branches. Then the tags are read again, and the move is planned anew.
 *
 * @returns what could not be moved. The release itself stands.
 */
export async function moveTags(plan: Plan, api: ReleaseApi, journal: Journal): Promise<Failure[]> {
  const failures: Failure[] = [];
  for (const planned of plan.floatingTags) {
    const { name } = planned;
    try {
      const floating = await move(planned, plan, api);
      if (floating.action === "keep") journal.done("keep", `\`${name}\` ${floating.reason}`);
      else journal.done("move-tag", moveSentence(name, floating.from, plan.commit, floating.reason));
    } catch (error) {
      if (!(error instanceof GitHubError)) throw error;
      const byHand = `git push --force origin ${plan.commit}:refs/tags/${name}`;
      const brief = `\`${name}\` could not be moved`;
      failures.push({
        brief,
        message: `${brief}: ${error.message}; the next run tries again, or move it by hand: \`${byHand}\``,
      });
    }
  }
  return failures;
}

/** @returns what was done. */
async function move(planned: FloatingTag, plan: Plan, api: ReleaseApi): Promise<FloatingTag> {
  if (planned.action === "keep" || (await moveForward(planned, plan.commit, api))) return planned;
  const { tag, commit } = plan;
  const tags = await api.tags(`${tag.prefix}${tag.hasV ? "v" : ""}${tag.version.major}`);
  const anew = planFloatingTags(tag, commit, tags, { minor: true, zero: true }).find(
    ({ name }) => name === planned.name,
  )!;
  // If the tag has not moved, the decision holds: the move is forward by version, though not by history.
  const floating = anew.from === planned.from ? anew : restrain(anew, undefined, plan.releases);
  if (floating.action === "create") await api.createTag(floating.name, commit);
  if (floating.action === "move") await api.moveTag(floating.name, commit, true);
  return floating;
}

/** False when the tag is no longer where it was, or its commit is not an ancestor. */
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
