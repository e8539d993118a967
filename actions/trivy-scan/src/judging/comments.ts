import type { Finding } from "@jessy-actions/security/findings/finding";
import type { Comparison } from "@jessy-actions/security/identity/comparison";
import type { SuppressedFinding } from "@jessy-actions/security/sarif/sarif-entry";
import type { Facts } from "../facts.ts";
import { Originals } from "./originals.ts";

/** What Trivy set aside by comments in the scanned files. */
export interface ComparedComments {
  /** The base has them, too. */
  readonly standing: readonly SuppressedFinding[];
  /** The base does not have them: what they are about counts all the same. */
  readonly proposed: readonly SuppressedFinding[];
  /** What the base had set aside, and the head does not any more. */
  readonly gone: readonly Finding[];
}

type Compare = (base: readonly Finding[], head: readonly Finding[]) => Comparison;

/** @param isTrusted whether the head's comments count although no base has them. */
export function compareComments(
  before: readonly SuppressedFinding[],
  now: readonly SuppressedFinding[],
  isTrusted: boolean,
  compare: Compare,
): ComparedComments {
  const head = now.map(({ finding }) => finding);
  const base = isTrusted ? head : before.map(({ finding }) => finding);
  const { new: added, known, fixed } = compare(base, head);
  const ofHead = new Originals(now, ({ finding }) => finding);
  const ofBase = new Originals(base, (finding) => finding);
  return {
    proposed: added.flatMap((finding) => ofHead.take(finding) ?? []),
    standing: known
      .flatMap((finding) => ofHead.take(finding) ?? [])
      .map((one, at) => ({ ...one, finding: known[at]! })),
    gone: fixed.flatMap((finding) => ofBase.take(finding) ?? []),
  };
}

/**
 * Whether comments in the scanned files count although no base has them: what is scanned is no proposal, but stands in
 * the repository already. The same as for ignore files.
 */
export function isStanding({ base, policy }: Facts): boolean {
  if (base.state === "compared" || base.cause === "no-base") return false;
  return base.cause === "no-change" || policy.isChange === false;
}
