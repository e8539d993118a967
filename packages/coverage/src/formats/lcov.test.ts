import { ReportError } from "@jessy-actions/reading/report-error";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { recognises } from "../../testing/recognition.ts";
import { mergeReports } from "../merge.ts";
import { type FileCoverage, MAX_HITS } from "../model.ts";
import { reportTotals } from "../totals.ts";
import { writeLcov } from "../writers/lcov.ts";
import { lcov } from "./lcov.ts";

recognises(
  lcov,
  { name: "lcov", title: "LCOV", usualNames: ["lcov.info", "*.lcov", "lcov.dat", "coverage.info", "*.lcov.info"] },
  {
    own: ["SF:a\nend_of_record\n", "TN:", "  SF:", "# a\n\n  # b\nTN:x", "\n\nSF:a"],
    foreign: ["x SF:", "DA:1,1", "# SF:", "#a SF:", "SF", "TN"],
  },
);

const encoder = new TextEncoder();

function parse(text: string) {
  return lcov.parse([encoder.encode(text)]);
}

function only(text: string): FileCoverage {
  const files = [...parse(text).files.values()];
  expect(files).toHaveLength(1);
  return files[0]!;
}

function lines(file: FileCoverage): [number, number][] {
  return [...file.lines.line].map((line, at) => [line, file.lines.hits[at]!]);
}

function branches({ branches: table }: FileCoverage): string[] {
  const name = (id: number) => (id < 0x80000000 ? String(id) : table.names[id - 0x80000000]!);
  return [...table.line].map(
    (line, at) => `${line},${name(table.block[at]!)},${name(table.branch[at]!)},${table.taken[at]}`,
  );
}

function functions({ functions: table }: FileCoverage): string[] {
  return table.name.map((name, at) => `${table.line[at]},${name},${table.hits[at]}`);
}

describe("lines", () => {
  test.each<[string, string, [number, number][]]>([
    [
      "plain",
      "DA:1,1\nDA:2,0\n",
      [
        [1, 1],
        [2, 0],
      ],
    ],
    ["with a checksum of the source line", "DA:1,3,2a787a1309f19379bb0e3d8434d2a18d\n", [[1, 3]]],
    ["checksum that begins with digits and e", "DA:6,0,e3Zx\n", [[6, 0]]],
    ["repeated lines are two runs and add up", "DA:1,1\nDA:1,2\n", [[1, 3]]],
    [
      "in any order",
      "DA:9,1\nDA:2,0\nDA:9,1\n",
      [
        [2, 0],
        [9, 2],
      ],
    ],
    [
      "CRLF",
      "DA:1,1\r\nDA:2,0\r\n",
      [
        [1, 1],
        [2, 0],
      ],
    ],
    [
      "CRLF after a checksum",
      "DA:1,1,abc\r\nDA:2,0,def\r\n",
      [
        [1, 1],
        [2, 0],
      ],
    ],
    ["a counter that wrapped below zero in 64 bits", "DA:1,18446744073709551611\n", [[1, MAX_HITS]]],
    [
      "a count in scientific notation",
      "DA:1,1.2e+19\nDA:2,1e2\n",
      [
        [1, MAX_HITS],
        [2, 100],
      ],
    ],
    ["a negative count", "DA:1,-4\n", [[1, 0]]],
    [
      "Istanbul's undefined",
      "DA:1,undefined\nDA:2,=====\nDA:3,nan\n",
      [
        [1, 0],
        [2, 0],
        [3, 0],
      ],
    ],
    ["line 0 is no line", "DA:0,7\nDA:1,1\n", [[1, 1]]],
    ["a lone far line takes no room", "DA:1000000000,1\n", [[1_000_000_000, 1]]],
    ["blanks around numbers", "DA: 3 , 4\n", [[3, 4]]],
    [
      "a count that a carriage return cuts is none",
      "DA:1,1\rx\nDA:2,3\n",
      [
        [1, 0],
        [2, 3],
      ],
    ],
    [
      "no count",
      "DA:1,\nDA:2,3\n",
      [
        [1, 0],
        [2, 3],
      ],
    ],
    [
      "other numbers",
      "DA:1,+4\nDA:2,5.\nDA:3,1E2\nDA:4,x4\nDA:5,4x\nDA:6,12e1\nDA:7,-\n",
      [
        [1, 4],
        [2, 5],
        [3, 100],
        [4, 0],
        [5, 0],
        [6, 120],
        [7, 0],
      ],
    ],
    ["numbers of other kinds", "DA:0x10,4\nDA:1e3,4\nDA:5,0x10\n", [[5, 0]]],
    ["lines that are none", "DA:1x,4\nDA:x1,4\nDA:1.5,4\nDA:1234567890123456,4\nDA:2,3\n", [[2, 3]]],
    ["no line", "DA:,1\nDA:x,1\nDA:2,3\n", [[2, 3]]],
    [
      "nine digits and ten",
      "DA:999999999,999999999\nDA:1000000000,1000000000\n",
      [
        [999_999_999, 999_999_999],
        [1_000_000_000, 1_000_000_000],
      ],
    ],
  ])("%s", (_, records, expected) => {
    expect(lines(only(`SF:a.c\n${records}end_of_record\n`))).toEqual(expected);
  });

  test("the same file twice adds up", () => {
    expect(lines(only("SF:a\nDA:1,1\nDA:2,0\nend_of_record\nSF:a\nDA:1,1\nDA:3,1\nend_of_record\n"))).toEqual([
      [1, 2],
      [2, 0],
      [3, 1],
    ]);
  });
});

