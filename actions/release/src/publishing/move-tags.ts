import { GitHubError } from "@jessy-actions/kit/github/client";
import { type FloatingTag, planFloatingTags } from "@jessy-actions/versioning/floating-tags";
import { tagCommits } from "../github/tag-commits.ts";
import { type Failure, ReleaseFailure } from "./failure.ts";
import { restrain } from "./floating-tags.ts";
import type { Plan } from "./plan.ts";
import { moveSentence } from "./steps.ts";
import { createTag, readBack, type Tagging } from "./version-tag.ts";

/**
 * Moves floating tags to the release's commit. Each is read right before: one that is no longer where the plan saw it is planned anew. The
 * first attempt is a fast-forward, which GitHub refuses if the versions are on diverging branches. Afterwards each is read back.
 *
 * @returns what could not be moved. The release itself stands.
 */
export async function moveTags(plan: Plan, tagging: Tagging): Promise<Failure[]> {
  const failures: Failure[] = [];
  for (const planned of plan.floatingTags) {
    const { name } = planned;
    try {
      const floating = await move(planned, plan, tagging);
      if (floating.action === "keep") tagging.journal.done("keep", `\`${name}\` ${floating.reason}`);
      else tagging.journal.done("move-tag", moveSentence(name, floating.from, plan.commit, floating.reason));
    } catch (error) {
      if (!(error instanceof GitHubError || error instanceof ReleaseFailure)) throw error;
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
async function move(planned: FloatingTag, plan: Plan, tagging: Tagging): Promise<FloatingTag> {
  if (planned.action === "keep") return planned;
  const { name } = planned;
  const { commit } = plan;
  const now = await tagging.refs.tagTarget(name);
  const from = now === undefined ? undefined : "commit" in now ? now.commit : now.wrong;
  const isMoved = from === planned.from && (await moveForward(planned, commit, tagging));
  const floating = isMoved ? planned : await moveAnew(planned, plan, tagging);
  if (floating.action === "keep") return floating;
  const target = await readBack(name, tagging, floating.from);
  if (target !== undefined && "commit" in target && target.commit === commit) return floating;
  const anew = await planAnew(floating, plan, tagging);
  // A newer version was released at the same time.
  if (anew.action === "keep" && anew.fromTag !== undefined) return anew;
  const elsewhere = target === undefined ? "is gone" : "commit" in target ? `leads to ${target.commit}` : target.wrong;
  throw new ReleaseFailure(`GitHub took the move, and the tag ${elsewhere}: somebody else has moved it since`);
}

/** The tag as GitHub has it now, and what is to become of it. */
async function planAnew({ name }: FloatingTag, { tag, commit }: Plan, { refs }: Tagging): Promise<FloatingTag> {
  const tags = await tagCommits(refs, tag, commit);
  return planFloatingTags(tag, commit, tags, { minor: true, zero: true }).find((each) => each.name === name)!;
}

async function moveAnew(planned: FloatingTag, plan: Plan, tagging: Tagging): Promise<FloatingTag> {
  const { commit } = plan;
  const anew = await planAnew(planned, plan, tagging);
  // If the tag has not moved, the decision holds: the move is forward by version, though not by history.
  const floating = anew.from === planned.from ? anew : restrain(anew, undefined, plan.releases);
  if (floating.action === "create") await createTag(floating.name, commit, tagging);
  if (floating.action === "move") await tagging.refs.moveTag(floating.name, commit, true);
  return floating;
}

/** False when the tag is no longer where it was, or its commit is not an ancestor. */
async function moveForward({ name, action }: FloatingTag, commit: string, tagging: Tagging): Promise<boolean> {
  try {
    if (action === "create") {
      const target = await createTag(name, commit, tagging);
      return "commit" in target && target.commit === commit;
    }
    await tagging.refs.moveTag(name, commit, false);
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
