import type { Block, Line } from "@jessy-actions/kit/report/report";
import { isFailing } from "../judging/verdict.ts";
import type { Result, Subject } from "../result.ts";

/** What to do about failures, with the commands to type. Pure. */
export function howToFix(result: Result): Block[] {
  const failing = result.subjects.filter((subject) => isFailing(subject, result.failOn));
  const commits = failing.filter(({ kind, pullRequest }) => kind === "commit" && pullRequest !== undefined);
  const items: Line[] = [];
  if (failing.some(({ problems }) => problems.some(({ rule }) => rule === "header-grammar")))
    items.push(grammarAdvice(result.rules.types));
  if (failing.some(({ kind }) => kind === "title"))
    items.push("A title: edit it at the top of the pull request. The check runs again by itself.");
  if (commits.length > 0) items.push(commitAdvice(commits, result.context.headSha));
  return items.length === 0 ? [] : [{ kind: "details", summary: "How to fix it", blocks: [{ kind: "list", items }] }];
}

function grammarAdvice(types: readonly string[] | undefined): Line {
  const form: Line = ["A first line is ", { code: "type: description" }, " or ", { code: "type(scope): description" }];
  return types === undefined ? [...form, "."] : [...form, ". Allowed types: ", types.join(", "), "."];
}

function commitAdvice(commits: readonly Subject[], headSha: string): Line {
  const [first] = commits;
  const push = ["; then ", { code: "git push --force-with-lease" }, "."] as const;
  if (commits.length === 1 && first!.sha === headSha)
    return ["The last commit: ", { code: "git commit --amend" }, ...push];
  const rebase = `git rebase --interactive ${first!.sha!.slice(0, 10)}~1`;
  return ["Commits: ", { code: rebase }, ", and write ", { code: "reword" }, " before each of them", ...push];
}
