import { ReportError } from "@jessy-actions/reading/report-error";
import { expect, test } from "vitest";
import { parseText, plain } from "../../testing/plain-report.ts";
import { recognises } from "../../testing/recognition.ts";
import { reportTotals } from "../totals.ts";
import { istanbul } from "./istanbul.ts";

recognises(
  istanbul,
  { name: "istanbul", title: "Istanbul JSON", usualNames: ["coverage-final.json"] },
  {
    own: ['{"a":{"statementMap":{},"s":{}}}', '  {"fnMap"  :', '{"branchMap":', '{"statementMap":'],
    foreign: ['["statementMap":', 'x{"statementMap":', '{"statementMaps":', '{"statementMap"=', '{"lines":'],
  },
);

const at = (line: number, column = 0) => ({ start: { line, column }, end: { line, column: column + 5 } });

function fileOf(file: object): string {
  return JSON.stringify({ "/w/src/a.ts": { path: "/w/src/a.ts", statementMap: {}, s: {}, ...file } });
}

test("a line has the most hits of the statements that start on it", () => {
  const file = { statementMap: { 0: at(1), 1: at(1, 9), 2: at(2) }, s: { 0: 3, 1: 0, 2: 0 } };
  expect(plain(istanbul, fileOf(file))).toEqual({ "/w/src/a.ts": { lines: "1:3, 2:0" } });
});

test("branches have the line of their `if`, also an implicit else without a place", () => {
  const file = {
    branchMap: {
      0: { type: "if", loc: at(4, 2), locations: [at(4, 2), { start: {}, end: {} }] },
      1: { type: "default-arg", line: 6, locations: [at(6)] },
      2: { type: "cond-expr", locations: [at(8), at(9)] },
    },
    b: { 0: [1, 0], 1: [2], 2: [0, 5] },
  };
  expect(plain(istanbul, fileOf(file))["/w/src/a.ts"]?.branches).toBe(
    "4[if@2-4.7.0]:1, 4[if@2-4.7.1]:0, 6[default-arg@1.0]:2, 8[cond-expr@2.0]:0, 9[cond-expr@2.1]:5",
  );
});

test("branches of one type that start at one place, as lowered `a?.b?.c` has them, stay apart by their ends", () => {
  const file = {
    branchMap: {
      0: { type: "cond-expr", loc: { start: { line: 3, column: 0 }, end: { line: 3, column: 4 } } },
      1: { type: "cond-expr", loc: { start: { line: 3, column: 0 }, end: { line: 3, column: 7 } } },
    },
    b: { 0: [1, 0], 1: [0, 1] },
  };
  expect(reportTotals(parseText(istanbul, fileOf(file)), "lines").branches).toEqual({ covered: 2, total: 4 });
});

test("functions, named or not", () => {
  const file = {
    fnMap: { 0: { name: "run", decl: at(3), loc: at(4) }, 1: { decl: at(9) }, 2: { name: "lost", loc: { start: {} } } },
    f: { 0: 1, 1: 0 },
  };
  expect(plain(istanbul, fileOf(file))["/w/src/a.ts"]?.functions).toBe("0 lost:0, 3 run:1, 9 (anonymous_1):0");
});

test("babel's wrapper, a key without a path, and names of the prototype", () => {
  const entry = (line: number) => ({ statementMap: { 0: at(line) }, s: { 0: 1 } });
  const text = `{"a.js":{"data":${JSON.stringify({ path: "/w/a.js", ...entry(1) })}},"b.js":${JSON.stringify(entry(2))},"__proto__":${JSON.stringify(entry(3))},"constructor":${JSON.stringify(entry(4))}}`;
  const report = parseText(istanbul, text);
  expect([...report.files.keys()]).toEqual(["/w/a.js", "b.js", "__proto__", "constructor"]);
});

test("code that a source map left without a place has no line", () => {
  expect(plain(istanbul, fileOf({ statementMap: { 0: { start: { line: null } } }, s: { 0: 1 } }))).toEqual({
    "/w/src/a.ts": {},
  });
});

test.each<[string, file: object, expected: object]>([
  ["a line that is a text", { statementMap: { 0: { start: { line: "3" } } }, s: { 0: 1 } }, {}],
  ["line 0", { statementMap: { 0: at(0) }, s: { 0: 1 } }, {}],
  ["a branch without a place", { branchMap: { 0: { type: "if" } }, b: { 0: [1, 0] } }, {}],
  ["a branch without a type", { branchMap: { 0: { loc: at(2) } }, b: { 0: [1] } }, { branches: "2[@0-2.5.0]:1" }],
  [
    "a branch whose place has no end",
    { branchMap: { 0: { type: "if", loc: { start: { line: 2, column: 4 } } } }, b: { 0: [1] } },
    { branches: "2[if@4-..0]:1" },
  ],
  [
    "a count that is a text",
    { branchMap: { 0: { type: "if", loc: at(2) } }, b: { 0: ["x"] } },
    { branches: "2[if@0-2.5.0]:0" },
  ],
  ["a function with only a place", { fnMap: { 0: { name: "f", loc: at(4) } }, f: {} }, { functions: "4 f:0" }],
])("%s", (_, file, expected) => {
  expect(plain(istanbul, fileOf(file))).toEqual({ "/w/src/a.ts": expected });
});

test("the same code in two entries is two runs", () => {
  const entry = { path: "/w/a.ts", statementMap: { 0: at(1), 1: at(2) }, s: { 0: 1, 1: 0 } };
  const text = JSON.stringify({ x: entry, y: { ...entry, s: { 0: 2, 1: 0 } } });
  expect(plain(istanbul, text)).toEqual({ "/w/a.ts": { lines: "1:3, 2:0" } });
});

test("a file that no test loaded (`all: true`) and a branch nobody counted", () => {
  const file = { all: true, branchMap: { 0: { type: "if", loc: at(1), locations: [at(1)] } }, fnMap: {}, b: {}, f: {} };
  expect(plain(istanbul, fileOf(file))).toEqual({ "/w/src/a.ts": {} });
});

test("counts beyond 53 bits saturate; those that are endless or negative are misses", () => {
  const statementMap = { 0: at(1), 1: at(2), 2: at(3) };
  const text = fileOf({ statementMap, s: { 0: 1e300, 1: -3, 2: 0 } }).replace('"2":0', '"2":1e400');
  expect(plain(istanbul, text)["/w/src/a.ts"]?.lines).toBe(`1:${Number.MAX_SAFE_INTEGER}, 2:0, 3:0`);
});

test.each([
  ["a list", "[]", "its content is not an object but []"],
  ["no statements", '{"a.js":{"path":"a.js"}}', '`["a.js"].statementMap` is not an object but missing'],
  [
    "a count that is none",
    fileOf({ statementMap: { 0: at(1) }, s: { 0: "x" } }),
    '`["/w/src/a.ts"].s.0` is not a number but "x"',
  ],
  [
    "branches that are no list",
    fileOf({ branchMap: { 0: { type: "if", loc: at(1) } }, b: { 0: 1 } }),
    '`["/w/src/a.ts"].b.0` is not a list but 1',
  ],
])("%s is refused by its place", (_, text, message) => {
  expect(() => parseText(istanbul, text)).toThrow(new ReportError(message));
});
