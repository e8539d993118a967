/** Steps of a unit, largest first: what it is called, and how many of the base unit it is. */
const STEPS: ReadonlyMap<string, readonly (readonly [name: string, size: number])[]> = new Map(
  // A map, since units come from reports: one may be called `constructor`.
  Object.entries({
    ns: [
      ["s", 1e9],
      ["ms", 1e6],
      ["µs", 1e3],
      ["ns", 1],
      ["ps", 1e-3],
    ],
    B: [
      ["GB", 1e9],
      ["MB", 1e6],
      ["kB", 1e3],
      ["B", 1],
    ],
    "B/s": [
      ["GB/s", 1e9],
      ["MB/s", 1e6],
      ["kB/s", 1e3],
      ["B/s", 1],
    ],
    bit: [
      ["Gbit", 1e9],
      ["Mbit", 1e6],
      ["kbit", 1e3],
      ["bit", 1],
    ],
    "bit/s": [
      ["Gbit/s", 1e9],
      ["Mbit/s", 1e6],
      ["kbit/s", 1e3],
      ["bit/s", 1],
    ],
    "/s": [
      ["G/s", 1e9],
      ["M/s", 1e6],
      ["k/s", 1e3],
      ["/s", 1],
    ],
  }),
);

/** Whether a value of this unit is written with another that fits its size. */
export function isScaled(unit: string): boolean {
  return STEPS.has(unit);
}

/** A measured value with four digits and a unit that fits its size: `12.34 µs`, `1.5 kB`, `3 allocs/op`. */
export function formatValue(value: number, unit: string): string {
  const steps = STEPS.get(unit);
  if (steps === undefined) return `${digits(value)} ${unit}`.trim();
  if (value === 0) return `0 ${unit}`;
  const [name, size] = steps.find((step) => value >= step[1] * 0.99995) ?? steps.at(-1)!;
  return `${digits(value / size)} ${name}`;
}

function digits(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e9) return value.toLocaleString("en-US");
  return String(Number(value.toPrecision(4)));
}
