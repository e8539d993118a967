import { expect, test } from "vitest";
import { limitEnd, MAX_ATTEMPTS, type RequestFailure, retryDelay } from "./retry.ts";

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
  ["429 with seconds that are not a number", { status: 429, headers: { "retry-after": "7 s" } }, 60_000],
  ["429 with a date that has passed", { status: 429, headers: { "retry-after": "Mon, 23 Nov 2026 11:59:00 GMT" } }, 0],
  ["429 with the time of a reset", { status: 429, headers: { "x-ratelimit-reset": String(NOW / 1000 + 5) } }, 5000],
  [
    "429 with both: the hint counts",
    { status: 429, headers: { "retry-after": "7", "x-ratelimit-reset": String(NOW / 1000 + 5) } },
    7000,
  ],
  ["429 with a reset that has passed", { status: 429, headers: { "x-ratelimit-reset": "1" } }, 0],
  ["429 with a reset of 0, which is none", { status: 429, headers: { "x-ratelimit-reset": "0" } }, 60_000],
  ["the longest wait", { status: 429, headers: { "retry-after": "90" } }, 90_000],
  ["a wait that is longer", { status: 429, headers: { "retry-after": "91" } }, undefined],
  ["403 with a hint", { status: 403, headers: { "retry-after": "2" } }, 2000],
  ["abuse detection", { status: 403, message: "Abuse Detection mechanism" }, 60_000],
  [
    "a secondary limit with a hint",
    { status: 403, message: "secondary rate limit", headers: { "retry-after": "4" } },
    4000,
  ],
  ["a secondary limit of a POST", { status: 403, method: "POST", message: "secondary rate limit" }, 60_000],
  [
    "an exhausted quota with a hint",
    { status: 403, headers: { "x-ratelimit-remaining": "0", "retry-after": "4" } },
    4000,
  ],
  ["an exhausted quota that names no time", { status: 403, headers: { "x-ratelimit-remaining": "0" } }, undefined],
  [
    "403 with quota left",
    { status: 403, headers: { "x-ratelimit-remaining": "1", "x-ratelimit-reset": "1" } },
    undefined,
  ],
  ["503 of a POST with a hint was refused", { status: 503, method: "POST", headers: { "retry-after": "3" } }, 3000],
  ["503 without a hint", { status: 503 }, 500],
  ["500 with a hint that only 503 may give", { status: 500, headers: { "retry-after": "3" } }, 500],
  ["499", { status: 499 }, undefined],
  ["505", { status: 505 }, undefined],
  ["HEAD", { method: "HEAD" }, 500],
  ["PUT", { method: "PUT" }, 500],
  ["PATCH", { method: "PATCH" }, 500],
  ["DELETE", { method: "DELETE" }, 500],
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

test("after a limit, waits are spread over a second, and the attempts end as well", () => {
  const failure = { method: "POST", status: 429, headers: { "retry-after": "7" }, message: "" };
  expect(retryDelay(1, failure, NOW, 0.5)).toBe(7500);
  expect(retryDelay(MAX_ATTEMPTS - 1, failure, NOW, 0)).toBe(7000);
  expect(retryDelay(MAX_ATTEMPTS, failure, NOW, 0)).toBeUndefined();
});

const quota = (seconds: number) => ({
  status: 403,
  headers: { "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(NOW / 1000 + seconds) },
});

test.each<[string, Partial<RequestFailure>, string]>([
  ["a quota", quota(1800), "; the limit ends in 30 minutes, at 2026-11-23 12:30:00 UTC"],
  ["a quota that is nearly back", quota(1), "; the limit ends in 1 second, at 2026-11-23 12:00:01 UTC"],
  ["90 seconds", quota(90), "; the limit ends in 90 seconds, at 2026-11-23 12:01:30 UTC"],
  ["91 seconds", quota(91), "; the limit ends in 2 minutes, at 2026-11-23 12:01:31 UTC"],
  [
    "an hour that GitHub asks for",
    { status: 429, headers: { "retry-after": "3600" } },
    "; the limit ends in 60 minutes, at 2026-11-23 13:00:00 UTC",
  ],
  ["a time beyond all calendars", { status: 429, headers: { "retry-after": "9".repeat(30) } }, ""],
  ["a missing permission", { status: 403 }, ""],
  ["a gateway", { status: 502 }, ""],
  ["no answer", { status: 0 }, ""],
])("when a limit ends: %s", (_, failure, text) => {
  expect(limitEnd({ status: 0, headers: {}, message: "x", ...failure }, NOW)).toBe(text);
});
