import { describe, expect, test } from "vitest";
import { ScriptOutput, TAIL_LINES } from "./script-output.ts";

const N = "@0123@";

function read(...lines: readonly string[]) {
  const shown: string[] = [];
  const output = new ScriptOutput(N, (line) => shown.push(line));
  for (const line of lines) output.line(line);
  return { shown, output };
}

describe("what a host says", () => {
  test("what the login shell prints before is nobody's output", () => {
    const { output, shown } = read("Welcome!", `${N} start`, "a", `${N} end 0`, "after");
    expect({ shown, tail: output.tail, end: output.end, hasStarted: output.hasStarted }).toEqual({
      shown: ["a"],
      tail: "a",
      end: { kind: "exited", exitCode: 0 },
      hasStarted: true,
    });
  });

  test("without a start, it is the reason", () => {
    const { output, shown } = read("This account is currently not available.");
    expect({ tail: output.tail, shown, hasStarted: output.hasStarted, end: output.end }).toEqual({
      tail: "This account is currently not available.",
      shown: [],
      hasStarted: false,
      end: undefined,
    });
  });

  test.each<[string, object]>([
    [`${N} end 255`, { kind: "exited", exitCode: 255 }],
    [`half a line${N} end 3`, { kind: "exited", exitCode: 3 }],
    [`${N} stopped ended`, { kind: "stopped", isEnded: true }],
    [`${N} stopped left`, { kind: "stopped", isEnded: false }],
    [`${N} unfit setsid`, { kind: "unfit", program: "setsid" }],
  ])("%s", (line, end) => {
    expect(read(`${N} start`, line).output.end).toEqual(end);
  });

  test.each([
    `${N}end 0`,
    `${N} end`,
    `${N} end x`,
    `${N} end 1234`,
    `${N} END 0`,
    "@9999@ end 0",
    `${N} fact`,
    `${N} fact a/b c`,
    `+ printf %s ${N} %s`,
  ])("%j is the script's own", (line) => {
    const { output, shown } = read(`${N} start`, line);
    expect({ end: output.end, facts: output.facts, shown }).toEqual({ end: undefined, facts: {}, shown: [line] });
  });

  test("facts", () => {
    const lines = [`${N} fact a 1`, `${N} fact a 2 3`, `x${N} fact b `, `${N} more b `, `${N} more b z`, `${N} fact c`];
    const { output, shown } = read(`${N} start`, ...lines);
    expect(output.facts).toEqual({ a: "2 3", b: "\n\nz", c: "" });
    expect(shown).toEqual(["x"]);
  });

  test("endless output keeps its end, endless facts their beginning", () => {
    const { output } = read(`${N} start`, ...Array.from({ length: TAIL_LINES + 1 }, (_, index) => `line ${index}`));
    expect(output.tail.split("\n")).toHaveLength(TAIL_LINES);
    expect(output.tail.startsWith("line 1\n")).toBe(true);
    expect(read(`${N} start`, "y".repeat(5000)).output.tail).toBe(`${"y".repeat(2000)}…`);
    const many = read(...Array.from({ length: 2000 }, (_, index) => `${N} fact f${index} v`)).output.facts;
    expect(Object.keys(many)).toHaveLength(1000);
    const large = read(...Array.from({ length: 10 }, () => `${N} more a ${"z".repeat(60_000)}`)).output.facts;
    expect(large.a!.length).toBeLessThanOrEqual(256 * 1024);
  });

  test("a name of every object is a name as any other", () => {
    expect(read(`${N} fact __proto__ x`, `${N} fact constructor y`).output.facts.constructor).toBe("y");
  });
});
