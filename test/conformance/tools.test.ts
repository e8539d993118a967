import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { go } from "../../packages/coverage/src/formats/go.ts";
import { lcov } from "../../packages/coverage/src/formats/lcov.ts";
import { llvmCov } from "../../packages/coverage/src/formats/llvm-cov.ts";
import { floorPercent } from "../../packages/coverage/src/ratio.ts";
import { reportTotals } from "../../packages/coverage/src/totals.ts";

/** Whether a tool is there; tests that need a missing one are skipped, with a message. */
function has(...commands: readonly string[]): boolean {
  const missing = commands.filter((command) => {
    try {
      execFileSync("which", [command], { stdio: "ignore" });
      return false;
    } catch {
      return true;
    }
  });
  if (missing.length > 0) process.stderr.write(`skipped: ${missing.join(" and ")} not installed\n`);
  return missing.length === 0;
}

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jessy-tools-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

function run(command: string, ...args: readonly string[]): Buffer {
  return execFileSync(command, args, {
    cwd: folder,
    env: {
      ...process.env,
      LLVM_PROFILE_FILE: join(folder, "run.profraw"),
      GOFLAGS: "-mod=mod",
      GOTOOLCHAIN: "local",
      GOWORK: "off",
    },
    stdio: ["ignore", "pipe", "pipe"],
    maxBuffer: 1 << 26,
  });
}

/** Everything that LLVM's rule for lines has a case for: gaps, macros, skipped code, several regions on a line. */
const PROGRAM = `#include <stdio.h>
#define MAX(a, b) ((a) > (b) ? (a) : (b))
static int unused(int x) {
  return x * 2;
}
static int pick(int x) {
  if (x > 3 && x < 9) {
    return 1;
  } else if (x == 42) {
    return 2;
  }

  for (int i = 0; i < x; i++) { if (i == 2) continue;
    x += MAX(i, 1) > 100; }
  switch (x) {
  case 1: return 5;
  case 2:
    puts("two");
    break;
  default: return x ? 7 : 8;
  }
  return 0;
}
#if 0
int skipped(void) { return 1; }
#endif
int main(int argc, char **argv) {
  int total = 0;
  while (argc < 5) { total += pick(argc); argc++; }
  if (total == 12345) { unused(total);
    puts("never"); } else puts("ok");
  return 0;
}
`;

describe.skipIf(!has("clang", "llvm-cov", "llvm-profdata"))("llvm-cov", () => {
  test("every line has the count that `llvm-cov show` shows, from JSON and from LCOV", () => {
    write({ "a.c": PROGRAM });
    run("clang", "-fprofile-instr-generate", "-fcoverage-mapping", "a.c", "-o", "a");
    run(join(folder, "a"));
    run("llvm-profdata", "merge", "run.profraw", "-o", "a.profdata");
    const shown = run("llvm-cov", "show", "./a", "-instr-profile=a.profdata")
      .toString()
      .split("\n")
      .flatMap((line) => {
        const row = /^\s*(\d+)\|\s*(\d+)\|/.exec(line);
        return row === null ? [] : [`${row[1]}:${row[2]}`];
      });
    expect(shown.length).toBeGreaterThan(20);
    const counts = (report: ReturnType<typeof llvmCov.parse>) => {
      const { lines } = [...report.files.values()][0]!;
      return Array.from(lines.line, (line, at) => `${line}:${lines.hits[at]}`);
    };
    const exported = run("llvm-cov", "export", "./a", "-instr-profile=a.profdata");
    const json = llvmCov.parse([exported]);
    expect(counts(json)).toEqual(shown);
    // Its own summary leaves out the macro's line, which it shows.
    const { lines } = JSON.parse(exported.toString()).data[0].totals;
    expect(reportTotals(json, "declared").lines).toEqual({ covered: lines.covered, total: lines.count });
    expect(counts(lcov.parse([run("llvm-cov", "export", "./a", "-instr-profile=a.profdata", "-format=lcov")]))).toEqual(
      shown,
    );
  });
});

describe.skipIf(!has("go"))("go test", () => {
  test("the total is that of `go tool cover -func`, also when every test binary repeats every block", () => {
    write({
      "go.mod": "module example.com/demo\n\ngo 1.21\n",
      "a/a.go":
        "package a\n\nfunc Pick(x int) int {\n\tif x > 3 {\n\t\treturn 1\n\t}\n\tfor i := 0; i < x; i++ {\n\t\tx--\n\t}\n\treturn x\n}\n\nfunc Never() { println(1); println(2) }\n",
      "a/a_test.go": 'package a\n\nimport "testing"\n\nfunc TestPick(t *testing.T) { Pick(1) }\n',
      "b/b.go":
        'package b\n\nimport "example.com/demo/a"\n\nfunc Twice(x int) int {\n\tswitch {\n\tcase x == 0:\n\t\treturn 0\n\tcase x > 9:\n\t\treturn 9\n\t}\n\treturn 2 * a.Pick(x)\n}\n',
      "b/b_test.go": 'package b\n\nimport "testing"\n\nfunc TestTwice(t *testing.T) { Twice(5); Twice(0) }\n',
    });
    for (const mode of ["set", "atomic"]) {
      run("go", "test", `-covermode=${mode}`, "-coverpkg=./...", "-coverprofile=cover.out", "./...");
      const total = /^total:\s+\(statements\)\s+([\d.]+)%$/m.exec(
        run("go", "tool", "cover", "-func=cover.out").toString(),
      )?.[1];
      const report = go.parse([readFileSync(join(folder, "cover.out"))]);
      expect(report.files.size).toBe(2);
      // go rounds to one decimal; ours is exact.
      const { covered, total: all } = reportTotals(report, "lines").lines;
      expect(`${((covered / all) * 100).toFixed(1)} of ${floorPercent({ covered, total: all })}`).toBe(
        `${total} of ${floorPercent({ covered, total: all })}`,
      );
    }
  });
});
