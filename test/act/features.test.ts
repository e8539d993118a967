import { cpSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Trigger } from "../../packages/local-runner/src/event/event.ts";
import { engine } from "../../scripts/engines.ts";
import { Scenario, TOKENS } from "../scenario.ts";
import { runWorkflow } from "./workflow-run.ts";

const fixtures = resolve(import.meta.dirname, "features");
const act = engine("act");

/**
 * What both must make of it; the values are those that GitHub's documentation and the runner's source give. Left out
 * is where act 0.2.89 differs from them: it shows INPUT_* to scripts, and does not know `$/`.
 */
const EXPECTED = {
  inputs: `a $(value) 'with' "quotes"|org/demo|it's a default`,
  shells: "strict|e|2|py",
  environment: `from bash|a $(value) 'with' "quotes"|from bash, shadowed|tool|of the job`,
  states: "failure|success|skipped|skipped",
  conditions: "after||success",
  expressions: "a+b {x} true|true|true|nothing",
  nested: `after a $(value) 'with' "quotes", inner, [], from bash|success`,
  folder: "made",
  "many-lines": "one\ntwo",
};

let scenario: Scenario;
let trigger: Trigger;

beforeAll(async () => {
  scenario = await Scenario.start();
  cpSync(fixtures, join(scenario.repository.folder, "features"), { recursive: true });
  const sha = scenario.repository.commit({ ".gitignore": "made\n" });
  trigger = { name: "push", branch: "main", before: "0".repeat(40), sha };
});

afterAll(() => scenario.close());

describe("a composite that uses what composites have", () => {
  test("under our own runner", async () => {
    const step = await scenario.run(
      trigger,
      { given: `a $(value) 'with' "quotes"` },
      { folder: join(scenario.repository.folder, "features"), env: { OUTER: "of the job" } },
    );
    expect(step.outcome, step.log.join("\n")).toBe("success");
    expect(Object.fromEntries(step.outputs)).toEqual(EXPECTED);
  });

  test.skipIf(act === undefined)("under act, which was written independently of it", async () => {
    const { jobs, log } = await runWorkflow({
      act: act!,
      github: scenario.github,
      trigger,
      token: TOKENS.own,
      checkout: scenario.repository.folder,
      workflow: readFileSync(join(import.meta.dirname, "features.workflow.yml"), "utf8"),
      tree: fixtures,
    });
    expect(jobs.features?.result, log.join("\n")).toBe("success");
    expect(jobs.features!.outputs.features).toMatchObject(EXPECTED);
  });
});
