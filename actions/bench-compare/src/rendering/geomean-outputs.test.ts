import { expect, test } from "vitest";
import { geomeanOutputs } from "./geomean-outputs.ts";

const suite = (more: object) => ({ suite: { verdict: "ok", metrics: 2, ...more } as never });

test.each([
  ["an interval", suite({ change: 0.01234, low: -0.05, high: 0.1 }), ["1.0123", "0.9500", "1.1000"]],
  ["nothing known below", suite({ change: -0.5, low: -1, high: 0.1 }), ["0.5000", "", "1.1000"]],
  ["nothing known above", suite({ change: 0.5, low: 0.1, high: Number.POSITIVE_INFINITY }), ["1.5000", "1.1000", ""]],
  ["nothing known", suite({ change: 0.5, low: -1, high: Number.POSITIVE_INFINITY }), ["", "", ""]],
  ["no interval", suite({ change: 0.5 }), ["", "", ""]],
  ["fewer than two metrics", {}, ["", "", ""]],
])("%s", (_, result, values) => {
  const [geomean, low, high] = values;
  expect(geomeanOutputs(result)).toEqual({ geomean, "geomean-low": low, "geomean-high": high });
});