describe("branches", () => {
  test.each<[string, string, string[]]>([
    [
      "taken, not taken, never reached",
      "BRDA:3,0,0,5\nBRDA:3,0,1,0\nBRDA:3,0,2,-\n",
      ["3,0,0,5", "3,0,1,0", "3,0,2,0"],
    ],
    ["the block is part of the identity", "BRDA:3,0,0,1\nBRDA:3,1,0,0\n", ["3,0,0,1", "3,1,0,0"]],
    ["repeats of one identity add up", "BRDA:3,0,0,0\nBRDA:3,0,0,2\n", ["3,0,0,2"]],
    ["a carriage return inside of a block's name", "BRDA:3,a\rb,0,1\n", ["3,a\rb,0,1"]],
    ["exception and fallthrough marks", "BRDA:3,e0,0,1\nBRDA:3,f1,0,0\n", ["3,0,0,1", "3,1,0,0"]],
    [
      "a block that has a name keeps all of its letters",
      "BRDA:3,else,0,1\nBRDA:3,Up,1,0\n",
      ["3,Up,1,0", "3,else,0,1"],
    ],
    ["line 0 is no line", "BRDA:0,0,0,1\nBRDA:3,0,0,1\n", ["3,0,0,1"]],
    ["a count in scientific notation, and one below zero", "BRDA:3,0,0,1e2\nBRDA:3,0,1,-7\n", ["3,0,0,100", "3,0,1,0"]],
    ["a count that wrapped in 64 bits", "BRDA:3,0,0,18446744073709551615\n", [`3,0,0,${MAX_HITS}`]],
    ["unreachable branches do not count", "BRDA:3,U0,0,-\nBRDA:3,eU0,1,-\nBRDA:3,0,2,1\n", ["3,0,2,1"]],
    ["an expression with commas", "BRDA:3,0,f(a, b) ? 1 : 2,1\n", ["3,0,f(a, b) ? 1 : 2,1"]],
    ["blanks around numbers", "BRDA: 3 , 0 , 1 , 2 \nBRDA: 4 , 0 , 1 , - \n", ["3,0,1,2", "4,0,1,0"]],
    ["the same number, with blanks and without", "BRDA:3,12,0,1\nBRDA: 3,12,0,2\n", ["3,12,0,3"]],
    ["a mark alone", "BRDA:3,e,0,1\n", ["3,,0,1"]],
    ["two marks", "BRDA:3,ef12,0,1\n", ["3,12,0,1"]],
    ["names that hold digits", "BRDA:3,x1,1x,1\n", ["3,x1,1x,1"]],
    ["names are sorted", "BRDA:3,0,z,1\nBRDA:3,0,a,0\n", ["3,0,a,0", "3,0,z,1"]],
    ["numbers before names", "BRDA:3,0,z,1\nBRDA:3,0,7,0\n", ["3,0,7,0", "3,0,z,1"]],
    [
      "numbers of nine digits",
      "BRDA:999999999,999999999,999999999,999999999\n",
      ["999999999,999999999,999999999,999999999"],
    ],
    ["a line of ten digits", "BRDA:1000000000,0,0,1\n", ["1000000000,0,0,1"]],
    ["a branch of ten digits is a name", "BRDA:3,0,4294967295,1\n", ["3,0,4294967295,1"]],
    ["a count that is none", "BRDA:3,0,0,-x\nBRDA:3,0,1,\nBRDA:3,0,2,1\rx\n", ["3,0,0,0", "3,0,1,0", "3,0,2,0"]],
    ["no block, no branch", "BRDA:3,,0,1\nBRDA:3,0,,1\n", ["3,0,,1", "3,,0,1"]],
    ["a number of ten digits is a name", "BRDA:3,4294967295,0,1\n", ["3,4294967295,0,1"]],
    ["CRLF", "BRDA:3,0,0,-\r\nBRDA:3,0,1,1\r\n", ["3,0,0,0", "3,0,1,1"]],
  ])("%s", (_, records, expected) => {
    expect(branches(only(`SF:a.c\n${records}end_of_record\n`))).toEqual(expected);
  });
});

