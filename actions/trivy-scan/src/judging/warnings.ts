import { quote } from "@jessy-actions/kit/runner/inputs";
import type { Facts, TargetFacts } from "../facts.ts";

/** What makes the result weaker than a reader would think, a sentence each. */
export function warningsOf({ base, tool, databases, targets, audit }: Facts): readonly string[] {
  const isCompared = base.state === "compared";
  return [
    ...(tool.origin === "installed"
      ? [`Trivy ${tool.version} at ${quote(tool.path)} was on the runner already, and nobody has verified it.`]
      : []),
    ...(base.state === "none" && base.cause === "no-base"
      ? [`The base cannot be read, so everything counts as new: ${base.reason}.`]
      : []),
    ...(isCompared ? targets.flatMap(unreadBase) : []),
    ...(isCompared ? auditBase(audit) : []),
    ...databases.flatMap(({ warning }) => warning ?? []),
  ];
}

/** A target whose base had to be scanned, and could not be, or not all of it. */
function unreadBase({ target, base }: TargetFacts): readonly string[] {
  if (typeof base === "string" || "scan" in base) return [];
  const name = quote(target.name);
  const { message } = base.problem;
  return base.partial === undefined
    ? [`The base of ${name} was not scanned, so everything in it counts as new: ${message}`]
    : [`Not all of the base of ${name} was scanned, and what is only in the rest counts as new: ${message}`];
}

function auditBase({ head, base }: Facts["audit"]): readonly string[] {
  const isAsked = head.locks.length > 0 || head.findings.length > 0;
  if (base === undefined)
    return isAsked ? ["The base's locks were not matched, so what RustSec alone knows counts as new."] : [];
  return base.problems.map(({ message }) => `A lock of the base counts as empty: ${message}`);
}
