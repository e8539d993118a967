import { compileGlob } from "@jessy-actions/reading/glob";
import type { BranchFacts } from "../facts.ts";
import type { RefApi } from "./ref-api.ts";

/** Each branch that does not end with the commit costs a request. */
const MAX_COMPARED = 100;

/**
 * The allowed branch that holds a commit, by GitHub's own comparison of the two commits.
 *
 * @param allowed globs
 * @throws GitHubError when GitHub does not answer.
 */
export async function findHolder(refs: RefApi, commit: string, allowed: readonly string[]): Promise<BranchFacts> {
  const tips = new Map<string, string>();
  for (const pattern of allowed) for (const [name, tip] of await matching(refs, pattern)) tips.set(name, tip);
  const existing = [...tips.keys()];
  const known = (holder: string | undefined): BranchFacts => ({ allowed, existing, holder: { known: holder } });
  const atTip = existing.find((name) => tips.get(name) === commit);
  if (atTip !== undefined) return known(atTip);
  for (const name of existing.slice(0, MAX_COMPARED)) {
    const relation = await refs.relation(tips.get(name)!, commit);
    if (relation === "behind" || relation === "identical") return known(name);
  }
  if (existing.length <= MAX_COMPARED) return known(undefined);
  const reason = `${existing.length} branches match, and the first ${MAX_COMPARED} do not hold it; name fewer`;
  return { allowed, existing, holder: { unknown: reason } };
}

async function matching(refs: RefApi, pattern: string): Promise<ReadonlyMap<string, string>> {
  const start = /^[^*?[\]{}\\]*/.exec(pattern)![0];
  if (start !== pattern) {
    const test = compileGlob(pattern);
    return new Map([...(await refs.branches(start))].filter(([name]) => test(name)));
  }
  const tip = await refs.branchTip(pattern);
  return new Map(tip === undefined ? [] : [[pattern, tip]]);
}