describe("functions", () => {
  test.each<[string, string, string[]]>([
    ["lcov 1", "FN:2,main\nFN:9,f\nFNDA:1,main\nFNDA:0,f\n", ["2,main,1", "9,f,0"]],
    ["with an end line of two digits", "FN:2,18,main\nFNDA:1,main\n", ["2,main,1"]],
    ["with an end line", "FN:2,8,main\nFNDA:1,main\n", ["2,main,1"]],
    ["a C++ name with commas", "FN:2,f(int, char)\nFNDA:4,f(int, char)\n", ["2,f(int, char),4"]],
    ["hits before the location", "FNDA:3,main\n", ["0,main,3"]],
    [
      "lcov 2.2, one place with two names",
      "FNL:0,5,9\nFNA:0,2,f<int>\nFNA:0,0,f<char>\n",
      ["5,f<char>,0", "5,f<int>,2"],
    ],
    ["no hits at all", "FN:2,main\n", ["2,main,0"]],
    ["more hits than places of a name", "FN:2,f\nFNDA:1,f\nFNDA:2,f\n", ["2,f,3"]],
    ["a place that is named again", "FN:2,f\nFN:2,f\nFN:3,f\nFN:2,f\nFN:3,f\nFNDA:1,f\nFNDA:2,f\n", ["2,f,1", "3,f,2"]],
    ["blanks", "FN: 2 , 8 , main \nFNDA: 1 , main \nFNL: 0 , 5 , 9\nFNA: 0 , 2 , f \n", ["2,main,1", "5,f,2"]],
    ["two digits of an index", "FNL:10,5\nFNL:1,6\nFNA:10,2,f\nFNA:1,3,g\n", ["5,f,2", "6,g,3"]],
    ["a count that is none", "FN:2,f\nFNDA:x,f\nFNL:0,5\nFNA:0,x,g\n", ["2,f,0", "5,g,0"]],
    ["lines that cannot be", "FN:x,f\nFN:-1,g\nFN:2147483648,h\n", ["0,f,0", "0,g,0", "0,h,0"]],
  ])("%s", (_, records, expected) => {
    expect(functions(only(`SF:a.c\n${records}end_of_record\n`))).toEqual(expected);
  });
});

