import { GitHubError } from "@jessy-actions/kit/github/client";
import { type FloatingTag, planFloatingTags } from "@jessy-actions/versioning/floating-tags";
import type { TagTarget } from "../github/ref-api.ts";
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
  const now = await tagging.refs.tagTarget(planned.name);
  const isWhereItWas = now === undefined ? planned.from === undefined : leadsTo(now, planned.from);
  if (isWhereItWas) {
    const target = await moveForward(planned, plan.commit, tagging);
    if (target !== undefined) return settled(planned, target, plan, tagging);
  }
  const anew = await planAnew(planned, plan, tagging);
  // If the tag has not moved, the decision holds: the move is forward by version, though not by history.
  const floating = anew.from === planned.from ? anew : restrain(anew, undefined, plan.releases);
  if (floating.action === "keep") return floating;
  return settled(floating, await write(floating, plan.commit, true, tagging), plan, tagging);
}

/** Writes the tag, and reads it back. @param force for a commit that does not descend from the one it stands on. */
async function write(
  { name, action, from }: FloatingTag,
  commit: string,
  force: boolean,
  tagging: Tagging,
): Promise<TagTarget | "gone"> {
  if (action === "create") return createTag(name, commit, tagging);
  await tagging.refs.moveTag(name, commit, force);
  return (await readBack(name, tagging, from)) ?? "gone";
}

/** Undefined when the tag is no longer where it was, or its commit is not an ancestor. */
async function moveForward(
  floating: FloatingTag,
  commit: string,
  tagging: Tagging,
): Promise<TagTarget | "gone" | undefined> {
  try {
    return await write(floating, commit, false, tagging);
  } catch (error) {
    const isChanged =
      error instanceof GitHubError && error.status === 422 && /does not exist|fast.forward/i.test(error.message);
    if (isChanged) return undefined;
    throw error;
  }
}

/** @throws ReleaseFailure when the tag that was written leads elsewhere, unless a newer version was released at the same time. */
async function settled(
  floating: FloatingTag,
  target: TagTarget | "gone",
  plan: Plan,
  tagging: Tagging,
): Promise<FloatingTag> {
  if (leadsTo(target, plan.commit)) return floating;
  const anew = await planAnew(floating, plan, tagging);
  if (anew.action === "keep" && anew.fromTag !== undefined) return anew;
  const elsewhere = target === "gone" ? "is gone" : "commit" in target ? `leads to ${target.commit}` : target.wrong;
  throw new ReleaseFailure(`GitHub took the tag, and it ${elsewhere}: somebody else has changed it since`);
}

/** The tag as GitHub has it now, and what is to become of it. */
async function planAnew({ name }: FloatingTag, { tag, commit }: Plan, { refs }: Tagging): Promise<FloatingTag> {
  const tags = await tagCommits(refs, tag, commit);
  return planFloatingTags(tag, commit, tags, { minor: true, zero: true }).find((each) => each.name === name)!;
}

function leadsTo(target: TagTarget | "gone", commit: string | undefined): boolean {
  return target !== "gone" && "commit" in target && target.commit === commit;
}
