import fc from "fast-check";
import { expect, test } from "vitest";
import { isReleaseName, releaseName } from "./release-name.ts";

const NOW = Date.UTC(2026, 10, 28, 11, 28, 57, 123);
const COMMIT = "391bb57e0000000000000000000000000000abcd";

test.each([
  [{ now: NOW, commit: COMMIT, runId: "12", runAttempt: 1 }, "20261128T112857Z-391bb57-12.1"],
  [{ now: 0, commit: "main", runId: "../x", runAttempt: 2 }, "19700101T000000Z-0000000-0.2"],
])("a release's name", (origin, name) => {
  expect(releaseName(origin)).toBe(name);
});

test("names can be folders, and sort by time", () => {
  const origin = fc.record({
    now: fc.integer({ min: 0, max: 8e12 }),
    commit: fc.string(),
    runId: fc.string(),
    runAttempt: fc.nat(),
  });
  fc.assert(
    fc.property(origin, origin, (one, other) => {
      const [first, second] = [releaseName(one), releaseName(other)];
      expect([isReleaseName(first), isReleaseName(second)]).toEqual([true, true]);
      if (Math.floor(one.now / 1000) < Math.floor(other.now / 1000)) expect(first < second).toBe(true);
    }),
  );
});

test.each([`sha256:${"a".repeat(64)}`, "v1.2.3+build"])("%s is one, too", (name) => {
  expect(isReleaseName(name)).toBe(true);
});
