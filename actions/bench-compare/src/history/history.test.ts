import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatHistory, parseHistory } from "./history.ts";
import { type TrendPoint, trendIndex } from "./trend.ts";

const point = (sha: string, times: Readonly<Record<string, number>>): TrendPoint => ({
  sha: sha.repeat(40),
  at: 1_700_000_000,
  times: new Map(Object.entries(times)),
});

describe("what is kept", () => {
  test("comes back as it was", () => {
    const points = [
      { ...point("a", { parse: 12.5, "__proto__ x": 3 }), gate: { margin: "5 %", alpha: "" } },
      { ...point("b", { parse: 13 }), times: new Map([["__proto__", 7]]) },
    ];
    expect(parseHistory(formatHistory(points))).toEqual(points);
  });

  test("whatever is JSON can be read, and what comes out can be kept again", () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(parseHistory(text)).toEqual([]);
      }),
    );
    const field = fc.oneof(fc.jsonValue(), fc.constant("a".repeat(40)), fc.constant(7));
    const points = fc.array(fc.oneof(fc.jsonValue(), fc.record({ sha: field, at: field, times: field, gate: field })));
    fc.assert(
      fc.property(points, (list) => {
        const parsed = parseHistory(JSON.stringify({ schemaVersion: 1, points: list }));
        expect(parseHistory(formatHistory(parsed))).toEqual(parsed);
        expect(trendIndex(parsed)).toHaveLength(parsed.length);
      }),
    );
  });

  test("what is no JSON is a SyntaxError", () => {
    for (const text of ["", "{", "not json"]) expect(() => parseHistory(text)).toThrow(SyntaxError);
  });

  test.each([
    ["another version", { schemaVersion: 2, points: [{ sha: "a".repeat(40), at: 1, times: {} }] }],
    ["no commit", { schemaVersion: 1, points: [{ sha: "main", at: 1, times: {} }] }],
    [
      "a commit with more behind it",
      { schemaVersion: 1, points: [{ sha: `${"a".repeat(40)}\n"]`, at: 1, times: {} }] },
    ],
    ["no time", { schemaVersion: 1, points: [{ sha: "a".repeat(40), at: "1", times: {} }] }],
    ["no numbers", { schemaVersion: 1, points: [{ sha: "a".repeat(40), at: 1, times: "x" }] }],
    ["nothing", { schemaVersion: 1, points: [null] }],
    ["no list", { schemaVersion: 1, points: { length: 1 } }],
  ])("%s is left out", (_, kept) => {
    expect(parseHistory(JSON.stringify(kept))).toEqual([]);
  });

  test("numbers that no clock gives are left out", () => {
    const text = `{"schemaVersion":1,"points":[{"sha":"${"a".repeat(40)}","at":1,"times":{"a":1,"b":0,"c":-1,"d":"1","e":null,"f":1e999}}]}`;
    expect(parseHistory(text)).toMatchObject([{ times: new Map([["a", 1]]) }]);
  });

  test("the newest fifty", () => {
    const points = Array.from({ length: 60 }, (_, at) => ({ ...point("a", { x: 1 }), at }));
    expect(parseHistory(formatHistory(points)).map(({ at }) => at)).toEqual(
      Array.from({ length: 50 }, (_, at) => at + 10),
    );
  });
});

describe("the index", () => {
  const rounded = (points: readonly TrendPoint[]) => trendIndex(points).map((value) => Math.round(value * 100) / 100);

  test("is 100 at first, and then moves by the geometric mean", () => {
    expect(
      rounded([point("a", { x: 100, y: 10 }), point("b", { x: 200, y: 5 }), point("c", { x: 400, y: 20 })]),
    ).toEqual([100, 100, 282.84]);
    expect(trendIndex([])).toEqual([]);
  });

  test("a benchmark that comes or goes does not move it", () => {
    expect(
      rounded([
        point("a", { x: 100 }),
        point("b", { x: 110, slow: 1e9 }),
        point("c", { slow: 1e9 }),
        point("d", { x: 1 }),
      ]),
    ).toEqual([100, 110, 110, 110]);
  });
});
