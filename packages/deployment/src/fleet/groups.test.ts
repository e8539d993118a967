import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type BatchSize, hostsOf } from "./batch-size.ts";
import { planGroups } from "./groups.ts";
import { rollbackOrder } from "./rollback-order.ts";
import { toleratesFailures } from "./tolerance.ts";

const hosts = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

function sizes(count: number, canary: number, batches: readonly BatchSize[]): string {
  return planGroups(hosts(count), { canary, soak: 9, batches, pause: 5 })
    .map(({ title, hosts: group, soak }) => `${title}: ${group.join(" ")} (${soak})`)
    .join("; ");
}

test.each([
  ["all at once", 3, 0, [{ percent: 100 }], "all at once: 1 2 3 (0)"],
  ["a canary, and the others", 3, 1, [{ percent: 100 }], "canary: 1 (9); the others: 2 3 (0)"],
  ["one after the other", 3, 0, [{ hosts: 1 }], "batch 1 of 3: 1 (5); batch 2 of 3: 2 (5); batch 3 of 3: 3 (0)"],
  [
    "a share of all hosts, rounded down",
    7,
    0,
    [{ percent: 50 }],
    "batch 1 of 3: 1 2 3 (5); batch 2 of 3: 4 5 6 (5); batch 3 of 3: 7 (0)",
  ],
  ["a share below one host", 3, 0, [{ percent: 1 }], "batch 1 of 3: 1 (5); batch 2 of 3: 2 (5); batch 3 of 3: 3 (0)"],
  [
    "the last size again",
    6,
    1,
    [{ hosts: 1 }, { hosts: 2 }],
    "canary: 1 (9); batch 1 of 3: 2 (5); batch 2 of 3: 3 4 (5); batch 3 of 3: 5 6 (0)",
  ],
  ["more than there are", 2, 0, [{ hosts: 5 }], "all at once: 1 2 (0)"],
  ["none but the canary", 2, 2, [{ hosts: 1 }], "canary: 1 2 (0)"],
  ["no size", 2, 0, [], "all at once: 1 2 (0)"],
] as const)("groups of %s", (_, count, canary, batches, groups) => {
  expect(sizes(count, canary, batches)).toBe(groups);
});

const batchSize = fc.oneof(
  fc.record({ hosts: fc.integer({ min: 0, max: 12 }) }),
  fc.record({ percent: fc.integer({ min: 0, max: 100 }) }),
);

test("every host is in one group, in order, and only the last one has nothing to wait for", () => {
  fc.assert(
    fc.property(fc.nat(40), fc.nat(5), fc.array(batchSize, { maxLength: 4 }), (count, canary, batches) => {
      const groups = planGroups(hosts(count), { canary, soak: 1, batches, pause: 1 });
      expect(groups.flatMap((group) => group.hosts)).toEqual(hosts(count));
      expect(groups.every((group) => group.hosts.length > 0)).toBe(true);
      expect(groups.map(({ soak }) => soak)).toEqual(groups.map((_, index) => (index < groups.length - 1 ? 1 : 0)));
    }),
  );
});

describe("failures", () => {
  const fleet = { hosts: 5, isCanary: false, maxFailures: { hosts: 0 } as BatchSize };
  test.each([
    ["none", { ...fleet, failed: 0 }, true],
    ["one, and none is allowed", { ...fleet, failed: 1 }, false],
    ["one, and one is allowed", { ...fleet, failed: 1, maxFailures: { hosts: 1 } }, true],
    ["two, and one is allowed", { ...fleet, failed: 2, maxFailures: { hosts: 1 } }, false],
    ["one of five, and 25%", { ...fleet, failed: 1, maxFailures: { percent: 25 } }, true],
    ["two of five, and 25%: 1.25 hosts", { ...fleet, failed: 2, maxFailures: { percent: 25 } }, false],
    ["one of three, and 25%: no host", { ...fleet, hosts: 3, failed: 1, maxFailures: { percent: 25 } }, false],
    ["a canary, whatever is allowed", { ...fleet, failed: 1, isCanary: true, maxFailures: { hosts: 4 } }, false],
    ["all, whatever is allowed", { ...fleet, failed: 5, maxFailures: { hosts: 9 } }, false],
    ["the only host", { ...fleet, hosts: 1, failed: 1, maxFailures: { hosts: 1 } }, false],
  ] as const)("of %s", (_, failures, tolerated) => expect(toleratesFailures(failures)).toBe(tolerated));
});

test("the way back is the way there", () => {
  const groups = [{ hosts: [1] }, { hosts: [2, 3] }, { hosts: [4, 5] }];
  expect(rollbackOrder(groups, (host) => host !== 3)).toEqual([[4, 5], [2], [1]]);
  expect(rollbackOrder(groups, (host) => host < 4)).toEqual([[2, 3], [1]]);
});

test("a size in hosts is what it says, also where there are fewer", () => {
  expect(hostsOf({ hosts: 3 }, 2)).toBe(3);
  expect(hostsOf({ percent: 33 }, 3)).toBe(0);
});
