import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, test } from "vitest";
import { wrongInput } from "../bench/startup/wrong-input.ts";
import { bundledNames } from "../packages/local-runner/src/action/kinds.ts";
import { type StartProcess, startProcess } from "../packages/local-runner/src/step/step-child.ts";
import { startInStandingNode } from "./standing-node.ts";

const root = resolve(import.meta.dirname, "..");
const actions = bundledNames(root);

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "jessy-standing-test-"));
});

afterAll(() => rmSync(folder, { recursive: true }));

/** Starts an action with a wrong input. */
function begin(start: StartProcess, action: string) {
  const { environment } = wrongInput(readFileSync(join(root, "actions", action, "action.yml"), "utf8"));
  const child = start(process.execPath, [join(root, "dist", `${action}.js`)], { cwd: folder, env: environment });
  const code = new Promise((done) => child.once("close", done));
  return { child, end: Promise.all([code, text(child.stdout), text(child.stderr)]) };
}

test.each(actions)("%s says and answers there what it does in a process of its own", async (action) => {
  const expected = await begin(startProcess, action).end;
  expect(expected[0]).toBe(1);
  expect(expected[1]).toContain("::error::");
  for (let time = 0; time < 2; time++) expect(await begin(startInStandingNode, action).end).toEqual(expected);
});

test("what runs at the same time gets a process of its own", async () => {
  const expected = await begin(startProcess, actions[0]!).end;
  const runs = [1, 2, 3].map(() => begin(startInStandingNode, actions[0]!).end);
  expect(await Promise.all(runs)).toEqual([expected, expected, expected]);
});

test("a process that was ended is not used again", async () => {
  const expected = await begin(startProcess, actions[0]!).end;
  const killed = begin(startInStandingNode, actions[0]!);
  killed.child.kill("SIGKILL");
  await killed.end;
  expect(await begin(startInStandingNode, actions[0]!).end).toEqual(expected);
});
