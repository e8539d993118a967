import { chmodSync, readdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { AMD64, ARM64, attestation, type Stored } from "../../../../packages/images/testing/image.ts";
import { FakeRegistry, type FakeRegistryOptions } from "../../../../packages/kit/testing/fake-registry.ts";
import { blobsOf, indexOf, layoutFolder, type MadeImage, madeImage } from "../../testing/image-files.ts";
import { fakeTrivy, folderOf, scanIo, scanningOf, targetOf } from "../../testing/scanning.ts";
import type { Inputs } from "../inputs.ts";
import { scanTarget } from "./scan-target.ts";

/** Finds one flaw in each image, which has its architecture's name. */
const FINDS = `
const read = (digest) => JSON.parse(fs.readFileSync(artifact + "/blobs/" + digest.replace(":", "/"), "utf8"));
const { manifests } = JSON.parse(fs.readFileSync(artifact + "/index.json", "utf8"));
if (manifests.length !== 1) process.exit(9);
const { config, layers } = read(manifests[0].digest);
for (const { digest } of layers) fs.statSync(artifact + "/blobs/" + digest.replace(":", "/"));
const found = (id) => ({ VulnerabilityID: id, PkgName: "p", InstalledVersion: "1", Severity: "HIGH" });
const Vulnerabilities = [found("CVE-2026-1"), found("CVE-2026-" + read(config.digest).architecture)];
const Packages = [{ Name: "p", Version: "1" }];
write({ Metadata: { ImageID: config.digest, DiffIDs: ["x"] }, Results: [{ Target: "x", Class: "os-pkgs", Type: "debian", Packages, Vulnerabilities }] });
`;

const AMD = madeImage({ a: "a" }, AMD64);
const ARM = madeImage({ a: "b" }, ARM64);
const ATTESTED = attestation(AMD.manifest);
const INDEX = indexOf([AMD.manifest.descriptor, ARM.manifest.descriptor, ATTESTED.descriptor]);

let registry: FakeRegistry | undefined;

afterEach(async () => {
  await registry?.close();
  registry = undefined;
});

async function registryOf(options: FakeRegistryOptions = {}): Promise<FakeRegistry> {
  registry = await FakeRegistry.start(options);
  for (const { config, layer } of [AMD, ARM] as MadeImage[])
    for (const { descriptor, bytes } of [config, layer])
      registry.blobs.set(`org/app@${descriptor.digest}`, Buffer.from(bytes));
  for (const { descriptor, bytes } of [AMD.manifest, ARM.manifest, INDEX, ATTESTED] as Stored[])
    registry.manifests.set(`org/app@${descriptor.digest}`, {
      bytes: Buffer.from(bytes),
      mediaType: descriptor.mediaType,
    });
  registry.tags.set("org/app:1.0", INDEX.descriptor.digest);
  registry.tags.set("org/app:one", AMD.manifest.descriptor.digest);
  return registry;
}

/** A docker client that has no engine, unless `body` is one. */
function dockerFolder(body = "process.exit(1)"): string {
  const folder = folderOf({});
  writeFileSync(join(folder, "docker"), `#!${process.execPath}\nconst args = process.argv.slice(2);\n${body}\n`);
  chmodSync(join(folder, "docker"), 0o755);
  return folder;
}

async function scan(
  reference: string,
  inputs: Partial<Inputs> = {},
  { docker = dockerFolder(), config = {} }: { docker?: string; config?: object } = {},
) {
  const folder = folderOf({});
  const target = targetOf("image", reference, "app");
  const io = scanIo(folder, {
    PATH: `${docker}${delimiter}${process.env.PATH}`,
    DOCKER_CONFIG: folderOf({ "config.json": JSON.stringify(config) }),
  });
  const outcome = await scanTarget(target, folder, scanningOf(fakeTrivy(FINDS), { targets: [target], ...inputs }), io);
  expect(readdirSync(io.temporary)).toEqual([]);
  return outcome;
}

describe("an image of a registry", () => {
  test("is pulled with all its platforms, each once, without attestations", async () => {
    const { host, calls } = await registryOf();
    const outcome = await scan(`${host}/org/app:1.0`);
    expect(outcome).toMatchObject({ scan: { digest: INDEX.descriptor.digest, scanned: { "os-pkgs": 2 } } });
    const findings = "scan" in outcome ? outcome.scan.findings : [];
    expect(findings.map(({ id, detail }) => [id, detail])).toEqual([
      ["CVE-2026-1", undefined],
      ["CVE-2026-amd64", "only on linux/amd64"],
      ["CVE-2026-arm64", "only on linux/arm64"],
    ]);
    expect("scan" in outcome && outcome.scan.packages).toHaveLength(1);
    // The tag once; whatever is below it by its digest.
    expect(calls.filter(({ path }) => path.includes("/manifests/1.0"))).toHaveLength(1);
    expect(calls.filter(({ path }) => path.includes(ATTESTED.descriptor.digest))).toEqual([]);
    expect(calls.filter(({ path }) => path.includes("/blobs/"))).toHaveLength(4);
  });

  test("is one that has no platforms, or is named by its digest", async () => {
    const { host } = await registryOf();
    const { digest } = AMD.manifest.descriptor;
    for (const reference of [`${host}/org/app:one`, `${host}/org/app@${digest}`, `${host}/org/app:1.0@${digest}`])
      expect(await scan(reference)).toMatchObject({ scan: { digest } });
  });

  test.each<[string, (registry: FakeRegistry) => void, string, string]>([
    ["is not there", ({ tags }) => tags.clear(), "no-target", "does not exist"],
    [
      "lacks a platform",
      ({ manifests }) => manifests.delete(`org/app@${ARM.manifest.descriptor.digest}`),
      "no-target",
      "is not whole",
    ],
    [
      "lacks a layer",
      ({ blobs }) => blobs.delete(`org/app@${AMD.layer.descriptor.digest}`),
      "no-target",
      "no such blob",
    ],
    [
      "is something else",
      ({ manifests }) =>
        manifests.set(`org/app@${AMD.manifest.descriptor.digest}`, {
          bytes: Buffer.from(ARM.manifest.bytes),
          mediaType: ARM.manifest.descriptor.mediaType,
        }),
      "no-target",
      "",
    ],
  ])("that %s", async (_, change, cause, message) => {
    const fake = await registryOf();
    change(fake);
    const outcome = await scan(`${fake.host}/org/app:1.0`);
    expect(outcome).toMatchObject({ problem: { cause, message: expect.stringContaining(message) } });
  });
});

describe("credentials", () => {
  const login = { scheme: "bearer", username: "me", password: "correct horse" } as const;
  const credential = { username: "me", password: "correct horse" };
  const auth = (password: string) => ({ auth: Buffer.from(`me:${password}`).toString("base64") });

  test("of the inputs go to the registry of the image", async () => {
    const { host } = await registryOf({ login });
    expect(await scan(`${host}/org/app:1.0`, { credential })).toMatchObject({ scan: {} });
  });

  test("of Docker's config, where the inputs give none", async () => {
    const { host } = await registryOf({ login });
    const config = { auths: { [host]: auth("correct horse"), "ghcr.io": auth("another") } };
    expect(await scan(`${host}/org/app:1.0`, {}, { config })).toMatchObject({ scan: {} });
  });

  test("of another registry are never sent", async () => {
    const { host, calls } = await registryOf();
    const config = { auths: { "ghcr.io": auth("another") }, credsStore: "" };
    expect(await scan(`${host}/org/app:1.0`, {}, { config })).toMatchObject({ scan: {} });
    expect(calls.filter(({ authorization }) => authorization !== undefined)).toEqual([]);
  });

  test("that are missing or wrong are a problem without them", async () => {
    const { host } = await registryOf({ login });
    expect(await scan(`${host}/org/app:1.0`)).toMatchObject({ problem: { cause: "no-target" } });
    const wrong = { username: "me", password: "wrong battery staple" };
    const outcome = await scan(`${host}/org/app:1.0`, { credential: wrong });
    expect(outcome).toMatchObject({ problem: { cause: "no-target" } });
    expect(JSON.stringify(outcome)).not.toContain("staple");
  });

  test("for one registry do not fit images of several", async () => {
    const { host } = await registryOf({ login });
    const targets = [targetOf("image", `${host}/org/app:1.0`), { ...targetOf("image", "x"), base: "ghcr.io/org/app" }];
    await expect(scan(`${host}/org/app:1.0`, { credential, targets })).rejects.toThrow(
      `the images are in ${[host, "docker.io", "ghcr.io"].sort().join(", ")}`,
    );
  });
});

describe("the local engine", () => {
  const id = `sha256:${"a".repeat(64)}`;
  const layout = layoutFolder([INDEX.descriptor], [...blobsOf([AMD]), INDEX, ATTESTED]);
  const engine = (save: string) =>
    dockerFolder(
      `if (args[1] === "inspect") console.log(${JSON.stringify(id)}); else if (args.at(-1) === ${JSON.stringify(id)}) { ${save} }`,
    );
  const saves = `require("node:child_process").execFileSync("tar", ["-cf", args[args.indexOf("--output") + 1], "-C", ${JSON.stringify(layout)}, "oci-layout", "index.json", "blobs"])`;

  test("comes before the registry, and saves the platforms that it has", async () => {
    const outcome = await scan("127.0.0.1:1/org/app:1.0", {}, { docker: engine(saves) });
    expect(outcome).toMatchObject({ scan: { digest: id, scanned: { "os-pkgs": 1 } } });
  });

  test("that fails is a problem", async () => {
    const fails = (words: string) => engine(`console.error(${JSON.stringify(words)}); process.exit(1)`);
    expect(await scan("app", {}, { docker: fails("no layer") })).toMatchObject({
      problem: { cause: "no-target", message: expect.stringContaining("no layer") },
    });
    expect(await scan("app", {}, { docker: fails("write x: no space left on device") })).toMatchObject({
      problem: { cause: "disk-full" },
    });
  });
});

test("a layout that lacks a platform is not whole", async () => {
  const folder = layoutFolder([INDEX.descriptor], [...blobsOf([AMD]), INDEX]);
  const outcome = await scanTarget(targetOf("oci-layout", "."), folder, scanningOf(fakeTrivy(FINDS)), scanIo(folder));
  expect(outcome).toMatchObject({ problem: { cause: "no-target", message: expect.stringContaining("is not whole") } });
});

test("a report of another image is not taken", async () => {
  const folder = layoutFolder([AMD.manifest.descriptor], blobsOf([AMD]));
  const other = fakeTrivy(`write({ Metadata: { ImageID: "${ARM.config.descriptor.digest}" } })`);
  const outcome = await scanTarget(targetOf("oci-layout", "."), folder, scanningOf(other), scanIo(folder));
  expect(outcome).toMatchObject({ problem: { cause: "unreadable-report" } });
});
