import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Scenario, TOKENS } from "../scenario.ts";
import { BASE, compare, errorsOf, openChange, PROGRAM, pushTo, resultOf, verdictsOf } from "./bench-repository.ts";

let scenario: Scenario;

beforeEach(async () => {
  scenario = await Scenario.start();
});

afterEach(() => scenario.close());

test("a change that makes nothing slower passes, with comment, summary, outputs, result and picture", async () => {
  const pull = await openChange(scenario, { "README.md": "new\n" });
  const step = await compare(scenario, pull);
  expect(step.outcome, step.log.join("\n")).toBe("success");
  expect(Object.fromEntries(step.outputs)).toMatchObject({
    verdict: "pass",
    outcome: "compared",
    regressed: "0",
    improved: "0",
    inconclusive: "0",
    geomean: "1.0000",
    "geomean-low": "1.0000",
    "geomean-high": "1.0000",
  });
  const [comment, ...others] = await scenario.commentBodies(pull);
  expect(others).toEqual([]);
  expect(comment).toContain("✅ **No regression in 2 metrics**");
  expect(comment).toContain("4 rounds in");
  expect(step.summary).toContain("No regression in 2 metrics");
  expect(readFileSync(step.outputs.get("chart-file") ?? "", "utf8")).toMatch(/^<svg /);
  expect(resultOf(step)).toMatchObject({ schema: "jessy-actions/bench-compare/v1", verdict: "pass" });
});

test("what takes 1.3 times as long fails, and only that is called", async () => {
  const pull = await openChange(scenario, { speed: "parse 1300\nrender 5000\n" });
  const step = await compare(scenario, pull);
  expect(step.exitCode).toBe(1);
  expect(verdictsOf(step)).toEqual(["parse: regressed", "render: ok"]);
  expect(errorsOf(step)).toEqual(["1 of 2 metrics regressed: parse by +30.0 %", "parse: +30.0 % [+30.0, +30.0] %"]);
  expect((await scenario.commentBodies(pull))[0]).toContain("❌ **1 of 2 metrics regressed\\: parse by +30.0 %**");
});

test("new, missing, improved and exact ones are called so; a later run updates the one comment", async () => {
  const base = { ...BASE, speed: "parse 1000\nrender 5000\ngone 10\nparse 3 allocs/op\n" };
  const pull = await openChange(scenario, { speed: "parse 700\nrender 5000\nadded 10\nparse 4 allocs/op\n" }, base);
  const step = await compare(scenario, pull);
  expect(step.exitCode).toBe(1);
  expect(verdictsOf(step)).toEqual([
    "parse allocs/op: regressed",
    "gone: missing",
    "parse: improved",
    "render: ok",
    "added: new",
  ]);
  await compare(scenario, pull, { "fail-on": "never" });
  expect(await scenario.commentBodies(pull)).toHaveLength(1);
});

test("`fail-on`, `overrides`, `margin` and `floor` do what they say", async () => {
  const pull = await openChange(
    scenario,
    { speed: "parse 1300\nrender 5000\ntiny 3\n" },
    { ...BASE, speed: "parse 1000\nrender 5000\ntiny 1\n" },
  );
  const verdict = async (inputs: Readonly<Record<string, string>>) => {
    const step = await compare(scenario, pull, { comment: "false", ...inputs });
    return [verdictsOf(step).join(", "), step.exitCode];
  };
  expect(await verdict({ floor: "5ns", margin: "50 %" })).toEqual(["tiny: ok, parse: ok, render: ok", 0]);
  expect(await verdict({ floor: "5ns", "fail-on": "missing" })).toEqual(["parse: regressed, tiny: ok, render: ok", 0]);
  expect(await verdict({ overrides: "tiny => floor 5ns\nparse => margin 40 %" })).toEqual([
    "tiny: ok, parse: ok, render: ok",
    0,
  ]);
  expect(await verdict({ overrides: "tiny => ignore\nparse => ignore" })).toEqual([
    "render: ok, tiny: shown, parse: shown",
    0,
  ]);
});

test("several commands are one family, measured in turns", async () => {
  const pull = await openChange(
    scenario,
    { "second.sh": PROGRAM.replaceAll("speed", "other"), other: "write 130\n" },
    {
      ...BASE,
      "second.sh": PROGRAM.replaceAll("speed", "other"),
      other: "write 100\n",
    },
  );
  const step = await compare(scenario, pull, { command: "sh bench.sh\n# the other one\nsh second.sh" });
  expect(verdictsOf(step)).toEqual(["write: regressed", "parse: ok", "render: ok"]);
  expect(step.log.filter((line) => /^sh (?:bench|second)\.sh: /.test(line))).toHaveLength(2);
});

