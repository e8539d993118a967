import { expect, test } from "vitest";
import { exampleAnswer } from "../../testing/outcomes.ts";
import { judgeClock } from "./judge-clock.ts";

const NOW = Date.parse("2026-11-28T12:00:00Z");

test.each<[string, Readonly<Record<string, string>>, string | undefined]>([
  ["the same", { date: "Sat, 28 Nov 2026 12:00:00 GMT" }, undefined],
  ["five minutes less", { date: "Sat, 28 Nov 2026 11:55:00 GMT" }, undefined],
  ["more than that", { date: "Sat, 28 Nov 2026 11:54:59 GMT" }, "the service's clock is 5 minutes behind the runner's"],
  ["five minutes more", { date: "Sat, 28 Nov 2026 12:05:00 GMT" }, undefined],
  [
    "an hour more",
    { date: "Sat, 28 Nov 2026 13:00:00 GMT" },
    "the service's clock is 60 minutes ahead of the runner's",
  ],
  ["of an answer out of a cache", { date: "Sat, 28 Nov 2026 10:00:00 GMT", age: "7200" }, undefined],
  ["none", {}, undefined],
  ["no date", { date: "yesterday" }, undefined],
])("a clock that says %s", (_, headers, message) => {
  const problems = judgeClock(exampleAnswer({ headers }), NOW);
  expect(problems.map((one) => one.message)).toEqual(message === undefined ? [] : [message]);
  expect(problems.every(({ isWarning }) => isWarning)).toBe(true);
});
