import { type Descriptor, descriptorOf } from "@jessy-actions/images/oci/descriptor";
import { findSignatures, isSigned } from "@jessy-actions/images/signatures/find-signatures";
import { WORKFLOW_ISSUER } from "@jessy-actions/images/signatures/identity";
import { Registry } from "@jessy-actions/kit/registry/registry";
import { Patience } from "@jessy-actions/kit/registry/retry";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { FakeRegistry } from "../../../../../packages/kit/testing/fake-registry.ts";
import { pushImage, testImage } from "../../../../../packages/kit/testing/image-push.ts";
import { type Answer, SigstoreServices, WORKFLOW } from "../../../../../packages/kit/testing/sigstore.ts";
import type { SignatureResult } from "../../result.ts";
import { signImage } from "../sign-image.ts";
import { keylessVerifier, openKeylessSigner, readTrustedRoot } from "./open-keyless.ts";

const NOW = "2026-01-02T03:04:05Z";
const SUBJECT = `https://github.com/${WORKFLOW}`;

let services: SigstoreServices;
let fake: FakeRegistry;
let registry: Registry;
let root: Descriptor;
let said: string[];
let masked: string[];

const log = {
  debug: (line: string) => void said.push(line),
  info: (line: string) => void said.push(line),
  mask: (secret: string) => void masked.push(secret),
};

beforeEach(async () => {
  [said, masked] = [[], []];
  services = await SigstoreServices.start();
  fake = await FakeRegistry.start({ hasReferrers: true });
  registry = new Registry(fake.host, { log, sleep: async () => undefined });
  const image = testImage();
  await pushImage(registry, "api", image);
  root = descriptorOf(image.manifest.mediaType, image.manifest.bytes);
});

afterEach(async () => {
  await Promise.all([services.close(), fake.close()]);
});

const open = (trustedRoot = services.trustedRoot(), patience = 600_000) =>
  openKeylessSigner(
    {
      kind: "keyless",
      formats: ["legacy", "bundle"],
      fulcioUrl: new URL(services.url),
      rekorUrl: new URL(services.url),
      trustedRoot: undefined,
    },
    readTrustedRoot(Buffer.from(trustedRoot)),
    services.environment,
    { log, patience: new Patience(patience), sleep: async () => undefined },
  );

const sign = async (signer: Awaited<ReturnType<typeof open>>): Promise<readonly SignatureResult[]> =>
  signImage(registry, "api", root, signer, ["legacy", "bundle"], NOW);

const statesOf = (results: readonly SignatureResult[]) => results.map(({ state }) => state);

const check = async (
  format: "legacy" | "bundle",
  expected: { issuer?: string; subject?: string; pattern?: string },
) => {
  const { issuer = WORKFLOW_ISSUER, subject = SUBJECT, pattern } = expected;
  const signer = pattern === undefined ? { subject } : { pattern };
  const verifier = keylessVerifier(readTrustedRoot(Buffer.from(services.trustedRoot())), { issuer, signer });
  const found = await findSignatures(registry, "api", format, verifier, { digest: root.digest });
  return isSigned(found) ? "signed" : found.map(({ check: each }) => (each.isValid ? "" : each.reason)).join("; ");
};

test("both forms are made by one certificate, verified, and not doubled by a second run", async () => {
  const results = await sign(await open());
  expect(results).toMatchObject(
    ["legacy", "bundle"].map((format) => ({ format, state: "signed", identity: SUBJECT, issuer: WORKFLOW_ISSUER })),
  );
  expect(services.callsOf("fulcio")).toHaveLength(1);
  expect(services.callsOf("rekor")).toHaveLength(2);
  const { size } = fake.manifests;
  expect(statesOf(await sign(await open()))).toEqual(["there", "there"]);
  expect(fake.manifests.size).toBe(size);
  expect(services.callsOf("fulcio")).toHaveLength(1);
});

describe.each(["legacy", "bundle"] as const)("a signature in the form %s", (format) => {
  beforeEach(async () => void (await sign(await open())));

  test.each<[string, Parameters<typeof check>[1], string]>([
    ["its signer", {}, "signed"],
    [
      "a glob over refs",
      { pattern: "https://github.com/acme/app/.github/workflows/release.yml@refs/tags/v*" },
      "signed",
    ],
    ["any workflow of the owner", { pattern: "https://github.com/acme/**" }, "signed"],
    ["another ref", { subject: SUBJECT.replace("tags/v1", "heads/main") }, `it was signed by ${SUBJECT}, and not by`],
    [
      "an owner that begins alike",
      { pattern: "https://github.com/acm/**" },
      "which https://github.com/acm/** does not match",
    ],
    ["another issuer", { issuer: "https://accounts.google.com" }, `it was signed by an identity of ${WORKFLOW_ISSUER}`],
  ])("counts by %s alone", async (_, expected, answer) => {
    expect(await check(format, expected)).toContain(answer);
  });

  test("does not count by the keys of another instance", async () => {
    const other = await SigstoreServices.start();
    try {
      const verifier = keylessVerifier(readTrustedRoot(Buffer.from(other.trustedRoot())), {
        issuer: WORKFLOW_ISSUER,
        signer: { subject: SUBJECT },
      });
      const found = await findSignatures(registry, "api", format, verifier, { digest: root.digest });
      expect(isSigned(found)).toBe(false);
    } finally {
      await other.close();
    }
  });
});

