import type { ActionEvent } from "@jessy-actions/kit/runner/event";
import type { Log } from "@jessy-actions/kit/runner/log";
import { UserErrors } from "@jessy-actions/reading/user-error";
import { expect, test } from "vitest";
import { exampleCheck } from "../../../../packages/deployment/testing/outcomes.ts";
import { filledChecks } from "./filled-checks.ts";

const check = exampleCheck({ headers: [["Authorization", "Bearer ${API_TOKEN}"]] });

function filled(environment: Record<string, string>, event: Partial<ActionEvent> = { name: "push", payload: {} }) {
  const masked: string[] = [];
  const log = { mask: (secret: string) => masked.push(secret) } as unknown as Log;
  const checks = filledChecks([check], { environment, event: () => event as ActionEvent, log });
  return { headers: checks[0]!.headers, masked };
}

test("a credential is masked before anything is asked", () => {
  expect(filled({ API_TOKEN: "planted" })).toEqual({
    headers: [["Authorization", "Bearer planted"]],
    masked: ["planted"],
  });
});

test("an empty one is an error, not a check of the login page", () => {
  expect(() => filled({})).toThrow(UserErrors);
  expect(() => filled({})).toThrow(
    "the check `health` needs the variable `API_TOKEN`, which is empty or not set; set it in `env` of the step",
  );
});

test("and says why a run has none", () => {
  const dependabot = { GITHUB_ACTOR: "dependabot[bot]" };
  expect(() => filled(dependabot)).toThrow("not set: the run is Dependabot's");
});
