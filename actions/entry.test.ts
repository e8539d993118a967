import { readFileSync } from "node:fs";
import { join } from "node:path";
import { PHASES, phasesOf } from "@jessy-actions/kit/action/phases";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { bundledNames, ownActions } from "../packages/local-runner/src/action/kinds.ts";
import { ACTIONS, run } from "./entry.ts";

const root = join(import.meta.dirname, "..");

test("every room with JavaScript is in the bundle, by its name", () => {
  expect(Object.keys(ACTIONS).sort()).toEqual(bundledNames(root));
});

test.each(Object.entries(ACTIONS))(
  "action.yml of %s names the phases that it has, each by its stub",
  async (name, load) => {
    const action = await load();
    expect(action.name).toBe(name);
    const runs = runsOf(name);
    const scripts = phasesOf(action).map((phase) => [
      phase,
      `../../dist/${phase === "main" ? name : `${name}-${phase}`}.js`,
    ]);
    expect(PHASES.flatMap((phase) => (runs[phase] === undefined ? [] : [[phase, runs[phase]]]))).toEqual(scripts);
  },
);

test("an action that is not there is an error with its name", async () => {
  await expect(run("no-such-action", "main")).rejects.toThrow('no action is called "no-such-action"');
});

function runsOf(name: string): Readonly<Record<string, unknown>> {
  const { source } = ownActions(root).find((action) => action.name === name)!.file;
  return (parse(readFileSync(join(root, source), "utf8")) as { runs: Record<string, unknown> }).runs;
}
