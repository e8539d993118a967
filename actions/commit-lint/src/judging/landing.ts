import type { MergeSettings } from "../facts.ts";
import type { Inputs } from "../inputs.ts";

/** `required`: breaking a rule fails. `advised`: it is a warning. `off`: not checked. */
export type Importance = "required" | "advised" | "off";

/** How much the title and the commits of a pull request matter. */
export interface Landing {
  readonly title: Importance;
  readonly commits: Importance;
  /** What had to be assumed, a sentence of our own. */
  readonly assumed?: string;
}

/**
 * Decides which of a pull request's texts must follow the rules. With `auto` those that will be on the default branch; with `title` also the
 * message of the only commit, since GitHub makes it the title of a squash unless the repository is set otherwise. Pure.
 *
 * @param settings undefined when GitHub does not tell the token.
 */
export function landingOf(
  { check, squashTitle }: Pick<Inputs, "check" | "squashTitle">,
  settings: MergeSettings | undefined,
  commits: number,
): Landing {
  if (check === "both") return { title: "required", commits: "required" };
  if (check === "commits") return { title: "off", commits: "required" };
  const takesTitle = (squashTitle ?? settings?.squashTitle) === "PR_TITLE";
  if (check === "title") {
    if (commits !== 1 || takesTitle || settings?.allowsSquash === false) return { title: "required", commits: "off" };
    const isKnown = (squashTitle ?? settings) !== undefined;
    return { title: "required", commits: "required", ...(!isKnown && { assumed: ASSUMED_SQUASH }) };
  }
  if (settings === undefined) return { title: "required", commits: "required", assumed: ASSUMED_ALL };
  const squashesTitle = settings.allowsSquash && (takesTitle || commits !== 1);
  const mergesTitle = settings.allowsMerge && settings.mergeTitle === "PR_TITLE";
  const squashesCommit = settings.allowsSquash && !takesTitle && commits === 1;
  return {
    title: squashesTitle || mergesTitle ? "required" : "advised",
    commits: settings.allowsMerge || settings.allowsRebase || squashesCommit ? "required" : "advised",
  };
}

const ASSUMED_SQUASH =
  "GitHub does not tell this token what becomes the title of a squash commit; it was taken to be the message of the only commit, GitHub's default. If it is the pull request's title, set `squash-merge-commit-title: pr-title`.";

const ASSUMED_ALL =
  "GitHub does not tell this token how pull requests are merged (it needs `contents: write` for that), so `check: auto` checked as `check: both` does.";
