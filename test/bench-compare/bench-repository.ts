import { readFileSync } from "node:fs";
import type { StepResult } from "../../packages/local-runner/src/step/run-action.ts";
import type { OpenPullRequest, RunSettings, Scenario } from "../scenario.ts";

/** A benchmark that costs what `speed` says: `name value [unit]` a line. The same every time, so that no test depends on the machine. */
export const PROGRAM = `awk 'BEGIN { printf "{\\"schema\\":\\"jessy-benchmarks/v1\\",\\"benchmarks\\":[" }
NF { printf "%s{\\"name\\":\\"%s\\",\\"unit\\":\\"%s\\",\\"value\\":%s}", comma, $1, ($3 == "" ? "ns" : $3), $2; comma = "," }
END { print "]}" }' speed
`;

export const BASE = { "bench.sh": PROGRAM, speed: "parse 1000\nrender 5000\n" };

/** Few rounds: what a test's program says does not scatter. */
const FEW = { command: "sh bench.sh", "min-rounds": "4", "max-rounds": "4", history: "false" };

/** A base, a change of some files, and the pull request between them; the change is checked out. */
export async function openChange(
  scenario: Scenario,
  change: Readonly<Record<string, string>>,
  base: Readonly<Record<string, string>> = BASE,
  owner?: string,
): Promise<OpenPullRequest> {
  const before = scenario.repository.commit(base);
  scenario.repository.git("checkout", "--quiet", "-b", "change");
  scenario.repository.commit(change);
  return scenario.openPullRequest(before, owner === undefined ? {} : { owner });
}

export function compare(
  scenario: Scenario,
  pull: OpenPullRequest,
  inputs: Readonly<Record<string, string>> = {},
  settings: RunSettings = {},
): Promise<StepResult> {
  return scenario.runPullRequest(pull, { ...FEW, ...inputs }, { action: "bench-compare", ...settings });
}

export function pushTo(
  scenario: Scenario,
  branch: string,
  before: string,
  inputs: Readonly<Record<string, string>> = {},
): Promise<StepResult> {
  return scenario.runPush(branch, { ...FEW, ...inputs }, { action: "bench-compare", before });
}

// biome-ignore lint/suspicious/noExplicitAny: the published schema says what is in it.
export function resultOf(step: StepResult): any {
  const file = step.outputs.get("result-file");
  if (file === undefined) throw new Error(`there is no result:\n${step.log.join("\n")}`);
  return JSON.parse(readFileSync(file, "utf8"));
}

/** `name` or `name metric`, and its verdict, the most harmful first. */
export function verdictsOf(step: StepResult): string[] {
  return resultOf(step).comparisons.map(
    ({ benchmark, metric, verdict }: { benchmark: string; metric: { name: string }; verdict: string }) =>
      `${benchmark}${metric.name === "time" ? "" : ` ${metric.name}`}: ${verdict}`,
  );
}

export const errorsOf = (step: StepResult): string[] =>
  step.annotations.filter(({ level }) => level === "error").map(({ message }) => message);
