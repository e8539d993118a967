import { ReportError } from "@jessy-actions/reading/report-error";
import { describe, expect, test } from "vitest";
import { isDeep } from "../../reading/testing/depth.ts";
import { plainReport } from "../testing/plain-report.ts";
import { random } from "../testing/random.ts";
import { formatNamed, REPORT_FORMATS } from "./formats.ts";
import type { FileCoverage, FormatName } from "./model.ts";
import { readSnapshot } from "./snapshot.ts";
import { reportTotals } from "./totals.ts";

/** Small valid reports, one of each format, to damage. */
const SEEDS: Readonly<Record<FormatName, string>> = {
  lcov: "TN:t\nSF:src/a.rs\nFN:1,main\nFNDA:2,main\nFNF:1\nFNH:1\nBRDA:3,0,0,1\nBRDA:3,0,1,-\nBRF:2\nBRH:1\nDA:1,2\nDA:3,0\nLF:2\nLH:1\nend_of_record\nSF:b.rs\nDA:1,18446744073709551615\nend_of_record\n",
  go: "mode: atomic\nex.com/m/a.go:3.13,5.2 2 1\nex.com/m/a.go:7.20,9.4 1 0\nb.go:1.1,2.9 0 3\n",
  cobertura:
    '<?xml version="1.0"?><!DOCTYPE coverage SYSTEM "x.dtd"><coverage line-rate="0.5"><sources><source>/w</source></sources><packages><package name="p"><classes><class filename="a&amp;b.py"><methods><method name="f" signature="()"><lines><line number="1" hits="1"/></lines></method></methods><lines><line number="1" hits="1" branch="true" condition-coverage="50% (1/2)"/><line number="9" hits="0"/></lines></class></classes></package></packages></coverage>',
  jacoco:
    '<?xml version="1.0"?><!DOCTYPE report PUBLIC "-//JACOCO//DTD Report 1.1//EN" "report.dtd"><report name="x"><sessioninfo id="a" start="1" dump="2"/><group name="g"><package name="p"><class name="p/A" sourcefilename="A.java"><method name="m" desc="()V" line="3"><counter type="METHOD" missed="0" covered="1"/></method></class><sourcefile name="A.java"><line nr="3" mi="1" ci="2" mb="1" cb="1"/><counter type="LINE" missed="1" covered="2"/></sourcefile></package></group></report>',
  clover:
    '<?xml version="1.0"?><coverage generated="1" clover="4.4.1"><project timestamp="1"><file name="A.php" path="/w/A.php"><line num="3" type="method" name="m" count="1"/><line num="4" type="cond" truecount="1" falsecount="0"/><line num="5" type="stmt" count="0"/></file></project></coverage>',
  opencover:
    '<?xml version="1.0"?><CoverageSession><Modules><Module><Files><File uid="1" fullPath="/w/A.cs"/></Files><Classes><Class><Methods><Method><Name>A::m()</Name><FileRef uid="1"/><SequencePoints><SequencePoint vc="1" sl="3" el="4" fileid="1"/></SequencePoints><BranchPoints><BranchPoint vc="0" sl="3" path="1" offset="2" offsetend="4" fileid="1"/></BranchPoints></Method></Methods></Class></Classes></Module></Modules></CoverageSession>',
  "llvm-cov":
    '{"data":[{"files":[{"filename":"/w/a.rs","segments":[[1,1,2,true,true,false],[3,2,0,false,false,false]],"branches":[[2,1,2,5,1,0,0,0,4]],"summary":{"lines":{"count":3,"covered":3},"functions":{"count":1,"covered":1},"branches":{"count":2,"covered":1}}}],"functions":[{"name":"m","count":2,"filenames":["/w/a.rs"],"regions":[[1,1,3,2,2,0,0,0]]}]}],"type":"llvm.coverage.json.export","version":"2.0.1"}',
  istanbul:
    '{"/w/a.ts":{"path":"/w/a.ts","statementMap":{"0":{"start":{"line":1,"column":0},"end":{"line":1,"column":9}}},"fnMap":{"0":{"name":"f","decl":{"start":{"line":1,"column":0}},"loc":{"start":{"line":1,"column":0}}}},"branchMap":{"0":{"type":"if","loc":{"start":{"line":2,"column":1}},"locations":[{"start":{"line":2,"column":1}},{"start":{}}]}},"s":{"0":3},"f":{"0":1},"b":{"0":[1,0]}}}',
  "istanbul-summary":
    '{"total":{"lines":{"total":2,"covered":1,"skipped":0,"pct":50}},"/w/a.ts":{"lines":{"total":2,"covered":1,"skipped":0,"pct":50},"branches":{"total":0,"covered":0},"functions":{"total":1,"covered":1}}}',
  "coverage.py":
    '{"meta":{"format":3,"branch_coverage":true},"files":{"a.py":{"executed_lines":[1,2],"missing_lines":[4],"excluded_lines":[],"executed_branches":[[1,2]],"missing_branches":[[2,-1]],"functions":{"f":{"executed_lines":[2],"missing_lines":[4],"start_line":2}}}}}',
  scoverage:
    '<?xml version="1.0"?><scoverage statement-count="2" statements-invoked="1"><packages><package name="p"><classes><class name="p.A" filename="p/A.scala"><methods><method name="p.A.f"><statements><statement source="/w/p/A.scala" line="3" start="20" end="29" branch="true" invocation-count="1" ignored="false"/><statement source="/w/p/A.scala" line="3" start="30" end="39" branch="false" invocation-count="0" ignored="false"/></statements></method></methods></class></classes></package></packages></scoverage>',
  simplecov:
    '{"RSpec":{"coverage":{"/w/a.rb":{"lines":[1,null,0,"ignored"],"branches":{"[:if, 0, 3, 2, 7, 5]":{"[:then, 1, 4, 4, 4, 9]":1}}}},"timestamp":1}}',
};

