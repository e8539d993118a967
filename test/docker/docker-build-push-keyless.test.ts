import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { SigstoreServices, WORKFLOW } from "../../packages/kit/testing/sigstore.ts";
import { dockerStack } from "../../scripts/docker-stack.ts";
import { ImageScenario, REPEATABLE } from "./image-scenario.ts";

const stack = await dockerStack();
const { engine, registries, cosign3 } = stack;
const IDENTITY = `https://github.com/${WORKFLOW}`;
const ISSUER = "https://token.actions.githubusercontent.com";

describe.skipIf(!engine || !registries || !stack.busybox || !cosign3)("a keyless build, as it is shipped", () => {
  let scenario: ImageScenario;
  let services: SigstoreServices;
  let folder: string;

  beforeAll(async () => {
    [scenario, services] = await Promise.all([ImageScenario.start(stack), SigstoreServices.start()]);
    folder = mkdtempSync(join(tmpdir(), "jessy-keyless-"));
    writeFileSync(join(folder, "root.json"), services.trustedRoot());
  });

  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await Promise.all([scenario.close(), services.close()]);
  });

  test("is built, pushed and signed; cosign takes the signature, and a second run adds none", async () => {
    const images = `${registries!.plain.host}/keyless${Math.random().toString(36).slice(2)}/app`;
    const root = join(folder, "root.json");
    const build = () =>
      scenario.build(
        {
          images,
          tags: "type=raw,value=main",
          sign: "keyless",
          "fulcio-url": services.url,
          "rekor-url": services.url,
          "trusted-root": root,
          ...REPEATABLE,
        },
        { env: services.environment },
      );
    const made = await build();
    expect(made.outcome, made.log).toBe("success");
    expect(made.result.images[0]?.signatures).toMatchObject([
      { format: "legacy", state: "signed", identity: IDENTITY },
      { format: "bundle", state: "signed", identity: IDENTITY },
    ]);
    const image = `${images}@${made.outputs.get("digest")}`;
    const who = ["--certificate-identity", IDENTITY, "--certificate-oidc-issuer", ISSUER];
    const options = { env: { HOME: folder, PATH: "/usr/bin:/bin" }, stdio: "pipe" } as const;
    expect(() => execFileSync(cosign3!, ["verify", "--trusted-root", root, ...who, image], options)).not.toThrow();
    for (const secret of [services.requestToken, ...services.tokens])
      expect(JSON.stringify(made.result)).not.toContain(secret);

    const again = await build();
    expect(again.result.images[0]?.signatures).toMatchObject([{ state: "there" }, { state: "there" }]);
    expect(services.callsOf("rekor")).toHaveLength(2);
  });
});
