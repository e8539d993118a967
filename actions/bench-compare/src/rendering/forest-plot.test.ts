import type { Comparison, ComparisonVerdict } from "@jessy-actions/benchmarks/comparison";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { XmlReader } from "../../../../packages/reading/src/xml.ts";
import { metricOf } from "../../testing/facts.ts";
import { forestPlot } from "./forest-plot.ts";

const comparison = (fields: Partial<Comparison> & { readonly unit?: string } = {}): Comparison => {
  const { unit, ...rest } = fields;
  return {
    benchmark: "parse",
    metric: metricOf(unit),
    verdict: "ok",
    change: 0,
    low: -0.01,
    high: 0.01,
    margin: 0.05,
    ...rest,
  };
};

/** Elements by name. Fails on what is no XML 1.0. */
function elementsOf(svg: string): ReadonlyMap<string, number> {
  expect(svg.isWellFormed()).toBe(true);
  expect(svg).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
  expect(svg).not.toMatch(/&(?!#\d+;)/);
  const reader = new XmlReader([Buffer.from(svg)]);
  const elements = new Map<string, number>();
  for (let event = reader.next(); event !== undefined; event = reader.next())
    if (event === "open") elements.set(reader.name, (elements.get(reader.name) ?? 0) + 1);
  return elements;
}

/** Where a row's dot is, from 0 (left, faster) to 1; the plot is 420 wide and begins at 250. */
const dots = (svg: string) => [...svg.matchAll(/<circle cx="([^"]+)"/g)].map(([, x]) => (Number(x) - 250) / 420);
const lines = (svg: string) =>
  [...svg.matchAll(/<line x1="([^"]+)" y1="[^"]+" x2="([^"]+)"/g)].map(([, ...ends]) =>
    ends.map((x) => (Number(x) - 250) / 420),
  );

test("a row a comparison that has an interval, in their order", () => {
  const svg = forestPlot(
    [
      comparison({ benchmark: "worse", verdict: "regressed", change: 0.2, low: 0.1, high: 0.3 }),
      comparison({ benchmark: "better", verdict: "improved", change: -0.2, low: -0.3, high: -0.1 }),
      comparison({ benchmark: "same" }),
      comparison({ benchmark: "noisy", verdict: "inconclusive", low: -0.2, high: 0.2 }),
      { benchmark: "gone", metric: metricOf(), verdict: "missing" },
      { benchmark: "allocations", metric: metricOf("allocs/op"), verdict: "regressed", change: 1, margin: 0.01 },
    ],
    "Benchmarks: 1 regressed",
    0.05,
  );
  expect([...svg.matchAll(/class="row (\w+)"><title>([^<]*)</g)].map(([, kind, title]) => [kind, title])).toEqual([
    ["worse", "worse: +20.0 %  [+10.0, +30.0] %, regressed"],
    ["better", "better: -20.0 %  [-30.0, -10.0] %, improved"],
    ["same", "same: 0.0 %  [-1.0, +1.0] %, ok"],
    ["unknown", "noisy: 0.0 %  [-20.0, +20.0] %, inconclusive"],
  ]);
  expect(Object.fromEntries(elementsOf(svg))).toMatchObject({ svg: 1, circle: 4, g: 4 });
  const [worse = 0, better = 0, same = 0] = dots(svg);
  expect(worse).toBeGreaterThan(0.5);
  expect(better).toBeLessThan(0.5);
  expect(same).toBeCloseTo(0.5);
});

test("to the right is worse, also for a rate", () => {
  const rate = { unit: "MB/s", verdict: "regressed", change: -0.2, low: -0.3, high: -0.1 } as const;
  const svg = forestPlot([comparison(rate)], "t", 0.05);
  expect(dots(svg)[0]).toBeGreaterThan(0.5);
  const [[left = 0, right = 0] = []] = lines(svg);
  expect(left).toBeLessThan(right);
});

