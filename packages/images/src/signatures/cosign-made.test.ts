import { describe, expect, test } from "vitest";
import { foundSignatures, IMAGE, RECORDING, recordedKey } from "../../testing/cosign-made.ts";
import { type ImageManifest, readManifest } from "../oci/manifest.ts";
import { readReferrers } from "../oci/referrers.ts";
import { bundlesOf, mayHoldBundle } from "./bundle.ts";
import { readSigningKey, readVerificationKey } from "./keys.ts";
import { simpleSignatures } from "./simple-signing.ts";
import { verifySignatures } from "./verification.ts";

const OTHER = `sha256:${"0".repeat(64)}` as const;
/** cosign 3.1 signs Ed25519 as Ed25519ph, which its own `verify` refuses as well. */
const isPrehashed = (one: (typeof RECORDING.signatures)[number]) => one.cosign === "3.1.1" && one.keys[0] === "Ed25519";

describe("what cosign made", () => {
  test.each(Object.entries(RECORDING.keys))(
    "its key opens, and its public key is the same: %s",
    (name, { public: pem, plain }) => {
      const key = recordedKey(name);
      expect(key.verification.pem).toBe(pem);
      expect(readVerificationKey(pem).hint).toBe(key.verification.hint);
      if (plain !== undefined) expect(readSigningKey(plain).verification).toEqual(key.verification);
    },
  );

  test.each(
    RECORDING.signatures.map((one) => [`${one.format} of ${one.cosign} by ${one.keys.join(", ")}`, one] as const),
  )("%s", (_, one) => {
    const found = foundSignatures(one);
    expect(found.length).toBe(one.format === "simple" ? one.keys.length : 1);
    for (const name of one.keys) {
      const key = readVerificationKey(RECORDING.keys[name]!.public);
      const { formats, refused } = verifySignatures(key, found, { digest: IMAGE });
      expect(formats).toEqual(isPrehashed(one) ? [] : [one.format]);
      expect(refused.length).toBe(found.length - formats.length);
      expect(verifySignatures(key, found, { digest: OTHER }).formats).toEqual([]);
    }
    const stranger = recordedKey("empty password").verification;
    expect(verifySignatures(stranger, found, { digest: IMAGE })).toEqual({
      formats: [],
      refused: found.map(({ format, layer }) => ({
        format,
        digest: layer.digest,
        reason: "it is not a signature by this key",
      })),
    });
  });

  test("annotations that cosign signed are there, and others are asked for in vain", () => {
    const signed = RECORDING.signatures.filter(({ keys }) => keys.includes("cosign 3")).flatMap(foundSignatures);
    const names: readonly [string, string][] = [
      ["cosign 2", "simple"],
      ["cosign 3", "bundle"],
    ];
    for (const [name, format] of names) {
      const key = recordedKey(name).verification;
      expect(verifySignatures(key, signed, { digest: IMAGE, annotations: { run: "42" } }).formats).toEqual([format]);
      const { formats, refused } = verifySignatures(key, signed, { digest: IMAGE, annotations: { run: "43" } });
      expect(formats).toEqual([]);
      expect(refused.map(({ reason }) => reason)).toContain("it does not sign run=43");
    }
  });

  test("manifests and lists of referrers lead to the signatures", () => {
    for (const { format, manifest, referrers } of RECORDING.signatures) {
      const read = readManifest(Buffer.from(manifest)) as ImageManifest;
      if (format === "simple") expect(simpleSignatures(read)).toEqual(read.layers);
      else {
        expect(bundlesOf(read, IMAGE)).toEqual(read.layers);
        expect(bundlesOf(read, OTHER)).toEqual([]);
        expect(readReferrers(Buffer.from(referrers!)).every(mayHoldBundle)).toBe(true);
      }
    }
  });
});
