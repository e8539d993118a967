import { contextOf } from "@jessy-actions/kit/action/context";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import type { ActionEvent } from "@jessy-actions/kit/runner/event";
import type { Log } from "@jessy-actions/kit/runner/log";
import { UserError } from "@jessy-actions/reading/user-error";
import type { Facts, GatheredFacts, Origin, Range } from "./facts.ts";
import type { Inputs } from "./inputs.ts";
import { namedPullRequest, parseQueueRef } from "./merge-queue.ts";
import type { Note } from "./result.ts";
import { type CommitSource, type SourcePull, SourceUnavailable, type WantedCommits } from "./sources/commit-source.ts";
import { GitSource } from "./sources/git-source.ts";
import { GitHubSource } from "./sources/github-source.ts";
import { findRules } from "./sources/rules-file.ts";

/** Pull requests that GitHub merges in one group, at most (docs, "Managing a merge queue"). */
const MAX_GROUP = 100;

const NO_RANGE: Range = { declared: 0, commits: [] };

/** Reads titles, messages and rules from GitHub, falling back to git when GitHub is unavailable. */
export async function collect(inputs: Inputs, io: ActionIo): Promise<Facts> {
  const event = io.event();
  needSupportedEvent(inputs, event);
  const reasons: string[] = [];
  for (const open of [openGitHub, openGit]) {
    try {
      const source = await open(inputs, io);
      io.log.debug(`event ${event.name} of ${event.ref}; reading titles and commits from ${source.kind}`);
      const facts = await io.log.group("Reading titles and commits", () => gather(inputs, event, source, reasons));
      describe(facts, io.log);
      return facts;
    } catch (error) {
      if (!(error instanceof SourceUnavailable)) throw error;
      io.log.debug(`source unavailable: ${error.message}`);
      reasons.push(error.message);
    }
  }
  return { kind: "unreachable", context: contextOf(event), reason: reasons.join(", and ") };
}

/** What was read, for people who look for the reason of a verdict. Texts of people stay out of the log. */
function describe({ pulls, range, origin, rules, settings }: GatheredFacts, log: Log): void {
  for (const { number, declared, commits, labels } of pulls)
    log.debug(`#${number}: ${commits?.length ?? "no"} of ${declared} commits read, ${labels.length} labels`);
  if (origin !== "none") log.debug(`${origin}: ${range.commits.length} of ${range.declared} commits read`);
  const merges = settings === undefined ? "not known or not needed" : JSON.stringify(settings);
  log.debug(
    `rules: ${rules.source}${rules.revision === undefined ? "" : ` at ${rules.revision}`}; merge settings: ${merges}`,
  );
}

async function openGitHub({ token }: Inputs, io: ActionIo): Promise<CommitSource> {
  if (token === "") throw new SourceUnavailable("the input `github-token` is empty");
  return new GitHubSource(await io.github(), io.event().repository);
}

async function openGit(_: Inputs, io: ActionIo): Promise<CommitSource> {
  return GitSource.open(await io.git(), io.event());
}

const EVENTS = ["pull_request", "pull_request_target", "merge_group", "push"];

function needSupportedEvent({ from }: Inputs, event: ActionEvent): void {
  if (from !== undefined || EVENTS.includes(event.name)) return;
  throw new UserError(
    `a run by \`${event.name}\` has no commits to check; run on ${EVENTS.join(", ")}, or write in the input \`from\` which commit they start from`,
  );
}

/** What an event is about. */
interface Found {
  readonly pulls: readonly SourcePull[];
  readonly range: Range;
  readonly origin: Origin;
  /** The commit whose rules count. */
  readonly base: string;
  readonly notes: readonly Note[];
}

async function gather(
  inputs: Inputs,
  event: ActionEvent,
  source: CommitSource,
  reasons: readonly string[],
): Promise<GatheredFacts> {
  const wanted = inputs.check === "title" ? "single" : "all";
  const found = await find(inputs, event, source, wanted);
  const asksSettings = inputs.check === "auto" || (wanted === "single" && inputs.squashTitle === undefined);
  const [settings, rules] = await Promise.all([
    asksSettings && found.pulls.length > 0 ? source.mergeSettings() : undefined,
    findRules(inputs, source, found.base),
  ]);
  return {
    kind: "gathered",
    context: contextOf(event),
    pulls: found.pulls,
    range: found.range,
    origin: found.origin,
    settings,
    rules,
    source: source.kind,
    notes: [...found.notes, ...fallbackNotes(source, reasons, found)],
  };
}

