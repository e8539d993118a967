import type { PullFacts, RulesFacts } from "../facts.ts";
import type { Subject } from "../result.ts";
import type { Landing } from "./landing.ts";
import { judgeCommit, judgeTitle } from "./subject.ts";

/** The title and the commits of a pull request, as far as they matter. Pure. */
export function judgePull(pull: PullFacts, landing: Landing, rules: RulesFacts): Subject[] {
  const { number: pullRequest, title, commits = [] } = pull;
  const subjects: Subject[] = [];
  if (landing.title !== "off")
    subjects.push(judgeTitle(title, rules, { pullRequest, required: landing.title === "required" }));
  if (landing.commits !== "off") {
    const place = { pullRequest, required: landing.commits === "required" };
    subjects.push(...commits.map((commit) => judgeCommit(commit, commit.message, rules, place)));
  }
  return subjects;
}