/** What damaged files hold in place of what should be there. */
const PIECES = [
  "0",
  "-1",
  "1000000000",
  "99999999999999999999",
  "1e308",
  "NaN",
  ",",
  "\n",
  "\0",
  "\ufeff",
  "<",
  ">",
  '"',
  "&",
  "{",
  "[",
  "]",
  "null",
  "true",
  "__proto__",
  "SF:",
  "end_of_record",
  "/../",
  "\u{1f600}",
  "<!--",
  "]]>",
];

/** The seed of the run: a failure is repeated by it. */
const SEED = Number(process.env.FUZZ_SEED ?? 20261123);
const ROUNDS = isDeep ? 1500 : 150;

function damage(text: string, next: () => number): Uint8Array {
  const below = (limit: number) => Math.floor(next() * limit);
  let damaged = text;
  for (let times = 1 + below(4); times > 0; times--) {
    const from = below(damaged.length + 1);
    const to = Math.min(damaged.length, from + below(12));
    switch (below(5)) {
      case 0:
        damaged = damaged.slice(0, from) + damaged.slice(to);
        break;
      case 1:
        damaged = damaged.slice(0, to) + damaged.slice(from);
        break;
      case 2:
        damaged = damaged.slice(0, from) + PIECES[below(PIECES.length)] + damaged.slice(to);
        break;
      case 3:
        damaged = damaged.slice(0, from);
        break;
      case 4:
        damaged = damaged.slice(0, from) + String.fromCharCode(below(256)) + damaged.slice(from + 1);
        break;
    }
  }
  const bytes = Buffer.from(damaged);
  if (below(4) === 0 && bytes.length > 0) bytes[below(bytes.length)] = below(256);
  return bytes;
}

/** Only a report, with sane totals and tables, or the one error that names what is wrong. */
function survives(parse: () => Parameters<typeof reportTotals>[0]): void {
  try {
    const report = parse();
    for (const file of report.files.values()) expectSorted(file);
    const { lines, branches, functions } = reportTotals(report, "lines");
    for (const { covered, total } of [lines, branches, functions]) {
      expect(Number.isSafeInteger(covered) && Number.isSafeInteger(total) && covered >= 0 && covered <= total).toBe(
        true,
      );
    }
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    expect(error.message).not.toMatch(/\n/);
  }
}

/** Everything downstream takes for granted that the tables ascend by their keys, without repeats. */
function expectSorted({ lines, branches, branchCounts, functions, blocks }: FileCoverage): void {
  const compare = (a: readonly (number | string)[], b: readonly (number | string)[]) => {
    const at = a.findIndex((value, index) => value !== b[index]);
    return at === -1 ? 0 : a[at]! < b[at]! ? -1 : 1;
  };
  const check = (rows: number, key: (at: number) => readonly (number | string)[]) => {
    for (let at = 1; at < rows; at++)
      if (compare(key(at - 1), key(at)) >= 0) expect([key(at - 1), key(at)]).toBe("sorted");
  };
  check(lines.line.length, (at) => [lines.line[at]!]);
  check(branches.line.length, (at) => [branches.line[at]!, branches.block[at]!, branches.branch[at]!]);
  check(branchCounts.line.length, (at) => [branchCounts.line[at]!]);
  check(functions.line.length, (at) => [functions.line[at]!, functions.name[at]!]);
  if (blocks !== undefined)
    check(blocks.startLine.length, (at) => [
      blocks.startLine[at]!,
      blocks.startColumn[at]!,
      blocks.endLine[at]!,
      blocks.endColumn[at]!,
    ]);
}