test("an arrow where a line goes on beyond the axis, and the margin is named", () => {
  const svg = forestPlot(
    [comparison({ low: Number.NEGATIVE_INFINITY, high: 50 }), comparison({ low: -0.02, high: 0.02 })],
    "t",
    0.05,
  );
  expect(elementsOf(svg).get("polygon")).toBe(2);
  expect(svg).toContain(">margin ± 5 %<");
});

test("a doubling and a halving are as far from the middle", () => {
  const svg = forestPlot(
    [comparison({ change: 1, low: 0.9, high: 1.1 }), comparison({ change: -0.5, low: -0.55, high: -0.45 })],
    "t",
    0.05,
  );
  const [up = 0, down = 0] = dots(svg);
  expect(up - 0.5).toBeCloseTo(0.5 - down, 2);
});

test("nothing to show is said", () => {
  const svg = forestPlot([], "Benchmarks", 0.05);
  expect(svg).toContain("nothing to show");
  elementsOf(svg);
});

test("of very many the most harmful stay", () => {
  const many = Array.from({ length: 10_000 }, (_, at) => comparison({ benchmark: `b${at}` }));
  const svg = forestPlot(many, "t", 0.05);
  expect(elementsOf(svg).get("circle")).toBe(80);
  expect(svg).toContain("<title>b79:");
  expect(svg.length).toBeLessThan(60_000);
});

test("light and dark by the viewer's setting, without scripts or anything that is loaded", () => {
  const svg = forestPlot([comparison()], "t", 0.05);
  expect(svg).toContain("@media (prefers-color-scheme: dark)");
  expect(svg).not.toMatch(/<script|href|url\(|@import|<image|<foreignObject/i);
  expect(svg).toMatch(/role="img" aria-label="t"/);
});

describe("names are names", () => {
  test.each([
    `</title></text><script>alert(1)</script>`,
    `"onload="alert(1)`,
    "a & b < c > d 'e' \"f\"",
    "]]> <!-- -- > <?xml",
    "&#0; &lt; &bogus;",
    "\u0000\u0001\u001b[31m\ufffe\uffff",
    "\ud800 half a character \udc00",
    "🦀".repeat(50),
    "__proto__",
    "x".repeat(500),
  ])("%j", (name) => {
    const elements = elementsOf(forestPlot([comparison({ benchmark: name })], name.slice(0, 20), 0.05));
    expect(elements.get("script")).toBeUndefined();
    expect(elements.get("circle")).toBe(1);
  });

  test("any text, also as the title", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (name, title) => {
        expect(elementsOf(forestPlot([comparison({ benchmark: name })], title, 0.05)).get("circle")).toBe(1);
      }),
    );
  });
});

test("whatever the numbers are, the picture has only numbers", () => {
  const number = fc.oneof(
    fc.double({ min: -1, max: 100, noNaN: true }),
    fc.constantFrom(-1, 0, 1e300, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0.999999999999),
  );
  const one = fc.record({
    change: number,
    low: number,
    high: number,
    margin: fc.oneof(fc.double({ min: 0, max: 10, noNaN: true }), fc.constant(Number.POSITIVE_INFINITY)),
    verdict: fc.constantFrom<ComparisonVerdict>("regressed", "improved", "ok", "inconclusive"),
    unit: fc.constantFrom("ns", "/s"),
  });
  fc.assert(
    fc.property(fc.array(one, { maxLength: 5 }), fc.double({ min: 0.0001, max: 10, noNaN: true }), (rows, margin) => {
      const svg = forestPlot(rows.map(comparison), "t", margin);
      expect(svg).not.toMatch(/NaN|="-?Infinity|undefined/);
      for (const [, x] of svg.matchAll(/ (?:x[12]?|cx|width)="([^"]*)"/g)) {
        expect(Number(x)).toBeGreaterThanOrEqual(0);
        expect(Number(x)).toBeLessThanOrEqual(860);
      }
    }),
  );
});
