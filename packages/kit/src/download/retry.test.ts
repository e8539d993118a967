import { expect, test } from "vitest";
import type { DownloadFault } from "./download-error.ts";
import { MAX_WAIT, retryDelay } from "./retry.ts";

const NOW = Date.UTC(2026, 0, 1);

type Row = [number, DownloadFault, number, string | undefined, number | undefined];

test.each<Row>([
  [1, "refused", 500, undefined, 1000],
  [2, "refused", 502, undefined, 3000],
  [4, "refused", 503, undefined, 20_000],
  [5, "refused", 503, undefined, undefined],
  [1, "refused", 408, undefined, 1000],
  [1, "refused", 429, undefined, 5000],
  [4, "refused", 429, undefined, 60_000],
  [1, "refused", 429, "7", 7000],
  [1, "refused", 503, "Thu, 01 Jan 2026 00:00:09 GMT", 9000],
  [1, "refused", 429, String(MAX_WAIT / 1000), MAX_WAIT],
  [1, "refused", 429, String(MAX_WAIT / 1000 + 1), undefined],
  [1, "refused", 501, undefined, undefined],
  [1, "refused", 505, undefined, undefined],
  ...[400, 401, 403, 404, 410, 451].map((status): Row => [1, "refused", status, undefined, undefined]),
  ...(["unreachable", "stalled", "cut"] as const).map((fault): Row => [1, fault, 0, undefined, 1000]),
  ...(["address", "redirect", "late", "too-large", "page", "digest"] as const).map(
    (fault): Row => [1, fault, 0, undefined, undefined],
  ),
])("attempt %d, %s %d, Retry-After %s: %s ms", (attempt, fault, status, retryAfter, delay) => {
  expect(retryDelay(attempt, { fault, status, retryAfter, isFinal: false }, NOW, 0)).toBe(delay);
});

test("what is final is final", () => {
  expect(
    retryDelay(1, { fault: "unreachable", status: 0, retryAfter: undefined, isFinal: true }, NOW, 0),
  ).toBeUndefined();
});

test("machines of one outage do not come back together", () => {
  const failure = { fault: "refused", status: 500, retryAfter: undefined, isFinal: false } as const;
  expect(retryDelay(1, failure, NOW, 1)).toBe(1250);
  expect(retryDelay(1, { ...failure, retryAfter: "2" }, NOW, 1)).toBe(3000);
});
