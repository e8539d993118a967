import type { ActionIo } from "@jessy-actions/kit/action/io";
import type { Git } from "@jessy-actions/kit/git/git";
import { UserError } from "@jessy-actions/reading/user-error";
import type { Base } from "../comparing/base.ts";
import type { Inputs } from "../inputs.ts";
import type { Problem } from "../targets/problem.ts";
import type { PolicyFacts } from "./policy-facts.ts";
import { type PolicyFiles, readPolicyFiles } from "./policy-files.ts";
import { proposalsOf, strayFiles } from "./policy-proposals.ts";
import { findPolicySource } from "./policy-source.ts";

const NOTHING: PolicyFiles = { entries: [], faults: new Map() };

/** Reads the ignore files of both sides, by git alone: what lies in the workspace is the head's. */
export async function readPolicy(
  { ignoreFiles }: Pick<Inputs, "ignoreFiles">,
  base: Base,
  io: ActionIo,
): Promise<PolicyFacts> {
  const root = await findRoot(io);
  if (root === undefined)
    return { ignored: [], from: "nowhere, since there is no repository", headIgnored: [], proposals: [], problems: [] };
  const git = await io.git(root);
  const { commit, head, isChange, from } = await findPolicySource(base, git, io);
  const counted = commit === undefined ? NOTHING : await readPolicyFiles(git, commit, ignoreFiles);
  const ofHead = isChange && head !== undefined ? await readPolicyFiles(git, head, ignoreFiles) : undefined;
  const change =
    isChange && commit !== undefined && head !== undefined ? { base: commit, head, ignoreFiles } : undefined;
  return {
    ignored: counted.entries,
    from,
    isChange,
    headIgnored: ofHead?.entries ?? [],
    proposals: [
      ...mended(counted, ofHead, from),
      ...(change === undefined ? [] : await proposalsOf(change, git)),
      ...strayFiles(root, ignoreFiles, await committedOf(git, head, ignoreFiles)),
    ],
    problems: problemsOf(ofHead ?? counted, isChange ? "the head" : from),
  };
}

/** Images are scanned outside of a repository, too. */
async function findRoot(io: ActionIo): Promise<string | undefined> {
  try {
    return await (await io.git()).root();
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}

async function committedOf(git: Git, head: string | undefined, paths: readonly string[]): Promise<ReadonlySet<string>> {
  const plain = paths
    .filter((path) => !path.startsWith("/") && !path.startsWith(".."))
    .map((path) => path.replace(/^(?:\.\/)+/, ""));
  return new Set(head === undefined ? [] : (await git.readFiles(head, plain)).keys());
}

function problemsOf({ faults }: PolicyFiles, side: string): readonly Problem[] {
  return [...faults].map(([path, fault]) => ({
    cause: "unreadable-policy",
    message: `The ignore file \`${path.replaceAll("`", "'")}\` of ${side} ${sentence(fault)}`,
  }));
}

/** What is wrong with the base's files alone cannot be mended but by a change, which must be able to pass. */
function mended(counted: PolicyFiles, ofHead: PolicyFiles | undefined, from: string): readonly string[] {
  return [...counted.faults]
    .filter(([path]) => ofHead !== undefined && !ofHead.faults.has(path))
    .map(([path, fault]) => `Nothing of \`${path}\` of ${from} counts: it ${sentence(fault)} The change mends it.`);
}

/** `line 3: …` is no verb. */
function sentence(fault: string): string {
  return `${fault.startsWith("line ") ? `cannot be read, ${fault}` : fault}.`;
}
