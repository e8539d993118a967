import { expect, test } from "vitest";
import type { AssetDocument } from "../github/release-document.ts";
import { isSameContent } from "./same-content.ts";

test("content is the same by its digest; without one, a published file of the same size stays", () => {
  const asset = { id: 1, name: "a", state: "uploaded", size: 3, browser_download_url: "" } satisfies AssetDocument;
  const file = { sha256: "ab", size: 3 };
  expect(isSameContent({ ...asset, digest: "sha256:ab" }, file, true)).toBe(true);
  expect(isSameContent({ ...asset, digest: "sha256:cd" }, file, false)).toBe(false);
  expect(isSameContent({ ...asset, digest: null }, file, true)).toBe(false);
  expect(isSameContent({ ...asset, digest: null }, file, false)).toBe(true);
  expect(isSameContent({ ...asset, state: "starter", digest: "sha256:ab" }, file, true)).toBe(false);
});
