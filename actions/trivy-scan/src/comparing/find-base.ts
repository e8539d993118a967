import { relative } from "node:path";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import { type Comparison, findComparison } from "@jessy-actions/kit/git/comparison";
import type { Git } from "@jessy-actions/kit/git/git";
import type { ActionEvent } from "@jessy-actions/kit/runner/event";
import { UserError } from "@jessy-actions/reading/user-error";
import type { Inputs } from "../inputs.ts";
import type { Base } from "./base.ts";

/**
 * The commit that this run is compared with, and what differs. Never throws for a history that cannot be read: that is
 * `no-base`.
 *
 * No event is refused: a scan reads what is checked out and runs none of it. A run that holds secrets and has checked
 * out somebody's pull request (`pull_request_target`, `workflow_run`) is about a change like any other.
 */
export async function findBase({ onlyNew, base }: Pick<Inputs, "onlyNew" | "base">, io: ActionIo): Promise<Base> {
  if (!onlyNew) return { state: "none", cause: "not-asked", reason: "`only-new` is `false`" };
  try {
    const git = await io.git(await (await io.git()).root());
    const comparison = base === undefined ? await compareByEvent(git, io.event()) : await compareWith(git, base);
    if (comparison.state === "none") return comparison;
    const { paths, renames } = await git.changes(comparison.base, comparison.head);
    const uncommitted = await findUncommitted(git, io);
    return {
      state: "compared",
      commit: comparison.base,
      reason: comparison.reason,
      renames,
      changed: [...new Set([...paths, ...uncommitted])],
      uncommitted,
    };
  } catch (error) {
    if (!isOfHistory(error)) throw error;
    return noBase(error.message);
  }
}

/** The two commits that an event is about. Undefined input `base`. */
export async function compareByEvent(git: Git, event: ActionEvent): Promise<Comparison> {
  const head = await git.resolve("HEAD");
  // The workflow checked out something else than the event names, such as the head of a pull request in a `workflow_run`.
  const isElsewhere =
    event.pullRequest === undefined && event.before === undefined && event.sha !== "" && event.sha !== head;
  const comparison = await findComparison(git, isElsewhere ? { ...event, ref: "" } : event);
  if (comparison.state === "none" || comparison.base !== comparison.head) return comparison;
  const what = `HEAD, ${comparison.head.slice(0, 10)}, has nothing that its base does not have`;
  // Under `pull_request_target` actions/checkout takes the base: compared with itself, nothing would be new.
  if (event.pullRequest !== undefined) return noBase(`${what}; check out the head of the pull request`);
  return { state: "none", cause: "no-change", reason: what };
}

/** What git takes for the name of a branch that can be fetched. */
const BRANCH = /^(?!-)(?!.*(?:\.\.|\/\/|@\{|\.lock$|[/.]$))[^\s~^:?*[\\\u0000-\u0020\u007f]{1,250}$/;

async function compareWith(git: Git, base: string): Promise<Comparison> {
  const head = await git.resolve("HEAD");
  if (head === undefined) return noBase("the repository has no commit");
  const found = await resolveBase(git, base);
  if (found === undefined)
    return noBase(
      `the input \`base\` is \`${base}\`, and no such branch, tag or commit is here or can be fetched; write a whole commit id, or check out with \`fetch-depth: 0\``,
    );
  if (found === head)
    return noBase(
      `the input \`base\` is \`${base}\`, which is HEAD itself: compared with itself, nothing would be new`,
    );
  return { state: "compared", base: found, head, reason: `HEAD against \`${base}\`, the input \`base\`` };
}

async function resolveBase(git: Git, base: string): Promise<string | undefined> {
  if (/[\u0000-\u001f]/.test(base)) return undefined;
  const known = (await git.resolve(`refs/remotes/origin/${base}`)) ?? (await git.resolve(base));
  if (known !== undefined) return known;
  if (/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(base)) return (await git.fetchCommit(base)) ? base : undefined;
  return BRANCH.test(base) ? git.fetchBranch(base) : undefined;
}

/** What the scan of the workspace sees and no commit has: edited files, build output, what earlier steps fetched. */
async function findUncommitted(git: Git, io: ActionIo): Promise<readonly string[]> {
  const root = await git.root();
  const own = relative(root, io.temporary).replaceAll("\\", "/");
  const entries = [...(await git.changedFiles()), ...(await git.untrackedEntries())];
  return entries.filter((entry) => !(entry.endsWith("/") ? `${own}/`.startsWith(entry) : entry.startsWith(`${own}/`)));
}

function noBase(reason: string): Extract<Base, { state: "none" }> & Extract<Comparison, { state: "none" }> {
  return { state: "none", cause: "no-base", reason };
}

/** No repository, a damaged one, or no way to its remote; not a fault of ours. */
function isOfHistory(error: unknown): error is Error {
  return error instanceof UserError || (error instanceof Error && error.message.startsWith("git "));
}
