import { expect, test } from "vitest";
import { badgeSvg, coverageBadge, shieldsEndpoint } from "./badge.ts";

test.each([
  ["95.00", true, "brightgreen"],
  ["40.00", true, "green"],
  ["79.99", false, "orange"],
  ["12.00", false, "red"],
  [undefined, true, "lightgrey"],
])("%s %% that passes: %s is %s", (percent, passes, color) => {
  expect(coverageBadge("coverage", percent, passes).color).toBe(color);
});

test("the SVG holds its text as text", () => {
  const svg = badgeSvg(coverageBadge('<script>"x"</script>', "50.00", true));
  expect(svg).not.toContain("<script>");
  expect(svg).toContain("50.00%");
});

test("the endpoint is what shields.io reads", () => {
  expect(JSON.parse(shieldsEndpoint(coverageBadge("coverage", "81.20", true)))).toEqual({
    schemaVersion: 1,
    label: "coverage",
    message: "81.20%",
    color: "green",
  });
});
