import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { DEMO_RUNS } from "../scripts/demo.ts";
import { engine } from "../scripts/engines.ts";

const root = resolve(import.meta.dirname, "..");

test("make try: each action decides what the demo is made for, and one page shows all of them", () => {
  const isAtHand = ({ program }: (typeof DEMO_RUNS)[number]) => program === undefined || engine(program) !== undefined;
  const runs = DEMO_RUNS.filter(isAtHand);
  const said = execFileSync(process.execPath, [join(root, "scripts/try.ts")], { cwd: root, encoding: "utf8" });
  for (const { action, fails } of runs)
    expect(said).toMatch(new RegExp(`^${fails ? "✗ fail" : "✓ pass"} {2}${action} +\\S`, "m"));
  for (const { action } of DEMO_RUNS.filter((run) => !isAtHand(run))) expect(said).toContain(`${action} was left out`);
  const page = said.trim().split("\n").at(-1)!;
  const html = readFileSync(page, "utf8");
  for (const { action } of runs) expect(html).toContain(`<section id="step-${action}">`);
  expect(html).toContain("1 comment<");
  expect(html).not.toMatch(/<script|href="https?:\/\/(?:github\.com\/acme|127\.0\.0\.1)/);
});

test("the demo shows every action", () => {
  const list = execFileSync(process.execPath, [join(root, "packages/local-runner/bin/jessy.js"), "list"], {
    encoding: "utf8",
  });
  const actions = list.split("\n").filter((line) => /^\S/.test(line));
  expect(DEMO_RUNS.map(({ action }) => action).sort()).toEqual(actions);
});
