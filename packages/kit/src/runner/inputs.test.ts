import { UserError, UserErrors } from "@jessy-actions/reading/user-error";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { environmentName, InputReader, quote } from "./inputs.ts";

function reader(inputs: Readonly<Record<string, string>>): InputReader {
  return new InputReader(
    Object.fromEntries(Object.entries(inputs).map(([name, value]) => [environmentName(name), value])),
  );
}

/** What a getter makes of a value, or what it says of it. */
function read(value: string, get: (reader: InputReader) => unknown): unknown {
  const inputs = reader({ x: value });
  const result = get(inputs);
  try {
    inputs.finish();
    return result;
  } catch (error) {
    return (error as UserErrors).problems.join("\n");
  }
}

test("the runner's spelling of a name: upper case, blanks become `_`, hyphens stay", () => {
  expect(environmentName("min-coverage of x")).toBe("INPUT_MIN-COVERAGE_OF_X");
});

test("core reads an input of the step as an environment is read", () => {
  const text = fc.string({ unit: fc.constantFrom("a", "B", "-", " ", "_", "é", "\n", "\t") });
  fc.assert(
    fc.property(text, text, (name, value) => {
      vi.stubEnv(environmentName(name), value);
      expect(InputReader.ofStep().string(name)).toBe(reader({ [name]: value }).string(name));
      expect(InputReader.ofStep().verbatim(name)).toBe(reader({ [name]: value }).verbatim(name));
      vi.unstubAllEnvs();
    }),
  );
});

