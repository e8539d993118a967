import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Trigger } from "../../../packages/local-runner/src/event/event.ts";
import { ioOf } from "../../../packages/local-runner/testing/action-io.ts";
import { BASE, PROGRAM } from "../../../test/bench-compare/bench-repository.ts";
import { DemoRepository } from "../../../test/demo-repository.ts";
import { inputsOf } from "../testing/facts.ts";
import { collect } from "./collect.ts";
import { evaluate } from "./evaluate.ts";
import type { MeasuredFacts } from "./facts.ts";
import { conclude } from "./history/history.ts";
import { render } from "./render.ts";

let repository: DemoRepository;

beforeEach(() => {
  repository = new DemoRepository();
});

afterEach(() => repository.remove());

const few = { command: "sh bench.sh", "min-rounds": "4", "max-rounds": "6", history: "false" };

/** A push of a change to a branch: what it compares is the commit before. */
function push(change: Readonly<Record<string, string>>, base: Readonly<Record<string, string>> = BASE): Trigger {
  const before = repository.commit(base);
  return { name: "push", branch: "change", before, sha: repository.commit(change) };
}

/** Shell that sets `time` to 1000 and to 2000 in turns, of the runs of each side; the head is the side with a README.md. */
const everyOther = (name: string) => {
  const count = `${repository.folder}-${name}$(ls README.md 2>/dev/null)`;
  return `echo >> ${count}\ntime=$(($(wc -l < ${count}) % 2 ? 1000 : 2000))\n`;
};

async function measured(trigger: Trigger, written: Readonly<Record<string, string>> = {}): Promise<MeasuredFacts> {
  const facts = await collect(inputsOf({ ...few, ...written }), ioOf(repository.folder, trigger));
  if (facts.kind !== "measured") throw new Error("nothing was measured");
  return facts;
}

