import { UserErrors } from "@jessy-actions/reading/user-error";
import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { environmentName, InputReader, nearest, quote } from "./inputs.ts";

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
      vi.unstubAllEnvs();
    }),
  );
});

test.each<[string, string, (reader: InputReader) => unknown, unknown]>([
  ["string", "  a b \n", (r) => r.string("x"), "a b"],
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

  test("an input that nobody reads but that looks like one is pointed at; others are none of our business", () => {
    const inputs = reader({ "min-coverge": "80", "quite-different": "1" });
    inputs.percentage("min-coverage");
    expect(inputs.warnings).toEqual(["there is no input `min-coverge`; did you mean `min-coverage`?"]);
  });
});

test("what was found is quoted on one line and not endless", () => {
  expect(quote("a\n\u202eb")).toBe("`a \\u{202e}b`");
  expect(quote("x".repeat(100))).toBe(`\`${"x".repeat(57)}...\``);
});

test.each([
  ["lcv", "lcov"],
  ["COBERTURA", "cobertura"],
  ["go", undefined],
  ["something", undefined],
])("nearest to %s: %s", (word, expected) => {
  expect(nearest(word, ["lcov", "cobertura"])).toBe(expected);
});