describe("the frame", () => {
  test.each<[string, string, string[]]>([
    ["a Windows path keeps its colon", "SF:C:\\x\\y.c\nDA:1,1\nend_of_record\n", ["C:\\x\\y.c"]],
    ["a blank after SF:", "SF: a.c\nDA:1,1\nend_of_record\n", ["a.c"]],
    ["no newline at the end", "SF:a.c\nDA:1,1\nend_of_record", ["a.c"]],
    ["glued by cat", "SF:a.c\nDA:1,1\nend_of_recordSF:b.c\nDA:1,1\nend_of_record", ["a.c", "b.c"]],
    ["a byte order mark", "\uFEFFTN:\nSF:a.c\nDA:1,1\nend_of_record\n", ["a.c"]],
    ["comments and empty lines", "# made by hand\n\nSF:a.c\n\nDA:1,1\nend_of_record\n\n", ["a.c"]],
    ["a missing end_of_record", "SF:a.c\nDA:1,1\nSF:b.c\nDA:1,1\nend_of_record\n", ["a.c", "b.c"]],
    ["an empty SF is left out", "SF:\nDA:1,1\nend_of_record\nSF:b.c\nDA:1,1\nend_of_record\n", ["b.c"]],
    [
      "names of prototype members",
      "SF:__proto__\nDA:1,1\nend_of_record\nSF:constructor\nend_of_record\n",
      ["__proto__", "constructor"],
    ],
    ["blanks around records", "  SF:a.c\n DA:1,1\n end_of_record SF:b.c\n\tend_of_record \n", ["a.c", "b.c"]],
    ["UTF-8", "SF:src/größe.c\nDA:1,1\nend_of_record\n", ["src/größe.c"]],
  ])("%s", (_, text, paths) => {
    expect([...parse(text).files.keys()]).toEqual(paths);
  });

  test("an end of record may stand 70,000 times on one line", () => {
    expect([...parse(`SF:a.c\nDA:1,1\n${"end_of_record".repeat(70_000)}SF:b.c\nend_of_record`).files.keys()]).toEqual([
      "a.c",
      "b.c",
    ]);
  });

  test("LF and LH are kept as the report's own claim", () => {
    const file = only("SF:a.rs\nFNF:1\nFNH:1\nBRF:0\nBRH:0\nLF:3\nLH:2\nend_of_record\n");
    expect(file.declared).toEqual({
      lines: { covered: 2, total: 3 },
      branches: { covered: 0, total: 0 },
      functions: { covered: 1, total: 1 },
    });
    expect(file.lines.line).toHaveLength(0);
  });

  test.each(["XA", "DX", "DAX", "XRDA", "BXDA", "BRXA", "BRDX", "BRDAX"])("%s is of an unknown kind", (kind) => {
    const report = parse(`SF:a\n${kind}:1,0,0,1\nDA:7,1\nend_of_record\n`);
    expect(lines(report.files.get("a")!)).toEqual([[7, 1]]);
    expect(report.warnings.map(({ message }) => message)).toEqual([
      `records of the unknown kind ${kind}, left out: 1 (first on line 2)`,
    ]);
  });

  test.each<[string, string | undefined]>([
    ["BRDA: 4 , 0 , 1 , - ", undefined],
    ["FN:0,f", undefined],
    ["FN:2147483647,f", undefined],
    ["FN:2147483648,f", "functions whose line number cannot be, kept without one: 1 (first on line 2)"],
  ])("of %j is said: %j", (record, message) => {
    const { warnings } = parse(`SF:a\n${record}\nend_of_record\n`);
    expect(warnings.map((each) => each.message)).toEqual(message === undefined ? [] : [message]);
  });

  test("a kind that carries nothing we need says nothing", () => {
    const { warnings } = parse("VER:1\nSF:a\nTN:t\nVER:1\nMCDC:1,1,t,0,0,x\nMCF:1\nMCH:0\nend_of_record\n");
    expect(warnings).toEqual([]);
  });

  test.each(["DA:4294967296,1", "BRDA:4294967296,0,0,1", "DA:0,1", "BRDA:0,0,0,1"])(
    "%s is said with its line",
    (record) => {
      expect(parse(`TN:\nSF:a\nDA:1,1\n${record}\nend_of_record\n`).warnings.map(({ message }) => message)).toEqual([
        "records whose line number cannot be, left out: 1 (first on line 4)",
      ]);
    },
  );

  test.each<[string, string, FileCoverage["declared"]]>([
    ["blanks around numbers", "LF: 3 \nLH:\t2\n", { lines: { covered: 2, total: 3 } }],
    ["all of it", "BRF:10\nBRH:10\n", { branches: { covered: 10, total: 10 } }],
    ["more than all", "LF:1\nLH:2\n", {}],
    ["one half of it", "LF:1\nFNH:2\n", {}],
    ["no number", "LF:x1\nLH:1\n", {}],
    ["no whole number", "LF:1x\nLH:1\n", {}],
    ["nothing", "DA:1,1\n", undefined],
  ])("a claim of %s is that of its own record", (_, records, declared) => {
    const { files } = parse(`SF:b\nFNF:1\nFNH:1\nend_of_record\nSF:a\n${records}end_of_record\n`);
    expect(files.get("a")?.declared).toEqual(declared);
  });

  test("functions are those of their own record", () => {
    const { files } = parse("SF:b\nFN:2,f\nend_of_record\nSF:a\nFNDA:1,f\nend_of_record\n");
    expect(functions(files.get("a")!)).toEqual(["0,f,1"]);
    expect(() => parse("SF:b\nFNL:0,5\nend_of_record\nSF:a\nFNA:0,1,f\nend_of_record\n")).toThrow(
      new ReportError("line 5 names the function 0, which no FNL describes"),
    );
  });

  test("what is left out is said, and what stands in it is not read", () => {
    const { warnings, sourceRoots } = parse(
      "SF:\nBRDA:1,2\nend_of_record\nSF:a\nFN:x,f\nSF:b\nend_of_record\nTN:\nVER:1\n",
    );
    expect(warnings.map(({ message }) => message)).toEqual([
      "records that name no source file (empty SF), left out: 1 (first on line 1)",
      "functions whose line number cannot be, kept without one: 1 (first on line 5)",
      "records without end_of_record: 1 (first on line 6)",
    ]);
    expect(sourceRoots).toEqual([]);
  });

  test("says what was read with a grain of salt", () => {
    const { warnings } = parse("SF:a\nDA:1,-1\nDA:2,-1\nDA:0,1\nXYZ:1\nend_of_record\n");
    expect(warnings.map((warning) => warning.message)).toEqual([
      "negative hit counts, read as 0: 2 (first on line 2)",
      "records whose line number cannot be, left out: 1 (first on line 4)",
      "records of the unknown kind XYZ, left out: 1 (first on line 5)",
    ]);
  });
});

