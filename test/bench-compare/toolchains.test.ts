import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Scenario } from "../scenario.ts";

/**
 * The alarm test of the gate itself, with real toolchains: a change without effect passes, and one that is 1.3 times as slow fails. A gate that cannot
 * fire looks like one that has nothing to report (luthersystems/elps#309: 473 runs without an alarm, because its filter never matched).
 */
let scenario: Scenario;

/** Tests that take a minute or need a machine to themselves run with `npm run self-test`. */
const isSlowAsked = process.env.JESSY_SELF_TEST === "all";

beforeEach(async () => {
  scenario = await Scenario.start();
});

afterEach(() => scenario.close());

/** Skipped, with a message, where the tool is not there. */
function has(program: string, ...args: readonly string[]): boolean {
  try {
    execFileSync(program, args, { stdio: "ignore" });
    return true;
  } catch {
    process.stderr.write(`skipped: ${program} is not installed\n`);
    return false;
  }
}

async function compare(
  base: Readonly<Record<string, string>>,
  change: Readonly<Record<string, string>>,
  inputs: Readonly<Record<string, string>>,
) {
  const before = scenario.repository.commit(base);
  scenario.repository.git("checkout", "--quiet", "-b", "change");
  scenario.repository.commit(change);
  const pull = await scenario.openPullRequest(before);
  const env = {
    HOME: process.env.HOME ?? "",
    CARGO_HOME: process.env.CARGO_HOME ?? "",
    RUSTUP_HOME: process.env.RUSTUP_HOME ?? "",
  };
  const result = await scenario.runPullRequest(
    pull,
    { "null-control": "false", "max-rounds": "20", "max-minutes": "3", margin: "10 %", history: "false", ...inputs },
    { action: "bench-compare", env: Object.fromEntries(Object.entries(env).filter(([, value]) => value !== "")) },
  );
  const file = result.outputs.get("result-file");
  return {
    outcome: result.outcome,
    result: file === undefined ? undefined : JSON.parse(readFileSync(file, "utf8")),
    log: result.log.join("\n"),
  };
}

/**
 * Repeats a comparison while the machine was too busy to tell: each attempt may end without a verdict, none may call the change harmless.
 * This says that the gate can fire; how often it does is measured in docs/benchmarks/bench-compare.md.
 */
async function untilCalledSlower(benchmark: string, attempt: () => ReturnType<typeof compare>) {
  for (let left = 3; ; left--) {
    const last = await attempt();
    const verdicts = (last.result?.comparisons as readonly Compared[] | undefined)?.filter(
      (compared) => compared.benchmark === benchmark,
    );
    expect(
      verdicts?.map(({ verdict }) => verdict),
      last.log,
    ).not.toContain("ok");
    if (last.outcome === "failure" || left === 1) return last;
    await scenario.close();
    scenario = await Scenario.start();
  }
}

interface Compared {
  readonly benchmark: string;
  readonly verdict: string;
}

/** On a busy machine the rest may be inconclusive; what matters is who is called slower. */
const regressed = (result: { comparisons: readonly Compared[] }) =>
  result.comparisons.filter(({ verdict }) => verdict === "regressed").map(({ benchmark }) => benchmark);

describe.skipIf(!has("go", "version"))("Go", () => {
  const source = (parse: number) => `package demo

import "testing"

var sink uint64

func work(steps int) {
	x := uint64(1)
	for i := 0; i < steps; i++ {
		x = x*6364136223846793005 + (x >> 29)
	}
	sink = x
}

func BenchmarkParse(b *testing.B) {
	for i := 0; i < b.N; i++ {
		work(${parse})
	}
}

func BenchmarkWrite(b *testing.B) {
	b.ReportAllocs()
	for i := 0; i < b.N; i++ {
		work(20000)
	}
}
`;
  const base = {
    "go.mod": "module example.com/demo\n\ngo 1.21\n",
    "demo_test.go": source(20_000),
    ".gitignore": "*.test\n",
  };
  const inputs = {
    "build-command": "go test -c -o demo.test .",
    command: "./demo.test -test.run NONE -test.bench {benchmarks} -test.benchtime 15ms",
  };

  test("a change that is not compiled in makes no other program, and passes", async () => {
    const change = { "tool.go": "//go:build ignore\n\npackage main\n" };
    const { outcome, result, log } = await compare(base, change, inputs);
    expect(outcome, log).toBe("success");
    expect(result).toMatchObject({ verdict: "pass", outcome: "identical" });
  });

  test("a change of nothing but lines passes", async () => {
    // Few rounds: on a busy machine twenty take longer than a test may.
    const few = { ...inputs, "min-rounds": "4", "max-rounds": "6", "max-minutes": "0.3" };
    const { outcome, result, log } = await compare(base, { "demo_test.go": `// new\n${source(20_000)}` }, few);
    expect(outcome, log).toBe("success");
    expect(result.outcome).toBe("compared");
    expect(regressed(result)).toEqual([]);
  });

  // It needs the machine for itself, which the suite's parallel workers do not leave.
  test.skipIf(!isSlowAsked)("a function that takes 1.3 times as long fails, alone", { timeout: 600_000 }, async () => {
    const { outcome, result, log } = await untilCalledSlower("demo.Parse", () =>
      compare(base, { "demo_test.go": source(26_000) }, inputs),
    );
    expect(outcome, log).toBe("failure");
    expect(result.verdict).toBe("fail");
    expect(regressed(result)).toEqual(["demo.Parse"]);
    expect(result.headline).toMatch(/^1 of 4 metrics regressed: demo\.Parse by \+\d+\.\d %/);
  });
});

describe.skipIf(!isSlowAsked || !has("cargo", "--version"))("Rust with Criterion", () => {
  const source = (parse: number) => `use criterion::{black_box, criterion_group, criterion_main, Criterion};

fn work(steps: u64) -> u64 {
    let mut x = black_box(1u64);
    for _ in 0..steps {
        x = x.wrapping_mul(6364136223846793005).wrapping_add(x >> 29);
    }
    x
}

fn benches(c: &mut Criterion) {
    c.bench_function("parse", |b| b.iter(|| work(black_box(${parse}))));
    c.bench_function("write", |b| b.iter(|| work(black_box(20000))));
}

criterion_group!(all, benches);
criterion_main!(all);
`;
  const base = {
    "Cargo.toml": `[package]
name = "demo"
version = "0.1.0"
edition = "2021"

[dev-dependencies]
criterion = { version = "0.5", default-features = false }

[[bench]]
name = "demo"
harness = false
`,
    "src/lib.rs": "",
    "benches/demo.rs": source(20_000),
    ".gitignore": "target/\nCargo.lock\n",
  };
  const inputs = {
    "build-command": "cargo bench --no-run --quiet",
    command:
      "cargo bench --quiet --bench demo -- --warm-up-time 0.05 --measurement-time 0.2 --sample-size 10 {benchmarks}",
  };

  test("a change of nothing but lines passes", { timeout: 600_000 }, async () => {
    const { outcome, result, log } = await compare(base, { "benches/demo.rs": `// new\n${source(20_000)}` }, inputs);
    expect(outcome, log).toBe("success");
    expect(result.outcome).toBe("compared");
    expect(regressed(result)).toEqual([]);
  });

  test("a function that takes 1.3 times as long fails, alone", { timeout: 600_000 }, async () => {
    const { outcome, result, log } = await untilCalledSlower("parse", () =>
      compare(base, { "benches/demo.rs": source(26_000) }, inputs),
    );
    expect(outcome, log).toBe("failure");
    expect(regressed(result)).toEqual(["parse"]);
  });
});
