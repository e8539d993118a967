import { UserErrors } from "@jessy-actions/reading/user-error";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ANY_TEXT } from "../../testing/any-text.ts";
import { bakeFileText } from "./bake-file.ts";
import { type BuildFacts, type BuildPlan, planBuild } from "./build-plan.ts";
import { dockerfileNamed } from "./context.ts";
import { NO_INPUTS, type TargetInputs } from "./target-inputs.ts";
import type { TargetRequest } from "./target-plan.ts";

const FACTS: BuildFacts = {
  bakeFile: "/run/private/bake.json",
  metadataFile: "/run/private/metadata.json",
  layouts: "/run/layouts",
  privateFolder: "/run/private",
  environment: { NPM_TOKEN: "t0ken", EMPTY: "" },
  defaultContext: "https://github.com/acme/jessy.git#0123abc",
  isPublic: true,
  runUrl: "https://github.com/acme/jessy/actions/runs/7",
};

function request(inputs: Partial<TargetInputs> = {}, name = "image", references = ["acme/api:1"]): TargetRequest {
  return { name, inputs: { ...NO_INPUTS, context: ".", ...inputs }, references };
}

function plan(inputs: Partial<TargetInputs> = {}, facts: Partial<BuildFacts> = {}): BuildPlan {
  return planBuild([request(inputs)], "", { ...FACTS, ...facts });
}

function target(inputs: Partial<TargetInputs>, facts: Partial<BuildFacts> = {}) {
  return plan(inputs, facts).bakeFile!.target.image!;
}

function problems(
  requests: readonly TargetRequest[],
  builder = "",
  facts: Partial<BuildFacts> = {},
): readonly string[] {
  try {
    planBuild(requests, builder, { ...FACTS, ...facts });
    return [];
  } catch (error) {
    if (error instanceof UserErrors) return error.problems;
    throw error;
  }
}

const PROVENANCE = { type: "provenance", mode: "max", "builder-id": FACTS.runUrl };
const NO_SBOM = { type: "sbom", disabled: true };
const REGISTRY_OUTPUT = { type: "registry", push: "false" };
const LAYOUT = { type: "oci", tar: "false", dest: "/run/layouts/image" };

