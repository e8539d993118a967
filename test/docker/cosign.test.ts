import { spawnSync } from "node:child_process";
import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Annotations } from "@jessy-actions/images/oci/annotations";
import type { Descriptor } from "@jessy-actions/images/oci/descriptor";
import { type ImageManifest, readManifest } from "@jessy-actions/images/oci/manifest";
import { OCI_INDEX } from "@jessy-actions/images/oci/media-types";
import { mergeIndexes } from "@jessy-actions/images/oci/merge-index";
import { addReferrer, readReferrers, referrerDescriptor, referrersTag } from "@jessy-actions/images/oci/referrers";
import { bundleReferrer, bundlesOf, mayHoldBundle, signBundle } from "@jessy-actions/images/signatures/bundle";
import { readSigningKey, type SigningKey } from "@jessy-actions/images/signatures/keys";
import { signatureTag, signSimple, simpleSignatures } from "@jessy-actions/images/signatures/simple-signing";
import {
  type FoundSignature,
  formatsToSign,
  type SignatureFormat,
  verifySignatures,
} from "@jessy-actions/images/signatures/verification";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { signingPrograms } from "./signing-programs.ts";
import { SigningRegistry } from "./signing-registry.ts";

const programs = signingPrograms();

interface NamedKey {
  readonly key: SigningKey;
  /** Its files, as cosign takes them: `NAME.key` (encrypted) and `NAME.pub`. */
  readonly name: string;
  readonly password: string;
}

