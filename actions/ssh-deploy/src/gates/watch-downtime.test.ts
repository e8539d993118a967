import type { Host } from "@jessy-actions/deployment/hosts/host";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../../../packages/reading/testing/depth.ts";
import { inputsOf } from "../../testing/written-inputs.ts";
import { Outages } from "./outages.ts";
import { downtimeTargets, type Target, watchDowntime } from "./watch-downtime.ts";

/** `.` is an answer, `x` is a lost request; each takes 10 ms, 50 ms after the start of the one before. */
function outages(requests: string): Outages {
  const seen = new Outages();
  [...requests].forEach((request, index) => {
    seen.add({ at: index * 50, until: index * 50 + 10, isAnswered: request === "." });
  });
  return seen;
}

describe("outages", () => {
  test.each([
    ["nothing", "", 0, 0, 0],
    ["no loss", "....", 4, 0, 0],
    ["one lost request: until the next answer", "..x..", 5, 1, 60],
    ["three in a row", "..xxx..", 7, 3, 160],
    ["two outages", ".x.x.", 5, 2, 120],
    ["before the first answer there was nothing to interrupt", "xxx..", 2, 0, 0],
    ["never answered", "xxxx", 0, 0, 0],
    ["without an end: until the last request gave up", "..xx", 4, 2, 60],
  ])("%s", (_, requests, count, lost, milliseconds) => {
    expect(outages(requests)).toMatchObject({ requests: count, lost, milliseconds });
  });

  test("what is lost is never more than what was asked, and there is downtime exactly when something is lost", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(".", "x"), maxLength: 50 }), (requests) => {
        const { requests: count, lost, milliseconds } = outages(requests);
        expect(lost).toBeLessThanOrEqual(count);
        expect(milliseconds > 0).toBe(lost > 0);
      }),
      runs(200),
    );
  });
});

const LEAST = { hosts: "u@a\nu@b", path: "/srv/api", agent: "/run/agent.sock" };

describe("whom a probe asks", () => {
  test.each<[string, Record<string, string>, string[]]>([
    ["nobody", { gates: "http://127.0.0.1/" }, []],
    [
      "the service by its own address",
      { "probe-url": "https://api.example.com/", gates: "runner http://x/" },
      ["https://api.example.com/"],
    ],
    [
      "every host by the first gate from the runner",
      { gates: "tcp 1\nrunner http://x/a\nrunner http://x/b" },
      ["http://x/a a", "http://x/a b"],
    ],
    ["not by a gate that may change something", { gates: "runner POST http://x/a" }, []],
  ])("%s", (_, written, expected) => {
    const targets = downtimeTargets(inputsOf({ ...LEAST, ...written }));
    expect(targets.map(({ url, host }) => [url.href, ...(host === undefined ? [] : [host.address])].join(" "))).toEqual(
      expected,
    );
  });
});

/** Time that passes as far as somebody waits. */
function fastClock() {
  let now = 0;
  return {
    now: () => now,
    async wait(time: number) {
      now += time;
      await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

const HOST: Host = { name: "a", alias: "host-1", address: "127.0.0.1", port: 22, user: "u", jumps: [] };
const TARGET: Target = { url: new URL("http://x/"), host: HOST };

/** Watches targets that answer in this order, and stops at the end of the first one's answers. */
async function watched(...answers: readonly string[]) {
  const asked = answers.map(() => 0);
  const { promise: over, resolve } = Promise.withResolvers<void>();
  const targets = answers.map(() => ({ ...TARGET }));
  const watch = watchDowntime(targets, fastClock(), async (target) => {
    const index = targets.indexOf(target);
    const answer = answers[index]![asked[index]!++];
    if (answers[0]!.length <= asked[0]!) resolve();
    return answer === ".";
  });
  await over;
  return watch.stop();
}

describe("a watch", () => {
  test("counts what was lost", async () => {
    expect(await watched("..xx...")).toMatchObject({ lost: 2, milliseconds: 100 });
  });

  test("of a service that never answered is no measurement", async () => {
    expect(await watched("xxx")).toBeNull();
  });

  test("of nobody is none either", async () => {
    expect(await watchDowntime([], fastClock()).stop()).toBeNull();
  });

  test("of a request that throws ends, and keeps what was seen", async () => {
    let asked = 0;
    const watch = watchDowntime([TARGET], fastClock(), async () => {
      if (++asked > 2) throw new Error("stopped");
      return true;
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await watch.stop()).toEqual({ requests: 2, lost: 0, milliseconds: 0 });
  });
});