function fallbackNotes({ kind }: CommitSource, reasons: readonly string[], { pulls }: Found): Note[] {
  if (kind === "api") return [];
  const title = pulls.length > 0 ? "; the title is the one that the event had" : "";
  const text = `Commits were read with git, as ${reasons.join(", and ")}${title}.`;
  return [{ level: "warning", text }];
}

async function find(inputs: Inputs, event: ActionEvent, source: CommitSource, wanted: WantedCommits): Promise<Found> {
  if (inputs.from !== undefined) return findRevisions(inputs.from, inputs.to ?? event.headSha, source);
  if (event.pullRequest !== undefined) {
    const { number } = event.pullRequest;
    const pull = await source.pullRequest(number, wanted);
    if (pull === undefined)
      throw new UserError(
        `GitHub has no pull request #${number} for this token; the job needs \`permissions: { contents: read, pull-requests: read }\``,
      );
    return { pulls: [pull], range: NO_RANGE, origin: "none", base: pull.baseSha, notes: [] };
  }
  return event.name === "merge_group" ? findGroup(event, source) : findPush(event, source);
}

async function findRevisions(from: string, to: string, source: CommitSource): Promise<Found> {
  const range = await source.range(from, to);
  if (range === undefined) {
    throw new UserError(
      `inputs \`from\` and \`to\`: there is no \`${from}\` or no \`${to}\` here; write branches, tags or commits of this repository`,
    );
  }
  return { pulls: [], range, origin: "revisions", base: from, notes: [] };
}

/**
 * A group of a merge queue: its ref names the last pull request, and the commits that GitHub made of the others name those. Such a name only
 * counts for an open pull request to the same branch, and only adds a title to check: nothing is left out because of it.
 */
async function findGroup(event: ActionEvent, source: CommitSource): Promise<Found> {
  const queue = parseQueueRef(event.ref);
  if (queue === undefined || event.before === undefined) {
    throw new UserError(
      `the merge group's ref is \`${event.ref}\`, and not \`refs/heads/gh-readonly-queue/<base>/pr-<number>-<sha>\`; is GITHUB_REF what GitHub set?`,
    );
  }
  const range = await needRange(source, event.before, event.headSha);
  const named = range.commits.flatMap(({ message }) => namedPullRequest(message) ?? []);
  const pulls: SourcePull[] = [];
  for (const number of [...new Set([...named, queue.pullRequest])].slice(-MAX_GROUP)) {
    // All their commits are needed, to tell them from those that the queue made.
    const pull = await source.pullRequest(number, "all");
    const belongs = number === queue.pullRequest || (pull?.isOpen === true && pull.baseRef === queue.base);
    if (pull !== undefined && belongs) pulls.push(pull);
  }
  const notes: Note[] = pulls.some(({ number }) => number === queue.pullRequest)
    ? []
    : [{ level: "warning", text: `The pull request #${queue.pullRequest} of the merge group is not available.` }];
  return { pulls, range, origin: "merge-group", base: event.before, notes };
}

/**
 * The commits of a push, compared on GitHub since the payload only has the first 20. A push to the default branch is held against the rules
 * before it, a push to any other branch against those of the default branch: a branch cannot weaken its own gate either.
 */
async function findPush(event: ActionEvent, source: CommitSource): Promise<Found> {
  const { before, defaultBranch, headSha } = event;
  const range = before === undefined ? undefined : await source.range(before, headSha);
  if (range !== undefined && before !== undefined) {
    const base = event.pushToDefaultBranch ? before : (defaultBranch ?? before);
    return { pulls: [], range, origin: "push", base, notes: [] };
  }
  if (defaultBranch === undefined || event.pushToDefaultBranch) {
    throw new UserError(
      `the commit before this push, ${before?.slice(0, 10) ?? "of a new branch"}, is not available, so what is new is unknown; write in the input \`from\` which commit it starts from`,
    );
  }
  const notes: Note[] =
    before === undefined
      ? []
      : [
          {
            level: "note",
            text: `The commit before this push, ${before.slice(0, 10)}, is not available; what \`${defaultBranch}\` does not have was checked.`,
          },
        ];
  const since = await needRange(source, defaultBranch, headSha);
  return { pulls: [], range: since, origin: "new-branch", base: defaultBranch, notes };
}

async function needRange(source: CommitSource, base: string, head: string): Promise<Range> {
  const range = await source.range(base, head);
  if (range !== undefined) return range;
  throw new SourceUnavailable(`there is no ${base.slice(0, 40)} or no ${head.slice(0, 40)} to compare`);
}
