import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fleetOutcome, outcomeVerdict } from "./fleet-outcome.ts";
import { type HostCourse, hostState } from "./host-course.ts";

const NEW = "new";

/** Not touched, and serving the old release. */
const HOST: HostCourse = {
  before: "old",
  restored: undefined,
  serving: "old",
  isSwitched: false,
  hasFailed: false,
  rollback: "none",
};
const DEPLOYED: HostCourse = { ...HOST, serving: NEW, isSwitched: true };
const BACK: HostCourse = { ...HOST, isSwitched: true, hasFailed: true, rollback: "done" };

const STATES = [
  ["switched, and serving it", DEPLOYED, "deployed"],
  ["switched, and serving it as before", { ...DEPLOYED, before: NEW }, "unchanged"],
  ["switched, and serving the old release although nothing failed", { ...DEPLOYED, serving: "old" }, "failed"],
  ["switched, serving it, and its gate failed", { ...DEPLOYED, hasFailed: true }, "failed"],
  ["switched, and not answering", { ...DEPLOYED, serving: undefined }, "unreachable"],
  ["not touched", HOST, "not-touched"],
  ["not touched, and serving it", { ...HOST, before: NEW, serving: NEW }, "unchanged"],
  ["not touched, serving it, and its gate failed", { ...HOST, before: NEW, serving: NEW, hasFailed: true }, "failed"],
  ["not touched, and not answering", { ...HOST, serving: undefined }, "unreachable"],
  ["not touched, and changed by somebody else", { ...HOST, serving: "other" }, "not-touched"],
  ["not touched, and changed to it by somebody else", { ...HOST, serving: NEW }, "not-touched"],
  ["rolled back", BACK, "rolled-back"],
  ["rolled back to nothing, on its first deployment", { ...BACK, before: "", serving: "" }, "rolled-back"],
  ["rolled back, and not serving the old release", { ...BACK, serving: "older" }, "failed"],
  ["rolled back, and still serving the new one", { ...BACK, serving: NEW }, "failed"],
  ["rolled back, with nothing to go back to", { ...BACK, before: NEW, serving: NEW }, "failed"],
  ["rolled back to before a killed run", { ...BACK, before: "half", restored: "old" }, "rolled-back"],
  [
    "rolled back to a killed run's release instead of before it",
    { ...BACK, before: "half", restored: "old", serving: "half" },
    "failed",
  ],
  ["not rolled back", { ...BACK, rollback: "failed", serving: NEW }, "failed"],
  ["not rolled back, although it serves the old release", { ...BACK, rollback: "failed" }, "failed"],
] as const satisfies readonly (readonly [string, HostCourse, string])[];

test.each(STATES)("a host that was %s", (_, course, state) => expect(hostState(course, NEW)).toBe(state));

describe("a fleet", () => {
  test.each([
    ["that all serves it", [DEPLOYED, DEPLOYED], "deployed"],
    [
      "that all served it already",
      [
        { ...DEPLOYED, before: NEW },
        { ...HOST, before: NEW, serving: NEW },
      ],
      "unchanged",
    ],
    ["of which some served it already", [DEPLOYED, { ...HOST, before: NEW, serving: NEW }], "deployed"],
    ["that went back", [BACK, HOST], "rolled-back"],
    ["of which nothing was touched", [HOST, HOST], "refused"],
    ["that differed, and of which nothing was touched", [HOST, { ...HOST, before: "b", serving: "b" }], "refused"],
    ["of which nothing was touched, and a host does not answer", [HOST, { ...HOST, serving: undefined }], "refused"],
    ["of which a tolerated host went back", [DEPLOYED, BACK], "mixed"],
    ["that differed before, and went back to that", [BACK, { ...BACK, before: "b", serving: "b" }], "mixed"],
    ["of which a host vanished", [DEPLOYED, { ...DEPLOYED, serving: undefined }], "unknown"],
    ["that went back but for one that vanished", [BACK, { ...BACK, serving: undefined }], "unknown"],
    ["that differs, and of which a host vanished", [DEPLOYED, BACK, { ...BACK, serving: undefined }], "mixed"],
    ["that another run changes, and of which nothing was touched", [{ ...HOST, serving: "other" }, HOST], "refused"],
    ["of which somebody changed a host", [DEPLOYED, { ...HOST, serving: "other" }], "mixed"],
    ["that could not go back", [{ ...BACK, rollback: "failed", serving: NEW }], "failed"],
    ["of which one could not go back", [{ ...BACK, rollback: "failed", serving: NEW }, HOST], "mixed"],
    ["without hosts", [], "refused"],
  ] as const)("%s", (_, courses, outcome) => expect(fleetOutcome(courses, NEW)).toBe(outcome));

  const release = fc.constantFrom("", "old", "older", NEW);
  const course: fc.Arbitrary<HostCourse> = fc.record({
    before: release,
    restored: fc.option(release, { nil: undefined }),
    serving: fc.option(release, { nil: undefined }),
    isSwitched: fc.boolean(),
    hasFailed: fc.boolean(),
    rollback: fc.constantFrom("none", "done", "failed"),
  });

  test("passes only when every host serves the release and nothing failed, and differs only when it says so", () => {
    fc.assert(
      fc.property(fc.array(course, { minLength: 1, maxLength: 5 }), (courses) => {
        const outcome = fleetOutcome(courses, NEW);
        if (outcomeVerdict(outcome) === "pass") {
          expect(
            courses.every(
              ({ serving, isSwitched, rollback }) => serving === NEW && !(isSwitched && rollback === "failed"),
            ),
          ).toBe(true);
          expect(courses.some(({ hasFailed }) => hasFailed)).toBe(false);
        }
        const isMixed = new Set(courses.map(({ serving }) => serving)).size > 1;
        if (isMixed) expect(["mixed", "unknown", "refused"]).toContain(outcome);
        if (outcome === "refused") expect(courses.some(({ isSwitched }) => isSwitched)).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });
});
