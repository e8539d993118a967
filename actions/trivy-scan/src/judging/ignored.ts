import { posix } from "node:path";
import { quote } from "@jessy-actions/kit/runner/inputs";
import type { IgnoreEntry } from "@jessy-actions/security/policy/ignore-file";
import type { Judgement } from "@jessy-actions/security/policy/judge";
import type { PolicyFacts } from "../policy/policy-facts.ts";
import type { IgnoreEntryResult, Result, SuppressedResult } from "../result.ts";
import type { ComparedComments } from "./comments.ts";
import { worstFirst } from "./judged-findings.ts";

/** What was found and does not count, with whoever says so. */
export function suppressedResults(
  { suppressed }: Judgement,
  { standing }: ComparedComments,
): readonly SuppressedResult[] {
  const byEntry = suppressed.map(({ finding, entry }) => ({
    finding,
    entry: entryResult(entry),
    ...why(entry.statement),
  }));
  const byComment = standing.map(({ finding, justification }) => ({ finding, entry: null, ...why(justification) }));
  return worstFirst<SuppressedResult>([...byEntry, ...byComment], ({ finding }) => finding);
}

/**
 * What ignore files and comments say, and what a change says of its own scan.
 *
 * @param folders the targets in the repository, by their names.
 */
export function ignoreFilesResult(
  { entries }: Judgement,
  { proposed }: ComparedComments,
  policy: PolicyFacts,
  folders: ReadonlyMap<string, string>,
): Result["ignoreFiles"] {
  const comments = proposed.flatMap(({ finding: { id, place } }) => {
    const folder = folders.get(place.target);
    const file = folder === undefined ? place.file : posix.join(folder, place.file);
    // Git has found the comment itself.
    if (policy.proposals.some((proposal) => proposal.includes(`\`${file}\``))) return [];
    const line = place.startLine === undefined ? "" : `, line ${place.startLine}`;
    return [`A comment in ${quote(file)}${line} sets ${quote(id)} aside; it counts once the base has it.`];
  });
  return {
    from: policy.from,
    proposed: entries.proposed.map(entryResult),
    unused: entries.unused.map(entryResult),
    expired: entries.expired.map(entryResult),
    expiring: entries.expiring.map(entryResult),
    proposals: [...policy.proposals, ...new Set(comments)],
  };
}

function entryResult({ id, file, line, expires }: IgnoreEntry): IgnoreEntryResult {
  return { id, file: file ?? "", line, ...(expires !== undefined && { expires }) };
}

function why(statement: string | undefined): { readonly statement?: string } {
  return statement === undefined || statement === "" ? {} : { statement };
}