describe("one image", () => {
  test("by default it is an OCI layout with provenance", () => {
    expect(plan()).toEqual({
      bakeFile: {
        group: { default: { targets: ["image"] } },
        target: { image: { context: ".", tags: ["acme/api:1"], attest: [PROVENANCE, NO_SBOM], output: [LAYOUT] } },
      },
      commands: [
        {
          arguments: [
            "buildx",
            "bake",
            "--file=/run/private/bake.json",
            "--progress=rawjson",
            "--metadata-file=/run/private/metadata.json",
            "--allow=fs.write=/run/layouts/image",
            "default",
          ],
          metadataFile: "/run/private/metadata.json",
          targets: ["image"],
        },
      ],
      targets: [expect.objectContaining({ name: "image", references: ["acme/api:1"] })],
      environment: { BUILDX_METADATA_WARNINGS: "1", BUILDX_BAKE_FILE_RELATIVE_PATHS: "0" },
      files: [],
      notes: [
        "the image carries attestations, so its digest names an index. For a plain image set `provenance: false`.",
      ],
    });
  });

  test.each<[string, Partial<TargetInputs>, Readonly<Record<string, unknown>>]>([
    ["an empty context is the repository", { context: "" }, { context: FACTS.defaultContext }],
    ["and so is its name", { context: "{{defaultContext}}" }, { context: FACTS.defaultContext }],
    ["with a folder", { context: "{{ defaultContext }}:docker" }, { context: `${FACTS.defaultContext}:docker` }],
    [
      "a git context",
      { context: "https://github.com/a/b.git#main:x" },
      { context: "https://github.com/a/b.git#main:x" },
    ],
    ["a Dockerfile", { file: "docker/Dockerfile.rust" }, { dockerfile: "docker/Dockerfile.rust" }],
    [
      "is relative to the step's folder",
      { context: "app", file: "app/Dockerfile" },
      { dockerfile: "cwd://app/Dockerfile" },
    ],
    ["but not in a repository", { context: "", file: "docker/Dockerfile" }, { dockerfile: "docker/Dockerfile" }],
    ["an absolute one stays", { context: "app", file: "/x/Dockerfile" }, { dockerfile: "/x/Dockerfile" }],
    [
      "build arguments",
      { "build-args": ["A=1", "B=", "C=a=b,c", 'D="q"'] },
      { args: { A: "1", B: "", C: "a=b,c", D: '"q"' } },
    ],
    ["labels", { labels: ["a=b=c", "x", "a=2"] }, { labels: { a: "2", x: "" } }],
    [
      "annotations",
      { annotations: ["index:a=b", "a=b,c", "manifest[linux/amd64]:x=y"] },
      { annotations: ["index:a=b", "a=b,c", "manifest[linux/amd64]:x=y"] },
    ],
    [
      "contexts",
      { "build-contexts": ["lib=../lib", "r={{defaultContext}}:r"] },
      { contexts: { lib: "../lib", r: `${FACTS.defaultContext}:r` } },
    ],
    ["a stage", { target: "final" }, { target: "final" }],
    [
      "platforms, each once",
      { platforms: ["linux/amd64", "linux/arm64", "linux/amd64"] },
      { platforms: ["linux/amd64", "linux/arm64"] },
    ],
    [
      "pull and caches off",
      { pull: true, "no-cache": true, "no-cache-filters": ["a", "b"] },
      { pull: true, "no-cache": true, "no-cache-filter": ["a", "b"] },
    ],
    ["network", { network: "none" }, { network: "none" }],
    [
      "memory and limits",
      { "shm-size": "64m", ulimit: ["nofile=1:2"] },
      { "shm-size": "64m", ulimits: ["nofile=1:2"] },
    ],
    [
      "hosts",
      { "add-hosts": ["a:10.0.0.1", "b=host-gateway", "a:::1"] },
      { "extra-hosts": { a: "10.0.0.1,::1", b: "host-gateway" } },
    ],
    ["entitlements", { allow: ["network.host"] }, { entitlements: ["network.host"] }],
    ["ssh", { ssh: ["default", "k=/x/a,/x/b"] }, { ssh: [{ id: "default" }, { id: "k", paths: ["/x/a", "/x/b"] }] }],
    [
      "caches",
      { "cache-from": ["type=gha,scope=x", "u/a:c"], "cache-to": ["type=inline"] },
      {
        "cache-from": [
          { type: "gha", scope: "x" },
          { type: "registry", ref: "u/a:c" },
        ],
        "cache-to": [{ type: "inline" }],
      },
    ],
    ["provenance off", { provenance: "false" }, { attest: [{ type: "provenance", disabled: true }, NO_SBOM] }],
    [
      "provenance on keeps who built it",
      { provenance: "true" },
      { attest: [{ type: "provenance", "builder-id": FACTS.runUrl }, NO_SBOM] },
    ],
    [
      "provenance with attributes",
      { provenance: "mode=min,builder-id=me" },
      { attest: [{ type: "provenance", mode: "min", "builder-id": "me" }, NO_SBOM] },
    ],
    ["an SBOM", { sbom: "true" }, { attest: [PROVENANCE, { type: "sbom" }].toReversed().map((item) => item) }],
    [
      "attests",
      { attests: ["type=provenance,mode=min", "type=sbom,generator=x"] },
      {
        attest: [
          { type: "provenance", mode: "min", "builder-id": FACTS.runUrl },
          { type: "sbom", generator: "x" },
        ],
      },
    ],
    [
      "provenance takes precedence",
      { attests: ["type=provenance,mode=min"], provenance: "false" },
      { attest: [{ type: "provenance", disabled: true }, NO_SBOM] },
    ],
    [
      "load alone is a plain image",
      { load: true },
      { output: [{ type: "docker" }], attest: [{ type: "provenance", disabled: true }, NO_SBOM] },
    ],
    ["load and push", { load: true, push: true }, { output: [LAYOUT, { type: "docker" }] }],
    ["push", { push: true }, { output: [LAYOUT] }],
    ["an own output without push", { outputs: ["type=local,dest=out"] }, { output: [{ type: "local", dest: "out" }] }],
    ["a folder alone", { outputs: ["out"] }, { output: [{ type: "local", dest: "out" }] }],
    [
      "an own output and push",
      { outputs: ["type=local,dest=out"], push: true },
      { output: [LAYOUT, { type: "local", dest: "out" }] },
    ],
    [
      "an output that pushes is pushed by us",
      { outputs: ["type=registry,compression=zstd,oci-mediatypes=true,source-date-epoch=0"], push: true },
      { output: [{ compression: "zstd", "oci-mediatypes": "true", "source-date-epoch": "0", ...LAYOUT }] },
    ],
    [
      "and so is the image exporter; its names are for the caller",
      { outputs: ['type=image,"name=acme/x:1,acme/x:2",push=true'], push: true },
      { tags: ["acme/api:1"], output: [LAYOUT] },
    ],
    ["a registry that is told not to push", { outputs: ["type=registry,push=false"] }, { output: [REGISTRY_OUTPUT] }],
    ["an image that stays", { outputs: ["type=image,push=false"] }, { output: [{ type: "image", push: "false" }] }],
  ])("%s", (_, inputs, expected) => {
    const { attest, ...rest } = expected;
    const made = target(inputs);
    expect(made).toMatchObject(rest);
    if (attest !== undefined) expect(made.attest).toEqual(expect.arrayContaining(attest as unknown[]));
    if (attest !== undefined) expect(made.attest).toHaveLength((attest as unknown[]).length);
  });

  test.each<[string, Partial<BuildFacts>, unknown]>([
    [
      "a private repository says less of itself",
      { isPublic: false },
      { type: "provenance", mode: "min", "builder-id": FACTS.runUrl },
    ],
    ["the defaults of buildx can be off", { noDefaults: true }, { type: "provenance", disabled: true }],
  ])("%s", (_, facts, expected) => {
    expect(target({}, facts).attest![0]).toEqual(expected);
  });

  test("bake is allowed what lies outside the working directory, and nothing else", () => {
    const made = plan({
      context: "../up",
      file: "/x/Dockerfile",
      "build-contexts": ["a=below", "b=/abs", "c=docker-image://x:1", "d=oci-layout:///lay:tag", "e=https://x/y.git"],
      "secret-files": ["k=/s/key", "l=local"],
      ssh: ["default", "k=/s/ssh"],
      outputs: ["type=local,dest=/out", "type=tar,dest=below.tar"],
      "cache-from": ["type=local,src=/cache"],
      "cache-to": ["type=local,dest=/cache2", "type=local,dest=below"],
      allow: ["security.insecure"],
    });
    expect(made.commands[0]!.arguments.filter((argument) => argument.startsWith("--allow"))).toEqual([
      "--allow=security.insecure",
      "--allow=ssh",
      "--allow=fs.read=/s/key",
      "--allow=fs.read=/s/ssh",
      "--allow=fs.read=../up",
      "--allow=fs.read=/x/Dockerfile",
      "--allow=fs.read=/abs",
      "--allow=fs.read=/lay",
      "--allow=fs.read=/cache",
      "--allow=fs.write=/out",
      "--allow=fs.write=/cache2",
    ]);
  });

  test("a build argument without a value is taken by buildx from its environment", () => {
    const made = plan({ "build-args": ["HTTP_PROXY", "A=1"] });
    expect(made.bakeFile!.target.image!.args).toEqual({ A: "1" });
    expect(made.commands[0]!.arguments).toContain("--set=image.args.HTTP_PROXY");
  });

  test("an image that is only loaded is exported as well when a scan or a limit looks at it", () => {
    const looked = { ...request({ load: true }), isLookedAt: true };
    expect(planBuild([looked], "", FACTS).bakeFile!.target.image!.output).toMatchObject([
      { type: "oci", tar: "false" },
      { type: "docker" },
    ]);
    expect(target({ load: true }).output).toEqual([{ type: "docker" }]);
  });

  test.each(["check", "check,format=json"])("`call: %s` exports nothing", (call) => {
    const made = plan({ call, push: false });
    expect(made.bakeFile!.target.image!.output).toBeUndefined();
    expect(made.commands[0]!.arguments).toContain("--call=check,format=json");
  });

  test("a builder of one's own", () => {
    expect(planBuild([request()], "mine", FACTS).commands[0]!.arguments).toContain("--builder=mine");
  });
});

