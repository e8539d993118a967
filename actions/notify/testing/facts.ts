import type { RunFacts } from "@jessy-actions/deployment/messages/run-facts";
import { InputReader } from "@jessy-actions/kit/runner/inputs";
import type { Facts } from "../src/facts.ts";
import { type Inputs, readInputs } from "../src/inputs.ts";

export const SLACK_WEBHOOK = "https://hooks.slack.com/services/T0AAAAAAA/B0BBBBBBB/cCcCcCcCcCcCcCcCcCcCcCcC";
export const DISCORD_WEBHOOK = "https://discord.com/api/v10/webhooks/123456789012345678/abc-DEF_1234567890";

/** The inputs that a workflow writes so, in a job that is well so far. @throws UserErrors as the action does. */
export function inputsOf(written: Readonly<Record<string, string>> = {}): Inputs {
  const all = { status: "success", ...written };
  const reader = new InputReader(
    Object.fromEntries(Object.entries(all).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
  );
  const inputs = readInputs(reader);
  reader.finish();
  return inputs;
}

export const SHA = "0123456789abcdef0123456789abcdef01234567";

export function factsOf(run: Partial<RunFacts> = {}, more: Partial<Omit<Facts, "run">> = {}): Facts {
  const url = "https://github.com/org/demo";
  return {
    context: { serverUrl: "https://github.com", repository: "org/demo", headSha: SHA },
    run: {
      status: "success",
      needs: [],
      repository: { owner: "org", name: "demo", url },
      run: {
        id: 7,
        number: 3,
        attempt: 1,
        url: `${url}/actions/runs/7/attempts/1`,
        workflow: "Deploy",
        event: "push",
        startedAt: undefined,
      },
      actor: "alice",
      commit: { sha: SHA, message: "feat: a thing", url: `${url}/commit/${SHA}` },
      ref: "refs/heads/main",
      pullRequest: undefined,
      environment: undefined,
      jobs: undefined,
      history: undefined,
      resultFiles: [],
      own: { title: undefined, text: [], fields: [], body: undefined, buttons: [] },
      mentions: [],
      time: Date.UTC(2026, 10, 28, 12),
      ...run,
    },
    messageId: "00000000-0000-4000-8000-000000000000",
    missingSecrets: undefined,
    notes: [],
    ...more,
  };
}