describe.skipIf(programs === undefined)("real cosign", () => {
  const { cosign2, cosign3, registry: program } = programs ?? { cosign2: "", cosign3: "", registry: "" };
  const folder = mkdtempSync(join(tmpdir(), "jessy-cosign-"));
  const keys = new Map<string, NamedKey>();
  let registry: SigningRegistry;

  const run = (cosign: string, args: readonly string[], password = "") =>
    spawnSync(cosign, args, {
      cwd: folder,
      encoding: "utf8",
      env: { HOME: folder, PATH: "/usr/bin:/bin", COSIGN_PASSWORD: password },
    });
  const succeed = (cosign: string, args: readonly string[], password?: string) => {
    const { status, stderr } = run(cosign, args, password);
    if (status !== 0) throw new Error(`cosign ${args.join(" ")}: ${stderr}`);
  };

  beforeAll(async () => {
    registry = await SigningRegistry.start(program, folder);
    // Offline: no transparency log, no time stamps, no keys of Sigstore.
    succeed(cosign3, ["signing-config", "create", "--out", "config.json"]);
    succeed(cosign3, ["trusted-root", "create", "--out", "root.json"]);
    generated("made by cosign 2", cosign2, "correct horse");
    generated("made by cosign 3", cosign3, 'a "pass": wörd');
    generated("without a password", cosign3, "");
    imported("P-256", generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey);
    imported("P-384", generateKeyPairSync("ec", { namedCurve: "P-384" }).privateKey);
    imported("P-521", generateKeyPairSync("ec", { namedCurve: "P-521" }).privateKey);
    imported("RSA", generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey);
    imported("Ed25519", generateKeyPairSync("ed25519").privateKey);
  });

  afterAll(async () => {
    await registry?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** A key that cosign makes and encrypts, read by us. */
  function generated(label: string, cosign: string, password: string): void {
    const name = `generated-${keys.size}`;
    succeed(cosign, ["generate-key-pair", "--output-key-prefix", name], password);
    keys.set(label, {
      key: readSigningKey(readFileSync(join(folder, `${name}.key`), "utf8"), password),
      name,
      password,
    });
  }

  /** A key of ours that cosign imports and encrypts, read by us from its plain form. */
  function imported(label: string, key: KeyObject): void {
    const name = `imported-${keys.size}`;
    const plain = key.export({ type: "pkcs8", format: "pem" }).toString();
    writeFileSync(join(folder, `${name}.pem`), plain);
    succeed(cosign3, ["import-key-pair", "--key", `${name}.pem`, "--output-key-prefix", name], "pw");
    const own = readSigningKey(plain);
    expect(readSigningKey(readFileSync(join(folder, `${name}.key`), "utf8"), "pw").verification).toEqual(
      own.verification,
    );
    keys.set(label, { key: own, name, password: "pw" });
  }

  const verify = (
    cosign: string,
    { name }: NamedKey,
    repository: string,
    { digest }: Descriptor,
    more: readonly string[] = [],
  ) => {
    const offline = ["--insecure-ignore-tlog=true", ...(cosign === cosign3 ? ["--trusted-root", "root.json"] : [])];
    return run(cosign, [
      "verify",
      "--key",
      `${name}.pub`,
      ...offline,
      ...more,
      `${registry.host}/${repository}@${digest}`,
    ]).status;
  };

  const signByCosign = (
    how: "2 simple" | "3 simple" | "3 bundle",
    { name, password }: NamedKey,
    repository: string,
    { digest }: Descriptor,
    more: readonly string[] = [],
  ) => {
    const options = {
      "2 simple": ["--tlog-upload=false"],
      "3 simple": ["--new-bundle-format=false", "--use-signing-config=false", "--tlog-upload=false"],
      "3 bundle": ["--signing-config", "config.json", "--trusted-root", "root.json"],
    }[how];
    const cosign = how === "2 simple" ? cosign2 : cosign3;
    succeed(
      cosign,
      ["sign", "-y", "--key", `${name}.key`, ...options, ...more, `${registry.host}/${repository}@${digest}`],
      password,
    );
  };

  async function signByUs(
    format: SignatureFormat,
    { key }: NamedKey,
    repository: string,
    subject: Descriptor,
    annotations: Annotations = {},
  ) {
    const { digest } = subject;
    if (format === "simple") {
      const tag = signatureTag(digest);
      const standing = await registry.manifest(repository, tag);
      const existing = standing === undefined ? undefined : (readManifest(standing) as ImageManifest);
      const { blobs, manifest } = signSimple(
        key,
        { digest, annotations, repository: `${registry.host}/${repository}` },
        existing,
      );
      for (const blob of blobs) await registry.pushBlob(repository, blob);
      await registry.pushManifest(repository, tag, manifest.descriptor.mediaType, manifest.bytes);
      return;
    }
    const { blobs, manifest } = bundleReferrer(
      signBundle(key, { digest, annotations }),
      subject,
      "2026-11-28T00:00:00Z",
    );
    for (const blob of blobs) await registry.pushBlob(repository, blob);
    await registry.pushManifest(repository, manifest.descriptor.digest, manifest.descriptor.mediaType, manifest.bytes);
    const entry = referrerDescriptor(readManifest(manifest.bytes) as ImageManifest, manifest.bytes);
    const list = addReferrer(await registry.manifest(repository, referrersTag(digest)), entry);
    await registry.pushManifest(repository, referrersTag(digest), OCI_INDEX, list!);
  }

  async function found(repository: string, { digest }: Descriptor): Promise<readonly FoundSignature[]> {
    const all: FoundSignature[] = [];
    const add = async (format: SignatureFormat, layers: readonly Descriptor[]) => {
      for (const layer of layers) all.push({ format, layer, bytes: await registry.blob(repository, layer) });
    };
    const simple = await registry.manifest(repository, signatureTag(digest));
    if (simple !== undefined) await add("simple", simpleSignatures(readManifest(simple) as ImageManifest));
    const referrers = await registry.manifest(repository, referrersTag(digest));
    for (const entry of readReferrers(referrers ?? Buffer.from('{"schemaVersion":2,"manifests":[]}')).filter(
      mayHoldBundle,
    )) {
      const bytes = (await registry.manifest(repository, entry.digest))!;
      await add("bundle", bundlesOf(readManifest(bytes, entry) as ImageManifest, digest));
    }
    return all;
  }

  const LABELS = [
    "made by cosign 2",
    "made by cosign 3",
    "without a password",
    "P-256",
    "P-384",
    "P-521",
    "RSA",
    "Ed25519",
  ];

  test.each(LABELS)("accepts what we sign with a key %s, in both forms, and by no other key", async (label) => {
    const key = keys.get(label)!;
    const other = keys.get(label === "P-256" ? "made by cosign 2" : "P-256")!;
    const repository = `ours/${key.name}`;
    const image = await registry.pushImage(repository);
    await signByUs("simple", key, repository, image, { run: "42" });
    for (const cosign of [cosign2, cosign3]) {
      expect(verify(cosign, key, repository, image)).toBe(0);
      expect(verify(cosign, key, repository, image, ["-a", "run=42"])).toBe(0);
      expect(verify(cosign, key, repository, image, ["-a", "run=43"])).not.toBe(0);
      expect(verify(cosign, other, repository, image)).not.toBe(0);
    }
    await signByUs("bundle", key, repository, image, { run: "42" });
    expect(verify(cosign2, key, repository, image)).toBe(0);
    expect(verify(cosign3, key, repository, image)).toBe(0);
    expect(verify(cosign3, key, repository, image, ["-a", "run=42"])).toBe(0);
    expect(verify(cosign3, other, repository, image)).not.toBe(0);
    const verification = verifySignatures(key.key.verification, await found(repository, image), {
      digest: image.digest,
      annotations: { run: "42" },
    });
    expect(formatsToSign(["simple", "bundle"], verification)).toEqual([]);
  });

  test("accepts a bundle alone", async () => {
    const key = keys.get("made by cosign 2")!;
    const image = await registry.pushImage("ours/bundle");
    await signByUs("bundle", key, "ours/bundle", image);
    expect(verify(cosign3, key, "ours/bundle", image)).toBe(0);
  });

  test("accepts a signature of an index that we merged", async () => {
    const key = keys.get("made by cosign 3")!;
    const image = await registry.pushImage("ours/index");
    const part = { name: "amd64", descriptor: image, platform: { architecture: "amd64", os: "linux" } };
    const manifest = readManifest((await registry.manifest("ours/index", image.digest))!);
    const { descriptor, bytes } = mergeIndexes([{ ...part, manifest }], { a: "b" });
    await registry.pushManifest("ours/index", "latest", OCI_INDEX, bytes);
    for (const format of ["simple", "bundle"] as const) await signByUs(format, key, "ours/index", descriptor);
    for (const cosign of [cosign2, cosign3]) {
      expect(verify(cosign, key, "ours/index", descriptor)).toBe(0);
      expect(verify(cosign, key, "ours/index", image)).not.toBe(0);
    }
  });

  test.each(["made by cosign 2", "made by cosign 3", "without a password", "P-256", "RSA"])(
    "signs with a key %s what we accept, in every form",
    async (label) => {
      const key = keys.get(label)!;
      const stranger = keys.get(label === "P-256" ? "RSA" : "P-256")!.key.verification;
      for (const how of ["2 simple", "3 simple", "3 bundle"] as const) {
        const repository = `theirs/${key.name}-${how.replace(" ", "-")}`;
        const image = await registry.pushImage(repository);
        expect(await found(repository, image)).toEqual([]);
        signByCosign(how, key, repository, image, ["-a", "run=42"]);
        const signatures = await found(repository, image);
        const expected = { digest: image.digest, annotations: { run: "42" } };
        expect(verifySignatures(key.key.verification, signatures, expected)).toEqual({
          formats: [how.slice(2)],
          refused: [],
        });
        expect(verifySignatures(stranger, signatures, expected).formats).toEqual([]);
        expect(
          verifySignatures(key.key.verification, signatures, { ...expected, annotations: { run: "43" } }).formats,
        ).toEqual([]);
      }
    },
  );

  test("and we sign the same image in turn, and each finds its own", async () => {
    const [ours, theirs] = [keys.get("made by cosign 2")!, keys.get("made by cosign 3")!];
    const repository = "both/app";
    const image = await registry.pushImage(repository);
    signByCosign("2 simple", theirs, repository, image);
    await signByUs("simple", ours, repository, image);
    signByCosign("3 bundle", theirs, repository, image);
    await signByUs("bundle", ours, repository, image);
    signByCosign("2 simple", theirs, repository, image);
    signByCosign("3 bundle", theirs, repository, image);
    const signatures = await found(repository, image);
    // cosign 2 replaces its own signature; cosign 3 adds one at each run.
    expect(signatures.map(({ format }) => format)).toEqual(["simple", "simple", "bundle", "bundle", "bundle"]);
    for (const { key, ...named } of [ours, theirs]) {
      expect(verifySignatures(key.verification, signatures, { digest: image.digest }).formats).toEqual([
        "simple",
        "bundle",
      ]);
      expect(verify(cosign2, { key, ...named }, repository, image)).toBe(0);
      expect(verify(cosign3, { key, ...named }, repository, image)).toBe(0);
    }
  });
});