test("a branch of any name signs, under the name that Fulcio gives it", async () => {
  services.claims = { job_workflow_ref: WORKFLOW.replace("v1", "straße") };
  const identity = SUBJECT.replace("v1", "stra%C3%9Fe");
  expect(await sign(await open())).toMatchObject([
    { state: "signed", identity },
    { state: "signed", identity },
  ]);
});

test("a name that only looks alike once its eighth bits are gone is not taken for another", async () => {
  services.certifies = SUBJECT.replace("v1", "ұ");
  const read = SUBJECT.replace("v1", "R1");
  services.claims = { job_workflow_ref: WORKFLOW.replace("v1", "R1") };
  expect((await sign(await open())).map(({ problem }) => problem)).toEqual([
    expect.stringContaining("characters that no certificate may have"),
    expect.stringContaining("characters that no certificate may have"),
  ]);
  expect(await check("bundle", { subject: read })).toBe("");
});

const times = (count: number, answer: Answer): Answer[] => Array.from({ length: count }, () => answer);
const DOWN = { status: 503, body: "<html>down</html>" };

test.each<[string, Partial<SigstoreServices["faults"]>]>([
  ["a token service that is down for a while", { token: [DOWN, { status: 429 }] }],
  ["Fulcio down for a while", { fulcio: [...times(4, DOWN), "reset"] }],
  ["Fulcio's limit", { fulcio: [{ status: 429, headers: { "retry-after": "7" } }] }],
  ["Rekor down for a while", { rekor: ["reset", ...times(4, DOWN)] }],
  ["an answer of Rekor that was lost: its entry stands (409)", { rekor: ["lost"] }],
])("%s is waited for", async (_, faults) => {
  Object.assign(services.faults, faults);
  expect(statesOf(await sign(await open()))).toEqual(["signed", "signed"]);
});

test.each<[string, Partial<SigstoreServices["faults"]>, string]>([
  [
    "Fulcio down",
    { fulcio: times(99, DOWN) },
    "Fulcio (HOST) gave no certificate: status 503: an HTML page, after 11 attempts",
  ],
  [
    "Fulcio refuses the token",
    { fulcio: times(2, { status: 401, body: '{"message":"There was an error processing the identity token"}' }) },
    "Fulcio (HOST) gave no certificate: status 401: There was an error processing the identity token",
  ],
  [
    "Rekor down",
    { rekor: times(99, DOWN) },
    "Rekor (HOST) logged nothing: status 503: an HTML page, after 11 attempts",
  ],
  [
    "Rekor refuses the entry",
    { rekor: times(2, { status: 400, body: '{"code":400,"message":"bad entry"}' }) },
    "Rekor (HOST) logged nothing: status 400: bad entry",
  ],
  [
    "an equal entry that nobody can find",
    { rekor: times(2, { status: 409, headers: { location: "/elsewhere" }, body: "{}" }) },
    "Rekor (HOST) logged nothing: status 409: it has an equal entry, and does not say where",
  ],
  [
    "an answer without an entry",
    { rekor: times(2, { status: 201, body: "{}" }) },
    "Rekor (HOST) logged nothing: its answer cannot be used: its content is not exactly one entry but {}",
  ],
])("%s is one line for each form, and nothing is stored", async (_, faults, expected) => {
  const signer = await open();
  const before = fake.manifests.size;
  Object.assign(services.faults, faults);
  const results = await sign(signer);
  expect(results.map(({ state }) => state)).toEqual(["failed", "failed"]);
  expect(results[0]!.problem).toBe(expected.replace("HOST", new URL(services.url).host));
  expect(fake.manifests.size).toBe(before);
});

test("the patience of the run ends an outage", async () => {
  const signer = await open(undefined, 5000);
  services.faults.fulcio = times(99, DOWN);
  await sign(signer);
  expect(services.callsOf("fulcio").length).toBeLessThan(10);
});