describe("a run", () => {
  test("measures both sides in rounds, and the base once more", async () => {
    const trigger = push({ speed: "parse 1300\nrender 5000\n" });
    const { groups, run, context, problem } = await measured(trigger);
    expect(problem).toBeUndefined();
    expect(context).toMatchObject({ base: "before" in trigger && trigger.before, reason: "the push" });
    expect(run).toMatchObject({ commands: ["sh bench.sh"], rounds: 4, maxRounds: 6, nullControl: true });
    const [group] = groups;
    expect(group).toMatchObject({ processes: { base: 8, head: 8, twin: 8 }, looks: [4], ended: false });
    expect(group?.series.map(({ benchmark, rounds }) => [benchmark, rounds[0]])).toEqual([
      ["parse", { base: [1000, 1000], head: [1300, 1300] }],
      ["render", { base: [5000, 5000], head: [5000, 5000] }],
    ]);
  });

  test("goes on for what is undecided, and ends what is not", async () => {
    // Each side gets both of two times that are far apart in every round.
    const noisy = `${everyOther("noise")}echo "noise $time" > noise\n${PROGRAM.replace("speed", "noise")}`;
    const base = { ...BASE, "noisy.sh": noisy };
    const facts = await measured(push({ "README.md": "" }, base), {
      command: "sh bench.sh\nsh noisy.sh",
      "null-control": "false",
    });
    expect(facts.groups.map(({ looks, ended }) => [looks, ended])).toEqual([
      [[4], false],
      [[4, 6], true],
    ]);
  });

  test("asks only for undecided benchmarks where the command can", async () => {
    const script = `echo "$1" >> ${repository.folder}-asked\n${everyOther("wobble")}printf 'test steady ... bench: 100 ns/iter (+/- 1)\\ntest wobbly ... bench: %s ns/iter (+/- 1)\\n' $time\n`;
    const facts = await measured(push({ "README.md": "" }, { "bench.sh": script }), {
      command: "sh bench.sh {benchmarks}",
      "null-control": "false",
    });
    const asked = readFileSync(`${repository.folder}-asked`, "utf8").trim().split("\n");
    expect([asked[0], asked.at(-1)]).toEqual([".", "^(wobbly)$"]);
    expect(facts.groups[0]?.series.map(({ benchmark, rounds }) => [benchmark, rounds.length])).toEqual([
      ["steady", 4],
      ["wobbly", 6],
    ]);
    expect(evaluate(inputsOf(few), facts).counts.broken).toBe(0);
  });

  test("benchmarks of two commands that have one name are told apart", async () => {
    const trigger = push({ "README.md": "" }, { ...BASE, "other.sh": PROGRAM });
    const { groups } = await measured(trigger, { command: "sh bench.sh\nsh other.sh" });
    expect(groups.flatMap(({ series }) => series.map(({ benchmark }) => benchmark))).toEqual([
      "parse (sh bench.sh)",
      "render (sh bench.sh)",
      "parse (sh other.sh)",
      "render (sh other.sh)",
    ]);
  });

  test("a program may take the path of its results from its environment", async () => {
    const trigger = push(
      { speed: "parse 1300\nrender 5000\n" },
      { ...BASE, "bench.sh": `{ ${PROGRAM.trim()}; } > "$JESSY_RESULTS"\n` },
    );
    const { groups } = await measured(trigger);
    expect(groups[0]?.series.map(({ benchmark }) => benchmark)).toEqual(["parse", "render"]);
  });

  test("a build's programs tell that both sides are the same", async () => {
    const base = {
      "bench.c": "int main(void) { return 0; }\n",
      "build.sh": "cp /bin/true bench\n",
      "bench.sh": PROGRAM,
      speed: BASE.speed,
    };
    const trigger = push({ "bench.c": "int main(void) { return 0 + 0; }\n" }, base);
    const facts = await measured(trigger, { "build-command": "sh build.sh", binaries: "bench" });
    expect(facts.run).toMatchObject({ identical: true, maxRounds: 4 });
  });

  test("a head so slow that hardly a round fits is red, and was warned of before", async () => {
    const io = ioOf(
      repository.folder,
      push({ "bench.sh": `sleep 0.8\n${PROGRAM}`, speed: "parse 9000\nrender 9000\n" }),
    );
    const inputs = inputsOf({ ...few, "max-minutes": "0.06" });
    const facts = await collect(inputs, io);
    // On a machine under load not even one fits.
    const { verdict, fails, outcome } = evaluate(inputs, facts);
    expect([verdict, fails]).toEqual(["broken", true]);
    expect(["too-few-runs", "out-of-time"]).toContain(outcome);
    const warnings = io.logged.filter((line) => line.startsWith("::warning::"));
    expect(warnings).toEqual([
      expect.stringMatching(/The null control is left out: with it only \d rounds? would fit/),
      expect.stringMatching(/too few to call a regression of any size in one of 2 metrics: it takes 3\. A pass took /),
    ]);
    expect(facts.kind === "measured" && facts.run).toMatchObject({ nullControl: false });
  });

  test("the orders that were drawn are kept", async () => {
    const { run } = await measured(push({ "README.md": "" }), { command: "sh bench.sh\nsh bench.sh" });
    expect(run?.schedule?.design).toBe("shuffled");
    expect(run?.schedule?.orders).toHaveLength(run!.rounds);
    for (const order of run!.schedule!.orders) expect([...order].sort().join("")).toBe("bbhhtt");
  });

  test.each<readonly [string, Readonly<Record<string, string>>, Readonly<Record<string, string>>, string]>([
    ["a head that does not build", { "build.sh": "exit 1\n" }, { "build-command": "sh build.sh" }, "head-build-failed"],
    ["a build that cannot be started", {}, { "build-command": "./nothing" }, "base-build-failed"],
    ["a head that crashes", { "bench.sh": "exit 1\n" }, {}, "head-crashed"],
    ["a head that was killed", { "bench.sh": "kill -9 $$\n" }, {}, "head-crashed"],
    // Long enough for the base on a machine that does much else.
    ["a head that hangs", { "bench.sh": "sleep 60\n" }, { timeout: "5s" }, "head-hung"],
    ["a head that prints nonsense", { "bench.sh": "echo hello\n" }, {}, "head-unreadable"],
    ["no file of results", {}, { results: "none.json" }, "base-unreadable"],
    ["no file for {results}", {}, { command: "sh bench.sh {results}" }, "base-unreadable"],
    ["a directory that only the head has", { "new/speed": "" }, { "working-directory": "new" }, "base-missing"],
  ])("%s is a problem with a name", async (_, change, written, kind) => {
    const { problem, groups } = await measured(push(change, { ...BASE, "build.sh": "true\n" }), written);
    expect(problem?.kind).toBe(kind);
    expect(groups.flatMap(({ series }) => series)).toEqual([]);
  });

  test("its debug log names commits, commands, time limits and variables, and no value of a variable", async () => {
    const trigger = push({ "README.md": "" });
    const io = ioOf(repository.folder, trigger);
    const environment = { ...io.environment, HARMLESS: "v4lue", NPM_TOKEN: "s3cret" };
    await collect(inputsOf({ ...few, timeout: "90s" }), { ...io, environment });
    const debug = io.logged.filter((line) => line.startsWith("::debug::")).join("");
    expect(debug).toContain(
      `Base ${"before" in trigger && trigger.before}, head ${repository.git("rev-parse", "HEAD")}: the push`,
    );
    expect(debug).toMatch(/Benchmarks get these variables: .*HARMLESS/);
    expect(debug).toMatch(/Starting `sh bench\.sh` of the base: benchmarks \., \d+ bytes of padding, at most 90\.0 s/);
    expect(debug).toContain("of the base (control)");
    expect(debug).toMatch(/Ended after .*: 2 metrics, format custom/);
    expect(io.logged.join("")).not.toMatch(/v4lue|s3cret|NPM_TOKEN/);
  });

  test("says what it saw of the checkout, and leaves nothing behind", async () => {
    const trigger = push({ "README.md": "" });
    repository.git("config", "http.https://github.com/.extraheader", "AUTHORIZATION: basic x");
    repository.write({ "bench.sh": "exit 1\n" });
    const io = ioOf(repository.folder, trigger);
    const facts = await collect(inputsOf(few), io);
    expect(facts.kind === "measured" && facts.warnings).toEqual([
      expect.stringContaining("`persist-credentials: false`"),
      expect.stringContaining("not committed"),
    ]);
    expect(existsSync(join(io.temporary, "checkouts"))).toBe(false);
    expect(repository.git("worktree", "list").split("\n")).toHaveLength(1);
  });

  test.each<readonly [string, Trigger["name"], RegExp]>([
    ["nothing before it", "push", /^there is nothing to compare with: this push made the branch/],
    ["another base", "push", /^input `base-ref` is `nowhere`, and this checkout has no such branch/],
  ])("%s is said in one line", async (what, _, message) => {
    const sha = repository.commit(BASE);
    const trigger: Trigger = { name: "push", branch: "change", before: "0".repeat(40), sha };
    await expect(measured(trigger, what === "another base" ? { "base-ref": "nowhere" } : {})).rejects.toThrow(message);
  });

  test("`base-ref` may be a branch, a tag or a commit", async () => {
    const base = repository.commit(BASE);
    repository.git("tag", "v1");
    repository.git("checkout", "--quiet", "-b", "change");
    const sha = repository.commit({ "README.md": "" });
    for (const ref of ["main", "v1", base]) {
      const facts = await measured({ name: "workflow_dispatch", branch: "change", sha }, { "base-ref": ref });
      expect(facts.context.base).toBe(base);
    }
  });
});