describe("the Dockerfile's path", () => {
  test.each<[Partial<TargetInputs>, string | undefined]>([
    [{}, "Dockerfile"],
    [{ file: "docker/../Dockerfile.rust" }, "Dockerfile.rust"],
    [{ context: "./app/" }, "app/Dockerfile"],
    [{ context: "../up" }, "../up/Dockerfile"],
    [{ context: "/abs" }, "/abs/Dockerfile"],
    [{ context: "" }, undefined],
  ])("%j", (inputs, path) => {
    expect(plan(inputs).targets[0]!.dockerfile).toBe(path);
  });

  test("BuildKit names the last part of it", () => {
    expect(dockerfileNamed("Dockerfile", ["a/Dockerfile", "b/x", undefined, "a/Dockerfile"])).toBe("a/Dockerfile");
    expect(dockerfileNamed("Dockerfile", ["a/Dockerfile", "b/Dockerfile"])).toBeUndefined();
  });
});

test.each<[Partial<TargetInputs>, object]>([
  [{}, { ociExport: true, hosts: false, platforms: [], load: false }],
  [
    { load: true, platforms: ["a", "a"] },
    { ociExport: false, hosts: false, platforms: ["a"], load: true },
  ],
  [{ "add-hosts": ["a:1.2.3.4"] }, { ociExport: true, hosts: true, platforms: [], load: false }],
  [
    { "add-hosts": ["a:1.2.3.4"], "cgroup-parent": "x" },
    { ociExport: true, hosts: false, platforms: [], load: false },
  ],
  [{ outputs: ["out"] }, { ociExport: false, hosts: false, platforms: [], load: false }],
])("what %j needs of the engine", (inputs, needs) => {
  expect(plan(inputs).targets[0]!.needs).toEqual(needs);
});

