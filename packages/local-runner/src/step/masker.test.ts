import { expect, test } from "vitest";
import { Masker } from "./masker.ts";

const SECRET = 'p&ss"w<rd';

test.each([
  ["itself", SECRET],
  ["base64", Buffer.from(SECRET).toString("base64")],
  ["base64 behind one byte", Buffer.from(`x${SECRET}`).toString("base64")],
  ["base64 behind two bytes", Buffer.from(`xy${SECRET}yz`).toString("base64")],
  ["a URI", encodeURIComponent(SECRET)],
  ["JSON", JSON.stringify(SECRET)],
  ["XML", "p&amp;ss&quot;w&lt;rd"],
])("hidden as %s", (_, shown) => {
  const masker = new Masker();
  masker.add(SECRET);
  const masked = masker.mask(`before ${shown} after`);
  expect(masked).toContain("***");
  expect(masked).not.toContain(shown);
});

test("every line of a secret, trimmed; nothing for an empty one", () => {
  const masker = new Masker();
  masker.add("first line\n  second  \n\n");
  masker.add("");
  expect(masker.mask("a second b first line c")).toBe("a *** b *** c");
});

test("the longer secret goes first", () => {
  const masker = new Masker();
  masker.add("abc");
  masker.add("abcdef");
  expect(masker.mask("abcdef abc")).toBe("*** ***");
});
