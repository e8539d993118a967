import type { ActionIo } from "@jessy-actions/kit/action/io";
import { type ActionEvent, resolveEvent } from "@jessy-actions/kit/runner/event";
import { InputReader } from "@jessy-actions/kit/runner/inputs";
import { UserError, UserErrors } from "@jessy-actions/reading/user-error";
import { collect } from "../src/collect.ts";
import { evaluate } from "../src/evaluate.ts";
import type { Facts } from "../src/facts.ts";
import { type Inputs, readInputs } from "../src/inputs.ts";
import type { Result } from "../src/result.ts";

/** The event of a run, and who started it. */
export interface Run {
  readonly name: string;
  readonly ref: string;
  readonly payload?: unknown;
  readonly actor?: string;
  readonly environment?: Readonly<Record<string, string>>;
}

export const PUSH: Run = { name: "push", ref: "refs/heads/main" };

const COMMIT = "860c1904a1ce19322e91ac35af1ab07466440c37";
const OWN = { id: 1 };

/** A pull request of the repository itself, or of a fork. */
export const pullRequest = (from: "own" | "fork", name = "pull_request"): Run => ({
  name,
  ref: "refs/pull/5/merge",
  payload: {
    number: 5,
    pull_request: {
      number: 5,
      head: { sha: COMMIT, ref: "topic", repo: from === "own" ? OWN : { id: 2 } },
      base: { sha: COMMIT, ref: "main", repo: OWN },
    },
  },
});

/** Inputs as a workflow writes them, read. @throws UserErrors */
export function inputsOf(written: Readonly<Record<string, string>>): Inputs {
  const reader = new InputReader(
    Object.fromEntries(Object.entries(written).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
  );
  const inputs = readInputs(reader);
  reader.finish();
  return inputs;
}

export interface PlannedRun {
  readonly inputs: Inputs;
  readonly facts: Facts;
  readonly result: Result;
  /** What was masked before anything else. */
  readonly masked: readonly string[];
}

/** A run up to its plan: a dry run, which needs neither docker nor a network. @throws UserError */
export async function planRun(written: Readonly<Record<string, string>>, run: Run = PUSH): Promise<PlannedRun> {
  const inputs = inputsOf({ "dry-run": "true", context: ".", ...written });
  const { name, ref, payload = {}, actor = "octocat", environment = {} } = run;
  const event = resolveEvent(
    { GITHUB_EVENT_NAME: name, GITHUB_REF: ref, GITHUB_SHA: COMMIT, GITHUB_REPOSITORY: "acme/app" },
    { repository: { ...OWN, default_branch: "main", private: false, description: "An app" }, ...(payload as object) },
  );
  const masked: string[] = [];
  const facts = await collect(inputs, io(event, { ...environment, GITHUB_ACTOR: actor }, masked));
  return { inputs, facts, result: evaluate(inputs, facts), masked };
}

/** Every problem of a run, or nothing. */
export async function problemsOf(written: Readonly<Record<string, string>>, run?: Run): Promise<readonly string[]> {
  try {
    await planRun(written, run);
    return [];
  } catch (error) {
    if (error instanceof UserErrors) return error.problems;
    if (error instanceof UserError) return [error.message];
    throw error;
  }
}

/** What `collect` touches of the world: the event alone. */
function io(event: ActionEvent, environment: Readonly<Record<string, string>>, masked: string[]): ActionIo {
  const io: Pick<ActionIo, "environment" | "workspace" | "temporary" | "event" | "git"> & { readonly log: unknown } = {
    environment,
    workspace: "/workspace",
    temporary: "/temporary",
    log: { mask: (secret: string) => masked.push(secret), info: () => undefined },
    event: () => event,
    git: () => Promise.reject(new UserError("git is not on the PATH")),
  };
  return io as ActionIo;
}
