// biome-ignore-all lint/suspicious/noTemplateCurlyInString: expressions of GitHub.
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dictionaryOf } from "./context-data.ts";
import { checkCondition, checkText, type ExpressionScope, evaluateCondition, evaluateText } from "./expression.ts";

let workspace: string;

beforeAll(() => {
  workspace = mkdtempSync(join(tmpdir(), "jessy-"));
  mkdirSync(join(workspace, "deep"));
  for (const [name, text] of Object.entries({ "a.lock": "one", "deep/b.lock": "two", "c.txt": "three" }))
    writeFileSync(join(workspace, name), text);
  symlinkSync("c.txt", join(workspace, "link.lock"));
});

afterAll(() => rmSync(workspace, { recursive: true }));

function scope(status: "success" | "failure" | "cancelled" = "success"): ExpressionScope {
  return {
    contexts: {
      github: {
        ref_name: "main",
        event: { pull_request: { number: 7, title: "it's ${{ 'x' }}" }, labels: ["a", "B"] },
      },
      inputs: { "dry-run": "true", empty: "", number: "0x10" },
      env: dictionaryOf({ NAME: "upper", name: "lower" }, { caseSensitive: true }),
      steps: {
        build: { outputs: { path: "x/y", constructor: "kept" }, outcome: "failure", conclusion: "success" },
        other: { outputs: {}, outcome: "success", conclusion: "success" },
      },
      runner: { os: "Linux" },
      job: { status },
    },
    status: { success: status === "success", failure: status === "failure", cancelled: status === "cancelled" },
    workspace,
  };
}

const value = (expression: string) => evaluateText(`\${{ ${expression} }}`, "step", scope());

/**
 * "Evaluate expressions in workflows and actions" of GitHub's documentation, and ExpressionUtility.cs where that is
 * silent.
 */
describe("values, as GitHub documents them", () => {
  test.each([
    ["null", ""],
    ["true", "true"],
    ["false", "false"],
    ["711", "711"],
    ["-9.2", "-9.2"],
    ["0xff", "255"],
    ["-2.99e-2", "-0.0299"],
    ["'Mona the Octocat'", "Mona the Octocat"],
    ["'It''s ''open'' source!'", "It's 'open' source!"],
    ["NaN", "NaN"],
    ["github", "Object"],
    ["github.event.labels", "Array"],
  ])("%s is %j", (expression, shown) => expect(value(expression)).toBe(shown));

  test.each([
    ["github.REF_NAME", "main"],
    ["github['ref_name']", "main"],
    ["github.event.pull_request.number", "7"],
    ["github.event.labels[0]", "a"],
    ["github.event.labels[9]", ""],
    ["github.nothing.at.all", ""],
    ["matrix.os", ""],
    ["inputs.dry-run", "true"],
    ["steps.build.outputs.constructor", "kept"],
    ["steps.build.outputs['PATH']", "x/y"],
    // On Linux `env` alone knows case (CaseSensitiveDictionaryContextData.cs).
    ["env.NAME", "upper"],
    ["env.name", "lower"],
    ["env.Name", ""],
    ["join(steps.*.outcome, '+')", "failure+success"],
  ])("%s finds %j", (expression, found) => expect(value(expression)).toBe(found));
});

describe("operators", () => {
  test.each([
    // Types that differ become numbers: null 0, true 1, '' 0, and a string that is not a number NaN, which equals
    // nothing.
    ["null == 0", "true"],
    ["null == ''", "true"],
    ["true == 1", "true"],
    ["'0x10' == 16", "true"],
    ["inputs.number == 16", "true"],
    ["'abc' == 0", "false"],
    ["'abc' != 0", "true"],
    ["NaN == NaN", "false"],
    ["'' == false", "true"],
    ["'true' == true", "false"],
    // Strings are compared without case, except for the dotless i.
    ["'Main' == 'mAIN'", "true"],
    ["'b' > 'A'", "true"],
    ["'10' > 9", "true"],
    ["'a' > 1", "false"],
    // Objects are equal only to themselves.
    ["github == github", "true"],
    ["fromJSON('[]') == fromJSON('[]')", "false"],
    // `&&` and `||` give a value, and do not look further than they must.
    ["'' || 'default'", "default"],
    ["inputs.empty || inputs.number", "0x10"],
    ["github.ref_name == 'main' && 'release' || 'draft'", "release"],
    ["0 && fromJSON('')", "0"],
    ["!''", "true"],
    ["!'false'", "false"],
    ["!fromJSON('{}')", "false"],
    ["true && false || true", "true"],
    ["!true || true", "true"],
    ["(1 < 2) == true", "true"],
  ])("%s is %s", (expression, result) => expect(value(expression)).toBe(result));
});

describe("functions", () => {
  test.each([
    ["contains('Hello world', 'LLO')", "true"],
    ["contains(github.event.labels, 'b')", "true"],
    ["contains(github.event.labels, 'ab')", "false"],
    ["contains(fromJSON('[1, \"2\"]'), 2)", "true"],
    ["startsWith('Hello', 'he')", "true"],
    ["endsWith('world', 'LD')", "true"],
    ["format('Hello {0} {1} {0}', 'a', 'b')", "Hello a b a"],
    ["format('{{Hello}} {0}', 'a')", "{Hello} a"],
    ["join(github.event.labels)", "a,B"],
    ["join('one')", "one"],
    ["toJSON(null)", "null"],
    ['toJSON(fromJSON(\'{"a":[1,true,"x"]}\'))', '{\n  "a": [\n    1,\n    true,\n    "x"\n  ]\n}'],
    ['fromJSON(\'{"include":[{"x":"y"}]}\').include[0].x', "y"],
    ["fromJSON('true') && 'yes'", "yes"],
    ["CONTAINS('a', 'A')", "true"],
  ])("%s is %j", (expression, result) => expect(value(expression)).toBe(result));

  const hash = (...texts: string[]) => {
    const whole = createHash("sha256");
    for (const text of texts) whole.update(createHash("sha256").update(text).digest());
    return whole.digest("hex");
  };

  test("hashFiles hashes the hashes of what matches, in the runner's order, and is empty without a match", () => {
    expect(value("hashFiles('c.txt')")).toBe(hash("three"));
    expect(value("hashFiles('*.nothing')")).toBe("");
    expect(value("hashFiles('**/*.lock')")).toBe(hash("one", "two", "three"));
    expect(value("hashFiles('**/*.lock', '!link.lock')")).toBe(hash("one", "two"));
    expect(() => value("hashFiles('../*')")).toThrow(/Relative pathing '\.' and '\.\.' is not allowed\.$/);
    expect(() => value("hashFiles('--deep', 'a')")).toThrow("hashFiles does not know the option --deep");
  });
});