test.each<[string, string, (reader: InputReader) => unknown, unknown]>([
  ["string", "  a b \n", (r) => r.string("x"), "a b"],
  ["verbatim", "  a b \n", (r) => r.verbatim("x"), "  a b \n"],
  ["verbatim", "", (r) => r.verbatim("x"), ""],
  ["optional", "", (r) => r.optional("x"), undefined],
  ["optional", "a", (r) => r.optional("x"), "a"],
  ["required", "a", (r) => r.required("x", "y"), "a"],
  ["required", " ", (r) => r.required("x", "y"), "input `x` is missing; write, for example, `x: y`"],
  ["boolean", "", (r) => r.boolean("x", true), true],
  ["boolean", "TRUE", (r) => r.boolean("x", false), true],
  ["boolean", "False", (r) => r.boolean("x", true), false],
  ["boolean", "yes", (r) => r.boolean("x", true), "input `x` is `yes`; write `true` or `false`"],
  ["boolean", "1", (r) => r.boolean("x", true), "input `x` is `1`; write `true` or `false`"],
  ["integer", "", (r) => r.integer("x", { min: 0, max: 9 }, 4), 4],
  ["integer", "7", (r) => r.integer("x", { min: 0, max: 9 }, 4), 7],
  ["integer", "120", (r) => r.integer("x", { min: 0, max: 999 }, 4), 120],
  ["integer", "-7", (r) => r.integer("x", { min: -9, max: 9 }, 4), -7],
  [
    "integer",
    "10",
    (r) => r.integer("x", { min: 0, max: 9 }, 4),
    "input `x` is `10`; write a whole number from 0 to 9",
  ],
  [
    "integer",
    "1e1",
    (r) => r.integer("x", { min: 0, max: 99 }, 4),
    "input `x` is `1e1`; write a whole number from 0 to 99",
  ],
  [
    "integer",
    "1.5",
    (r) => r.integer("x", { min: 0, max: 9 }, 4),
    "input `x` is `1.5`; write a whole number from 0 to 9",
  ],
  [
    "integer",
    "0x1",
    (r) => r.integer("x", { min: 0, max: 9 }, 4),
    "input `x` is `0x1`; write a whole number from 0 to 9",
  ],
  ["percentage", "", (r) => r.percentage("x"), undefined],
  ["percentage", "80.50 %", (r) => r.percentage("x"), { text: "80.50", numerator: 8050n, denominator: 100n }],
  ["percentage", "100", (r) => r.percentage("x"), { text: "100", numerator: 100n, denominator: 1n }],
  [
    "percentage",
    "100.01",
    (r) => r.percentage("x"),
    "input `x` is `100.01`; write a percentage from 0 to 100 such as `80` or `80.5`",
  ],
  [
    "percentage",
    "-1",
    (r) => r.percentage("x"),
    "input `x` is `-1`; write a percentage from 0 to 100 such as `80` or `80.5`",
  ],
  [
    "percentage",
    "NaN",
    (r) => r.percentage("x"),
    "input `x` is `NaN`; write a percentage from 0 to 100 such as `80` or `80.5`",
  ],
  [
    "percentage",
    "80,5",
    (r) => r.percentage("x"),
    "input `x` is `80,5`; write a percentage from 0 to 100 such as `80` or `80.5`",
  ],
  ["points", "0.5pp", (r) => r.percentagePoints("x"), { text: "0.5", numerator: 5n, denominator: 10n }],
  ["enumeration", "", (r) => r.enumeration("x", ["auto", "lcov"], "auto"), "auto"],
  ["enumeration", "lcov", (r) => r.enumeration("x", ["auto", "lcov"], "auto"), "lcov"],
  [
    "enumeration",
    "lcv",
    (r) => r.enumeration("x", ["auto", "lcov"], "auto"),
    "input `x` is `lcv`; write `lcov` (one of auto, lcov)",
  ],
  [
    "enumeration",
    "zzz",
    (r) => r.enumeration("x", ["auto", "lcov"], "auto"),
    "input `x` is `zzz`; write one of auto, lcov",
  ],
  ["duration", "90s", (r) => r.duration("x", 0), 90_000],
  ["duration", "1h30m", (r) => r.duration("x", 0), 5_400_000],
  ["duration", "3d12h", (r) => r.duration("x", 0), 302_400_000],
  ["duration", "250ms", (r) => r.duration("x", 0), 250],
  ["duration", "", (r) => r.duration("x", 7), 7],
  ["duration", "5", (r) => r.duration("x", 0), "input `x` is `5`; write a duration such as `90s`, `5m` or `1h30m`"],
  [
    "duration",
    "1m1h",
    (r) => r.duration("x", 0),
    "input `x` is `1m1h`; write a duration such as `90s`, `5m` or `1h30m`",
  ],
  ["list", "a\r\n\n  b  \n# no\n'# yes'\n\" c \"", (r) => r.list("x"), ["a", "b", "# yes", " c "]],
  ["list", "a, b", (r) => r.list("x"), ["a, b"]],
  ["list", "'a' b\na 'b'\n\"a\" b\na \"b\"", (r) => r.list("x"), ["'a' b", "a 'b'", '"a" b', 'a "b"']],
  ["list", "", (r) => r.list("x"), []],
  ["list", "\"a\nb'\nx 'c' y\n''", (r) => r.list("x"), ['"a', "b'", "x 'c' y", ""]],
  ["boolean", "true", (r) => r.boolean("x", false), true],
  ["boolean", "True", (r) => r.boolean("x", false), true],
  ["boolean", "false", (r) => r.boolean("x", true), false],
  ["boolean", "FALSE", (r) => r.boolean("x", true), false],
  ["boolean", "truely", (r) => r.boolean("x", true), "input `x` is `truely`; write `true` or `false`"],
  ["boolean", "untrue", (r) => r.boolean("x", true), "input `x` is `untrue`; write `true` or `false`"],
  ["boolean", "falsehood", (r) => r.boolean("x", true), "input `x` is `falsehood`; write `true` or `false`"],
  ["boolean", "nofalse", (r) => r.boolean("x", true), "input `x` is `nofalse`; write `true` or `false`"],
  ["integer", "0", (r) => r.integer("x", { min: 0, max: 9 }, 4), 0],
  ["integer", "9", (r) => r.integer("x", { min: 0, max: 9 }, 4), 9],
  [
    "integer",
    "-1",
    (r) => r.integer("x", { min: 0, max: 9 }, 4),
    "input `x` is `-1`; write a whole number from 0 to 9",
  ],
  [
    "integer",
    "x7",
    (r) => r.integer("x", { min: 0, max: 9 }, 4),
    "input `x` is `x7`; write a whole number from 0 to 9",
  ],
  [
    "integer",
    "0000000000000001",
    (r) => r.integer("x", { min: 0, max: 9 }, 4),
    "input `x` is `0000000000000001`; write a whole number from 0 to 9",
  ],
  ["percentage", "80.5%", (r) => r.percentage("x"), { text: "80.5", numerator: 805n, denominator: 10n }],
  ["percentage", "80 \t%", (r) => r.percentage("x"), { text: "80", numerator: 80n, denominator: 1n }],
  [
    "percentage",
    "8%0",
    (r) => r.percentage("x"),
    "input `x` is `8%0`; write a percentage from 0 to 100 such as `80` or `80.5`",
  ],
  ["points", "", (r) => r.percentagePoints("x"), undefined],
  ["points", "2  %", (r) => r.percentagePoints("x"), { text: "2", numerator: 2n, denominator: 1n }],
  ["points", "1 point", (r) => r.percentagePoints("x"), { text: "1", numerator: 1n, denominator: 1n }],
  ["points", "2 points", (r) => r.percentagePoints("x"), { text: "2", numerator: 2n, denominator: 1n }],
  [
    "points",
    "1pp2",
    (r) => r.percentagePoints("x"),
    "input `x` is `1pp2`; write percentage points from 0 to 100 such as `0` or `0.5`",
  ],
  ["duration", "1h 2m 3s 4ms", (r) => r.duration("x", 0), 3_723_004],
  ["duration", "1h  2m", (r) => r.duration("x", 0), 3_720_000],
  ["duration", "123456h", (r) => r.duration("x", 0), 444_441_600_000],
  ["duration", "123456m", (r) => r.duration("x", 0), 7_407_360_000],
  ["duration", "123456789s", (r) => r.duration("x", 0), 123_456_789_000],
  ["duration", "123456789ms", (r) => r.duration("x", 0), 123_456_789],
  ["duration", "x5s", (r) => r.duration("x", 0), "input `x` is `x5s`; write a duration such as `90s`, `5m` or `1h30m`"],
  ["duration", "5sx", (r) => r.duration("x", 0), "input `x` is `5sx`; write a duration such as `90s`, `5m` or `1h30m`"],
  ["globs", "src/**\n*.rs", (r) => r.globs("x"), ["src/**", "*.rs"]],
  ["globs", "src/[a\n*.rs", (r) => r.globs("x"), "input `x` has the pattern `src/[a`, which has `[` without `]`"],
  ["glob", "src/**", (r) => r.checkGlob("x", r.string("x")), undefined],
  ["words", "", (r) => r.words("x", ["slow", "gone"]), undefined],
  ["words", "slow, gone\n# none\nslow", (r) => r.words("x", ["slow", "gone"]), ["slow", "gone"]],
  ["words", ", slow,\n,gone ,", (r) => r.words("x", ["slow", "gone"]), ["slow", "gone"]],
  ["words", " , ", (r) => r.words("x", ["slow", "gone"]), undefined],
  [
    "words",
    "never slow",
    (r) => r.words("x", ["slow", "gone"], "never"),
    "input `x` is `never`; write `never` alone, or leave it out",
  ],
  ["words", "never", (r) => r.words("x", ["slow", "gone"], "never"), []],
  ["words", "slo", (r) => r.words("x", ["slow", "gone"]), "input `x` is `slo`; write `slow` (some of slow, gone)"],
  ["words", "slow quite", (r) => r.words("x", ["slow", "gone"]), "input `x` is `quite`; write some of slow, gone"],
  [
    "words",
    "quite",
    (r) => r.words("x", ["slow", "gone"], "never"),
    "input `x` is `quite`; write some of slow, gone, or `never` alone",
  ],
  [
    "words",
    "slow never",
    (r) => r.words("x", ["slow", "gone"], "never"),
    "input `x` is `never`; write `never` alone, or leave it out",
  ],
  ["renamed", "", (r) => r.renamed("x", "y"), undefined],
])("%s `%s`", (_, value, get, expected) => {
  expect(read(value, get)).toEqual(expected);
});