test("`{results}` is a fresh file each time, and `results` finds what a command left", async () => {
  const base = {
    "bench.sh": 'test ! -e "$1" || exit 9\n: > log; sh print.sh > "$1"\n',
    "print.sh": PROGRAM,
    speed: BASE.speed,
  };
  const pull = await openChange(scenario, { speed: "parse 1300\nrender 5000\n" }, base);
  expect(verdictsOf(await compare(scenario, pull, { command: "sh bench.sh {results}" }))).toEqual([
    "parse: regressed",
    "render: ok",
  ]);
  const left = await compare(scenario, pull, {
    command: "bash -c 'mkdir -p out && sh print.sh > out/$RANDOM.json'",
    results: "out",
  });
  expect(verdictsOf(left)).toEqual(["parse: regressed", "render: ok"]);
});

test("a label on the pull request lets a regression pass, and it is still reported", async () => {
  const pull = await openChange(scenario, { speed: "parse 1300\nrender 5000\n" });
  const label = "regression-ok";
  const response = await fetch(`${scenario.github.url}/repos/org/demo/issues/${pull.number}/labels`, {
    method: "POST",
    headers: { authorization: `Bearer ${TOKENS.own}` },
    body: JSON.stringify({ labels: [label] }),
  });
  expect(response.status).toBe(200);
  expect((await compare(scenario, pull, { "ignore-label": "another" })).exitCode).toBe(1);
  const step = await compare(scenario, pull, { "ignore-label": label });
  expect([step.exitCode, step.outputs.get("verdict"), step.outputs.get("regressed")]).toEqual([0, "fail", "1"]);
  expect((await scenario.commentBodies(pull))[0]).toContain("The label `regression-ok` lets the regression pass.");
});

test("the same commits are measured in the same order", async () => {
  const orders: string[] = [];
  // The base's program and the head's each say who they are in a file outside of the checkouts.
  const log = `${scenario.repository.folder}-order`;
  const pull = await openChange(
    scenario,
    { who: "head" },
    { ...BASE, who: "base", "bench.sh": `cat who >> ${log}\n${PROGRAM}` },
  );
  for (const _ of [1, 2]) {
    await compare(scenario, pull, { comment: "false" });
    orders.push(readFileSync(log, "utf8"));
    await import("node:fs").then(({ rmSync }) => rmSync(log));
  }
  expect(orders[0]).toBe(orders[1]);
  // Without the warm-up, each round runs the head twice, and the base twice for itself and twice as the control.
  const runs = (orders[0] ?? "").match(/base|head/g)?.slice(2) ?? [];
  expect(runs).toHaveLength(4 * 6);
  for (let at = 0; at < runs.length; at += 6) {
    const round = runs.slice(at, at + 6);
    expect(round.toSorted()).toEqual(["base", "base", "base", "base", "head", "head"]);
  }
});

describe("the trend", () => {
  test("pushes to the default branch keep it, and the summary of a pull request draws it", async () => {
    let before = scenario.repository.commit(BASE);
    for (const time of [1010, 1020, 1030]) {
      const sha = scenario.repository.commit({ speed: `parse ${time}\nrender 5000\n` });
      const step = await pushTo(scenario, "main", before, { history: "true" });
      expect(step.log, step.log.join("\n")).toContain("Results kept for the trend.");
      before = sha;
    }
    scenario.repository.git("checkout", "--quiet", "-b", "change");
    scenario.repository.commit({ speed: "parse 1040\nrender 5000\n" });
    const pull = await scenario.openPullRequest(before);
    const step = await compare(scenario, pull, { history: "true", margin: "50 %" });
    expect(step.outcome).toBe("success");
    expect(step.summary).toContain("```mermaid\nxychart-beta");
    expect(step.summary).toMatch(/line \[100\.00, 100\.49, 100\.9\d, 101\.4\d\]/);
    const [comment] = await scenario.commentBodies(pull);
    expect(comment).not.toContain("mermaid");
    // The default branch asked for the usual 5 %.
    expect(comment).toContain("This change lowers `margin` from 5 % to 50 %. It was judged by 5 %");

    // Nor does it get around the gate by leaving out what it makes slower.
    scenario.repository.commit({ speed: "parse 2000\nrender 5000\n" });
    const slower = await scenario.openPullRequest(before);
    const hidden = await compare(scenario, slower, { history: "true", overrides: "** => ignore" });
    expect(hidden.exitCode).toBe(1);
    expect(hidden.summary).toContain("parse");
    expect(hidden.summary).toContain("for each benchmark, the stricter of the two rules counts");
  });
});
