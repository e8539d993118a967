import { JsonValue } from "@jessy-actions/reading/json";
import { ReportError } from "@jessy-actions/reading/report-error";
import fc from "fast-check";
import { expect, test } from "vitest";
import { isAffectedVersion, readAffectedModules } from "./affected-module.ts";

const moduleOf = (...events: readonly object[]) => ({
  package: { name: "m", ecosystem: "Go" },
  ranges: [{ type: "SEMVER", events }],
});
const read = (value: unknown) => readAffectedModules(new JsonValue(value, "affected"));

const FIXED = [moduleOf({ introduced: "0" }, { fixed: "1.6.6" })];
const AGAIN = [moduleOf({ introduced: "0" }, { fixed: "1.2.0" }, { introduced: "1.4.0-rc.1" }, { fixed: "1.4.2" })];

test.each<[string, unknown, readonly string[], readonly string[]]>([
  ["before a fix", FIXED, ["v0.0.0", "v1.6.5", "1.6.5", "v1.6.6-0.20200101000000-abcdefabcdef"], ["v1.6.6", "v1.10.0"]],
  ["twice", AGAIN, ["v1.1.9", "v1.4.0-rc.1", "v1.4.0", "v1.4.1"], ["v1.2.0", "v1.3.9", "v1.4.0-alpha", "v1.4.2"]],
  ["in any order of events", [moduleOf({ fixed: "1.2.0" }, { introduced: "1.0.0" })], ["v1.1.0"], ["v0.9.0", "v1.2.0"]],
  ["without a fix", [moduleOf({ introduced: "1.0.0" })], ["v1.0.0", "v9.0.0+incompatible"], ["v0.9.9"]],
  ["without events", [moduleOf()], ["v1.0.0"], []],
  ["without ranges", [{ package: { name: "m" } }], ["v1.0.0"], []],
  ["of another module", [{ package: { name: "x" } }], [], ["v1.0.0"]],
])("affected %s", (_, entry, affected, others) => {
  const modules = read(entry);
  for (const version of affected) expect([version, isAffectedVersion(modules, "m", version)]).toEqual([version, true]);
  for (const version of others) expect([version, isAffectedVersion(modules, "m", version)]).toEqual([version, false]);
});

test("any JSON is read, or refused by its place", () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      try {
        expect(Array.isArray(read(value))).toBe(true);
      } catch (error) {
        expect(error).toBeInstanceOf(ReportError);
        expect((error as Error).message).toContain("`affected");
      }
    }),
  );
});