describe("texts", () => {
  test.each([
    ["none", "none"],
    ["${{ 1 }}", "1"],
    ["a ${{ 'b' }} c${{ 'd' }}", "a b cd"],
    ["${{ '}}' }}", "}}"],
    ["${{ 'it''s }}' }}!", "it's }}!"],
    ["$${{ 1 }}} {0}", "$1} {0}"],
    ["$ { { 1 }}", "$ { { 1 }}"],
    // What an expression yields is not looked at again.
    ["${{ github.event.pull_request.title }}", "it's ${{ 'x' }}"],
  ])("%s", (text, result) => expect(evaluateText(text, "step", scope())).toBe(result));

  test("a text without an expression is itself", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!text.includes("${{"));
        expect(evaluateText(text, "step", scope())).toBe(text);
      }),
    );
  });

  test("any text survives as a string of an expression", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(value(`'${text.replaceAll("'", "''")}'`)).toBe(text);
      }),
    );
  });

  test("whatever is written in one, there is a text or one line", () => {
    const piece = fc.oneof(
      fc.string({ maxLength: 8 }),
      fc.constantFrom("${{", "}}", "'", "github.event", "[0]", ".*", "(", ")", "==", "&&", "fromJSON", "format", "1e3"),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        try {
          expect(typeof evaluateText(`\${{ ${pieces.join(" ")} }}`, "step", scope())).toBe("string");
        } catch (error) {
          expect((error as Error).name).toBe("ExpressionError");
          expect((error as Error).message).not.toContain("\n");
        }
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ["${{ 1", "the expression is not closed"],
    ["${{ }}", "an expression was expected"],
    ["${{ secrets.TOKEN }}", "Unrecognized named-value: 'secrets'"],
    ["${{ success() }}", "Unrecognized function: 'success'"],
    ["${{ nothing() }}", "Unrecognized function: 'nothing'"],
    ["${{ contains('a') }}", "Too few parameters supplied: 'contains'"],
    ["${{ github. }}", "Unexpected symbol"],
    ['${{ "double" }}', "Unexpected symbol"],
    ["${{ 1 + 1 }}", "Unexpected symbol"],
    ["${{ a | b }}", "Unexpected symbol"],
  ])("%s is refused before anything runs", (text, message) => {
    expect(() => checkText(text, "step")).toThrow(message);
  });

  test("what a place may name differs", () => {
    expect(() => checkText("${{ inputs.x }}", "input default")).toThrow("Unrecognized named-value: 'inputs'");
    expect(() => checkText("${{ steps.x.outputs.y }}", "input default")).toThrow("Unrecognized named-value: 'steps'");
    expect(() => checkText("${{ hashFiles('x') }}", "output")).toThrow("Unrecognized function: 'hashFiles'");
    expect(() => checkCondition("needs.x.result == 'success'")).toThrow("Unrecognized named-value: 'needs'");
    checkCondition("always() && hashFiles('x') != ''");
  });

  test.each([
    ["fromJSON('{')", "Error parsing JSON when evaluating fromJson"],
    ["fromJSON('')", "empty input"],
    ["format('{1}', 'a')", "references more arguments than were supplied"],
  ])("%s is one line", (expression, message) => {
    expect(() => value(expression)).toThrow(message);
    expect(() => value(expression)).not.toThrow("\n");
  });
});

describe("conditions", () => {
  test.each([
    ["", [true, false, false]],
    ["true", [true, false, false]],
    ["${{ true }}", [true, false, false]],
    ["false", [false, false, false]],
    ["inputs.dry-run == 'true'", [true, false, false]],
    ["success()", [true, false, false]],
    ["failure()", [false, true, false]],
    ["cancelled()", [false, false, true]],
    ["!cancelled()", [true, true, false]],
    ["always()", [true, true, true]],
    ["ALWAYS() && inputs.empty != ''", [false, false, false]],
    ["failure() && steps.build.outcome == 'failure'", [false, true, false]],
    ["${{ always() }}", [true, true, true]],
    // A string that names a function asks for nothing.
    ["contains('always()', 'always')", [true, false, false]],
    // Text around an expression makes a string of it all, which holds whatever it says.
    ["${{ inputs.empty }} == 'x'", [true, false, false]],
    ["${{ failure() }} && false", [true, true, true]],
  ] as const)("`if: %s` after success, failure and cancellation", (text, expected) => {
    const statuses = ["success", "failure", "cancelled"] as const;
    expect(statuses.map((status) => evaluateCondition(text, scope(status)))).toEqual(expected);
  });

  test("after a failure the rest is not even evaluated", () => {
    expect(() => evaluateCondition("fromJSON('')", scope("success"))).toThrow("empty input");
    expect(evaluateCondition("fromJSON('')", scope("failure"))).toBe(false);
  });
});
