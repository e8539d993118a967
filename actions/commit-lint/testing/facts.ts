import { InputReader } from "@jessy-actions/kit/runner/inputs";
import { CONVENTIONAL_RULES } from "@jessy-actions/versioning/commit-rules";
import type { CommitFacts, GatheredFacts, PullFacts, RulesFacts } from "../src/facts.ts";
import { type Inputs, readInputs } from "../src/inputs.ts";

export const RULES: RulesFacts = { rules: CONVENTIONAL_RULES, defaultIgnores: true, source: "config-conventional" };

/** The inputs that a workflow writes so. @throws UserErrors as the action does. */
export function inputsOf(written: Readonly<Record<string, string>> = {}): Inputs {
  const reader = new InputReader(
    Object.fromEntries(Object.entries(written).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
  );
  const inputs = readInputs(reader);
  reader.finish();
  return inputs;
}

/** A commit whose hash begins with its number. */
export function commit(number: number, message: string, more: Partial<CommitFacts> = {}): CommitFacts {
  return { sha: `${number}f`.padEnd(40, "0"), message, parents: 1, ...more };
}

/** A pull request with as many commits as it says. */
export function pull(
  title: string,
  messages: readonly string[] = ["feat: x"],
  more: Partial<PullFacts> = {},
): PullFacts {
  const commits = messages.map((message, at) => commit(at + 1, message));
  return { number: 7, title, author: "alice", labels: [], declared: commits.length, commits, ...more };
}

export function factsOf(more: Partial<GatheredFacts> = {}): GatheredFacts {
  return {
    kind: "gathered",
    context: { serverUrl: "https://github.com", repository: "org/demo", headSha: "a".repeat(40), pullRequest: 7 },
    pulls: [],
    range: { declared: 0, commits: [] },
    origin: "none",
    settings: undefined,
    rules: RULES,
    source: "api",
    notes: [],
    ...more,
  };
}

/** Commits outside of a pull request, as many as there are said to be. */
export function rangeOf(...commits: readonly CommitFacts[]): GatheredFacts["range"] {
  return { declared: commits.length, commits };
}