/** Numbers that counters wrap, tables cannot hold, or loops never reach. */
const NUMBERS = [
  "0",
  "-1",
  "1.5",
  "65536",
  "1000000000",
  "2147483647",
  "2147483648",
  "4294967295",
  "4294967296",
  "9007199254740993",
  "18446744073709551615",
  "1e300",
  "1e999",
  "-1e999",
];

describe.each(REPORT_FORMATS.map((format) => [format.name, format] as const))("%s", (name, format) => {
  const seed = SEEDS[name];

  test("its seed is a report", () => {
    expect(format.detect(seed)).toBe(true);
    expect(format.parse([Buffer.from(seed)]).files.size).toBeGreaterThan(0);
  });

  test(`${ROUNDS} damaged reports of seed ${SEED} are a report or one clear error`, () => {
    const next = random(SEED);
    for (let round = 0; round < ROUNDS; round++) {
      const bytes = damage(seed, next);
      try {
        survives(() => format.parse([bytes]));
      } catch (error) {
        throw new Error(`round ${round}: ${JSON.stringify(Buffer.from(bytes).toString("latin1"))}`, { cause: error });
      }
    }
  });

  test("cut off anywhere", () => {
    const bytes = Buffer.from(seed);
    for (let end = 0; end <= bytes.length; end++) survives(() => format.parse([bytes.subarray(0, end)]));
  });

  test("cut into two pieces at any byte it is the same report", () => {
    const bytes = Buffer.from(seed);
    const whole = plainReport(format.parse([bytes]));
    for (let at = 0; at <= bytes.length; at++) {
      expect(plainReport(format.parse([bytes.subarray(0, at), bytes.subarray(at)])), `cut at ${at}`).toEqual(whole);
    }
  });

  test("in pieces that all come in one buffer it is the same report", () => {
    const bytes = Buffer.from(seed);
    function* pieces(): Iterable<Uint8Array> {
      const buffer = Buffer.alloc(11);
      for (let at = 0; at < bytes.length; at += buffer.length)
        yield buffer.subarray(0, bytes.copy(buffer, 0, at, at + buffer.length));
    }
    expect(plainReport(format.parse(pieces()))).toEqual(plainReport(format.parse([bytes])));
  });

  test("with any of its numbers replaced by one that cannot be", () => {
    const arrayBuffers = process.memoryUsage().arrayBuffers;
    for (const { index, 0: found } of seed.matchAll(/-?\d+/g)) {
      for (const number of NUMBERS) {
        const text = seed.slice(0, index) + number + seed.slice(index + found.length);
        try {
          survives(() => format.parse([Buffer.from(text)]));
        } catch (error) {
          throw new Error(`${number} at ${index}: ${text}`, { cause: error });
        }
      }
    }
    expect(process.memoryUsage().arrayBuffers - arrayBuffers).toBeLessThan(500_000_000);
  });

  test("with any part of it repeated", () => {
    const parts = seed.split(/(?<=[\n>},])/);
    for (let from = 0; from < parts.length; from++) {
      for (const length of [1, 2, 5, 20]) {
        const part = parts.slice(from, from + length);
        survives(() =>
          format.parse([
            Buffer.from([...parts.slice(0, from), ...part, ...part, ...parts.slice(from + length)].join("")),
          ]),
        );
      }
    }
  });

  test("nested a hundred thousand times, in whatever it nests", () => {
    for (const [open, close] of [
      ["[", "]"],
      ['{"files":', "}"],
      ['{"data":[', "]}"],
      ["<a>", "</a>"],
      ["<group>", "</group>"],
      ["<!DOCTYPE a [", "]>"],
      ["<!--", "-->"],
      ["<![CDATA[", "]]>"],
    ] as const) {
      survives(() => format.parse([Buffer.from(open.repeat(100_000))]));
      survives(() => format.parse([Buffer.from(open.repeat(100_000) + close.repeat(100_000))]));
      const middle = Math.floor(seed.length / 2);
      for (const at of [0, seed.indexOf(">") + 1, seed.indexOf(":") + 1, middle])
        survives(() => format.parse([Buffer.from(seed.slice(0, at) + open.repeat(100_000) + seed.slice(at))]));
    }
  });

  test("no entity of its DOCTYPE is expanded, no other file is read", () => {
    const laughs = Array.from({ length: 30 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join("");
    const doctype = `<!DOCTYPE x [<!ENTITY l0 "lol">${laughs}<!ENTITY f SYSTEM "file:///proc/self/environ">]>`;
    const text = seed
      .replace(/^(<\?xml[^>]*>)?(<!DOCTYPE[^>]*>)?/, `$1${doctype}`)
      .replace(/"([^"]*\.\w+)"/, '"&l30;&f;$1"');
    survives(() => format.parse([Buffer.from(text)]));
    if (!seed.startsWith("<")) return;
    const names = [...format.parse([Buffer.from(text)]).files.keys()].join();
    expect(names.length).toBeLessThan(100);
    expect(names).not.toContain("PATH=");
  });

  test("in pieces of any size it is the same report", () => {
    const bytes = Buffer.from(seed);
    const whole = reportTotals(format.parse([bytes]), "lines");
    for (const size of [1, 2, 3, 7, 64]) {
      const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
        bytes.subarray(at * size, (at + 1) * size),
      );
      expect(reportTotals(format.parse(pieces), "lines")).toEqual(whole);
    }
  });

  test("a million of the same byte is refused without filling the memory", () => {
    for (const byte of ["[", "{", "<", "a", "\n", " ", "\0"])
      survives(() => format.parse([Buffer.alloc(1_000_000, byte)]));
  });
});

