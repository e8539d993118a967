import { spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bakeFileText } from "@jessy-actions/images/build/bake-file";
import { type BuildFacts, type BuildPlan, planBuild } from "@jessy-actions/images/build/build-plan";
import { readEngine } from "@jessy-actions/images/build/engine";
import { describeFailure } from "@jessy-actions/images/build/failure";
import { readMetadata } from "@jessy-actions/images/build/metadata-file";
import { BuildProgress } from "@jessy-actions/images/build/progress";
import { NO_INPUTS, type TargetInputs } from "@jessy-actions/images/build/target-inputs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { dockerStack } from "../../scripts/docker-stack.ts";

const { engine, busybox } = await dockerStack();

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "jessy-build-plan-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const facts = (): BuildFacts => ({
  bakeFile: join(folder, "bake.json"),
  metadataFile: join(folder, "metadata.json"),
  layouts: join(folder, "layouts"),
  privateFolder: folder,
  environment: { FROM_ENV: "e" },
  isPublic: true,
  runUrl: "https://github.com/acme/jessy/actions/runs/1",
});

function plan(images: Readonly<Record<string, Partial<TargetInputs>>>): BuildPlan {
  const requests = Object.entries(images).map(([name, inputs]) => ({
    name,
    inputs: { ...NO_INPUTS, context: ".", ...inputs },
    references: [`localhost/acme/${name}:1`],
  }));
  return planBuild(requests, "", facts());
}

function docker(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const client = { DOCKER_HOST: engine!.dockerHost, DOCKER_CONFIG: engine!.configFolder };
  const env = { ...process.env, ...client, ...environment };
  return spawnSync(engine!.docker, args, { cwd: folder, encoding: "utf8", env });
}

describe.skipIf(!engine)("bake", () => {
  test("takes our file and prints what was meant", () => {
    const nasty = ["${BAKE}", "%{if}", "$${x}", 'a,b="c"', "line\nend"];
    const made = plan({
      api: {
        file: "docker/Dockerfile.rust",
        "build-args": nasty.map((value, index) => `A${index}=${value}`),
        labels: ["org.example/x=${y}", "plain"],
        annotations: ["index:a=b,c"],
        "build-contexts": ["web=target:web", "lib=./lib"],
        secrets: ["TOKEN=s3cret"],
        "secret-envs": ["env=FROM_ENV"],
        platforms: ["linux/amd64", "linux/arm64"],
        "cache-from": ["type=gha,scope=api"],
        "cache-to": ["type=inline"],
        "shm-size": "64m",
        ulimit: ["nofile=1024:2048"],
        "add-hosts": ["a:10.0.0.1"],
        network: "none",
        "no-cache-filters": ["x"],
        target: "final",
        push: true,
      },
      web: { context: "web", file: "web/Dockerfile", outputs: ["type=local,dest=out"] },
    });
    writeFileSync(facts().bakeFile, bakeFileText(made.bakeFile!));
    const { status, stdout, stderr } = docker(
      [...made.commands[0]!.arguments.slice(0, -1), "--print", "default"],
      made.environment,
    );
    expect(stderr).not.toMatch(/^ERROR/m);
    expect(status).toBe(0);
    // What bake prints is a bake file again: its texts are escaped as ours are.
    const printed = JSON.parse(stdout);
    const written = JSON.parse(bakeFileText(made.bakeFile!));
    expect(printed.group).toEqual(written.group);
    for (const [name, target] of Object.entries(written.target)) {
      const sorted = (value: unknown) =>
        Array.isArray(value) ? value.map((item) => JSON.stringify(item, Object.keys(item).sort())).sort() : value;
      const { attest, output, ...rest } = target as Record<string, unknown>;
      expect(printed.target[name]).toMatchObject(rest);
      expect(sorted(printed.target[name].attest)).toEqual(sorted(attest));
      expect(sorted(printed.target[name].output)).toEqual(sorted(output));
    }
    expect(stdout).not.toContain("s3cret");
  });
});

describe.skipIf(!engine || !busybox)("a real engine", () => {
  const DOCKERFILE = `FROM scratch AS base
COPY busybox /bin/busybox
RUN ["/bin/busybox", "--install", "-s", "/bin"]
FROM base AS build
ARG SALT
ARG ODD
RUN --mount=type=secret,id=TOKEN od -c /run/secrets/TOKEN; echo "odd is $ODD"
FROM scratch
COPY --from=build /bin/busybox /
`;

  beforeAll(() => {
    copyFileSync(busybox!, join(folder, "busybox"));
    chmodSync(join(folder, "busybox"), 0o755);
    writeFileSync(join(folder, "Dockerfile"), DOCKERFILE);
    writeFileSync(join(folder, "other.Dockerfile"), "FROM scratch\nCOPY busybox /x\n");
    mkdirSync(join(folder, "layouts"));
  });

  function build(made: BuildPlan) {
    writeFileSync(facts().bakeFile, bakeFileText(made.bakeFile!), { mode: 0o600 });
    const { status, stderr } = docker(made.commands[0]!.arguments, made.environment);
    const progress = new BuildProgress(made.commands[0]!.targets);
    const events = progress.write(stderr);
    return { status, stderr, events, facts: progress.end().facts };
  }

  test("says what it can do", () => {
    const ask = (...args: string[]) => {
      const { status, stdout, stderr } = docker(args);
      return { exitCode: status ?? 1, stdout, stderr };
    };
    const answers = {
      version: ask("buildx", "version"),
      inspect: ask("buildx", "inspect"),
      info: ask("info", "--format", "json"),
    };
    expect(readEngine(answers)).toMatchObject({ driver: "docker", ociExport: true, cacheExport: true });
  });

  test("builds two images in one call, and the layout's digest is the reported one", () => {
    const salt = `SALT=${Date.now()}`;
    const both = plan({
      api: {
        network: "none",
        secrets: ["TOKEN=a,b\n"],
        "build-args": [salt, "ODD=${x} %{y} $(z)"],
        provenance: "false",
      },
      other: { file: "other.Dockerfile" },
    });
    const first = build(both);
    expect(first.status, first.stderr).toBe(0);
    const log = first.events.flatMap((event) => (event.kind === "log" ? [event.text] : []));
    expect(log).toContain("odd is ${x} %{y} $(z)");
    expect(log).toContain("0000000   a   ,   b  \\n");
    const { images } = readMetadata(readFileSync(facts().metadataFile), ["api", "other"]);
    for (const [name, { digest, descriptor }] of Object.entries(images)) {
      const index = JSON.parse(readFileSync(join(folder, "layouts", name, "index.json"), "utf8"));
      expect(index.manifests).toHaveLength(1);
      expect(index.manifests[0]).toMatchObject({ digest, size: descriptor!.size });
    }
    // `provenance: false` makes a plain image, the default an index with an attestation.
    expect(images.api!.descriptor!.mediaType).toBe("application/vnd.oci.image.manifest.v1+json");
    expect(images.other!.descriptor!.mediaType).toBe("application/vnd.oci.image.index.v1+json");
    expect(build(both).facts).toMatchObject({ built: 0, misses: [] });
  });

  test("a failure says the line", () => {
    writeFileSync(join(folder, "wrong.Dockerfile"), "FROM scratch\nCOPY nowhere /x\n");
    const failed = build(plan({ api: { file: "wrong.Dockerfile" } }));
    expect(failed.status).toBe(1);
    expect(describeFailure(failed.facts)).toMatchObject({ kind: "missing-file", file: "wrong.Dockerfile", line: 2 });
  });
});
