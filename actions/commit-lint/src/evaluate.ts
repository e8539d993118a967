import { parseCommit } from "@jessy-actions/versioning/conventional-commit";
import type { CommitFacts, Facts, GatheredFacts, PullFacts } from "./facts.ts";
import type { Inputs } from "./inputs.ts";
import { type Landing, landingOf } from "./judging/landing.ts";
import { ignoredCommit, judgeCommit, judgeTitle } from "./judging/subject.ts";
import { headlineOf } from "./judging/verdict.ts";
import { withoutPullRequestNumber } from "./merge-queue.ts";
import type { Counts, Note, Result, SkippedPull, Subject, TitleParts } from "./result.ts";
import { isCounted } from "./sources/commit-source.ts";

/** Holds titles and commits against the rules. Pure: the same facts give the same result. */
export function evaluate(inputs: Inputs, facts: Facts): Result {
  const frame = { schema: "jessy-actions/commit-lint/v1", name: inputs.name, context: facts.context } as const;
  if (facts.kind === "unreachable") {
    const headline = `Nothing was checked: ${facts.reason}: broken`;
    const nothing = { counts: countsOf([]), subjects: [], skipped: [], rules: { source: "" }, notes: [] };
    return { ...frame, ...nothing, verdict: "broken", headline, source: "api" };
  }
  const skipped = facts.pulls.flatMap((pull) => skipReason(pull, inputs));
  const judged = facts.pulls.filter(({ number }) => !skipped.some(({ pullRequest }) => pullRequest === number));
  const subjects: Subject[] = [];
  const notes: Note[] = [...facts.notes];
  for (const pull of judged) {
    const landing = landingOf(inputs, facts.settings, pull.declared);
    subjects.push(...judgePull(pull, landing, facts));
    if (landing.assumed !== undefined && !notes.some(({ text }) => text === landing.assumed))
      notes.push({ level: "note", text: landing.assumed });
  }
  subjects.push(...judgeRange(inputs, facts));
  const counts = countsOf(subjects);
  const missing = missingCommits(judged, facts);
  const { verdict, headline } = headlineOf({ subjects, counts, skipped, missing, origin: facts.origin }, inputs.failOn);
  const { source, revision } = facts.rules;
  const title = facts.pulls.length === 1 ? titleParts(facts.pulls[0]!.title) : undefined;
  return {
    ...frame,
    verdict,
    headline,
    counts,
    ...(title !== undefined && { title }),
    subjects: [...subjects.filter(({ kind }) => kind === "title"), ...subjects.filter(({ kind }) => kind === "commit")],
    skipped,
    rules: { source, ...(revision !== undefined && { revision }) },
    source: facts.source,
    notes,
  };
}

/** The author of a pull request is known to GitHub, whatever its commits say. */
function skipReason(pull: PullFacts, { ignoreAuthors, ignoreLabels }: Inputs): SkippedPull[] {
  const label = pull.labels.find((each) => ignoreLabels.includes(each));
  if (label !== undefined) return [{ pullRequest: pull.number, reason: `has the label \`${label}\`` }];
  return ignoreAuthors.includes(pull.author.toLowerCase())
    ? [{ pullRequest: pull.number, reason: `is by \`${pull.author}\`` }]
    : [];
}

function judgePull(pull: PullFacts, landing: Landing, { rules }: GatheredFacts): Subject[] {
  const subjects: Subject[] = [];
  const place = { pullRequest: pull.number };
  if (landing.title !== "off")
    subjects.push(judgeTitle(pull.title, rules, { ...place, required: landing.title === "required" }));
  if (landing.commits !== "off") {
    const required = landing.commits === "required";
    for (const commit of pull.commits ?? [])
      subjects.push(judgeCommit(commit, commit.message, rules, { ...place, required }));
  }
  return subjects;
}

/** Commits outside of pull requests; of a merge group those that the queue itself made, as they will be on the branch. */
function judgeRange(inputs: Inputs, facts: GatheredFacts): Subject[] {
  const { pulls, range, origin, rules } = facts;
  const isGroup = origin === "merge-group";
  const numbers = new Set(isGroup ? pulls.map(({ number }) => number) : []);
  const ofPulls = pulls.flatMap(({ commits = [] }) => commits);
  const messages = new Set(ofPulls.map(({ message }) => message.trimEnd()));
  // What brings a pull request that is left alone is left alone, too.
  const skipped = new Set(pulls.filter((pull) => skipReason(pull, inputs).length > 0).map(({ number }) => number));
  return range.commits.flatMap((commit): Subject[] => {
    // The pull request's own, or a copy that a rebase made.
    if (isGroup && messages.has(commit.message.trimEnd())) return [];
    if ([...skipped].some((number) => isSquashOf(commit, number)))
      return [ignoredCommit(commit, "of an ignored pull request")];
    if (!isGroup && commit.author !== undefined && inputs.ignoreAuthors.includes(commit.author.toLowerCase()))
      return [ignoredCommit(commit, `by ${commit.author}`)];
    const message = withoutPullRequestNumber(commit.message, numbers);
    return [judgeCommit(commit, message, rules, { required: true })];
  });
}

function isSquashOf({ message }: CommitFacts, number: number): boolean {
  return withoutPullRequestNumber(message, new Set([number])) !== message;
}

/** How many commits there are that nobody could read. */
function missingCommits(pulls: readonly PullFacts[], { range }: GatheredFacts): string | undefined {
  for (const { number, declared, commits } of pulls) {
    if (commits !== undefined && !isCounted(declared, commits))
      return `of the ${declared} commits of #${number} ${commits.length} could be read`;
    if (commits?.length === 0) return `#${number} has none that could be read`;
  }
  return isCounted(range.declared, range.commits)
    ? undefined
    : `of ${range.declared} commits ${range.commits.length} could be read`;
}

function countsOf(subjects: readonly Subject[]): Counts {
  const checked = subjects.filter(({ ignoredAs }) => ignoredAs === undefined);
  const sum = (key: "errors" | "warnings") => subjects.reduce((total, subject) => total + subject[key], 0);
  const titles = checked.filter(({ kind }) => kind === "title").length;
  return {
    checked: checked.length,
    titles,
    commits: checked.length - titles,
    ignored: subjects.length - checked.length,
    errors: sum("errors"),
    warnings: sum("warnings"),
  };
}

function titleParts(title: string): TitleParts | undefined {
  const { conventional, isBreaking } = parseCommit(title);
  if (conventional === undefined) return undefined;
  const { type, scope } = conventional;
  return { type, ...(scope !== undefined && { scope }), breaking: isBreaking };
}
