import { readFileSync } from "node:fs";
import type { Digest } from "../src/oci/digest.ts";
import { type ImageManifest, readManifest } from "../src/oci/manifest.ts";
import { readSigningKey, type SigningKey } from "../src/signatures/keys.ts";
import type { FoundSignature } from "../src/signatures/verification.ts";

/** What cosign 2.5.0 and 3.1.1 made with throw-away keys, as a registry (2.8.3) held it. test/conformance makes them anew. */
interface Recording {
  readonly digest: Digest;
  readonly image: string;
  readonly keys: Readonly<
    Record<
      string,
      { readonly private: string; readonly password: string; readonly public: string; readonly plain?: string }
    >
  >;
  readonly signatures: readonly {
    readonly cosign: string;
    readonly format: "simple" | "bundle";
    readonly keys: readonly string[];
    /** The index under the fallback tag. */
    readonly referrers?: string;
    readonly manifest: string;
    readonly layers: readonly string[];
  }[];
}

export const RECORDING: Recording = JSON.parse(
  readFileSync(new URL("../src/signatures/fixtures/cosign.json", import.meta.url), "utf8"),
);

export const IMAGE = RECORDING.digest;

const opened = new Map<string, SigningKey>();

/** A recorded key, decrypted once: scrypt takes its time. */
export function recordedKey(name: string): SigningKey {
  const known = opened.get(name);
  if (known !== undefined) return known;
  const { private: text, password } = RECORDING.keys[name]!;
  const key = readSigningKey(text, password);
  opened.set(name, key);
  return key;
}

export function foundSignatures({
  format,
  manifest,
  layers,
}: Recording["signatures"][number]): readonly FoundSignature[] {
  const read = readManifest(Buffer.from(manifest)) as ImageManifest;
  return layers.map((text, at) => ({ format, layer: read.layers[at]!, bytes: Buffer.from(text) }));
}
