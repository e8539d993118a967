import type { Facts } from "../facts.ts";
import { type Check, fail, pass, shortCommit, unknown } from "./check.ts";

/** One of the allowed branches holds the commit. Pure. */
export function checkBranch({ branch, commit }: Pick<Facts, "branch" | "commit">): Check {
  const { allowed, existing, holder, inClone } = branch;
  if (allowed === undefined) return pass("branch", "Any branch may hold the commit");
  if ("unknown" in holder) {
    const question = `Whether ${listed(allowed, " or ")} holds ${shortCommit(commit)} is not known`;
    const hint = inClone === undefined ? "" : `; in this clone \`${inClone}\` holds it`;
    return unknown("branch", `${question}: ${holder.unknown}${hint}`);
  }
  if (holder.known !== undefined) return pass("branch", `\`${holder.known}\` holds ${shortCommit(commit)}`);
  if (existing.length === 0) {
    const message = `There is no branch ${listed(allowed, " or ")}; name the branches that releases come from in \`allowed-branches\``;
    return fail("branch", message);
  }
  const message = `${shortCommit(commit)} is on none of the allowed branches (${listed(existing, ", ")}); merge it first`;
  return fail("branch", message);
}

function listed(names: readonly string[], separator: string): string {
  return names.map((name) => `\`${name}\``).join(separator);
}
