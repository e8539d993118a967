import { X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { IMAGE, recordedKey } from "../../testing/cosign-made.ts";
import { bundleCertificate, verifyBundle } from "./bundle.ts";
import { identityMismatch, WORKFLOW_ISSUER } from "./identity.ts";
import { readVerificationKey } from "./keys.ts";

/**
 * What @sigstore/sign 5.1.0 made of our statement, in front of the Fulcio and Rekor of @sigstore/mock 0.13.0, and what
 * @sigstore/verify 4.1.3 said of the signer.
 */
const MADE: {
  readonly certificate: string;
  readonly issuer: string;
  readonly subject: string;
  readonly bundle: { verificationMaterial: { tlogEntries: object[] } };
} = JSON.parse(readFileSync(new URL("fixtures/keyless.json", import.meta.url), "utf8"));

const bytes = (bundle: object = MADE.bundle) => Buffer.from(JSON.stringify(bundle));
const OTHER = `sha256:${"0".repeat(64)}` as const;

test("a bundle that was made without a key says what it must", () => {
  const key = readVerificationKey(MADE.certificate);
  expect(verifyBundle(key, bytes(), { digest: IMAGE })).toEqual({ isValid: true, annotations: {} });
  expect(verifyBundle(key, bytes(), { digest: OTHER }).isValid).toBe(false);
  expect(bundleCertificate(bytes())).toEqual(new X509Certificate(MADE.certificate).raw);
  const workflow = {
    server: "https://github.com",
    repository: "acme/app",
    path: ".github/workflows/release.yml",
    ref: "refs/tags/v*",
  };
  expect(identityMismatch({ issuer: WORKFLOW_ISSUER, signer: { workflow } }, MADE)).toBe(undefined);
  expect(
    identityMismatch({ issuer: WORKFLOW_ISSUER, signer: { workflow: { ...workflow, repository: "acme/ap" } } }, MADE),
  ).not.toBe(undefined);
});

test("its log entry is about its certificate's key, and no other entry will do", () => {
  const key = readVerificationKey(MADE.certificate);
  expect(verifyBundle(key, bytes(), { digest: IMAGE }).isValid).toBe(true);
  expect(verifyBundle(recordedKey("cosign 3").verification, bytes(), { digest: IMAGE }).isValid).toBe(false);
  const [entry] = MADE.bundle.verificationMaterial.tlogEntries as [{ canonicalizedBody: string }];
  const body = JSON.parse(Buffer.from(entry.canonicalizedBody, "base64").toString());
  body.spec.content.payloadHash.value = "0".repeat(64);
  const other = { ...entry, canonicalizedBody: Buffer.from(JSON.stringify(body)).toString("base64") };
  const material = { ...MADE.bundle.verificationMaterial, tlogEntries: [other] };
  expect(verifyBundle(key, bytes({ ...MADE.bundle, verificationMaterial: material }), { digest: IMAGE })).toEqual({
    isValid: false,
    reason: "its transparency log entry is about another content",
  });
});