test.each([
  [["type=registry"]],
  [["type=image,push=true"]],
  [["type=image,name=acme/x,push-by-digest=true,push=true"]],
  [["type=local,dest=out", "type=registry"]],
])("whether %j is pushed is the caller's decision alone", (outputs) => {
  expect(plan({ outputs, push: false }).targets[0]!.outputs.push).toBe(false);
  const { push, layout } = plan({ outputs, push: true }).targets[0]!.outputs;
  expect({ push, layout }).toEqual({ push: true, layout: "/run/layouts/image" });
});

describe("secrets", () => {
  test("in a run without secrets, an empty one is left out with a note; elsewhere it is wrong", () => {
    const inputs = { secrets: ["TOKEN=", "KEPT=1"], "secret-envs": ["npm=NPM_TOKEN", "empty=EMPTY"] };
    const made = plan(inputs, { missingSecrets: "the pull request is from a fork" });
    expect(made.bakeFile!.target.image!.secret).toEqual([
      { id: "KEPT", env: "JESSY_BUILD_SECRET_IMAGE_0" },
      { id: "npm", env: "NPM_TOKEN" },
    ]);
    expect(made.notes.filter((note) => note.includes("secret"))).toEqual([
      "the image is built without the secret `TOKEN`: it is empty, since the pull request is from a fork.",
      "the image is built without the secret `empty`: it is empty, since the pull request is from a fork.",
    ]);
    expect(problems([request(inputs)])).toHaveLength(1);
    // No id is no secret of anybody's.
    expect(problems([request({ secrets: ["x"] })], "", { missingSecrets: "x" })).toHaveLength(1);
  });

  test.each<[string, Partial<TargetInputs>, readonly unknown[] | undefined]>([
    [
      "the default context",
      { context: "" },
      [{ id: "GIT_AUTH_TOKEN.github.com", env: "JESSY_BUILD_SECRET_GIT_TOKEN" }],
    ],
    [
      "a folder of it",
      { context: "{{defaultContext}}:x" },
      [{ id: "GIT_AUTH_TOKEN.github.com", env: "JESSY_BUILD_SECRET_GIT_TOKEN" }],
    ],
    [
      "one's own token",
      { context: "", "secret-envs": ["GIT_AUTH_TOKEN=NPM_TOKEN"] },
      [{ id: "GIT_AUTH_TOKEN", env: "NPM_TOKEN" }],
    ],
    ["another repository", { context: "https://example.org/x.git" }, undefined],
    ["a folder", {}, undefined],
  ])("the token of the run is for %s", (_, inputs, secret) => {
    const made = plan(inputs, { gitToken: "ghs_secret" });
    expect(made.bakeFile!.target.image!.secret).toEqual(secret);
    expect(made.environment.JESSY_BUILD_SECRET_GIT_TOKEN).toBe(
      JSON.stringify(secret ?? "").includes("SECRET_GIT_TOKEN") ? "ghs_secret" : undefined,
    );
  });

  const SECRET = "p4ss,w=rd\"'\n";

  test("a value goes by a variable, as it is", () => {
    const made = plan({
      secrets: [`TOKEN=${SECRET}`, "B=2"],
      "secret-envs": ["npm=NPM_TOKEN"],
      "secret-files": ["f=a=b"],
    });
    expect(made.bakeFile!.target.image!.secret).toEqual([
      { id: "TOKEN", env: "JESSY_BUILD_SECRET_IMAGE_0" },
      { id: "B", env: "JESSY_BUILD_SECRET_IMAGE_1" },
      { id: "npm", env: "NPM_TOKEN" },
      { id: "f", src: "a=b" },
    ]);
    expect(made.environment.JESSY_BUILD_SECRET_IMAGE_0).toBe(SECRET);
  });

  test("a value that no variable can hold goes by a file", () => {
    const long = "x".repeat(100 * 1024 + 1);
    const made = plan({ secrets: [`A=${long}`, "B=x\0y"] });
    expect(made.bakeFile!.target.image!.secret).toEqual([
      { id: "A", src: "/run/private/secret-image_0" },
      { id: "B", src: "/run/private/secret-image_1" },
    ]);
    expect(made.files.map(({ content }) => content)).toEqual([long, "x\0y"]);
    expect(made.commands[0]!.arguments).toContain("--allow=fs.read=/run/private/secret-image_0");
  });

  test("no secret is in the arguments, the bake file, the notes or a message", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 6 }), fc.string(), (value, id) => {
        const secret = `#${value}#`;
        const entries = [`a=${secret}`, `${id}${secret}`, `=${secret}`, `a=${secret}`];
        const said = problems([request({ secrets: entries })]);
        expect(said.join("\n")).not.toContain(secret);
        const { bakeFile, commands, notes, targets } = plan({ secrets: [`a=${secret}`] });
        const shown = JSON.stringify([commands, notes, targets.map(({ bake, allow }) => [bake, allow])]);
        expect(shown).not.toContain(JSON.stringify(secret).slice(1, -1));
        expect(bakeFileText(bakeFile!)).not.toContain(JSON.stringify(secret).slice(1, -1));
      }),
    );
  });
});

