import fc from "fast-check";
import { expect, test } from "vitest";
import { runs } from "../../../reading/testing/depth.ts";
import { allOf, isSingle, licenseExpression } from "./spdx-license.ts";

test.each<[text: string, expression: string | undefined]>([
  ["MIT", "MIT"],
  ["mit", "MIT"],
  ["apache-2.0", "Apache-2.0"],
  ["GPL-2.0+", "GPL-2.0+"],
  ["MIT/Apache-2.0", "MIT OR Apache-2.0"],
  ["mit or apache-2.0", "MIT OR Apache-2.0"],
  ["(MIT OR Apache-2.0) AND Unicode-3.0", "(MIT OR Apache-2.0) AND Unicode-3.0"],
  ["Apache-2.0 WITH LLVM-exception OR MIT", "Apache-2.0 WITH LLVM-exception OR MIT"],
  ["( ( MIT ) )", "((MIT))"],
  // None.
  ["", undefined],
  ["GPL", undefined],
  ["Public Domain", undefined],
  ["MIT OR", undefined],
  ["OR MIT", undefined],
  ["MIT MIT", undefined],
  ["(MIT", undefined],
  ["MIT)", undefined],
  ["()", undefined],
  ["(MIT) WITH LLVM-exception", undefined],
  ["MIT WITH", undefined],
  ["MIT WITH MIT", undefined],
  ["MIT WITH LLVM-exception WITH LLVM-exception", undefined],
  ["Proprietary+", undefined],
  ["LicenseRef-mine", undefined],
  [`MIT${" OR MIT".repeat(1000)}`, undefined],
])("%j is %j", (text, expression) => {
  expect(licenseExpression(text)).toBe(expression);
});

test("what was read is read again as the same", () => {
  const token = fc.constantFrom("MIT", "isc", "AND", "or", "(", ")", "WITH", "LLVM-exception", "/", "GPL-2.0+", "x");
  fc.assert(
    fc.property(fc.array(token, { maxLength: 9 }), (tokens) => {
      const expression = licenseExpression(tokens.join(" "));
      if (expression !== undefined) expect(licenseExpression(expression)).toBe(expression);
    }),
    runs(5000),
  );
});

test("several at once", () => {
  expect(allOf(["MIT"])).toBe("MIT");
  expect(allOf(["MIT OR ISC"])).toBe("MIT OR ISC");
  expect(allOf(["MIT OR ISC", "Zlib"])).toBe("(MIT OR ISC) AND Zlib");
  expect(["MIT", "GPL-2.0+", "MIT OR ISC", "(MIT)"].map(isSingle)).toEqual([true, false, false, false]);
});
