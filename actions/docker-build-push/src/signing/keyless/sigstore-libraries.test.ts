import { generateKeyPairSync } from "node:crypto";
import { readFileSync } from "node:fs";
import { PUBLIC_INSTANCE } from "@jessy-actions/images/keyless/public-instance";
import { signStatement } from "@jessy-actions/images/signatures/bundle";
import { type CertifiedKey, proposedEnvelope } from "@jessy-actions/images/signatures/keyless";
import { IdentityTokens } from "@jessy-actions/kit/sigstore/identity-token";
import { bundleFromJSON, bundleToJSON } from "@sigstore/bundle";
import { DSSEBundleBuilder, FulcioSigner, RekorWitness } from "@sigstore/sign";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type ServiceCall, SigstoreServices } from "../../../../../packages/kit/testing/sigstore.ts";
import { openKeylessSigner, readTrustedRoot } from "./open-keyless.ts";

const DIGEST = `sha256:${"5".repeat(64)}` as const;
const log = { debug: () => undefined, info: () => undefined, mask: () => undefined };

let services: SigstoreServices;

beforeEach(async () => {
  services = await SigstoreServices.start();
});

afterEach(() => services.close());

/** The names and kinds of all values: what differs from one signature to the next is left out. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value !== "object" || value === null || Buffer.isBuffer(value)) return typeof value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([name, each]) => [name, shapeOf(each)]),
  );
}

const sent = ({ method, path, body }: ServiceCall) => ({ method, path, body: shapeOf(JSON.parse(body)) });

test("what is asked of Fulcio and Rekor, and the bundle, are what @sigstore/sign asks and makes", async () => {
  const options = { fulcioUrl: new URL(services.url), rekorUrl: new URL(services.url), trustedRoot: undefined };
  const signer = await openKeylessSigner(
    { kind: "keyless", formats: ["bundle"], ...options },
    readTrustedRoot(Buffer.from(services.trustedRoot())),
    services.environment,
    { log },
  );
  const own = JSON.parse(Buffer.from(await signer.bundle({ digest: DIGEST })).toString());
  const tokens = new IdentityTokens(services.environment, "sigstore", { log });
  const builder = new DSSEBundleBuilder({
    signer: new FulcioSigner({ fulcioBaseURL: services.url, identityProvider: { getToken: () => tokens.get() } }),
    witnesses: [new RekorWitness({ rekorBaseURL: services.url, entryType: "dsse" })],
  });
  const { payload, payloadType } = own.dsseEnvelope;
  const theirs = bundleToJSON(await builder.create({ type: payloadType, data: Buffer.from(payload, "base64") }));
  const [ourCertificate, theirCertificate] = services.callsOf("fulcio").map(sent);
  expect(ourCertificate).toEqual(theirCertificate);
  const [ourEntry, theirEntry] = services.callsOf("rekor").map(sent);
  expect(ourEntry).toEqual(theirEntry);
  const read = (bundle: unknown) => {
    const { content, verificationMaterial: material } = bundleFromJSON(bundle);
    return shapeOf({ content, material: { key: material.content, entries: material.tlogEntries } });
  };
  expect(read(own)).toEqual(read(theirs));
  expect(own.mediaType).toBe((theirs as { mediaType: string }).mediaType);
});

test("what is proposed to the log has the very envelope", () => {
  const key = generateKeyPairSync("ec", { namedCurve: "P-256" }).privateKey;
  const envelope = signStatement(key, { digest: DIGEST });
  const certified: CertifiedKey = { key, certificates: ["PEM"] };
  const { spec } = proposedEnvelope(envelope, certified) as { spec: { proposedContent: { envelope: string } } };
  expect(JSON.parse(spec.proposedContent.envelope)).toEqual(envelope);
});

// Sigstore's new keys come with a new version of @sigstore/tuf: `node scripts/trusted-root.ts` then takes them over.
test("the keys of the public instance are those that @sigstore/tuf begins with", () => {
  const seeds = JSON.parse(
    readFileSync(new URL("../../../../../node_modules/@sigstore/tuf/seeds.json", import.meta.url), "utf8"),
  );
  const { targets } = seeds["https://tuf-repo-cdn.sigstore.dev"];
  expect(JSON.parse(PUBLIC_INSTANCE)).toEqual(
    JSON.parse(Buffer.from(targets["trusted_root.json"], "base64").toString()),
  );
});