describe("several images", () => {
  test("are one call", () => {
    const made = planBuild([request({}, "api"), request({}, "web", ["acme/web:1"])], "", FACTS);
    expect(made.commands).toHaveLength(1);
    expect(made.bakeFile!.group.default.targets).toEqual(["api", "web"]);
    expect(made.bakeFile!.target.web!.output).toEqual([{ ...LAYOUT, dest: "/run/layouts/web" }]);
  });

  test("but for a `cgroup-parent`, which bake does not have", () => {
    const secrets = ["T=x"];
    const odd = request(
      {
        "cgroup-parent": "/builds",
        secrets,
        file: "docker/Dockerfile",
        context: "app",
        labels: ["a=b"],
        provenance: "false",
        "build-args": ["A=1", "B"],
        platforms: ["linux/amd64"],
        outputs: ['type=oci,dest=x.tar,"annotation.a=b,c"'],
        "add-hosts": ["a:1.2.3.4"],
        ssh: ["k=/a"],
        pull: true,
      },
      "odd",
      ["acme/odd:1"],
    );
    const made = planBuild([request({}, "api"), odd], "mine", FACTS);
    expect(made.bakeFile!.group.default.targets).toEqual(["api"]);
    expect(made.commands[1]).toEqual({
      arguments: [
        "buildx",
        "build",
        "--builder=mine",
        "--progress=rawjson",
        "--metadata-file=/run/private/metadata.odd.json",
        "--cgroup-parent=/builds",
        "--file=docker/Dockerfile",
        "--build-arg=A=1",
        "--build-arg=B",
        "--label=a=b",
        "--tag=acme/odd:1",
        "--platform=linux/amd64",
        "--attest=type=provenance,disabled=true",
        "--attest=type=sbom,disabled=true",
        "--secret=id=T,env=JESSY_BUILD_SECRET_ODD_0",
        "--ssh=k=/a",
        '--output=dest=x.tar,"annotation.a=b,c",type=oci',
        "--pull",
        "--add-host=a=1.2.3.4",
        "app",
      ],
      metadataFile: "/run/private/metadata.odd.json",
      targets: ["odd"],
    });
    expect(made.notes).toContain("bake cannot set `cgroup-parent`: `odd` is built by a call of its own.");
  });
});

