import { expect, test } from "vitest";
import { count, counted, plural } from "./quantity.ts";

test.each([
  [0, "0"],
  [999, "999"],
  [1000, "1,000"],
  [1234567, "1,234,567"],
  [-12345, "-12,345"],
])("%d is %s", (number, text) => {
  expect(count(number)).toBe(text);
  expect(count(number)).toBe(number.toLocaleString("en-US"));
});

test("one has no plural", () => {
  expect([plural(1, "line"), plural(0, "line"), counted(1, "line"), counted(2000, "line")]).toEqual([
    "line",
    "lines",
    "1 line",
    "2,000 lines",
  ]);
});
