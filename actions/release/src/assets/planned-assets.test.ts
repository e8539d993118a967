import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { assetOf, fileOf, releaseOf } from "../../testing/facts.ts";
import { planAssets, textAsset } from "./planned-assets.ts";

const SUM = "a".repeat(64);
const names = ({ assets }: ReturnType<typeof planAssets>) => assets.map(({ name }) => name);

test("files come in their order, then the notes, then the list of all", () => {
  const plan = planAssets([fileOf("b"), fileOf("a")], "SUMS", "all notes", undefined);
  expect(names(plan)).toEqual(["b", "a", "RELEASE_NOTES.md", "SUMS"]);
  const [file, , notes, sums] = plan.assets;
  expect(file).toEqual({
    name: "b",
    label: "b",
    size: 10,
    sha256: SUM,
    source: { path: "out/b", shown: "out/b" },
    action: "upload",
  });
  const notesSum = createHash("sha256").update("all notes\n").digest("hex");
  expect(notes).toMatchObject({
    label: "RELEASE_NOTES.md",
    size: 10,
    sha256: notesSum,
    source: { text: "all notes\n" },
  });
  const list = `${notesSum}  RELEASE_NOTES.md\n${SUM}  a\n${SUM}  b\n`;
  expect(sums).toMatchObject({ size: list.length, source: { text: list }, action: "upload" });
  expect(plan).toMatchObject({ checksums: "SUMS", problems: [] });
});

test("GitHub's name stands beside the wanted one", () => {
  const { assets } = planAssets([fileOf("a b"), fileOf("x", { name: "c d" })], undefined, undefined, undefined);
  expect(assets.map(({ name, label }) => [name, label])).toEqual([
    ["a.b", "a b"],
    ["c.d", "c d"],
  ]);
});

test.each([
  ["no files", [], undefined, undefined],
  ["no files, but those of other jobs on the draft", [], releaseOf({ draft: true, assets: [assetOf("x")] }), "SUMS"],
  ["no files, and an empty draft", [], releaseOf({ draft: true }), undefined],
  ["no files, and a published release", [], releaseOf({ assets: [assetOf("x")] }), undefined],
  ["files", [fileOf("a")], undefined, "SUMS"],
])("%s: what the list is called", (_, files, existing, expected) => {
  const plan = planAssets(files, "SUMS", undefined, existing);
  expect(plan.checksums).toBe(expected);
  expect(names(plan).includes("SUMS")).toBe(expected !== undefined);
});

test("two files of one name: nothing is planned", () => {
  const plan = planAssets([fileOf("a b"), fileOf("a.b")], "SUMS", undefined, undefined);
  expect(plan).toMatchObject({ assets: [], checksums: undefined });
  expect(plan.problems).toEqual([expect.stringContaining("GitHub would store both")]);
});

test.each([
  ["SUMS", "SUMS", undefined, true],
  ["SUMS", undefined, undefined, false],
  ["SUMS", "OTHER", "all notes", false],
  ["RELEASE_NOTES.md", undefined, "all notes", true],
  ["RELEASE_NOTES.md", undefined, undefined, false],
  ["RELEASE_NOTES.md", "SUMS", undefined, false],
])("a file %s beside the list %s and the notes %j is refused: %s", (name, checksums, notes, isRefused) => {
  const plan = planAssets([fileOf(name)], checksums, notes, undefined);
  expect(plan.problems).toHaveLength(isRefused ? 1 : 0);
  expect(plan.assets.length > 0).toBe(!isRefused);
});

test.each([
  ["nothing", [], false, "upload"],
  ["the same content", [assetOf("a")], false, "keep"],
  ["other content", [assetOf("a", { digest: "sha256:00" })], false, "replace"],
  ["a broken upload", [assetOf("a", { state: "starter" })], false, "clean"],
  ["the same size without a digest, published", [assetOf("a", { digest: null })], false, "keep"],
  ["the same size without a digest, a draft", [assetOf("a", { digest: null })], true, "replace"],
  ["another file", [assetOf("b")], false, "upload"],
])("where %s is on the release (draft: %s)", (_, assets, draft, action) => {
  const plan = planAssets([fileOf("a")], undefined, undefined, releaseOf({ assets, draft }));
  expect(plan.assets.map((asset) => asset.action)).toEqual([action]);
});

test("a text is measured in bytes", () => {
  const sha256 = createHash("sha256").update("é").digest("hex");
  const expected = { name: "n", label: "n", size: 2, sha256, source: { text: "é" }, action: "upload" };
  expect(textAsset("n", "é", undefined)).toEqual(expected);
  expect(textAsset("n", "é", releaseOf({ assets: [assetOf("n", { digest: `sha256:${sha256}` })] })).action).toBe(
    "keep",
  );
});
