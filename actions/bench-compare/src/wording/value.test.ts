import fc from "fast-check";
import { expect, test } from "vitest";
import { formatValue } from "./value.ts";

test.each<[number, string, string]>([
  [0, "ns", "0 ns"],
  [0.25, "ns", "250 ps"],
  [0.0001, "ns", "0.1 ps"],
  [1, "ns", "1 ns"],
  [12.345678, "ns", "12.35 ns"],
  [999.94, "ns", "999.9 ns"],
  [999.96, "ns", "1 µs"],
  [1234, "ns", "1.234 µs"],
  [123_456_789, "ns", "123.5 ms"],
  [5e9, "ns", "5 s"],
  [3_723e9, "ns", "3,723 s"],
  [0, "B", "0 B"],
  [1500, "B", "1.5 kB"],
  [2_000_000, "B", "2 MB"],
  [1e9, "B/s", "1 GB/s"],
  [0.5, "B/s", "0.5 B/s"],
  [12_345, "/s", "12.35 k/s"],
  [3, "allocs/op", "3 allocs/op"],
  [1_234_567, "instructions", "1,234,567 instructions"],
  [1.23456, "", "1.235"],
  [7, "__proto__", "7 __proto__"],
  [7, "constructor", "7 constructor"],
])("%f in %s is %s", (value, unit, text) => {
  expect(formatValue(value, unit)).toBe(text);
});

test("what is shown is within four digits of what was measured", () => {
  const size: Record<string, number> = { s: 1e9, ms: 1e6, µs: 1e3, ns: 1, ps: 1e-3 };
  fc.assert(
    fc.property(fc.double({ min: 1e-3, max: 1e12, noNaN: true }), (value) => {
      const [number = "", unit = ""] = formatValue(value, "ns").split(" ");
      const shown = Number(number.replaceAll(",", "")) * size[unit]!;
      expect(Math.abs(shown / value - 1)).toBeLessThan(0.0006);
    }),
  );
});
