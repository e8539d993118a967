import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { judgeLock, type OwnerState } from "./judge-lock.ts";
import { type LockRecord, lockText, MOST_LOCK_BYTES, readLockText } from "./lock-record.ts";

const RECORD: LockRecord = {
  id: "5f0c",
  serverUrl: "https://github.com",
  repository: "org/demo",
  runId: "77",
  runAttempt: 2,
  runner: "GitHub Actions 3",
  url: "https://github.com/org/demo/actions/runs/77/attempts/2",
  release: "20261128-abc",
};

describe("the text of a lock", () => {
  test("is read as it was written", () => expect(readLockText(lockText(RECORD))).toEqual(RECORD));

  test("fits into a link and is one line of ASCII, whatever names people gave", () => {
    const any = fc.string({ unit: "grapheme", maxLength: 3000 });
    fc.assert(
      fc.property(any, any, any, any, (repository, runner, url, release) => {
        const text = lockText({ ...RECORD, repository, runner, url, release });
        expect(text).toMatch(/^[ -~]+$/);
        expect(text.length).toBeLessThanOrEqual(MOST_LOCK_BYTES);
        expect(readLockText(text)).toMatchObject({ id: RECORD.id, runId: RECORD.runId });
      }),
    );
  });

  test("at its longest still fits", () => {
    const long = "x".repeat(2000);
    const text = lockText({
      ...RECORD,
      id: long,
      serverUrl: long,
      repository: long,
      runId: long,
      runner: long,
      url: long,
      release: long,
      runAttempt: Number.MAX_SAFE_INTEGER,
    });
    expect(text.length).toBeLessThanOrEqual(MOST_LOCK_BYTES);
  });

  test.each([
    ["nothing", ""],
    ["a name", "alice"],
    ["half of one", lockText(RECORD).slice(0, 80)],
    ["a list", "[1]"],
    ["null", "null"],
    ["without an id", lockText({ ...RECORD, id: "" })],
    ["without an attempt", JSON.stringify({ ...RECORD, runAttempt: "2" })],
    ["a key that is missing", JSON.stringify({ id: "a", runAttempt: 1 })],
    ["a text that is too long", JSON.stringify({ ...RECORD, release: "x".repeat(500) })],
  ])("is not known when it is %s", (_, text) => expect(readLockText(text)).toBeUndefined());
});

describe("somebody else's lock", () => {
  const HOUR = 3_600_000;
  const running: OwnerState = { state: "running" };
  const ended: OwnerState = { state: "ended", how: "cancelled" };
  const unknown: OwnerState = { state: "unknown", why: "GitHub does not show that run to this token" };

  test.each([
    ["is left to a run that runs", { owner: RECORD, age: 0 }, running, HOUR, "leave", "still runs"],
    [
      "is left to a run that runs, however old it is",
      { owner: RECORD, age: 999 * HOUR },
      running,
      HOUR,
      "leave",
      "still runs",
    ],
    [
      "is taken from a run that has ended, however young it is",
      { owner: RECORD, age: 0 },
      ended,
      HOUR,
      "take-over",
      "has ended (cancelled)",
    ],
    [
      "is taken from a run that has ended, also where nothing gets stale",
      { owner: RECORD, age: 0 },
      ended,
      0,
      "take-over",
      "has ended",
    ],
    [
      "is left while nobody knows and it is young",
      { owner: RECORD, age: HOUR - 1 },
      unknown,
      HOUR,
      "leave",
      "only 59 minutes old",
    ],
    [
      "is taken when nobody knows and it is old",
      { owner: RECORD, age: HOUR },
      unknown,
      HOUR,
      "take-over",
      "60 minutes old",
    ],
    [
      "is left when nobody knows and nothing gets stale",
      { owner: RECORD, age: 999 * HOUR },
      unknown,
      0,
      "leave",
      "`lock-stale-after` is 0",
    ],
    [
      "is left when its age is not known",
      { owner: RECORD, age: undefined },
      unknown,
      HOUR,
      "leave",
      "its age is not known",
    ],
    ["is left when the clock jumped back", { owner: RECORD, age: -1 }, unknown, HOUR, "leave", "its age is not known"],
    [
      "that is corrupt is left while it is young",
      { owner: undefined, age: 60_000 },
      unknown,
      HOUR,
      "leave",
      "it cannot be read, and it is only 1 minute old",
    ],
    [
      "that is corrupt is taken when it is old",
      { owner: undefined, age: 2 * HOUR },
      unknown,
      HOUR,
      "take-over",
      "it cannot be read, and it is 120 minutes old",
    ],
  ] as const)("%s", (_, held, state, staleAfter, decision, why) => {
    const judgement = judgeLock(held, state, staleAfter);
    expect(judgement.decision).toBe(decision);
    expect(judgement.why).toContain(why);
  });
});
