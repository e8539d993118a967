import { ReportError } from "@jessy-actions/reading/report-error";
import { describe, expect, test } from "vitest";
import { parseText, plain } from "../../testing/plain-report.ts";
import { recognises } from "../../testing/recognition.ts";
import { detectFormat } from "../formats.ts";
import { simplecov } from "./simplecov.ts";

recognises(
  simplecov,
  { name: "simplecov", title: "SimpleCov JSON", usualNames: [".resultset.json"] },
  {
    own: [
      '{"coverage":{"a":{"lines":[]}}}',
      '  {"coverage"  :  {  "a"  :  [',
      '{"coverage":{"a":{  "branches"  :',
      '{"simplecov_version"  :',
      '{"files"  :  [  {  "filename"  :  "a"  ,  "covered_percent"  :',
      '{"files":[{"filename":"","coverage":',
    ],
    foreign: [
      'x{"simplecov_version":',
      '{"coverage":{"a":{"functions":',
      '{"coverage":["a"',
      '{"files":[{"filename":"a","lines":',
      '{"files":{"filename":"a","coverage":',
      '{"coverage":{"a":"lines":',
    ],
  },
);

test("a list of counts, a line each: null is not relevant, `ignored` neither", () => {
  const text =
    '{"RSpec":{"coverage":{"/w/a.rb":{"lines":[null,1,0,"ignored",null,3]},"/w/old.rb":[0,null]},"timestamp":1}}';
  expect(plain(simplecov, text)).toEqual({ "/w/a.rb": { lines: "2:1, 3:0, 6:3" }, "/w/old.rb": { lines: "1:0" } });
});

test("commands are runs: counts add, and nil never beats a count", () => {
  const text =
    '{"RSpec":{"coverage":{"a.rb":{"lines":[1,null,0]}}},"Minitest":{"coverage":{"a.rb":{"lines":[2,0,null]}}}}';
  expect(plain(simplecov, text)).toEqual({ "a.rb": { lines: "1:3, 2:0, 3:0" } });
});

test("branches of the resultset are told apart by their condition", () => {
  const text =
    '{"RSpec":{"coverage":{"a.rb":{"lines":[1],"branches":{"[:if, 0, 3, 2, 7, 5]":{"[:then, 1, 4, 4, 4, 9]":1,"[:else, 2, 6, 4, 6, 9]":0}}}}}}';
  expect(plain(simplecov, text)["a.rb"]?.branches).toBe(
    "3[[:if, 0, 3, 2, 7, 5].[:else, 2, 6, 4, 6, 9]]:0, 3[[:if, 0, 3, 2, 7, 5].[:then, 1, 4, 4, 4, 9]]:1",
  );
});

test("the formatter's coverage.json", () => {
  const text =
    '{"meta":{"simplecov_version":"0.22.0"},"coverage":{"/w/a.rb":{"lines":[1,0,null],"branches":[{"type":"then","start_line":1,"end_line":1,"coverage":4,"inline":true},{"type":"else","start_line":1,"end_line":1,"coverage":0,"inline":true},{"type":"then","start_line":2,"end_line":2,"coverage":"ignored","inline":false}]}}}';
  expect(plain(simplecov, text)).toEqual({ "/w/a.rb": { lines: "1:1, 2:0", branches: "1[0.0]:4, 1[0.1]:0" } });
});

test("a count above what a number holds saturates, and a file without lines has none", () => {
  const text = '{"RSpec":{"coverage":{"a.rb":{"lines":[1e30,-2,0.5]},"b.rb":{"lines":null},"c.rb":{}}}}';
  expect(plain(simplecov, text)).toEqual({
    "a.rb": { lines: `1:${Number.MAX_SAFE_INTEGER}, 2:0, 3:1` },
    "b.rb": {},
    "c.rb": {},
  });
});

test("`__proto__` is a file name like any other", () => {
  const report = parseText(simplecov, '{"RSpec":{"coverage":{"__proto__":[1],"constructor":[0]}}}');
  expect([...report.files.keys()]).toEqual(["__proto__", "constructor"]);
});

test.each([
  ["a list", "[]", "its content is not an object but []"],
  ["a command without coverage", '{"RSpec":{"timestamp":1}}', '`["RSpec"].coverage` is not an object but missing'],
  [
    "lines that are no list",
    '{"RSpec":{"coverage":{"a.rb":{"lines":7}}}}',
    '`["RSpec"].coverage["a.rb"].lines` is not a list but 7',
  ],
  [
    "a branch that was run `often`",
    '{"RSpec":{"coverage":{"a.rb":{"lines":[1],"branches":{"[:if, 0, 3, 2, 7, 5]":{"[:then, 1, 4, 4, 4, 9]":"often"}}}}}}',
    '`["RSpec"].coverage["a.rb"].branches["[:if, 0, 3, 2, 7, 5]"]["[:then, 1, 4, 4, 4, 9]"]` is not a number but "often"',
  ],
])("%s is refused by its place", (_, text, message) => {
  expect(() => parseText(simplecov, text)).toThrow(new ReportError(message));
});

test.each([
  ["[:if, 12, 34, 2, 57, 5]", "34[[:if, 12, 34, 2, 57, 5].x]:1"],
  ["[:if,1,3,2,7,5]", "3[[:if,1,3,2,7,5].x]:1"],
  ["[:if, 0, 0, 0, 0, 0]", undefined],
  ["x[:if, 0, 3, 2, 7, 5]", undefined],
  ["a condition in other words", undefined],
])("branches of %s", (condition, expected) => {
  const text = JSON.stringify({ RSpec: { coverage: { "a.rb": { lines: [1], branches: { [condition]: { x: 1 } } } } } });
  expect(plain(simplecov, text)["a.rb"]?.branches).toBe(expected);
});

describe("the files of simplecov-json", () => {
  test("a list of counts for each file", () => {
    const text =
      '{"timestamp":1795786559,"command_name":"RSpec","files":[{"filename":"lib/store.rb","covered_percent":66.66,"coverage":[null,1,0,null,2]}],"metrics":{"covered_percent":66.66,"covered_lines":2,"total_lines":3}}';
    expect(plain(simplecov, text)).toEqual({ "lib/store.rb": { lines: "2:1, 3:0, 5:2" } });
    expect(detectFormat(new TextEncoder().encode(text))?.name).toBe("simplecov");
  });

  test("lines and branches, as newer versions have them", () => {
    const coverage = { lines: [1, null, "ignored"], branches: [{ start_line: 1, coverage: 0 }] };
    const text = JSON.stringify({ files: [{ filename: "a.rb", coverage }] });
    expect(plain(simplecov, text)).toEqual({ "a.rb": { lines: "1:1", branches: "1[0.0]:0" } });
  });

  test("a file without a name is refused by its place", () => {
    expect(() => parseText(simplecov, '{"files":[{"coverage":[]}]}')).toThrow(
      new ReportError("`files[0].filename` is not a string but missing"),
    );
  });
});