describe("what is wrong is named", () => {
  test.each<[Partial<TargetInputs>, string]>([
    [
      { context: "-" },
      "input `context`: `-` reads the standard input, which a step does not have; write a folder or a git URL",
    ],
    [{ context: "--load" }, "input `context`: `--load` reads as an option; write `./--load`"],
    [
      { context: "{{context}}" },
      "input `context`: `{{context}}` stands for nothing; write `{{defaultContext}}` or a folder",
    ],
    [
      { "build-args": ["A B=1"] },
      "input `build-args`: `A B=1` is not `NAME=value`; write `NAME=value`, one on each line",
    ],
    [{ "build-args": ["=1"] }, "input `build-args`: `=1` is not `NAME=value`; write `NAME=value`, one on each line"],
    [{ labels: ["=x"] }, "input `labels`: `=x` is not `key=value`; write `key=value`, one on each line"],
    [
      { "build-contexts": ["x"] },
      "input `build-contexts`: `x` is not `name=context`; write `name=context`, one on each line",
    ],
    [{ annotations: ["x"] }, "input `annotations`: `x` is not `key=value`; write `key=value` or `index:key=value`"],
    [
      { platforms: ["linux amd64"] },
      "input `platforms`: `linux amd64` is not a platform; write for example `linux/amd64,linux/arm64`",
    ],
    [{ network: "bridge" }, "input `network` is `bridge`; BuildKit knows `default`, `none` and `host`"],
    [{ "shm-size": "64 megs" }, "input `shm-size` is `64 megs`; write a size, such as `64m` or `1g`"],
    [
      { ulimit: ["nofile"] },
      "input `ulimit`: `nofile` is not a limit; write `name=soft` or `name=soft:hard`, such as `nofile=1024:2048`",
    ],
    [
      { "add-hosts": ["a"] },
      "input `add-hosts`: `a` is not `host:address`; write `host:10.0.0.1` or `host:host-gateway`",
    ],
    [
      { allow: ["net.host"] },
      "input `allow`: `net.host` is not an entitlement; write `network.host`, `security.insecure` or `device=name`",
    ],
    [{ ssh: ["=x"] }, "input `ssh`: `=x` is not an agent; write `default` or `id=path/of/the/key`"],
    ...["lint", "outline", "targets", "check,ignorestatus=true"].map((call): [Partial<TargetInputs>, string] => [
      { call },
      `input \`call\` is \`${call}\`; write \`check\`, which checks the Dockerfile and builds nothing, or leave it out`,
    ]),
    [
      { outputs: ["type=foo"] },
      "input `outputs`: `foo` is not a type of output; types are image, registry, oci, docker, local, tar, cacheonly",
    ],
    [
      { outputs: ["dest=x,y=z"] },
      "input `outputs`: `dest=x,y=z` has no `type=`; types are image, registry, oci, docker, local, tar, cacheonly",
    ],
    [
      { outputs: ["type=local"] },
      "input `outputs`: `type=local` has no `dest=`; write for example `type=local,dest=out`",
    ],
    [
      { outputs: ["type=tar,dest=-"] },
      "input `outputs`: `type=tar,dest=-` writes to the standard output; give a file or folder as `dest`",
    ],
    ...["push", "push-by-digest", "name-canonical", "registry.insecure"].map(
      (flag): [Partial<TargetInputs>, string] => [
        { outputs: [`type=image,${flag}=yes`] },
        `input \`outputs\`: \`type=image,${flag}=yes\`: \`${flag}\` is \`yes\`; write \`true\` or \`false\``,
      ],
    ),
    [
      { "cache-to": ["mode=max"] },
      "input `cache-to`: `mode=max` has no `type=`; types are gha, registry, local, inline, s3, azblob",
    ],
    [
      { "cache-to": ["type=s3,secret_access_key=x"] },
      "input `cache-to`: `secret_access_key` is a credential, and buildx writes it to its traces; set AWS_SECRET_ACCESS_KEY in the `env:` of the step and leave `secret_access_key` out",
    ],
    [
      { attests: ["mode=max"] },
      "input `attests`: `mode=max` has no `type=`; write `type=provenance,mode=max` or `type=sbom`",
    ],
    [{ provenance: "yes" }, "input `provenance` is `yes`; write `true`, `false` or attributes such as `mode=max`"],
    [
      { provenance: "mode=full" },
      "input `provenance`: the provenance's mode is `full`; write `mode=min` or `mode=max`",
    ],
    [
      { secrets: ["TOKEN="] },
      "input `secrets`: entry 1 has an empty value; write `id=value`; is the secret set in the repository?",
    ],
    [
      { secrets: ["a=1", "s3cret"] },
      "input `secrets`: entry 2 has no `id=` before its value; write `id=value`; is the secret set in the repository?",
    ],
    [{ secrets: ["a=1", "a=2"] }, "input `secrets`: the secret `a` is there twice; give each secret an id of its own"],
    [
      { secrets: [`a=${"x".repeat(512_001)}`] },
      "input `secrets`: the secret `a` has more than 512000 bytes; BuildKit takes no larger one; pass what is needed of it",
    ],
    [
      { "secret-envs": ["a"] },
      "input `secret-envs`: `a` is not `id=VARIABLE`; write `id=VARIABLE`, the name without a `$`",
    ],
    [
      { "secret-envs": ["a=NOPE"] },
      "input `secret-envs`: the variable `NOPE` is not set; set it in the `env:` of the step",
    ],
    [{ "secret-files": ["a"] }, "input `secret-files`: `a` is not `id=path`; write `id=path/of/the/file`"],
    [
      { "build-contexts": ["b=target:base"] },
      "input `build-contexts`: `image` builds on `target:base`, which is not an image that this step builds by bake; name an image of `targets`",
    ],
  ])("%j", (inputs, problem) => {
    expect(problems([request(inputs)])).toEqual([problem]);
  });

  test("the largest secret is accepted", () => {
    expect(problems([request({ secrets: [`a=${"x".repeat(512_000)}`] })])).toEqual([]);
  });

  test("of several images, the image is named too, and all problems come at once", () => {
    const said = problems([request({ network: "x", call: "check" }, "api"), request({ ulimit: ["y"] }, "web")], "-x");
    expect(said).toEqual([
      "input `targets`, `api`, `network` is `x`; BuildKit knows `default`, `none` and `host`",
      "input `targets`, `web`, `ulimit`: `y` is not a limit; write `name=soft` or `name=soft:hard`, such as `nofile=1024:2048`",
      "input `targets`: `api` and `web` would both be `acme/api:1`; give each its own `images` or `tags`",
      "input `call`: images of one step have `check,format=json` and `build`; use one `call` for all, or two steps",
      "input `builder`: `-x` is not the name of a builder; write a name that `docker buildx ls` shows",
    ]);
  });

  test("no context outside a run of a workflow", () => {
    const facts = { ...FACTS, defaultContext: undefined } as unknown as BuildFacts;
    for (const context of ["", "{{defaultContext}}:x"])
      expect(problems([request({ context })], "", facts)).toEqual([
        "input `context`: the repository of the run is not known; write a folder, such as `context: .`",
      ]);
  });
});