describe("result files", () => {
  const go = (time: number) => `BenchmarkParse-8 \t 1000 \t ${time} ns/op\n`;

  test("are read, judged and rendered without a single process", async () => {
    const sha = repository.commit({ "old.txt": go(100).repeat(6), "new.txt": go(130).repeat(6) });
    const inputs = inputsOf({ command: "", "base-results": "old.txt", "head-results": "new.txt" });
    const facts = await collect(inputs, ioOf(repository.folder, { name: "push", branch: "x", before: sha, sha }));
    const result = evaluate(inputs, facts);
    expect(render(result).outputs.regressed).toBe("1");
    expect([result.verdict, result.headline]).toEqual(["fail", "1 of 1 metric regressed: Parse by +30.0 %"]);
  });

  test.each<readonly [string, number, number, string, string]>([
    [
      "twenty benchmarks twice as slow, five runs a side",
      20,
      5,
      "fail",
      "All 20 metrics together regressed by +100.0 %",
    ],
    ["one ten times slower, one run a side", 1, 1, "broken", "Too few runs to call a change of any size in 1 metric"],
  ])("%s: no pass", async (_, benchmarks, runs, verdict, headline) => {
    const factor = benchmarks === 1 ? 10 : 2;
    const file = (times: number, run: number) =>
      JSON.stringify(
        Array.from({ length: benchmarks }, (_, at) => ({
          name: `b${at}`,
          unit: "ms",
          value: times * (at + 1 + run / 5000),
        })),
      );
    const files = Array.from({ length: runs }, (_, run) => [
      [`b${run}.json`, file(1, run)],
      [`h${run}.json`, file(factor, run)],
    ]).flat();
    const sha = repository.commit(Object.fromEntries(files));
    const inputs = inputsOf({ command: "", "base-results": "b*.json", "head-results": "h*.json" });
    const facts = await collect(inputs, ioOf(repository.folder, { name: "push", branch: "x", before: sha, sha }));
    const result = evaluate(inputs, facts);
    expect(result).toMatchObject({ verdict, fails: true });
    expect(result.headline).toContain(headline);
  });

  test("that are missing or unreadable are all named", async () => {
    const sha = repository.commit({ "old.txt": "hello\n" });
    const inputs = inputsOf({ command: "", "base-results": "old.txt", "head-results": "new.txt\n!other.txt" });
    await expect(
      collect(inputs, ioOf(repository.folder, { name: "push", branch: "x", before: sha, sha })),
    ).rejects.toThrow(/`base-results`: old\.txt is in no known format[\s\S]*|`head-results`: `new\.txt` finds no file/);
  });
});

test("another run's result is only shown", async () => {
  const trigger = push({ speed: "parse 1300\nrender 5000\n" });
  const inputs = inputsOf(few);
  const result = evaluate(inputs, await measured(trigger));
  const path = join(repository.folder, "result.json");
  writeFileSync(path, JSON.stringify(result));
  const published = inputsOf({ command: "", "publish-result": path });
  const facts = await collect(published, ioOf(repository.folder, trigger));
  expect(evaluate(published, facts)).toMatchObject({ headline: result.headline, counts: result.counts });
});

test("without a cache nothing is kept, and nothing fails", async () => {
  const before = repository.commit(BASE);
  const trigger: Trigger = { name: "push", branch: "main", before, sha: repository.commit({ "README.md": "" }) };
  const inputs = inputsOf({ ...few, history: "true" });
  const io = ioOf(repository.folder, trigger);
  const facts = await collect(inputs, io);
  await conclude(inputs, facts, io);
  expect(io.logged.join("")).toContain("Results not kept for the trend");
  expect(readdirSync(repository.folder)).not.toContain("bench-history.json");
});
