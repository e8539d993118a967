import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv } from "ajv";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { Registry } from "../../packages/kit/src/registry/registry.ts";
import { FakeRegistry } from "../../packages/kit/testing/fake-registry.ts";
import { pushImage, testImage } from "../../packages/kit/testing/image-push.ts";
import { SigstoreServices, WORKFLOW } from "../../packages/kit/testing/sigstore.ts";
import { Scenario } from "../scenario.ts";

const IDENTITY = `https://github.com/${WORKFLOW}`;
const log = { debug: () => undefined, info: () => undefined, mask: () => undefined };
const fits = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(
  JSON.parse(readFileSync(join(import.meta.dirname, "../../docs/schema/docker-build-push-result.v1.json"), "utf8")),
);

let scenario: Scenario;
let services: SigstoreServices;
let fake: FakeRegistry;
let folder: string;
let root: string;

beforeAll(async () => {
  [scenario, services] = await Promise.all([Scenario.start(), SigstoreServices.start()]);
  scenario.repository.commit({ "README.md": "an image\n" });
  folder = mkdtempSync(join(tmpdir(), "jessy-keyless-"));
  root = join(folder, "trusted_root.json");
  writeFileSync(root, services.trustedRoot());
});

beforeEach(async () => {
  fake = await FakeRegistry.start({ hasReferrers: false });
  await pushImage(new Registry(fake.host, { log }), "app", testImage());
  return () => fake.close();
});

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await Promise.all([scenario.close(), services.close()]);
});

/** As it is shipped. An image that the registry has needs no builder: it is promoted, signed and verified. */
async function run(inputs: Readonly<Record<string, string>>, env: Readonly<Record<string, string>> = {}) {
  const step = await scenario.runPush("main", inputs, {
    action: "docker-build-push",
    env: { DOCKER_CONFIG: folder, ...env },
  });
  const file = step.outputs.get("result-file");
  const result = file === undefined ? undefined : JSON.parse(readFileSync(file, "utf8"));
  if (result !== undefined && !fits(result)) throw new Error(JSON.stringify(fits.errors));
  const signatures = result?.images[0]?.signatures as { state: string; problem?: string }[] | undefined;
  return { ...step, result, signatures, log: step.log.join("\n") };
}

const sign = (env = services.environment) =>
  run(
    {
      tags: `${fake.host}/app:2.0`,
      promote: "1.0",
      sign: "keyless",
      "fulcio-url": services.url,
      "rekor-url": services.url,
      "trusted-root": root,
    },
    env,
  );

const verify = (identity: string) =>
  run({ tags: `${fake.host}/app:2.0`, verify: "true", "verify-identity": identity, "trusted-root": root });

test("signed by the job's identity, verified by it and by no other; a second run adds nothing", async () => {
  const made = await sign();
  expect(made.outcome, made.log).toBe("success");
  expect(made.signatures).toMatchObject([
    { format: "legacy", state: "signed", identity: IDENTITY },
    { format: "bundle", state: "signed", identity: IDENTITY },
  ]);
  expect(made.summary).toContain(IDENTITY);
  const everything = [made.log, made.summary, JSON.stringify(made.result)].join("\n");
  // The runner is told to hide a token by a line that has it, and shows stars from then on.
  const shown = everything.replace(/^::add-mask::.*$/gm, "");
  for (const secret of [services.requestToken, ...services.tokens]) expect(shown).not.toContain(secret);

  const { size } = fake.manifests;
  const again = await sign();
  expect(again.signatures).toMatchObject([{ state: "there" }, { state: "there" }]);
  expect(fake.manifests.size).toBe(size);

  const verified = await verify(IDENTITY);
  expect(verified.outcome, verified.log).toBe("success");
  expect(verified.result).toMatchObject({ state: "verified", images: [{ signatures: [{ identity: IDENTITY }] }] });
  expect((await verify("https://github.com/acme/app/**")).outcome).toBe("success");

  const digest = fake.tags.get("app:2.0");
  const pinned = (reference: string) =>
    run({
      tags: `${fake.host}/app${reference}`,
      verify: "true",
      "verify-identity": IDENTITY,
      "trusted-root": root,
    });
  expect((await pinned(`@${digest}`)).outcome).toBe("success");
  expect((await pinned(`:2.0@${digest}`)).outcome).toBe("success");
  const elsewhere = await pinned(`:2.0@sha256:${"0".repeat(64)}`);
  expect(elsewhere.outcome).toBe("failure");
  expect(elsewhere.signatures?.[0]?.problem).toContain(`it leads to ${digest}, and not to sha256:000`);

  const other = await verify(IDENTITY.replace("v1", "v2"));
  expect(other.outcome).toBe("failure");
  expect(other.signatures?.[0]?.problem).toContain(`it was signed by ${IDENTITY}, and not by`);
  // The public instance, whose keys come with the action, never saw this signature.
  const tags = `${fake.host}/app:2.0`;
  expect((await run({ tags, verify: "true", "verify-identity": IDENTITY })).outcome).toBe("failure");
});

test("without `id-token: write` it is one line that names the permission, before anything is done", async () => {
  const { outcome, log: said } = await sign({});
  expect(outcome).toBe("failure");
  expect(said).toContain("add `id-token: write` to its `permissions`");
  expect(fake.tags.has("app:2.0")).toBe(false);
  expect(services.callsOf("fulcio").length).toBeLessThan(2);
});

test("a trusted root that is none is named", async () => {
  writeFileSync(join(folder, "other.json"), "{}");
  const { outcome, log: said } = await run({
    tags: `${fake.host}/app:1.0`,
    verify: "true",
    "verify-identity": IDENTITY,
    "trusted-root": join(folder, "other.json"),
  });
  expect(outcome).toBe("failure");
  expect(said).toMatch(/input `trusted-root`: .*other\.json `mediaType` is not the type of a trusted root of Sigstore/);
});

test("a token that GitHub refuses is one line, and nothing is done", async () => {
  services.faults.token = [{ status: 403, body: '{"message":"Resource not accessible"}' }];
  const { outcome, log: said } = await sign();
  expect(outcome).toBe("failure");
  expect(said).toMatch(
    /::error::input `sign`: GitHub's token service \(.*\) gave no identity token: status 403: Resource/,
  );
  expect(said).not.toContain("fault of the action");
  expect(fake.tags.has("app:2.0")).toBe(false);
});

test("Rekor down for good is a line that names it, for each form, and no tag moves", async () => {
  services.faults.rekor = Array.from({ length: 2 }, () => ({ status: 400, body: '{"message":"no"}' }));
  const { outcome, signatures } = await sign();
  expect(outcome).toBe("failure");
  expect(fake.tags.has("app:2.0")).toBe(false);
  expect(signatures).not.toEqual([]);
  for (const { state, problem } of signatures ?? []) {
    expect(state).toBe("failed");
    expect(problem).toMatch(/^Rekor \(.*\) logged nothing: status 400: no$/);
  }
});