test.each<[FormatName, string]>([
  ["lcov", "SF:a\nDA:1000000000,1\nDA:1,1\nBRDA:1000000000,0,0,1\nFN:1000000000,f\nend_of_record\n"],
  ["go", "mode: set\na.go:1000000000.1,1000000000.9 1 1\n"],
  [
    "cobertura",
    '<coverage line-rate="1"><class filename="a"><lines><line number="1000000000" hits="1" condition-coverage="50% (1/2)"/></lines></class></coverage>',
  ],
  ["jacoco", '<report><package><sourcefile name="a"><line nr="1000000000" ci="1"/></sourcefile></package></report>'],
  ["clover", '<coverage generated="1"><file path="a"><line num="1000000000" type="stmt" count="1"/></file></coverage>'],
  [
    "opencover",
    '<CoverageSession><Module><File uid="1" fullPath="a"/><SequencePoint fileid="1" sl="16000000" el="1000000000" vc="1"/></Module></CoverageSession>',
  ],
  ["llvm-cov", '{"data":[{"files":[{"filename":"a","segments":[[1000000000,1,1,true,true,false]]}]}]}'],
  ["istanbul", '{"a":{"statementMap":{"0":{"start":{"line":1000000000,"column":0}}},"s":{"0":1}}}'],
  ["coverage.py", '{"files":{"a":{"executed_lines":[1000000000],"missing_lines":[]}}}'],
])("%s: a line far below the rest takes no room", (name, text) => {
  const before = process.memoryUsage().arrayBuffers;
  const report = formatNamed(name).parse([Buffer.from(text)]);
  expect(reportTotals(report, "lines").lines.covered).toBeGreaterThan(0);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10_000_000);
});

test("line 10^9 costs nothing", () => {
  const before = process.memoryUsage().arrayBuffers;
  const lcov = REPORT_FORMATS.find((format) => format.name === "lcov")!;
  const report = lcov.parse([Buffer.from("SF:a\nDA:1000000000,1\nend_of_record\n")]);
  expect(reportTotals(report, "lines").lines).toEqual({ covered: 1, total: 1 });
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10_000_000);
});

test("a report of spans that would fill the memory is refused", () => {
  const go = REPORT_FORMATS.find((format) => format.name === "go")!;
  const blocks = Array.from(
    { length: 2000 },
    (_, at) => `a.go:${at * 100_000 + 1}.1,${at * 100_000 + 99_999}.9 1 1\n`,
  ).join("");
  expect(() => go.parse([Buffer.from(`mode: set\n${blocks}`)])).toThrow(/^a file has more than 16777216 records/);
});

test("a line without an end is refused before it is whole", () => {
  const lcov = REPORT_FORMATS.find((format) => format.name === "lcov")!;
  let given = 0;
  function* endless(): Iterable<Uint8Array> {
    while (true) {
      given++;
      yield Buffer.alloc(100_000, "x");
    }
  }
  expect(() => lcov.parse(endless())).toThrow(ReportError);
  expect(given).toBeLessThan(20);
});

test("damaged baselines are refused or read, never anything else", () => {
  const seed =
    '{"schema":"jessy-actions/coverage-snapshot/v1","meta":{"repository":"o/r","sha":"aa","gate":{"min-coverage":"80"}},"files":{\n"a.go":{"hit":[0,3,2,1],"missed":[4,1],"branches":[1,1,2],"functions":[1,2],"blocks":[1,1,3,2,2,1],"declared":{"lines":[1,2]}}\n}}\n';
  const next = random(SEED);
  for (let round = 0; round < ROUNDS; round++) {
    const bytes = damage(seed, next);
    survives(() => readSnapshot([bytes]).report);
  }
});
