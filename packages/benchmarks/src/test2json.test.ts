import { describe, expect, test } from "vitest";
import { streamsOf } from "./test2json.ts";

const START = '{"Action":"start"}';

const event = (fields: object) => JSON.stringify(fields);
const output = (text: string, Package?: string) => event({ Action: "output", Package, Output: text });

/** The streams of some events, without the empty one of what is not an event. */
function streams(...lines: string[]): string[] {
  const all = streamsOf([START, ...lines].join("\n"));
  expect(all.at(-1)).toBe("");
  return all.slice(0, -1);
}

describe("text without events is one stream, as it is", () => {
  test.each([
    "",
    "BenchmarkA 1 2 ns/op",
    '{"Action":"paused"}\n{"Action":"output"',
    '{"Time":"2026-01-01\n","Action":"run"}',
    '{"Time":"","Action":"run"',
    '{"Action":"start","Elapsed":1}',
    'x {"Action":"start"}',
    '{"Time":"","Time":"","Action":"start"}',
  ])("%j", (text) => {
    expect(streamsOf(text)).toEqual([text]);
  });
});

describe("a text with an event is parted", () => {
  test.each([
    START,
    '{"Action":"run"}',
    '{"Time":"2026-01-01T00:00:00Z","Action":"start","Package":"m"}',
    '{"Time":"","Action":"run","Package":"m","Test":"T"}',
    '{"Action":"run","Test":"T"}',
    'x\n{"Action":"start"}',
  ])("%j", (text) => {
    expect(streamsOf(text)).toEqual([text.startsWith("x") ? "x\n" : ""]);
  });
});

describe("what was printed", () => {
  test("the output of each package in its order, which is that of their first", () => {
    expect(streams(output("a", "m/b"), output("c\n", "m/a"), output("b\n", "m/b"))).toEqual([
      "pkg: m/b\nab\n",
      "pkg: m/a\nc\n",
    ]);
  });

  test.each([
    ["without a package", event({ Action: "output", Output: "x\n" }), ["pkg: \nx\n"]],
    ["of a package whose name is a number", event({ Action: "output", Package: 5, Output: "x\n" }), ["pkg: \nx\n"]],
    ["that is a number", event({ Action: "output", Package: "m", Output: 5 }), []],
    ["by the compiler", event({ Action: "build-output", ImportPath: "m", Output: "x\n" }), []],
    ["by nothing", event({ Action: "pass", Package: "m" }), []],
  ])("%s", (_, line, expected) => {
    expect(streams(line)).toEqual(expected);
  });
});

describe("a package that fails says so, also without an output", () => {
  test.each([
    ["by a test", event({ Action: "fail", Package: "m", Elapsed: 1 }), ["pkg: m\n\nFAIL\tm\n"]],
    ["by its build", event({ Action: "fail", Package: "m", FailedBuild: "m" }), ["pkg: m\n\nFAIL\tm [build failed]\n"]],
    ["a test itself is no package", event({ Action: "fail", Package: "m", Test: "TestX" }), []],
    ["nor is what has no name", event({ Action: "fail" }), []],
  ])("%s", (_, line, expected) => {
    expect(streams(line)).toEqual(expected);
  });
});

test("lines that are not an event are a stream of their own, also those that are JSON", () => {
  const others = ["# m/c", "{", "{}x", "null", "5", '"x"', "[]", "", 'x{"Action":"start"}'];
  expect(streamsOf([...others, START, output("x\n", "m"), "last"].join("\n"))).toEqual([
    "pkg: m\nx\n",
    `${[...others, "last"].join("\n")}\n`,
  ]);
});
