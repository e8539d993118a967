import { generateKeyPairSync } from "node:crypto";
import { InputReader } from "@jessy-actions/kit/runner/inputs";
import type { UserErrors } from "@jessy-actions/reading/user-error";
import { expect, test } from "vitest";
import { checkSignatures, readSigning, readVerification } from "./signing-inputs.ts";

const KEY = generateKeyPairSync("ec", { namedCurve: "P-256" })
  .publicKey.export({ type: "spki", format: "pem" })
  .toString();
const IDENTITY = "https://github.com/acme/api/.github/workflows/release.yml@refs/heads/main";

type Written = Readonly<Record<string, string>>;

function read(written: Written) {
  const reader = new InputReader(
    Object.fromEntries(Object.entries(written).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
  );
  const signing = readSigning(reader);
  const verifies = reader.boolean("verify", false);
  const verification = readVerification(reader, verifies);
  checkSignatures(reader, verifies, signing, verification);
  reader.finish();
  return { signing, verification };
}

function problemsOf(written: Written): readonly string[] {
  try {
    read(written);
    return [];
  } catch (error) {
    return (error as UserErrors).problems;
  }
}

test("keyless needs nothing else: it signs by the public instance, in both forms", () => {
  expect(read({ sign: "keyless" }).signing).toEqual({
    kind: "keyless",
    formats: ["legacy", "bundle"],
    fulcioUrl: new URL("https://fulcio.sigstore.dev"),
    rekorUrl: new URL("https://rekor.sigstore.dev"),
    trustedRoot: undefined,
  });
});

test("a private instance has three inputs", () => {
  const written = {
    sign: "keyless",
    "fulcio-url": "https://fulcio.acme.com",
    "rekor-url": "http://127.0.0.1:3000/rekor",
    "trusted-root": "trusted_root.json",
    "signature-format": "bundle",
  };
  expect(read(written).signing).toEqual({
    kind: "keyless",
    formats: ["bundle"],
    fulcioUrl: new URL("https://fulcio.acme.com"),
    rekorUrl: new URL("http://127.0.0.1:3000/rekor"),
    trustedRoot: "trusted_root.json",
  });
});

test.each<[Written, unknown]>([
  [{ "verify-key": KEY }, { kind: "key" }],
  [
    { "verify-identity": IDENTITY },
    { kind: "keyless", identity: IDENTITY, issuer: "https://token.actions.githubusercontent.com" },
  ],
  [
    { "verify-identity": "a@acme.com", "verify-issuer": "https://accounts.google.com", "trusted-root": "root.json" },
    { identity: "a@acme.com", issuer: "https://accounts.google.com", trustedRoot: "root.json" },
  ],
  [{ "verify-identity": "https://github.com/acme/**" }, { identity: "https://github.com/acme/**" }],
  [{ "verify-identity": "*@acme.com", "verify-issuer": "https://accounts.google.com" }, { identity: "*@acme.com" }],
])("%j is one way to verify", (written, expected) => {
  expect(read({ verify: "true", ...written }).verification).toMatchObject(expected as object);
});

test.each<[Written, string]>([
  [{ verify: "true" }, "input `verify` needs a `verify-key`, or a `verify-identity` for keyless signatures"],
  [{ verify: "true", "verify-key": KEY, "verify-identity": IDENTITY }, "input `verify-identity` is set, and so is"],
  [
    { verify: "true", "verify-key": KEY, "verify-issuer": "x" },
    "input `verify-issuer` is set without `verify-identity`",
  ],
  [{ verify: "true", "verify-key": KEY, sign: "keyless" }, "input `sign` is set, and so is `verify`"],
  [{ "verify-identity": IDENTITY }, "input `verify-identity` is set, and `verify` is not"],
  [{ "verify-issuer": "x" }, "input `verify-issuer` is set, and `verify` is not"],
  [{ "verify-key": KEY }, "input `verify-key` is set, and `verify` is not"],
  [{ verify: "true", "verify-key": KEY, "trusted-root": "a" }, "input `trusted-root` is set, and nothing is signed or"],
  [{ "trusted-root": "a" }, "input `trusted-root` is set, and nothing is signed or verified without a key"],
  [{ sign: "none", "fulcio-url": "https://f.acme.com" }, "input `fulcio-url` is set, and `sign` is `none`"],
  [{ sign: "key", "rekor-url": "https://r.acme.com" }, "input `rekor-url` is set, and `sign` is `key`"],
  [{ sign: "keyless", "signing-key": "cosign.key" }, "input `signing-key` is set, and `sign` is `keyless`"],
  [{ sign: "keyless", "signing-password": "x" }, "input `signing-password` is set, and `sign` is `keyless`"],
  [{ sign: "keyless", "fulcio-url": "fulcio" }, "input `fulcio-url` is `fulcio`; write an address such as"],
  [{ sign: "keyless", "fulcio-url": "http://fulcio.acme.com" }, "input `fulcio-url` is `http://fulcio.acme.com`"],
  [{ sign: "keyless", "rekor-url": "https://a:b@r.acme.com" }, "input `rekor-url` holds credentials"],
])("%j is refused by name", (written, expected) => {
  const problems = problemsOf(written);
  expect(problems[0]).toContain(expected);
  expect(problems).toHaveLength(1);
});

test.each([
  "*",
  "**",
  "https://github.com/*/api/**",
  "https://github.com/acme*/**",
  "https://github.com/**",
  "https://*/acme/**",
  "a@*.com",
  "*",
])("the glob %s would take others", (identity) => {
  expect(problemsOf({ verify: "true", "verify-identity": identity })[0]).toContain("whose owner is written out");
});

test("no password or key is quoted", () => {
  const problems = problemsOf({ sign: "none", "signing-key": "hunter2", "signing-password": "hunter2" });
  expect(problems).toHaveLength(2);
  expect(problems.join()).not.toContain("hunter2");
});