describe("any input", () => {
  const text = fc.oneof(
    fc.string(),
    ANY_TEXT,
    fc.constantFrom("${BAKE}", "%{if}", "$(id)", "`id`", "; id", "a=${x}", "--x"),
  );
  const list = fc.array(text, { maxLength: 3 });

  test("is a plan or a named problem of one line, and never a template of bake's", () => {
    const inputs = fc.record({
      context: text,
      file: text,
      "build-args": list,
      labels: list,
      outputs: list,
      ssh: list,
      tags: list,
      secrets: list,
      "secret-files": list,
      "cache-to": list,
      annotations: list,
      target: text,
      "build-contexts": list,
      platforms: list,
    });
    fc.assert(
      fc.property(inputs, text, (values, builder) => {
        const requests = [request(values)];
        const said = problems(requests, builder);
        for (const problem of said) expect(problem).toMatch(/^[^\n\r]+$/);
        if (said.length > 0) return;
        const { bakeFile, commands } = planBuild(requests, builder, FACTS);
        const written = JSON.parse(bakeFileText(bakeFile!));
        expect(unescaped(written)).toEqual(bakeFile);
        // Each argument is one element that cannot become a flag of its own.
        expect(commands[0]!.arguments.slice(2, -1).every((argument) => /^--[a-z-]+=/.test(argument))).toBe(true);
      }),
    );
  });
});

/** What bake makes of a text: no template is left, and the escapes stand for themselves. */
function unescaped(value: unknown): unknown {
  if (typeof value === "string") {
    expect(value.replace(/([$%])\1\{/g, "")).not.toMatch(/[$%]\{/);
    return value.replace(/([$%])\1\{/g, "$1{");
  }
  if (Array.isArray(value)) return value.map(unescaped);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [unescaped(key) as string, unescaped(item)]));
}
