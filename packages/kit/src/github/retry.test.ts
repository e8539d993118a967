import { expect, test } from "vitest";
import { MAX_ATTEMPTS, type RequestFailure, retryDelay } from "./retry.ts";

const NOW = Date.parse("2026-11-23T12:00:00Z");

test.each<[string, Partial<RequestFailure>, number | undefined]>([
  ["429 with seconds", { status: 429, headers: { "retry-after": "7" } }, 7000],
  ["429 with a date", { status: 429, headers: { "retry-after": "Mon, 23 Nov 2026 12:00:20 GMT" } }, 20_000],
  ["429 without a hint", { status: 429 }, 60_000],
  ["429 that may be a POST", { status: 429, method: "POST", headers: { "retry-after": "1" } }, 1000],
  ["a secondary limit", { status: 403, message: "You have exceeded a secondary rate limit" }, 60_000],
  [
    "an exhausted quota",
    { status: 403, headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(NOW / 1000 + 30) } },
    30_000,
  ],
  [
    "a quota that returns in half an hour",
    { status: 403, headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(NOW / 1000 + 1800) } },
    undefined,
  ],
  ["a missing permission", { status: 403, message: "Resource not accessible by integration" }, undefined],
  ["404", { status: 404 }, undefined],
  ["422", { status: 422 }, undefined],
  ["500", { status: 500 }, 500],
  ["502", { status: 502 }, 500],
  ["503 with a hint", { status: 503, headers: { "retry-after": "3" } }, 3000],
  ["501", { status: 501 }, undefined],
  ["no answer", { status: 0 }, 500],
  ["502 of a POST, which may have arrived", { status: 502, method: "POST" }, undefined],
  ["no answer to a POST", { status: 0, method: "POST" }, undefined],
])("%s", (_, failure, expected) => {
  expect(retryDelay(1, { method: "GET", status: 0, headers: {}, message: "", ...failure }, NOW, 0)).toBe(expected);
});

test("waits double, and end", () => {
  const failure = { method: "GET", status: 502, headers: {}, message: "" };
  expect(Array.from({ length: MAX_ATTEMPTS }, (_, at) => retryDelay(at + 1, failure, NOW, 0))).toEqual([
    500,
    1000,
    2000,
    4000,
    undefined,
  ]);
  expect(retryDelay(1, failure, NOW, 1)).toBe(1000);
});
