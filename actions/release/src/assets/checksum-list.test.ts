import { expect, test } from "vitest";
import { assetOf } from "../../testing/facts.ts";
import { checksumList } from "./checksum-list.ts";

const own = "b".repeat(64);
const there = "a".repeat(64);

test.each([
  ["nothing", [], [], ""],
  ["our files, by name", [["z", own] as const, ["a", own] as const], [], `${own}  a\n${own}  z\n`],
  ["what others uploaded", [["z", own] as const], [assetOf("a")], `${there}  a\n${own}  z\n`],
  ["ours, where both are", [["a", own] as const], [assetOf("a")], `${own}  a\n`],
  ["never itself", [["SUMS", own] as const], [assetOf("SUMS")], ""],
  ["no upload that broke off", [], [assetOf("a", { state: "starter" })], ""],
  ["no asset without a digest", [], [assetOf("a", { digest: null })], ""],
  ["no digest of another kind", [], [assetOf("a", { digest: `sha512:${there}` })], ""],
])("lists %s", (_, planned, existing, expected) => {
  const files = planned.map(([name, sha256]) => ({ name, sha256 }));
  expect(checksumList(files, existing, "SUMS")).toBe(expected);
});
