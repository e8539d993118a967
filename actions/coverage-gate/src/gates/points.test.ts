import { pointsBetween } from "@jessy-actions/coverage/ratio";
import { expect, test } from "vitest";
import { decimal, ratio } from "../../testing/gates.ts";
import { pointsBeside, pointsLostBeside } from "./points.ts";

test.each([
  ["a fall", ratio(1, 1), ratio(1, 2), "0", "-50.00", "50.00"],
  ["a rise", ratio(1, 2), ratio(1, 1), "0", "+50.00", "-50.00"],
  ["nothing", ratio(1, 2), ratio(2, 4), "0", "0.00", "0.00"],
  ["rounded towards failure", ratio(1, 1), ratio(2, 3), "0.5", "-33.34", "33.34"],
  ["a rise, rounded towards failure", ratio(1, 3), ratio(1, 1), "0.5", "+66.66", "-66.66"],
  ["as many decimals as the tolerance has", ratio(1, 1), ratio(2, 3), "0.5000", "-33.3334", "33.3334"],
])("%s", (_, before, now, tolerance, gained, lost) => {
  const points = pointsBetween(before, now);
  expect([pointsBeside(points, decimal(tolerance)), pointsLostBeside(points, decimal(tolerance))]).toEqual([
    gained,
    lost,
  ]);
});
