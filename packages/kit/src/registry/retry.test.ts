import { describe, expect, test } from "vitest";
import { MAX_PATIENCE, MAX_WAIT, Patience, type RegistryFailure, retryDelay } from "./retry.ts";

const NOW = Date.parse("2026-11-23T12:00:00Z");
const after = (value: string) => ({ "retry-after": value });

test.each<[string, Partial<RegistryFailure>, number | undefined]>([
  ["429 with seconds", { status: 429, headers: after("7") }, 7000],
  ["429 with a date", { status: 429, headers: after("Mon, 23 Nov 2026 12:00:20 GMT") }, 20_000],
  ["429 with a date that has passed", { status: 429, headers: after("Mon, 23 Nov 2026 11:59:00 GMT") }, 0],
  ["429 without a hint", { status: 429 }, 5000],
  ["429 with nonsense", { status: 429, headers: after("soon") }, 5000],
  ["429 with the longest wait", { status: 429, headers: after(String(MAX_WAIT / 1000)) }, MAX_WAIT],
  ["429 with more", { status: 429, headers: after(String(MAX_WAIT / 1000 + 1)) }, undefined],
  ["Docker Hub's limit of requests", { status: 429, message: "Too Many Requests" }, 5000],
  [
    "Docker Hub's limit of pulls",
    { status: 429, message: "TOOMANYREQUESTS: You have reached your unauthenticated pull rate limit." },
    undefined,
  ],
  [
    "the same with another text and its link",
    { status: 429, message: "limit reached: https://docs.docker.com/docker-hub/usage/", headers: after("1") },
    undefined,
  ],
  ["GitHub's", { status: 429, message: "TOOMANYREQUESTS: retry-after: 138.5µs, allowed: 44000/minute" }, 5000],
  ["no answer", { status: 0 }, 1000],
  ["no answer, and there will be none", { status: 0, isFinal: true }, undefined],
  ["408", { status: 408 }, 1000],
  ["500", { status: 500 }, 1000],
  ["502", { status: 502 }, 1000],
  ["503 with a hint", { status: 503, headers: after("9") }, 9000],
  ["504", { status: 504 }, 1000],
  ["501", { status: 501 }, undefined],
  ["505", { status: 505 }, undefined],
  ["400", { status: 400 }, undefined],
  ["401", { status: 401 }, undefined],
  ["403 with a hint", { status: 403, headers: after("1") }, undefined],
  ["404", { status: 404 }, undefined],
  ["413", { status: 413 }, undefined],
])("%s", (_, failure, expected) => {
  expect(retryDelay(1, { status: 0, headers: {}, message: "", ...failure }, NOW, 0)).toBe(expected);
});

test("an outage of more than a minute is waited for", () => {
  const failure = { status: 503, headers: {}, message: "" };
  const waits = Array.from({ length: 20 }, (_, index) => retryDelay(index + 1, failure, NOW, 0) ?? 0);
  expect(waits.reduce((sum, wait) => sum + wait, 0)).toBe(180_000);
  expect(waits.filter((wait) => wait > 0)).toHaveLength(10);
});

describe("patience", () => {
  test("ends", () => {
    const patience = new Patience(10_000);
    expect(patience.take(0, 6000)).toBe(true);
    expect(patience.take(6000, 4001)).toBe(false);
    expect(patience.take(6000, 4000)).toBe(true);
    expect(patience.take(20_000, 1)).toBe(false);
  });

  test("operations that wait together wait once", () => {
    const patience = new Patience(10_000);
    for (let operation = 0; operation < 50; operation++) expect(patience.take(operation, 6000)).toBe(true);
    expect(patience.take(10_000, 3951)).toBe(true);
    expect(patience.take(20_000, 1)).toBe(false);
  });

  test("by default lasts minutes", () => {
    expect(new Patience().take(0, MAX_PATIENCE)).toBe(true);
    expect(new Patience().take(0, MAX_PATIENCE + 1)).toBe(false);
  });
});
