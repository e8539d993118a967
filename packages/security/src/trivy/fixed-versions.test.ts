import fc from "fast-check";
import { expect, test } from "vitest";
import { fixedVersions } from "./fixed-versions.ts";

test.each<[string, string, readonly string[]]>([
  ["none", "", []],
  ["blanks", "  ", []],
  ["one", "1.2.3", ["1.2.3"]],
  ["several, in no order", "2.0.1, 1.10.0, 1.9.0", ["1.9.0", "1.10.0", "2.0.1"]],
  ["without a blank", "1.2.3,2.0.1", ["1.2.3", "2.0.1"]],
  ["Debian's", "1:1.35.0-4+deb12u1", ["1:1.35.0-4+deb12u1"]],
  ["OSV's, as Trivy 0.76 writes them", ">= 0.6.14, < 1.0.0, >= 1.6.1, < 0.6.3", ["0.6.14", "1.6.1"]],
  ["exact ones", ">= 0.2.23, =0.2.0, =0.2.10, =0.2.2", ["0.2.0", "0.2.2", "0.2.10", "0.2.23"]],
  ["without blanks", ">=1.2.3,<2.0.0", ["1.2.3"]],
  ["compatible ones", "^1.2.3, ~2.0.1, ~> 3.0", ["1.2.3", "2.0.1", "3.0"]],
  ["or", "1.0.1 || >=2.0.2", ["1.0.1", "2.0.2"]],
  ["the same twice", "1.0.1, =1.0.1", ["1.0.1"]],
  // Never an empty list: that would say that there is no fix.
  ["no version that has it", "> 1.2", ["> 1.2"]],
  ["words", "see  the advisory", ["see the advisory"]],
  ["upper bounds alone", "< 0.6.3", ["< 0.6.3"]],
])("%s", (_, text, versions) => {
  expect(fixedVersions(text)).toEqual(versions);
});

test("any text is a sorted list, and empty only where the text is", () => {
  const part = fc.oneof(fc.string(), fc.constantFrom("1.2.3", ">= 1.0", "<2", "=0.2.1", "", " ", "||"));
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const text = parts.join(", ");
      const versions = fixedVersions(text);
      expect(versions.length === 0).toBe(text.trim() === "");
      expect(new Set(versions).size).toBe(versions.length);
    }),
  );
});