describe("together", () => {
  test("everything that is wrong is one error", () => {
    const inputs = reader({ a: "x", b: "y", c: "1", d: "2", old: "3" });
    inputs.boolean("a", true);
    inputs.percentage("b");
    inputs.exclusive("c", "d", "e");
    inputs.renamed("old", "new");
    inputs.problem("f", "is odd");
    expect(() => inputs.finish()).toThrow(
      new UserErrors([
        "input `a` is `x`; write `true` or `false`",
        "input `b` is `y`; write a percentage from 0 to 100 such as `80` or `80.5`",
        "inputs `c` and `d` exclude each other; set only one of them",
        "input `old` is now called `new`; rename it in the workflow",
        "input `f` is odd",
      ]),
    );
  });

  test("what a package refuses joins the others, and its faults are not hidden", () => {
    const inputs = reader({ a: "x" });
    inputs.boolean("a", true);
    const refused = (error: Error) => () => {
      throw error;
    };
    expect(inputs.adopt(() => 1, 0)).toBe(1);
    expect(inputs.adopt(refused(new UserErrors(["b is odd", "c is odd"])), 0)).toBe(0);
    expect(inputs.adopt(refused(new UserError("is odd")), 0, "d")).toBe(0);
    expect(() => inputs.adopt(refused(new TypeError("a fault")), 0)).toThrow(TypeError);
    expect(() => inputs.finish()).toThrow(
      new UserErrors(["input `a` is `x`; write `true` or `false`", "b is odd", "c is odd", "input `d`: is odd"]),
    );
  });

  test("without a mistake nothing is thrown", () => {
    const inputs = reader({ a: "1", b: "2" });
    inputs.exclusive("a", "c");
    inputs.exclusive("c", "d");
    inputs.renamed("old", "new");
    expect(() => inputs.finish()).not.toThrow();
  });

  test("where an action works", () => {
    expect(reader({}).workingDirectory()).toBe(".");
    expect(reader({ "working-directory": " app " }).workingDirectory()).toBe("app");
  });

  test("an input that nobody reads but that looks like one is pointed at; others are none of our business", () => {
    const inputs = new InputReader({
      ...{ "INPUT_MIN-COVERGE": "80", "INPUT_QUITE-DIFFERENT": "1", "INPUT_MIN-COVERAGE": "80" },
      ...{ "OUTPUT_MIN-COVERAGE": "1", "IMPUT_MIN-COVERAGE": "1", "MIN-COVERAGE": "1" },
    });
    inputs.percentage("min-coverage");
    expect(inputs.warnings).toEqual(["there is no input `min-coverge`; did you mean `min-coverage`?"]);
  });
});

test("inputs for the debug log: those that are set, and of what may be a secret only that it is", () => {
  const inputs = reader({
    files: "a\nb",
    empty: "",
    "github-token": "ghs_x",
    "ssh-key": "k",
    password: "p",
    keyword: "w",
    key: "k",
    "key-file": "f",
    registries: "- password: p",
  });
  for (const name of ["files", "empty", "github-token", "ssh-key", "password", "key", "key-file", "keyword", "unset"])
    inputs.string(name);
  inputs.verbatim("registries");
  expect(inputs.described).toEqual([
    'input files: "a\\nb"',
    "input github-token: (set)",
    "input ssh-key: (set)",
    "input password: (set)",
    "input key: (set)",
    "input key-file: (set)",
    'input keyword: "w"',
    "input registries: (set)",
  ]);
});

test("what was found is quoted on one line and not endless", () => {
  expect(quote("a\n\u202eb")).toBe("`a \\u{202e}b`");
  expect(quote("a \t b")).toBe("`a b`");
  expect(quote("x".repeat(60))).toBe(`\`${"x".repeat(60)}\``);
  expect(quote("x".repeat(61))).toBe(`\`${"x".repeat(57)}...\``);
});