describe("the bulk of a report", () => {
  test.each([
    "DA:1,0",
    "DA:90,19",
    "DA:999999999,999999999",
    "DA:1,3,2a787a1309f19379bb0e3d8434d2a18d",
    "DA:1,1\r",
    "BRDA:10,0,1,29",
    "BRDA:9,0,1,-",
    "BRDA:999999999,999999999,999999999,999999999",
    "BRDA:9,0,1,5\r",
    "BRDA:9,0,1,-\r",
  ])("%j is not made into text", (record) => {
    const decode = vi.spyOn(TextDecoder.prototype, "decode");
    try {
      parse(`SF:a\n${`${record}\n`.repeat(10)}end_of_record\n`);
      expect(decode).toHaveBeenCalledTimes(2);
    } finally {
      decode.mockRestore();
    }
  });

  test("a line of a million bytes is read, wherever it is cut", () => {
    const longest = `#${"a".repeat(999_999)}`;
    const pieces = (...texts: string[]) => [...lcov.parse(texts.map((text) => encoder.encode(text))).files.keys()];
    expect(pieces(`SF:a\nend_of_record\n${longest}`)).toEqual(["a"]);
    expect(pieces(`${longest}\nSF:a\nend_of_record\n`)).toEqual(["a"]);
    expect(pieces(longest, "", "\nSF:a\nend_of_record\n")).toEqual(["a"]);
  });

  test("of a line without end no more is read than it takes to refuse it", () => {
    let read = 0;
    function* pieces() {
      for (; read < 9; read++) yield encoder.encode("a".repeat(600_000));
    }
    expect(() => lcov.parse(pieces())).toThrow(
      new ReportError("line 1 has more than a million bytes, which no LCOV record has"),
    );
    expect(read).toBe(2);
  });

  test("a line of one character that two pieces share is counted", () => {
    expect(() => lcov.parse(["#", "\nhello\n"].map((text) => encoder.encode(text)))).toThrow(
      new ReportError('line 2 is not an LCOV record: "hello"'),
    );
  });
});

