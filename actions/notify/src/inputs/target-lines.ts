import type { InputReader } from "@jessy-actions/kit/runner/inputs";
import type { Target, TargetKind, UnusableTarget } from "../targets/target.ts";

/** What the inputs of one chat come to. */
export interface FoundTargets {
  readonly targets: readonly Target[];
  readonly unusable: readonly UnusableTarget[];
  readonly secrets: readonly string[];
}

export const NAMES: Readonly<Record<TargetKind, string>> = {
  "slack-webhook": "Slack webhook",
  slack: "Slack",
  discord: "Discord",
  teams: "Teams",
  webhook: "Webhook",
};

/** Lines of an input that holds secrets: no log shows it. Repeats would send a message twice. */
export function secretLines(reader: InputReader, input: string): readonly string[] {
  const lines = reader
    .verbatim(input)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
  return [...new Set(lines)];
}
