import { UserError } from "@jessy-actions/reading/user-error";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readPromotionSource } from "./promotion-source.ts";

const DIGEST = `sha256:${"a".repeat(64)}`;
const OWN = { registry: undefined, repository: undefined, tag: undefined };

describe("what is promoted", () => {
  test.each<[string, Partial<ReturnType<typeof readPromotionSource>>]>([
    ["main", { ...OWN, reference: "main" }],
    ["1.2.3", { ...OWN, reference: "1.2.3" }],
    ["sha256", { ...OWN, reference: "sha256" }],
    [DIGEST, { ...OWN, reference: DIGEST }],
    [`sha512:${"0".repeat(128)}`, { ...OWN, reference: `sha512:${"0".repeat(128)}` }],
    ["acme/api:main", { registry: "docker.io", repository: "acme/api", reference: "main", tag: undefined }],
    ["api:main", { registry: "docker.io", repository: "library/api", reference: "main", tag: undefined }],
    [
      "ghcr.io/acme/staging:sha-1",
      { registry: "ghcr.io", repository: "acme/staging", reference: "sha-1", tag: undefined },
    ],
    [
      `localhost:5000/acme/api@${DIGEST}`,
      { registry: "localhost:5000", repository: "acme/api", reference: DIGEST, tag: undefined },
    ],
    [
      `ghcr.io/acme/api:main@${DIGEST}`,
      { registry: "ghcr.io", repository: "acme/api", reference: DIGEST, tag: "main" },
    ],
  ])("%s", (text, source) => {
    expect(readPromotionSource(text)).toEqual(source);
  });

  test.each([
    [
      "ghcr.io/acme/api",
      "`ghcr.io/acme/api` has neither a tag nor a digest; write, for example, `ghcr.io/acme/api:main`",
    ],
    ["sha256:abc", 'the digest "sha256:abc" has 3 digits after sha256:; it must have 64'],
    [DIGEST.toUpperCase(), "must begin with sha256: or sha512:"],
    ["-x", 'the tag "-x" begins with "-"'],
    ["a b", 'the tag "a b" holds " "'],
    ["https://ghcr.io/acme/api:1", 'it begins with "https://"; write "ghcr.io/acme/api:1"'],
    ["Acme/api:1", 'has upper-case letters; write "acme/api"'],
    ["ghcr.io/acme/api:", "the tag is empty"],
  ])("%s is wrong", (text, problem) => {
    expect(() => readPromotionSource(text)).toThrow(UserError);
    expect(() => readPromotionSource(text)).toThrow(problem);
  });

  test("any text is one that a registry can be asked for, or a named problem of one line", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: "binary" })), (text) => {
        try {
          const { reference } = readPromotionSource(text);
          expect(reference).toMatch(/^(?:\w[\w.-]{0,127}|sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/);
        } catch (error) {
          expect(error).toBeInstanceOf(UserError);
          expect((error as Error).message).toMatch(/^[^\n\r]+$/);
        }
      }),
    );
  });
});