describe("what is no LCOV", () => {
  test.each([
    ["SF:a.c\nDA:1,1\nDA:2", /^line 3 is not of the form DA:line,hits: "DA:2"$/],
    ["SF:a.c\nDA:1,1", /^ends inside the record of "a.c", on line 2, without end_of_record: the report was cut off$/],
    ["SF:a.c\nDA:1,1\n", /^ends inside the record of "a.c", on line 2, without end_of_record/],
    ["SF:a.c\nend_of_record\nSF:b.c\n", /^ends inside the record of "b.c", on line 3, without end_of_record/],
    ["hello\n", /^line 1 is not an LCOV record: "hello"$/],
    ["DA:1,1\n", /^line 1 is outside a record \(no SF before it\): "DA:1,1"$/],
    ["SF:a.c\nBRDA:1,2\nend_of_record\n", /^line 2 is not of the form BRDA:line,block,branch,taken: "BRDA:1,2"$/],
    ["SF:a.c\nFNA:3,1,f\nend_of_record\n", /^line 2 names the function 3, which no FNL describes$/],
    ["SF:a.c\nFN:x\nend_of_record\n", /^line 2 is not of the form FN:line,name: "FN:x"$/],
    ["SF:a.c\nFNDA:5\nend_of_record\n", /^line 2 is not of the form FNDA:hits,name: "FNDA:5"$/],
    ["SF:a.c\nFNL:5\nend_of_record\n", /^line 2 is not of the form FNL:index,line: "FNL:5"$/],
    ["SF:a.c\nFNL:0,5\nFNA:0\nend_of_record\n", /^line 3 is not of the form FNA:index,hits,name: "FNA:0"$/],
    [`SF:a.c\n${"X".repeat(21)}:1\nend_of_record\n`, /^line 2 is not an LCOV record: "X{21}:1"$/],
    ["SF:a.c\n<html>\n", /^line 2 is not an LCOV record: "<html>"$/],
    ["SF:a.c\nHELLO\n", /^line 2 is not an LCOV record: "HELLO"$/],
    ["SF:a.c\nend_of_record\nDA:1,1\n", /^line 3 is outside a record/],
    ["SF:a.c\nFNL:x0,5\n", /^line 2 is not of the form FNL:index,line: "FNL:x0,5"$/],
    ["SF:a.c\nFNA:x0,5,f\n", /^line 2 is not of the form FNA:index,hits,name: "FNA:x0,5,f"$/],
    ["SF:a.c\nda:1,1\n", /^line 2 is not an LCOV record: "da:1,1"$/],
    ["SF:a.c\n1DA:1,1\n", /^line 2 is not an LCOV record: "1DA:1,1"$/],
    ["SF:a.c\nDAX1,1\n", /^line 2 is not an LCOV record: "DAX1,1"$/],
    ["SF:a.c\nBRDAX1,0,0,1\n", /^line 2 is not an LCOV record: "BRDAX1,0,0,1"$/],
    ["SF:a.c\n:1,1\n", /^line 2 is not an LCOV record: ":1,1"$/],
    ["FN:1,f\n", /^line 1 is outside a record/],
    [`${"x".repeat(80)}\n`, /^line 1 is not an LCOV record: "x{80}"$/],
    [`${"x".repeat(81)}\n`, /^line 1 is not an LCOV record: "x{77}\.\.\."$/],
    ["SF:a.c\nFNL:x,5\nend_of_record\n", /^line 2 is not of the form FNL:index,line: "FNL:x,5"$/],
    ["SF:a.c\nFNA:x,5,f\nend_of_record\n", /^line 2 is not of the form FNA:index,hits,name: "FNA:x,5,f"$/],
  ])("%j", (text, message) => {
    expect(() => parse(text)).toThrow(ReportError);
    expect(() => parse(text)).toThrow(message);
  });

  test.each([
    ["with its newline", 1, `SF:${"a".repeat(1_000_001)}\n`],
    ["without", 1, `SF:${"a".repeat(1_000_001)}`],
    ["after others", 4, `TN:\nSF:a\nDA:1,1\n#${"a".repeat(1_000_001)}`],
  ])("an endless line, %s, is named by its number", (_, line, text) => {
    const message = `line ${line} has more than a million bytes, which no LCOV record has`;
    expect(() => parse(text)).toThrow(new ReportError(message));
    const bytes = encoder.encode(text);
    const pieces = [0, 1, 2, 3].map((at) => bytes.subarray(at * 300_000, at === 3 ? undefined : (at + 1) * 300_000));
    expect(() => lcov.parse(pieces)).toThrow(new ReportError(message));
  });
});

