import { execFile } from "node:child_process";
import { createPublicKey } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Descriptor } from "@jessy-actions/images/oci/descriptor";
import { findSignatures, isSigned } from "@jessy-actions/images/signatures/find-signatures";
import { WORKFLOW_ISSUER } from "@jessy-actions/images/signatures/identity";
import { Registry } from "@jessy-actions/kit/registry/registry";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  keylessVerifier,
  openKeylessSigner,
  readTrustedRoot,
} from "../../actions/docker-build-push/src/signing/keyless/open-keyless.ts";
import { signImage } from "../../actions/docker-build-push/src/signing/sign-image.ts";
import { IdentityTokens } from "../../packages/kit/src/sigstore/identity-token.ts";
import { SigstoreServices, WORKFLOW } from "../../packages/kit/testing/sigstore.ts";
import { signingPrograms } from "./signing-programs.ts";
import { SigningRegistry } from "./signing-registry.ts";

const programs = signingPrograms();
const SUBJECT = `https://github.com/${WORKFLOW}`;
const NOW = "2026-01-02T03:04:05Z";
const log = { debug: () => undefined, info: () => undefined, mask: () => undefined };

/** Both ways: what we sign without a key, cosign verifies by the identity, and what cosign signs, we do. */
describe.skipIf(programs === undefined)("real cosign, without a key", () => {
  const { cosign2, cosign3, registry: program } = programs ?? { cosign2: "", cosign3: "", registry: "" };
  const folder = mkdtempSync(join(tmpdir(), "jessy-keyless-"));
  let services: SigstoreServices;
  let store: SigningRegistry;
  let registry: Registry;
  let environment: Record<string, string>;

  beforeAll(async () => {
    services = await SigstoreServices.start();
    store = await SigningRegistry.start(program, folder);
    registry = new Registry(store.host, { log });
    const root = JSON.parse(services.trustedRoot());
    writeFileSync(join(folder, "root.json"), services.trustedRoot());
    const pem = (label: string, bytes: string) =>
      `-----BEGIN ${label}-----\n${bytes.match(/.{1,64}/g)!.join("\n")}\n-----END ${label}-----\n`;
    const file = (name: string, text: string) => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    };
    const key = (bytes: string) =>
      createPublicKey({ key: Buffer.from(bytes, "base64"), format: "der", type: "spki" })
        .export({ format: "pem", type: "spki" })
        .toString();
    environment = {
      HOME: folder,
      PATH: "/usr/bin:/bin",
      // What cosign 2 trusts in place of the public instance.
      SIGSTORE_ROOT_FILE: file(
        "ca.pem",
        pem("CERTIFICATE", root.certificateAuthorities[0].certChain.certificates[0].rawBytes),
      ),
      SIGSTORE_REKOR_PUBLIC_KEY: file("rekor.pub", key(root.tlogs[0].publicKey.rawBytes)),
      SIGSTORE_CT_LOG_PUBLIC_KEY_FILE: file("ct.pub", key(root.ctlogs[0].publicKey.rawBytes)),
    };
  });

  afterAll(async () => {
    await Promise.all([store?.stop(), services?.close()]);
    rmSync(folder, { recursive: true, force: true });
  });

  /** Not while this process waits: the services are in it. @returns what it said, and its exit code. */
  const run = (cosign: string, args: readonly string[], env = environment) =>
    new Promise<{ readonly code: number; readonly said: string }>((resolve) => {
      execFile(cosign, args, { cwd: folder, env, timeout: 120_000 }, (error, stdout, stderr) =>
        resolve({ code: error === null ? 0 : Number(error.code ?? 1), said: `${stdout}${stderr}` }),
      );
    });

  const verify = (cosign: string, repository: string, { digest }: Descriptor, identity = SUBJECT) => {
    const image = `${store.host}/${repository}@${digest}`;
    const who = ["--certificate-identity", identity, "--certificate-oidc-issuer", WORKFLOW_ISSUER];
    // cosign 3 takes the new form alone by default; cosign 2 reads its trust from the environment.
    const [root, env] =
      cosign === cosign3
        ? [["--trusted-root", "root.json"], { HOME: folder, PATH: "/usr/bin:/bin" }]
        : [["--offline"], environment];
    return run(cosign, ["verify", ...root, ...who, image], env as Record<string, string>);
  };

  const signByUs = async (repository: string, root: Descriptor, format: "legacy" | "bundle") => {
    const address = new URL(services.url);
    const signer = await openKeylessSigner(
      { kind: "keyless", formats: [format], fulcioUrl: address, rekorUrl: address, trustedRoot: undefined },
      readTrustedRoot(Buffer.from(services.trustedRoot())),
      services.environment,
      { log },
    );
    const [result] = await signImage(registry, repository, root, signer, [format], NOW);
    expect(result).toMatchObject({ state: "signed", identity: SUBJECT });
  };

  const checkByUs = async (repository: string, { digest }: Descriptor, format: "legacy" | "bundle", who = SUBJECT) => {
    const verifier = keylessVerifier(readTrustedRoot(Buffer.from(services.trustedRoot())), {
      issuer: WORKFLOW_ISSUER,
      signer: { subject: who },
    });
    const found = await findSignatures(registry, repository, format, verifier, { digest });
    return isSigned(found) ? "signed" : found.map(({ check }) => (check.isValid ? "" : check.reason)).join("; ");
  };

  test.each([
    ["bundle", "cosign 3", cosign3],
    ["legacy", "cosign 2", cosign2],
    ["legacy", "cosign 3", cosign3],
  ] as const)("our %s is accepted by %s for our identity, and for no other", async (format, name, cosign) => {
    const repository = `ours/${format}-${name.replace(" ", "")}`;
    const root = await store.pushImage(repository);
    await signByUs(repository, root, format);
    expect(await verify(cosign, repository, root)).toMatchObject({ code: 0 });
    const other = await verify(cosign, repository, root, SUBJECT.replace("v1", "v2"));
    expect(other.code).not.toBe(0);
    expect(other.said).toMatch(/identit/);
  });

  test.each([
    ["cosign 2", cosign2, "legacy"],
    ["cosign 3", cosign3, "bundle"],
    ["cosign 3", cosign3, "legacy"],
  ] as const)("what %s signs is verified by us", async (name, cosign, format) => {
    const repository = `theirs/${format}-${name.replace(" ", "")}`;
    const root = await store.pushImage(repository);
    const token = await new IdentityTokens(services.environment, "sigstore", { log }).get();
    const form =
      cosign === cosign3
        ? ["--use-signing-config=false", "--trusted-root", "root.json", `--new-bundle-format=${format === "bundle"}`]
        : [];
    const addresses = ["--fulcio-url", services.url, "--rekor-url", services.url, "--identity-token", token];
    const made = await run(cosign, ["sign", "-y", ...form, ...addresses, `${store.host}/${repository}@${root.digest}`]);
    expect(made, made.said).toMatchObject({ code: 0 });
    expect(await checkByUs(repository, root, format)).toBe("signed");
    expect(await checkByUs(repository, root, format, `${SUBJECT}x`)).toContain(`it was signed by ${SUBJECT}`);
  });
});
