import { expect, test } from "vitest";
import { contentTypeOf } from "../publishing/content-type.ts";
import { ReleaseFailure } from "../publishing/journal.ts";
import { type AssetDocument, isSameContent, uploadAddress } from "./release-api.ts";

test.each([
  ["https://uploads.github.com/repos/o/r/releases/1/assets{?name,label}", "https://api.github.com"],
  ["https://uploads.acme.ghe.com/repos/o/r/releases/1/assets{?name,label}", "https://api.acme.ghe.com"],
  ["https://ghes.example/api/uploads/repos/o/r/releases/1/assets{?name,label}", "https://ghes.example/api/v3"],
])("%s takes uploads of %s", (upload_url, api) => {
  expect(uploadAddress({ upload_url }, api).href).toBe(upload_url.replace(/\{.*/, ""));
});

test.each([
  "https://evil.example/repos/o/r/releases/1/assets{?name,label}",
  "http://uploads.github.com/repos/o/r/releases/1/assets",
  "https://user@uploads.github.com/x",
  "https://uploads.github.com.evil.example/x",
])("%s does not get the token", (upload_url) => {
  expect(() => uploadAddress({ upload_url }, "https://api.github.com")).toThrow(ReleaseFailure);
});

test("content is the same by its digest; without one, a published file of the same size stays", () => {
  const asset = { id: 1, name: "a", state: "uploaded", size: 3, browser_download_url: "" } satisfies AssetDocument;
  const file = { sha256: "ab", size: 3 };
  expect(isSameContent({ ...asset, digest: "sha256:ab" }, file, true)).toBe(true);
  expect(isSameContent({ ...asset, digest: "sha256:cd" }, file, false)).toBe(false);
  expect(isSameContent({ ...asset, digest: null }, file, true)).toBe(false);
  expect(isSameContent({ ...asset, digest: null }, file, false)).toBe(true);
  expect(isSameContent({ ...asset, state: "starter", digest: "sha256:ab" }, file, true)).toBe(false);
});

test.each([
  ["app.tar.gz", "application/gzip"],
  ["SHA256SUMS", "text/plain; charset=utf-8"],
  ["app", "application/octet-stream"],
  ["app.unknown", "application/octet-stream"],
  ["x.ZIP", "application/zip"],
])("%s is %s", (name, type) => expect(contentTypeOf(name)).toBe(type));