/** Reports as writers make them: every kind of record, odd names included. */
const report = fc
  .array(
    fc.record({
      path: fc.stringMatching(/^[a-zé/._-]{1,12}$/),
      lines: fc.array(fc.tuple(fc.integer({ min: 1, max: 300 }), fc.nat({ max: 2 ** 40 }))),
      branches: fc.array(
        fc.tuple(
          fc.integer({ min: 1, max: 300 }),
          fc.nat({ max: 3 }),
          fc.oneof(fc.nat({ max: 4 }).map(String), fc.stringMatching(/^[a-z(][a-z, ()]{0,6}[a-z)]$/)),
          fc.oneof(fc.constant("-"), fc.nat({ max: 9 }).map(String)),
        ),
      ),
      functions: fc.uniqueArray(
        fc.tuple(fc.integer({ min: 1, max: 300 }), fc.stringMatching(/^[a-z]{1,4}$/), fc.nat({ max: 9 })),
        {
          selector: ([, name]) => name,
        },
      ),
    }),
    { maxLength: 5 },
  )
  .map((files) =>
    files
      .map(
        (file) =>
          `SF:${file.path}\n${file.functions.map(([line, name, hits]) => `FN:${line},${name}\nFNDA:${hits},${name}\n`).join("")}` +
          `${file.branches.map((branch) => `BRDA:${branch.join(",")}\n`).join("")}` +
          `${file.lines.map((line) => `DA:${line.join(",")}\n`).join("")}end_of_record\n`,
      )
      .join(""),
  );

test.each([
  ["beside each other", "FN:1,a\nFNDA:0,a\nFN:2,a\nFNDA:7,a\n"],
  ["in two groups", "FN:1,a\nFN:2,a\nFNDA:0,a\nFNDA:7,a\n"],
])("functions of one name, %s", (_, records) => {
  const { functions } = parse(`SF:a.c\n${records}end_of_record\n`).files.get("a.c")!;
  expect([...functions.line]).toEqual([1, 2]);
  expect([...functions.hits]).toEqual([0, 7]);
});

test("a hundred thousand functions of one name", () => {
  const places = Array.from({ length: 100_000 }, (_, at) => at + 1);
  const where = places.map((line) => `FN:${line},f\n`).join("");
  const hits = places.map((line) => `FNDA:${line % 2},f\n`).join("");
  const { functions } = only(`SF:a.ts\n${where}${where}${hits}end_of_record\n`);
  expect([...functions.hits]).toEqual(places.map((line) => line % 2));
});

describe("properties", () => {
  test("any split of a report into shards gives the whole's numbers", () => {
    const records = report.map((text) => text.split(/(?<=end_of_record\n)/).filter((each) => each !== ""));
    fc.assert(
      fc.property(records, fc.infiniteStream(fc.nat({ max: 2 })), (all, shardOf) => {
        const shards = all.reduce<string[]>(
          (texts, each) => {
            texts[shardOf.next().value] += each;
            return texts;
          },
          ["", "", ""],
        );
        const whole = parse(all.join(""));
        const merged = mergeReports(shards.map(parse));
        expect(new Map([...merged.files].sort())).toEqual(new Map([...whole.files].sort()));
        // A shard that ran nothing (all counts 0) changes no number.
        const idle = parse(all.join("").replace(/^(DA:\d+),\d+$/gm, "$1,0"));
        expect(reportTotals(mergeReports([whole, idle]), "lines").lines).toEqual(reportTotals(whole, "lines").lines);
      }),
    );
  });

  test("where the bytes are cut does not matter", () => {
    fc.assert(
      fc.property(report, fc.array(fc.nat({ max: 4000 })), (text, cuts) => {
        const bytes = encoder.encode(text);
        const borders = [0, ...cuts.map((cut) => Math.min(cut, bytes.length)).sort((a, b) => a - b), bytes.length];
        const chunks = borders.slice(1).map((end, at) => bytes.subarray(borders[at], end));
        expect(lcov.parse(chunks)).toEqual(lcov.parse([bytes]));
      }),
    );
  });

  test("reading what we wrote gives the same tables", () => {
    fc.assert(
      fc.property(report, (text) => {
        const first = parse(text);
        const second = parse([...writeLcov(first)].join(""));
        for (const [path, file] of first.files) {
          const { declared: _, ...tables } = second.files.get(path)!;
          expect(tables).toEqual({ ...file });
        }
        expect(second.files.size).toBe(first.files.size);
      }),
    );
  });

  test("damaged bytes give a report or a ReportError, nothing else", () => {
    fc.assert(
      fc.property(
        report,
        fc.array(fc.tuple(fc.nat(), fc.nat({ max: 255 })), { maxLength: 8 }),
        fc.nat(),
        (text, edits, end) => {
          const bytes = encoder.encode(text);
          for (const [at, value] of edits) if (bytes.length > 0) bytes[at % bytes.length] = value;
          try {
            lcov.parse([bytes.subarray(0, end % (bytes.length + 1))]);
          } catch (error) {
            expect(error).toBeInstanceOf(ReportError);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});
