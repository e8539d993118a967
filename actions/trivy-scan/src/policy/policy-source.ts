import type { ActionIo } from "@jessy-actions/kit/action/io";
import type { Git } from "@jessy-actions/kit/git/git";
import type { Base } from "../comparing/base.ts";
import { compareByEvent } from "../comparing/find-base.ts";

/** Where what does not count is read. */
export interface PolicySource {
  /** Whose files count; undefined: nobody's. */
  readonly commit: string | undefined;
  /** What is checked out; undefined where there is no commit. */
  readonly head: string | undefined;
  /** Whether the head is a change to `commit`, which it must not silence. */
  readonly isChange: boolean;
  readonly from: string;
}

/**
 * The base's files count, so that a change cannot silence its own findings, also where `only-new` is `false`. Those of the
 * commit itself count where the run is about no change: a schedule, the first push, a push with `only-new: false`.
 */
export async function findPolicySource(base: Base, git: Git, io: ActionIo): Promise<PolicySource> {
  const head = await git.resolve("HEAD");
  if (base.state === "compared") return ofBase(base.commit, head);
  if (base.cause === "no-base") return ofNobody(head);
  const own: PolicySource = { commit: head, head, isChange: false, from: "this commit" };
  if (base.cause === "no-change" || !isAboutChange(io, head)) return own;
  const comparison = await compareByEvent(git, io.event());
  if (comparison.state === "compared") return ofBase(comparison.base, head);
  return comparison.cause === "no-base" ? ofNobody(head) : own;
}

/** What somebody asks to be taken in: not a push, which has been. */
function isAboutChange(io: ActionIo, head: string | undefined): boolean {
  const { name, pullRequest, sha } = io.event();
  if (pullRequest !== undefined || name === "merge_group") return true;
  return name !== "push" && sha !== "" && sha !== head;
}

function ofBase(commit: string, head: string | undefined): PolicySource {
  return { commit, head, isChange: true, from: `the base ${commit.slice(0, 10)}` };
}

function ofNobody(head: string | undefined): PolicySource {
  return {
    commit: undefined,
    head,
    isChange: true,
    from: "nowhere, since the base cannot be read: nothing is ignored",
  };
}
