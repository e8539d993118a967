import { generateKeyPairSync } from "node:crypto";
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { helloForArm64 } from "../../scripts/docker/arm64-program.ts";
import { dockerStack } from "../../scripts/docker-stack.ts";
import { DOCKERFILE, digestAt, ImageScenario } from "./image-scenario.ts";

const stack = await dockerStack();
const { engine, registries } = stack;
const plain = registries?.plain.host ?? "";

/** Nobody's; so long and odd that it stands nowhere by chance. */
const SECRET = 'zq8-"Kd0vWm3xTfY7hLr2';

/** As a list has a value with quotes. */
const QUOTED = `"token=${SECRET.replaceAll('"', '""')}"`;

type ImageRun = Awaited<ReturnType<ImageScenario["build"]>>;

/** All that a run wrote. */
const saidBy = ({ log, summary, result, outputs, annotations }: ImageRun) =>
  [log, summary, JSON.stringify(result), ...outputs.values(), JSON.stringify(annotations)].join("\n");

describe.skipIf(!engine || !registries || !stack.busybox)("the gate between build and push, as it is shipped", () => {
  let scenario: ImageScenario;
  let images = "";
  let name = "";

  beforeEach(async () => {
    scenario = await ImageScenario.start(stack);
    name = `look${Math.random().toString(36).slice(2)}`;
    images = `${plain}/${name}/app`;
  });

  afterEach(() => scenario.close());

  const write = (path: string, content: string | Buffer, mode = 0o644) =>
    writeFileSync(join(scenario.repository.folder, path), content, { mode });
  const tags = "type=raw,value=1";

  describe("secrets", () => {
    test("a masked build argument is found in the image, and stands in nothing that is written", async () => {
      scenario.repository.commit({ Dockerfile: `${DOCKERFILE}ARG TOKEN\nENV COPY=$TOKEN\n` });
      const run = await scenario.build({
        images,
        tags,
        secrets: QUOTED,
        "build-args": `TOKEN=${SECRET}`,
        provenance: "mode=max",
      });
      expect(run.outcome).toBe("failure");
      expect(run.result.state).toBe("refused");
      expect(run.result.images[0]?.refusals.join()).toContain(
        "token in the configuration of linux/amd64, environment variable COPY",
      );
      expect(run.result.bakeFile).toContain('"TOKEN": "***"');
      expect(saidBy(run)).not.toContain("Kd0vWm3x");
      expect(run.outputs.get("metadata")).toBe("");
      expect(await digestAt(plain, `${name}/app`, "1")).toBeUndefined();
    });

    test("what a failing step prints of a secret is not in the reason of the failure", async () => {
      scenario.repository.commit({
        Dockerfile: `${DOCKERFILE}RUN --mount=type=secret,id=token ["/bin/busybox", "sh", "-c", "cat /run/secrets/token; exit 3"]\n`,
      });
      const run = await scenario.build({ images, tags, secrets: QUOTED });
      expect(run.result.state).toBe("failed");
      expect(run.result.failure).toContain("***");
      expect(saidBy(run)).not.toContain("Kd0vWm3x");
    });

    test("keys and secret files are looked for, however they are written", async () => {
      const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
      const pem = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
      const oneLine = pem
        .split("\n")
        .filter((line) => line !== "" && !line.startsWith("-----"))
        .join("");
      mkdirSync(join(scenario.repository.folder, "keys"));
      write(
        "keys/npmrc",
        `registry=https://registry.npmjs.org/\n//registry.npmjs.org/:_authToken=t-${SECRET.slice(5)}\n`,
      );
      scenario.repository.commit({
        Dockerfile: `${DOCKERFILE}LABEL one=${oneLine.slice(0, 120)} \\\n two=${Buffer.from(pem).toString("base64")}\nENV NPM=t-${SECRET.slice(5)}\n`,
      });
      const run = await scenario.build({
        images,
        tags,
        sign: "key",
        "signing-key": pem,
        "secret-files": "npmrc=keys/npmrc",
      });
      expect(run.result.state).toBe("refused");
      for (const found of ["signing-key in the configuration of linux/amd64, label one", "label two", "npmrc in the"])
        expect(run.result.images[0]?.refusals.join()).toContain(found);
      expect(saidBy(run)).not.toContain(oneLine.slice(70, 100));
      expect(saidBy(run)).not.toContain(SECRET.slice(5));
    });
  });

  test.skipIf(engine?.platforms.includes("linux/arm64") !== true)(
    "every platform has a size, and grows by itself",
    async () => {
      scenario.repository.commit({
        Dockerfile:
          "ARG TARGETARCH\nFROM scratch AS amd64\nCOPY hello /\nFROM scratch AS arm64\nCOPY hello /\nCOPY large /\nFROM ${TARGETARCH}\n",
      });
      write("hello", helloForArm64(), 0o755);
      write("large", "1");
      const inputs = { images, tags, platforms: "linux/amd64,linux/arm64", provenance: "false" };
      const first = await scenario.build({ ...inputs, "max-growth": "0 B" });
      expect(first.result.headline).toContain("pushed");
      write(
        "large",
        Buffer.from(Array.from({ length: 200_000 }, (_, at) => (at * at * 7919 + (at >> 3) * 104_729) & 255)),
      );
      const grown = await scenario.build({ ...inputs, "max-growth": "1 kB", "immutable-tags": "none" });
      expect(grown.result.state).toBe("refused");
      expect(grown.result.images[0]?.refusals).toEqual([
        expect.stringMatching(/^linux\/arm64 grew from .* to .*, and `max-growth` allows 1\.0 kB$/),
      ]);
      const large = await scenario.build({ ...inputs, "max-size": "2 kB", "immutable-tags": "none" });
      expect(large.result.images[0]?.refusals).toEqual([
        expect.stringMatching(/^linux\/arm64 has .*, and `max-size` allows 2\.0 kB$/),
      ]);
    },
  );

  describe("BuildKit's checks", () => {
    const WARNED = "FROM scratch as base\nCOPY busybox /bin/busybox\nENV PASSWORD=x\n";
    const TARGETS = `- name: api
  tags: acme/api:1
  file: api/Dockerfile
- name: web
  tags: acme/web:1
  context: web
  file: outside/Dockerfile
`;

    beforeEach(() => {
      scenario.repository.commit({
        "api/Dockerfile": WARNED,
        "outside/Dockerfile": `# Another.\n${WARNED}`,
        "web/x": "",
      });
      write("web/busybox", readFileSync(join(scenario.repository.folder, "busybox")), 0o755);
    });

    const marked = ({ annotations }: ImageRun) =>
      annotations
        .filter(({ level }) => level === "warning")
        .map(
          ({ message, properties }) => `${properties.get("file")}:${properties.get("line")} ${message.split(":")[0]}`,
        )
        .sort();
    const EXPECTED = [
      "api/Dockerfile:1 FromAsCasing",
      "api/Dockerfile:3 SecretsUsedInArgOrEnv",
      "outside/Dockerfile:2 FromAsCasing",
      "outside/Dockerfile:4 SecretsUsedInArgOrEnv",
    ];

    test("of a build stand at the lines of each Dockerfile, also of one name", async () => {
      const run = await scenario.build({ targets: TARGETS, push: "false" });
      expect(run.result.state).toBe("built");
      expect(marked(run)).toEqual(EXPECTED);
    });

    test("alone are the verdict, and nothing is built", async () => {
      const run = await scenario.build({ targets: TARGETS, call: "check" });
      expect([run.outcome, run.result.state, run.result.verdict]).toEqual(["failure", "checked", "fail"]);
      expect(run.result.headline).toBe("The checks have 4 warnings");
      expect(marked(run)).toEqual(EXPECTED);
      scenario.repository.commit({ Dockerfile: DOCKERFILE, "bad.Dockerfile": "FRM x\n" });
      const clean = await scenario.build({ images, tags, call: "check" });
      expect(clean.result.headline).toBe("The checks have no warning; nothing was built");
      const broken = await scenario.build({ images, tags, call: "check", file: "bad.Dockerfile" });
      expect(broken.result.state).toBe("failed");
      expect(broken.result.failure).toContain("unknown instruction: FRM");
      expect(broken.result.failure).toContain("bad.Dockerfile, line 1");
    });
  });

  test("why a step was built again", async () => {
    scenario.repository.commit({
      Dockerfile: `FROM scratch AS build
COPY busybox /bin/busybox
COPY source /source
ARG LEVEL=1
RUN ["/bin/busybox", "sh", "-c", "cat /source; echo $LEVEL > /made"]
FROM scratch
COPY --from=build /made /
`,
    });
    const missed = async (more: Readonly<Record<string, string>> = {}) =>
      (await scenario.build({ images, tags, push: "false", ...more })).result.images[0]?.steps?.missed;
    write("source", `${name}\n`);
    await missed();
    expect(await missed()).toBeNull();
    appendFileSync(join(scenario.repository.folder, "source"), "more\n");
    expect(await missed()).toBe(
      "[build 2/3] COPY source /source: a file that it copies changed (content or permissions): `source`, or no cache had it; 1 step after it had to follow",
    );
    expect(await missed({ "build-args": "LEVEL=2" })).toMatch(
      /^\[build 3\/3\] RUN .*: its text or a build argument changed \(`LEVEL`\), or no cache had it/,
    );
    expect(await missed({ "build-args": "LEVEL=2", "no-cache-filters": "build" })).toContain(
      "`no-cache-filters` names its stage `build`",
    );
    expect(await missed({ "build-args": "LEVEL=2", "no-cache": "true" })).toContain(
      "`no-cache` builds every step anew",
    );

    const base = `${plain}/${name}/base:1`;
    const push = (content: string) => {
      write("base.txt", content);
      scenario.repository.commit({ "base.Dockerfile": `FROM scratch\nCOPY base.txt /\n# ${content}\n` });
      scenario.docker(
        "buildx",
        "build",
        "--quiet",
        "--push",
        "--tag",
        base,
        "--file",
        join(scenario.repository.folder, "base.Dockerfile"),
        scenario.repository.folder,
      );
    };
    push("one");
    scenario.repository.commit({ Dockerfile: `FROM ${base}\nCOPY source /\n` });
    await missed();
    expect(await missed()).toBeNull();
    push("two");
    expect(await missed()).toContain(`its base image \`${base}\` changed`);
    const cache = `${plain}/${name}/cache:none`;
    push("three");
    expect(await missed({ "cache-from": cache })).toContain(`the cache \`${cache}\` could not be read`);
  });

  describe("a scan", () => {
    const scan = (script: string) => `sh\n-c\n${script}\nscan\n{layout}`;

    test("looks at the bytes of each image; one that fails keeps all from leaving, and says why", async () => {
      const targets = ["api", "web"].map((part) => `- name: ${part}\n  images: ${plain}/${name}/${part}`).join("\n");
      const refused = await scenario.build({
        tags,
        targets,
        scan: scan("ls $1; case $1 in *web) echo '::error::a finding'; exit 7;; esac"),
      });
      expect(refused.result.state).toBe("refused");
      expect(refused.result.images.map(({ refusals }) => refusals)).toEqual([
        [],
        ["the scan `sh` ended with exit code 7"],
      ]);
      expect(refused.result.images[1]?.scanOutput).toContain("::error::a finding");
      expect(refused.summary).toContain("::error::a finding");
      expect(refused.annotations.some(({ message }) => message.includes("a finding"))).toBe(false);
      for (const part of ["api", "web"]) expect(await digestAt(plain, `${name}/${part}`, "1")).toBeUndefined();
      const passed = await scenario.build({ tags, targets, scan: scan("test -f $1/index.json") });
      expect(passed.result.headline).toContain("pushed");
    });

    test.skipIf(engine?.platforms.includes("linux/arm64") !== true)("sees each platform alone", async () => {
      scenario.repository.commit({
        Dockerfile: "FROM scratch\nCOPY hello /\nARG TARGETARCH\nLABEL arch=$TARGETARCH\n",
      });
      write("hello", helloForArm64(), 0o755);
      // The only manifest that the layout lists, and its configuration: the first digest in it.
      const script =
        "first() { grep -o '[0-9a-f]\\{64\\}' $1 | head -1; }; b=$1/blobs/sha256; ! grep 'arch.:.arm64' $b/$(first $b/$(first $1/index.json))";
      const run = await scenario.build({ images, tags, platforms: "linux/amd64,linux/arm64", scan: scan(script) });
      expect(run.result.images[0]?.refusals).toEqual(["the scan `sh` of linux/arm64 ended with exit code 1"]);
    });

    test("that cannot run is an error of its input", async () => {
      const missing = await scenario.build({ images, tags, scan: "no-such-scanner\n{layout}" });
      expect(missing.log).toContain(
        "input `scan`: there is no program `no-such-scanner`; install it in an earlier step",
      );
      const blind = await scenario.build({ images, tags, scan: "true" });
      expect(blind.log).toContain("input `scan` does not say where the image is");
    });
  });

  test("an image that is only written to a folder is built", async () => {
    const run = await scenario.build({
      images,
      tags,
      push: "false",
      outputs: "type=local,dest=out",
      provenance: "false",
    });
    expect(run.result.headline).toBe("1 image built, and not pushed");
    expect(existsSync(join(scenario.repository.folder, "out/made"))).toBe(true);
  });
});
