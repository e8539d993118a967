import { generateKeyPairSync } from "node:crypto";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { FaultProxy } from "../../packages/kit/testing/fault-proxy.ts";
import { pushImage, testImage } from "../../packages/kit/testing/image-push.ts";
import { dockerStack } from "../../scripts/docker-stack.ts";
import type { ImageRun } from "../image-run.ts";
import type { RunSettings } from "../scenario.ts";
import { type FaultPlace, IMAGE_FAULTS, type ImageFault, SIGNATURE_FAULT } from "./image-faults.ts";
import { digestAt, ImageScenario, REPEATABLE, registryAt } from "./image-scenario.ts";

const stack = await dockerStack();
const { engine, registries } = stack;
const plain = registries?.plain.host ?? "";

test("docs/docker-faults.md lists these faults, and no others", () => {
  const text = readFileSync(resolve(import.meta.dirname, "../../docs/docker-faults.md"), "utf8");
  const rows = [...text.matchAll(/^\| (?!Fault|:-)(.+?) +\|/gm)].map(([, name]) => name);
  expect(rows).toEqual([...IMAGE_FAULTS, SIGNATURE_FAULT].map(({ name }) => name));
});

describe.skipIf(!engine || !registries || !stack.busybox)("a run in which something fails", () => {
  let scenario: ImageScenario;
  let proxy: FaultProxy;
  let place: FaultPlace;

  beforeAll(async () => {
    proxy = await FaultProxy.start(plain);
  });

  afterAll(() => proxy.close());

  beforeEach(async () => {
    scenario = await ImageScenario.start(stack);
    const repository = `faults/${Math.random().toString(36).slice(2)}`;
    place = {
      steady: plain,
      faulty: proxy.host,
      secured: registries!.secured.host,
      repository,
      folder: scenario.repository.folder,
      occupy: async (tag) => void (await pushImage(registryAt(plain), `${repository}/faulty`, testImage(), tag)),
    };
  });

  afterEach(() => scenario.close());

  /** The two registries are one, so their repositories have names of their own. */
  const repositoryOf = (side: "steady" | "faulty") => `${place.repository}/${side}`;

  const run = (fault: ImageFault, more: Readonly<Record<string, string>> = {}, env?: RunSettings["env"]) => {
    const inputs = {
      images: (["steady", "faulty"] as const).map((side) => `${place[side]}/${repositoryOf(side)}`).join("\n"),
      tags: "type=raw,value=1.0",
      "immutable-tags": "none",
      "retry-for": "2s",
      ...REPEATABLE,
      ...more,
      ...fault.inputs?.(place),
    };
    return scenario.build(inputs, env === undefined ? {} : { env });
  };

  async function check(fault: ImageFault, more: Readonly<Record<string, string>> = {}): Promise<[ImageRun, ImageRun]> {
    await fault.arrange?.(place);
    const before = await digestAt(plain, repositoryOf("faulty"), "1.0");
    proxy.inject(...(fault.faults ?? []));
    const first = await run(fault, more, fault.env?.(place));
    proxy.inject();
    expect(first.result?.state ?? null, first.log).toBe(fault.state);
    expect(said(first)).toMatch(fault.says);
    expect(first.outcome).toBe(fault.state === "pushed" ? "success" : "failure");
    for (const side of ["steady", "faulty"] as const) {
      const digest = await digestAt(plain, repositoryOf(side), "1.0");
      const expected = fault.stands?.includes(side)
        ? first.outputs.get("digest")
        : side === "faulty"
          ? before
          : undefined;
      expect(digest, side).toBe(expected);
    }
    fault.mend?.(place);
    const second = await run(fault, more);
    expect(second.result?.state ?? null, second.log).toBe(fault.again);
    return [first, second];
  }

  test.each(IMAGE_FAULTS)("$name", async (fault) => {
    await check(fault);
  });

  test(SIGNATURE_FAULT.name, async () => {
    const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const key = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
    const [, second] = await check(SIGNATURE_FAULT, { sign: "key", "signing-key": key, "signature-format": "legacy" });
    expect(second.result.images[0]?.signatures.map(({ state }) => state)).toEqual(["there", "signed"]);
  });
});

const said = ({ result, annotations }: ImageRun) =>
  [result?.headline ?? "", ...annotations.map(({ message }) => message)].join("\n");
