import fc from "fast-check";
import { expect, test } from "vitest";
import { runs } from "../../../reading/testing/depth.ts";
import { locationUri } from "./location-uri.ts";

const ROOTS = ["/home/runner/work/app/app", "/home/runner/work/_temp/base-7f3a", "D:\\a\\app\\app"];

test.each<[target: string, file: string, uri: string]>([
  [".", "Cargo.lock", "Cargo.lock"],
  ["", "./a//b/../c.rs", "a/c.rs"],
  ["services/api", "go.sum", "services/api/go.sum"],
  ["./services/api/", "go.sum", "services/api/go.sum"],
  [".", "a b/c#d%e?f.lock", "a%20b/c%23d%25e%3Ff.lock"],
  [".", "日本/ü.lock", "%E6%97%A5%E6%9C%AC/%C3%BC.lock"],
  [".", "c:d/e.lock", "c%3Ad/e.lock"],
  [".", "node_modules/@scope/x/package.json", "node_modules/@scope/x/package.json"],
  [".", "half a \ud800 pair", "half%20a%20%EF%BF%BD%20pair"],
  // Windows.
  [".", "src\\app\\Cargo.lock", "src/app/Cargo.lock"],
  [".", "D:\\a\\app\\app\\src\\Cargo.lock", "src/Cargo.lock"],
  [".", "C:\\Temp\\x\\Cargo.lock", "Cargo.lock"],
  [".", "\\\\host\\share\\Cargo.lock", "Cargo.lock"],
  // On Linux a name may have a backslash.
  [".", "src/odd\\name.lock", "src/odd%5Cname.lock"],
  // Absolute ones.
  [".", "/home/runner/work/app/app/src/Cargo.lock", "src/Cargo.lock"],
  [".", "/home/runner/work/_temp/base-7f3a/Cargo.lock", "Cargo.lock"],
  ["/home/runner/work/app/app/api", "Cargo.lock", "api/Cargo.lock"],
  ["/home/runner/work/app/app", "Cargo.lock", "Cargo.lock"],
  ["/home/runner/work/app/app2", "Cargo.lock", "Cargo.lock"],
  [".", "/tmp/scan-123/Cargo.lock", "Cargo.lock"],
  ["/tmp/scan-123", "Cargo.lock", "Cargo.lock"],
  // Nothing leads out of the repository.
  [".", "../../etc/passwd", "etc/passwd"],
  ["a", "../../b", "b"],
  [".", "", "."],
  [".", "..", "."],
])("files of %j: %j is at %s", (target, file, uri) => {
  expect(locationUri({ target, file }, { kind: "files", roots: ROOTS })).toBe(uri);
});

const DIGEST = `sha256:${"a".repeat(64)}`;

test.each<[target: string, file: string, uri: string]>([
  ["ghcr.io/org/app", "usr/lib/a.jar", "ghcr.io/org/app/usr/lib/a.jar"],
  ["ghcr.io/org/app:1.2.3", "/usr/lib/a.jar", "ghcr.io/org/app/usr/lib/a.jar"],
  [`ghcr.io/org/app@${DIGEST}`, "", "ghcr.io/org/app"],
  [`ghcr.io/org/app:main-0123abc@${DIGEST}`, "", "ghcr.io/org/app"],
  ["localhost:5000/app:latest", "lib/apk/db/installed", "localhost%3A5000/app/lib/apk/db/installed"],
  ["localhost:5000/app", "x", "localhost%3A5000/app/x"],
  ["alpine:3", "", "alpine"],
  ["/home/runner/work/app/app/build/image.tar", "usr/a", "build/image.tar/usr/a"],
  ["/tmp/layout-4711", "usr/a", "usr/a"],
])("an image %j: %j is at %s", (target, file, uri) => {
  expect(locationUri({ target, file }, { kind: "image", roots: ROOTS })).toBe(uri);
});

test("whatever the path: a relative reference that reads back, without dots and roots", () => {
  const part = fc.oneof(
    fc.constantFrom("/", "\\", "..", ".", ":", "%", "#", "?", " ", "C:", ROOTS[0]!, "@", "\n", "\u202e"),
    fc.string({ unit: "binary", maxLength: 4 }),
  );
  const path = fc.array(part, { maxLength: 8 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(path, path, fc.constantFrom("files" as const, "image" as const), (target, file, kind) => {
      const uri = locationUri({ target, file }, { kind, roots: ROOTS });
      expect(uri).toMatch(/^(?:\.|[^/?#:\\\s]+(?:\/[^/?#:\\\s]+)*)$/);
      const base = "https://github.com/";
      expect(new URL(uri, base).href).toBe(base + (uri === "." ? "" : uri));
      expect(uri.split("/")).not.toContain("..");
    }),
    runs(2000),
  );
});
