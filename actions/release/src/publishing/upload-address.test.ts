import { expect, test } from "vitest";
import { ReleaseFailure } from "./failure.ts";
import { uploadAddress } from "./upload-address.ts";

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
