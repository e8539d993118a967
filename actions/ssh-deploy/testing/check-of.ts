import type { Check } from "@jessy-actions/deployment/checks/check";
import { readChecks } from "@jessy-actions/deployment/checks/grammar/read-checks";

/** The check that a line of `gates` stands for. */
export function checkOf(line: string): Check {
  const { checks, problems } = readChecks(line, { timeout: 5000, redirect: "none", passes: 1 });
  if (problems.length > 0) throw new Error(problems.join("; "));
  return checks[0]!;
}
