import { generateKeyPairSync } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Fault, FaultProxy } from "../../packages/kit/testing/fault-proxy.ts";
import { dockerStack } from "../../scripts/docker-stack.ts";
import { DOCKERFILE, digestAt, ImageScenario, REPEATABLE } from "./image-scenario.ts";
import { contentsBelow, filesBelow } from "./stored-files.ts";

const stack = await dockerStack();
const { engine, registries } = stack;

/** Nobody's. */
const SECRET = "yt5-Qn8cVh2kRzP6wDj4";

describe.skipIf(!engine || !registries || !stack.busybox)("a run that is cancelled", () => {
  let scenario: ImageScenario;
  let proxy: FaultProxy;
  let repository = "";

  beforeAll(async () => {
    proxy = await FaultProxy.start(registries!.plain.host);
  });
  afterAll(() => proxy.close());

  beforeEach(async () => {
    scenario = await ImageScenario.start(stack);
    repository = `cancelled/${Math.random().toString(36).slice(2)}`;
  });
  afterEach(() => scenario.close());

  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const key = privateKey.export({ type: "pkcs8", format: "pem" }).toString();

  const inputs = () => ({
    images: `${proxy.host}/${repository}`,
    tags: "type=raw,value=1",
    username: "anybody",
    password: SECRET,
    secrets: `token=${SECRET}`,
    sign: "key",
    "signing-key": key,
    "signature-format": "legacy",
    ...REPEATABLE,
  });

  /** No credential, secret or image in the runner's folders, and no process of the run. */
  function expectNothingLeft(): void {
    const login = Buffer.from(`anybody:${SECRET}`).toString("base64");
    for (const text of [...contentsBelow(scenario.temporary), ...contentsBelow(scenario.configFolder)])
      for (const secret of [SECRET, login, key.split("\n")[1]!]) expect(text).not.toContain(secret);
    expect(filesBelow(scenario.temporary).filter((path) => /layouts|docker-config|private/.test(path))).toEqual([]);
    expect(processesWith(scenario.temporary)).toEqual([]);
  }

  const tag = () => digestAt(registries!.plain.host, repository, "1");

  test("while it builds leaves nothing, and the same run again is whole", async () => {
    scenario.repository.commit({
      Dockerfile: `${DOCKERFILE}RUN ["/bin/busybox", "sh", "-c", "[ -e /waits ] || { echo waits; sleep 8; }"]\n`,
    });
    const cancel = new AbortController();
    const { outcome } = await scenario.build(inputs(), {
      signal: cancel.signal,
      onLine: (line) => line.includes("| waits") && cancel.abort(),
    });
    expect(outcome).toBe("cancelled");
    expectNothingLeft();
    expect(await tag()).toBeUndefined();
    const again = await scenario.build(inputs());
    expect(again.result).toMatchObject({ verdict: "pass", state: "pushed" });
    expect(await tag()).toBe(again.outputs.get("digest"));
  });

  const isBlobPut: Fault["when"] = ({ method, path }) => method === "PUT" && path.includes("/blobs/uploads/");
  const isTagPut: Fault["when"] = ({ method, path }) => method === "PUT" && path.endsWith("/manifests/1");
  const isSignaturePut: Fault["when"] = ({ method, path }) => method === "PUT" && path.endsWith(".sig");

  test.each([
    { when: "it sends blobs", request: isBlobPut, stands: false, signature: "signed" },
    { when: "it signs", request: isSignaturePut, stands: undefined, signature: "signed" },
    { when: "it moves a tag", request: isTagPut, stands: false, signature: undefined },
  ])("while $when leaves nothing, and the same run again is whole", async ({ request, stands, signature }) => {
    const cancel = new AbortController();
    proxy.inject({
      when: (asked) => {
        const isDue = request(asked);
        if (isDue) cancel.abort();
        return isDue;
      },
      times: 100,
      // Longer than a cancelled run lives.
      act: { delay: 20_000 },
    });
    const { outcome } = await scenario.build(inputs(), { signal: cancel.signal });
    proxy.inject();
    expect(cancel.signal.aborted).toBe(true);
    expect(outcome).toBe("cancelled");
    expectNothingLeft();
    if (stands === false) expect(await tag()).toBeUndefined();
    const again = await scenario.build(inputs());
    expect(again.result).toMatchObject({ verdict: "pass" });
    expect(await tag()).toBe(again.outputs.get("digest"));
    const [made] = again.result.images[0]!.signatures;
    expect(made?.state).toEqual(signature ?? expect.stringMatching(/^(?:signed|there)$/));
  });
});

/** Command lines of the machine that name a folder. */
function processesWith(folder: string): string[] {
  return readdirSync("/proc").flatMap((pid) => {
    try {
      const line = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
      return line.includes(folder) ? [line] : [];
    } catch {
      return [];
    }
  });
}
