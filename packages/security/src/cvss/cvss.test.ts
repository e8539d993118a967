import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { rateCvss } from "./cvss.ts";

/** Vectors of every version, with score and severity as the crate `cvss` 3.0.0 gives them. */
const RECORDED: readonly [vector: string, score: number, severity: string][] = JSON.parse(
  readFileSync(new URL("../../testing/cvss-scores.json", import.meta.url), "utf8"),
);

test("scores are those of RustSec's own crate", () => {
  expect(RECORDED.length).toBe(480);
  for (const [vector, score, severity] of RECORDED) {
    expect([vector, rateCvss(vector)]).toMatchObject([
      vector,
      // The crate has a word for a score of 0.
      { score, severity: severity === "none" ? "low" : severity },
    ]);
  }
});

test.each<[string, object]>([
  ["CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N", { version: "3.1", score: 6.1, severity: "medium" }],
  ["CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/E:P", { version: "3.0", score: 9.8, severity: "critical" }],
  [
    "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H",
    { version: "4.0", score: 10, severity: "critical" },
  ],
  ["AV:N/AC:L/Au:N/C:C/I:C/A:C", { version: "2.0", score: 10, severity: "high" }],
  ["AV:N/AC:L/Au:N/C:N/I:N/A:N", { version: "2.0", score: 0, severity: "low" }],
])("%s", (vector, rating) => {
  expect(rateCvss(vector)).toEqual(rating);
});

test.each([
  ["nothing", ""],
  ["a version of the future", "CVSS:5.0/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N"],
  ["a metric that is missing", "CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L"],
  ["no scope", "CVSS:3.1/AV:N/AC:L/PR:N/UI:R/C:L/I:L/A:N"],
  ["a metric twice", "CVSS:3.1/AV:N/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N"],
  ["a value of another metric", "CVSS:3.1/AV:H/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N"],
  ["a name of every object", "CVSS:3.1/AV:constructor/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N"],
  ["safety in a base metric", "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:S/SA:H"],
  ["safety where none may be", "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H/MVC:S"],
  ["an unknown metric", "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H/ZZ:H"],
  ["more than a vector has", `AV:N/AC:L/Au:N/C:C/I:C/A:C${"/X:Y".repeat(80)}`],
])("no rating of %s", (_, vector) => {
  expect(rateCvss(vector)).toBeUndefined();
});

test("any text gives a rating within the scale, or none", () => {
  const part = fc.constantFrom(
    "CVSS:3.1",
    "CVSS:4.0",
    "AV:N",
    "AC:L",
    "S:C",
    "C:H",
    "E:A",
    "MSI:S",
    "X",
    "__proto__:N",
    "",
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 14 }), (parts) => {
      const rating = rateCvss(parts.join("/"));
      if (rating !== undefined) expect(rating.score >= 0 && rating.score <= 10).toBe(true);
    }),
  );
});