test("a token that a job may not have is an error that names the permission", async () => {
  services.faults.token = [{ status: 403, body: '{"message":"no"}' }];
  await expect(open()).rejects.toThrow(
    /^GitHub's token service \(127.*\) gave no identity token: status 403: no; check that the job has `permissions: id-token: write`$/,
  );
});

test("a token that is about to expire is asked for again", async () => {
  services.claims = { exp: Math.floor(Date.now() / 1000) + 20 };
  const signer = await open();
  expect(services.tokens).toHaveLength(1);
  services.claims = {};
  expect(statesOf(await sign(signer))).toEqual(["signed", "signed"]);
  expect(services.tokens).toHaveLength(2);
});

test("a token that expired on the way is refused by Fulcio, and said", async () => {
  services.claims = { exp: Math.floor(Date.now() / 1000) - 60 };
  const [result] = await sign(await open());
  expect(result!.problem).toContain("There was an error processing the identity token");
});

test("a certificate that expired while Rekor was down is replaced, once", async () => {
  services.logDelays.push(3600);
  expect(statesOf(await sign(await open()))).toEqual(["signed", "signed"]);
  expect(services.callsOf("fulcio")).toHaveLength(2);
});

test("a log whose clock is wrong is told, and nothing is stored", async () => {
  services.logDelays.push(3600, 3600, 3600, 3600);
  const before = fake.manifests.size;
  const results = await sign(await open());
  expect(statesOf(results)).toEqual(["failed", "failed"]);
  expect(results[0]!.problem).toContain("does not hold, and was not stored");
  expect(fake.manifests.size).toBe(before);
});

test("a second repository gets the same bundle: the log has one entry for it", async () => {
  const signer = await open();
  const image = testImage();
  await pushImage(registry, "web", image);
  for (const repository of ["api", "web"])
    expect(statesOf(await signImage(registry, repository, root, signer, ["bundle"], NOW))).toEqual(["signed"]);
  expect(services.callsOf("rekor")).toHaveLength(1);
});

test("a bundle with any byte changed is refused or means the same, and never ends the run", async () => {
  const bytes = Buffer.from(await (await open()).bundle({ digest: root.digest }));
  const material = readTrustedRoot(Buffer.from(services.trustedRoot()));
  const verifier = keylessVerifier(material, { issuer: WORKFLOW_ISSUER, signer: { subject: SUBJECT } });
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.nat(255), fc.nat(3), (at, byte, length) => {
      const changed = Buffer.concat([bytes.subarray(0, at), Buffer.alloc(length, byte), bytes.subarray(at + 1)]);
      const check = verifier.bundle(changed, { digest: root.digest });
      if (check.isValid) expect(check.signer).toEqual({ issuer: WORKFLOW_ISSUER, subject: SUBJECT });
    }),
  );
  for (const value of "payload sig rawBytes canonicalizedBody signedEntryTimestamp envelope".split(" ")) {
    const text = bytes.toString();
    const at = text.lastIndexOf(`"${value}":"`) + value.length + 14;
    const swapped = `${text.slice(0, at)}${text[at] === "A" ? "B" : "A"}${text.slice(at + 1)}`;
    expect(verifier.bundle(Buffer.from(swapped), { digest: root.digest }).isValid, value).toBe(false);
  }
});

test("a certificate for somebody else is not used", async () => {
  services.certifies = "https://github.com/acme/other/.github/workflows/a.yml@refs/heads/main";
  const before = fake.manifests.size;
  const [result] = await sign(await open());
  expect(result!.problem).toContain(`it was signed by ${services.certifies}, and not by ${SUBJECT}`);
  expect(fake.manifests.size).toBe(before);
});

test("a log that the trusted root does not name is told, with the input that does", async () => {
  const other = await SigstoreServices.start();
  const { tlogs } = JSON.parse(other.trustedRoot());
  await other.close();
  const [, result] = await sign(await open(services.trustedRoot({ tlogs })));
  expect(result!.problem).toMatch(
    /^the signature that was just made does not hold, and was not stored: .*trusted-root/,
  );
});

test("tokens are masked before they are used, and stand nowhere", async () => {
  services.faults.fulcio = [{ status: 500, body: "x" }];
  const signer = await open();
  const [token] = services.tokens;
  services.faults.fulcio.push({ status: 400, body: JSON.stringify({ message: `bad token ${token}` }) });
  const results = await sign(signer);
  const everything = JSON.stringify([results, said]);
  for (const secret of [
    services.requestToken,
    ...services.tokens.flatMap((each) => [each, ...each.split(".").slice(1)]),
  ]) {
    expect(masked).toContain(secret);
    expect(everything).not.toContain(secret);
  }
  expect(everything).toContain("bad token ***");
});
