import { expect, test } from "vitest";
import { parseText, plain, plainReport } from "../../testing/plain-report.ts";
import { recognises } from "../../testing/recognition.ts";
import { mergeReports } from "../merge.ts";
import { reportTotals } from "../totals.ts";
import { scoverage } from "./scoverage.ts";

recognises(
  scoverage,
  { name: "scoverage", title: "scoverage XML", usualNames: ["scoverage.xml"] },
  { own: ["<scoverage/>", '<?xml version="1.0"?><scoverage '], foreign: ["<scoverages>", "<coverage>"] },
);

const reportOf = (classes: string) =>
  `<?xml version="1.0"?><scoverage statement-count="4" statements-invoked="2" statement-rate="50.00" branch-rate="50.00" version="1.0" timestamp="1"><packages><package name="p"><classes>${classes}</classes></package></packages></scoverage>`;

const statement = (line: number | string, start: number, hits: number, more = "") =>
  `<statement package="p" class="A" class-type="Class" full-class-name="p.A" source="/w/src/main/scala/p/A.scala" method="f" start="${start}" end="${start + 5}" line="${line}" symbol="p.A.f" tree="Apply" invocation-count="${hits}" ${more}>code</statement>`;

const PATH = "/w/src/main/scala/p/A.scala";

test("the total is in statements, and a line is covered when one of its statements ran", () => {
  const report = parseText(
    scoverage,
    reportOf(
      `<class name="p.A" filename="p/A.scala"><methods><method name="p/A/f" statement-count="4"><statements>${statement(3, 20, 2, 'branch="false" ignored="false"')}${statement(3, 30, 0, 'branch="true"')}${statement(4, 40, 1, 'branch="true"')}${statement(5, 50, 0)}</statements></method></methods></class>`,
    ),
  );
  expect(reportTotals(report, "lines")).toEqual({
    lines: { covered: 2, total: 4 },
    branches: { covered: 1, total: 2 },
    functions: { covered: 1, total: 1 },
  });
  expect(plain(scoverage, reportOf(""))).toEqual({});
  const file = report.files.get(PATH)!;
  expect([...file.lines.line].map((line, at) => [line, file.lines.hits[at]])).toEqual([
    [3, 2],
    [4, 1],
    [5, 0],
  ]);
});

test("ignored statements do not count", () => {
  const ignored = statement(9, 90, 0, 'ignored="true"');
  expect(plain(scoverage, reportOf(`<class>${statement(1, 1, 1)}${ignored}</class>`))).toEqual({
    [PATH]: { lines: "1:1", blocks: "1.1-1.6 1:1" },
  });
});

test("a statement without a source is in its class's file; one without either is noted", () => {
  const bare = '<statement line="2" start="1" end="2" invocation-count="1"/>';
  const report = parseText(scoverage, reportOf(`<class filename="p/B.scala">${bare}</class><class>${bare}</class>`));
  expect([...report.files.keys()]).toEqual(["p/B.scala"]);
  expect(report.warnings).toEqual([{ message: "statements that name no file, left out: 1 (first on line 1)" }]);
});

test("a method is in the file of its statements, from its first line on", () => {
  const method = (name: string, statements: string) =>
    `<method name="${name}"><statements>${statements}</statements></method>`;
  const content = `<class>${method("f", statement(7, 70, 0) + statement(6, 60, 0))}${method("empty", "")}${method("g", statement(8, 80, 3))}</class>`;
  expect(plain(scoverage, reportOf(content))[PATH]?.functions).toBe("6 f:0, 8 g:3");
});

test("a method's bad lines and counts do not make it begin nowhere or run never", () => {
  const content = `<method name="f">${statement("x", 1, 2)}${statement(0, 2, 0)}${statement(9, 3, 5).replace('"5"', '"?"')}${statement(8, 4, 1)}</method>${statement(2, 5, 9)}`;
  const report = parseText(scoverage, reportOf(`<class>${content}</class>`));
  expect(plainReport(report)[PATH]?.functions).toBe("8 f:2");
  expect(report.warnings.map(({ message }) => message)).toEqual([
    "records whose line number cannot be, left out: 4 (first on line 1)",
    "hit counts that are not numbers, read as 0: 2 (first on line 1)",
  ]);
});

test("places are apart by file, and each further statement at one has an end of its own", () => {
  const elsewhere = statement(1, 1, 0).replace("A.scala", "B.scala");
  const content = `<class>${statement(1, 1, 1)}${elsewhere}${statement(1, 1, 0)}${statement(1, 1, 0)}</class>`;
  const files = plain(scoverage, reportOf(content));
  expect(files[PATH]?.blocks).toBe("1.1-1.6 1:1, 1.1-1.1048582 1:0, 1.1-1.2097158 1:0");
  expect(files[PATH.replace("A", "B")]?.blocks).toBe("1.1-1.6 1:0");
});

test("an empty source is none, and the class's file stands in", () => {
  const bare = '<statement source="" line="2" start="1" end="2" invocation-count="1"/>';
  const report = parseText(scoverage, reportOf(`<class filename="">${bare}</class>`));
  expect([report.files.size, report.warnings.length]).toEqual([0, 1]);
});

test("statements at one place, as the compiler makes them, are several, and the same ones in every shard", () => {
  const shard = (a: number, b: number) =>
    parseText(scoverage, reportOf(`<class>${statement(1, 1, a)}${statement(1, 1, b)}${statement(1, 9, 0)}</class>`));
  expect(reportTotals(shard(1, 0), "lines").lines).toEqual({ covered: 1, total: 3 });
  expect(reportTotals(mergeReports([shard(1, 0), shard(0, 1)]), "lines").lines).toEqual({ covered: 2, total: 3 });
});
