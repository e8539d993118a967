import { expect, test } from "vitest";
import { contentTypeOf } from "./content-type.ts";

test.each([
  ["app.tar.gz", "application/gzip"],
  ["SHA256SUMS", "text/plain; charset=utf-8"],
  ["app", "application/octet-stream"],
  ["app.unknown", "application/octet-stream"],
  ["x.ZIP", "application/zip"],
])("%s is %s", (name, type) => expect(contentTypeOf(name)).toBe(type));
