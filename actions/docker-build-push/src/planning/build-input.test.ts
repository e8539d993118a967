import { readFileSync } from "node:fs";
import { BOOLEAN_INPUTS, LIST_INPUTS, TEXT_INPUTS } from "@jessy-actions/images/build/target-inputs";
import { parseYaml } from "@jessy-actions/reading/yaml";
import { describe, expect, test } from "vitest";
import { inputsOf, PUSH, planRun, pullRequest, type Run } from "../../testing/planned-run.ts";
import { buildPlan } from "./build-planning.ts";

const IMAGE = { images: "ghcr.io/acme/api", tags: "x" };
const DEFAULT_CONTEXT = "https://github.com/acme/app.git#860c1904a1ce19322e91ac35af1ab07466440c37";

/** A list as people write it, its lines ended by CR LF. */
const lines = (...values: readonly string[]) => `${values.join("\r\n")}\r\n`;

/** What docker gets for an input: a part of bake's target, or an argument. */
type Expected = { readonly bake: unknown } | { readonly argument: string } | { readonly nothing: string };

const TABLE: Readonly<Record<string, readonly (readonly [written: string, Expected])[]>> = {
  context: [
    ["", { bake: { context: DEFAULT_CONTEXT } }],
    ["app", { bake: { context: "app" } }],
    ["{{defaultContext}}:docker/api", { bake: { context: `${DEFAULT_CONTEXT}:docker/api` } }],
    ["{{ defaultContext }}:x", { bake: { context: `${DEFAULT_CONTEXT}:x` } }],
    ["https://github.com/a/b.git#v1:sub", { bake: { context: "https://github.com/a/b.git#v1:sub" } }],
  ],
  file: [["docker/Dockerfile", { bake: { dockerfile: "docker/Dockerfile" } }]],
  target: [["final", { bake: { target: "final" } }]],
  platforms: [
    ["linux/amd64, linux/arm64", { bake: { platforms: ["linux/amd64", "linux/arm64"] } }],
    [lines("linux/amd64", "linux/arm/v7"), { bake: { platforms: ["linux/amd64", "linux/arm/v7"] } }],
  ],
  "build-args": [
    [
      lines("A=1,2", 'B="q"', "C=a=b", "#D=1=x", 'E=it\'s "so"'),
      { bake: { args: { A: "1,2", B: '"q"', C: "a=b", "#D": "1=x", E: 'it\'s "so"' } } },
    ],
    ['"MULTI=one\ntwo"', { bake: { args: { MULTI: "one\ntwo" } } }],
    ["FROM_ENV", { argument: "--set=image.args.FROM_ENV" }],
    ["A=$(id) `id` ; id ${{ x }}", { bake: { args: { A: "$(id) `id` ; id ${{ x }}" } } }],
  ],
  "build-contexts": [
    [lines("a=docker-image://x:1", "b=../b"), { bake: { contexts: { a: "docker-image://x:1", b: "../b" } } }],
  ],
  labels: [
    [lines("a=b,c", 'd="e"', "f=g=h"), { bake: { labels: { a: "b,c", d: '"e"', f: "g=h" } } }],
    ['"a=one\ntwo"', { bake: { labels: { a: "one\ntwo" } } }],
  ],
  annotations: [["index:a=b,c", { bake: { annotations: expect.arrayContaining(["index:a=b,c"]) } }]],
  attests: [
    ["type=sbom,generator=x", { bake: { attest: expect.arrayContaining([{ type: "sbom", generator: "x" }]) } }],
  ],
  provenance: [["mode=min", { bake: { attest: expect.arrayContaining([{ type: "provenance", mode: "min" }]) } }]],
  sbom: [["true", { bake: { attest: expect.arrayContaining([{ type: "sbom" }]) } }]],
  secrets: [
    ["TOKEN=a=b", { bake: { secret: [{ id: "TOKEN", env: "JESSY_BUILD_SECRET_IMAGE_0" }] } }],
    [
      lines("A=1", "B=2"),
      {
        bake: {
          secret: [
            { id: "A", env: "JESSY_BUILD_SECRET_IMAGE_0" },
            { id: "B", env: "JESSY_BUILD_SECRET_IMAGE_1" },
          ],
        },
      },
    ],
  ],
  "secret-envs": [["npm=NPM_TOKEN", { bake: { secret: [{ id: "npm", env: "NPM_TOKEN" }] } }]],
  "secret-files": [["k=path/to the/key", { bake: { secret: [{ id: "k", src: "path/to the/key" }] } }]],
  ssh: [["default,k=/a", { bake: { ssh: [{ id: "default" }, { id: "k", paths: ["/a"] }] } }]],
  network: [["none", { bake: { network: "none" } }]],
  "add-hosts": [["a:10.0.0.1,b:::1", { bake: { "extra-hosts": { a: "10.0.0.1", b: "::1" } } }]],
  allow: [["network.host", { argument: "--allow=network.host" }]],
  "shm-size": [["2gb", { bake: { "shm-size": "2gb" } }]],
  ulimit: [[lines("nofile=1024:2048", "core=0"), { bake: { ulimits: ["nofile=1024:2048", "core=0"] } }]],
  "cgroup-parent": [["/builds", { argument: "--cgroup-parent=/builds" }]],
  pull: [["true", { bake: { pull: true } }]],
  "no-cache": [["true", { bake: { "no-cache": true } }]],
  "no-cache-filters": [[lines("a,b", "c"), { bake: { "no-cache-filter": ["a", "b", "c"] } }]],
  "cache-from": [["type=registry,ref=a:b", { bake: { "cache-from": [{ type: "registry", ref: "a:b" }] } }]],
  "cache-to": [["type=inline", { bake: { "cache-to": [{ type: "inline" }] } }]],
  cache: [["inline", { bake: { "cache-to": [{ type: "inline" }] } }]],
  call: [["check", { argument: "--call=check,format=json" }]],
  builder: [["mine", { argument: "--builder=mine" }]],
  load: [["true", { bake: { output: [LAYOUT(), { type: "docker" }] } }]],
  outputs: [
    ['type=local,"dest=a,b"', { bake: { output: [LAYOUT(), { type: "local", dest: "a,b" }] } }],
    ["type=registry,compression=zstd", { bake: { output: [{ ...LAYOUT(), compression: "zstd" }] } }],
  ],
  images: [["ghcr.io/acme/web", { bake: { tags: ["ghcr.io/acme/web:x"] } }]],
  tags: [[lines("type=raw,value=a", "# b", "b"), { bake: { tags: ["ghcr.io/acme/api:a", "ghcr.io/acme/api:b"] } }]],
  flavor: [["prefix=v-", { bake: { tags: ["ghcr.io/acme/api:v-x"] } }]],
  targets: [["- name: image\r\n  target: final\r\n", { bake: { target: "final" } }]],
  // What this step does itself: buildx is not told.
  push: [
    ["true", { nothing: "pushed by us" }],
    ["false", { nothing: "pushed by us" }],
  ],
  username: [["me", { nothing: "in docker's private configuration" }]],
};

function LAYOUT() {
  return { type: "oci", tar: "false", dest: "/temporary/layouts/image" };
}

const ENVIRONMENT = { NPM_TOKEN: "t0ken" };
const RUN: Run = { ...PUSH, environment: ENVIRONMENT };

describe("what docker gets for", () => {
  test.each(
    Object.entries(TABLE).flatMap(([name, rows]) =>
      rows.map(([written, expected]) => [name, written, expected] as const),
    ),
  )("%s: %j", async (name, written, expected) => {
    // A login needs a pair.
    const password = name === "username" ? { password: "hunter2hunter2" } : {};
    const { result } = await planRun({ ...IMAGE, [name]: written, ...password }, RUN);
    const [command, ...others] = result.commands;
    expect(others).toEqual([]);
    if ("argument" in expected) expect(command).toContain(expected.argument);
    if ("bake" in expected)
      expect(JSON.parse(unescaped(result.bakeFile!)).target.image).toMatchObject(expected.bake as object);
    expect(`${result.bakeFile} ${command!.join(" ")}`).not.toMatch(/hunter2|output=type=registry|"push"/);
    // Not one word of an input is an argument of its own.
    expect(command!.slice(0, 3)).toEqual(["docker", "buildx", name === "cgroup-parent" ? "build" : "bake"]);
    expect(command!.slice(3, -1).filter((argument) => !/^--[a-z-]+=/.test(argument))).toEqual([]);
  });

  test("every input of a build is in the table, and in action.yml", () => {
    const { inputs } = parseYaml(readFileSync(new URL("../../action.yml", import.meta.url), "utf8")).value as {
      readonly inputs: object;
    };
    const known = [...TEXT_INPUTS, ...BOOLEAN_INPUTS, ...Object.keys(LIST_INPUTS)];
    expect(known.filter((name) => !(name in TABLE))).toEqual([]);
    expect(Object.keys(TABLE).filter((name) => !(name in inputs))).toEqual([]);
  });
});

/** HCL's escapes stand for themselves. */
const unescaped = (text: string) => text.replace(/([$%])\1\{/g, "$1{");

describe("secrets reach buildx as they were written", () => {
  test.each<[string, string]>([
    ["plain=pl41n", "pl41n"],
    ["equals=a=b==", "a=b=="],
    ["comma=aa,bb", "aa,bb"],
    ['quote=aa"bb', 'aa"bb'],
    ["blank=  x  ", "  x  "],
    ['"lines=one\ntwo\n"', "one\ntwo\n"],
    ['"crlf=one\r\ntwo\r\n"', "one\r\ntwo\r\n"],
    ['"quoted=say ""hi"", twice\n"', 'say "hi", twice\n'],
    ["shell=$(id) `id` ${{ secrets.X }} ${HCL} %{if}", "$(id) `id` ${{ secrets.X }} ${HCL} %{if}"],
    ["hash=# no comment", "# no comment"],
  ])("%j", async (written, value) => {
    for (const text of [written, `first=1\n${written}`, `${written}\r\nlast=2`]) {
      const { inputs, facts, result } = await planRun({ ...IMAGE, secrets: text });
      const plan = buildPlan(inputs, facts.planning, {});
      expect(Object.values(plan.environment)).toContain(value);
      expect(result.bakeFile).not.toContain(JSON.stringify(value).slice(1, -1));
      expect(JSON.stringify(result)).not.toContain(JSON.stringify(value).slice(1, -1));
    }
  });

  test("and are masked before anything else", async () => {
    const { masked } = await planRun({ ...IMAGE, username: "me", password: "p4ss,w0rd", secrets: 'A="x"=y' });
    expect(masked).toEqual(expect.arrayContaining(["p4ss,w0rd", btoa("me:p4ss,w0rd"), '"x"=y']));
  });
});

test("an image of `targets` wins over the step, input by input", () => {
  const targets = '- name: a\n  build-args: |\n    A=1,2\n    B="x"\n- name: b\n  secrets:\n    - "K=one\\ntwo\\n"\n';
  const [a, b] = inputsOf({ "build-args": "C=3", targets }).targets;
  expect(a!.inputs["build-args"]).toEqual(["A=1,2", 'B="x"']);
  expect(b!.inputs).toMatchObject({ "build-args": ["C=3"], secrets: ["K=one\ntwo\n"] });
});

test("a fork's run gets the same build, and no push", async () => {
  const own = await planRun(IMAGE);
  const fork = await planRun({ ...IMAGE, outputs: "type=registry" }, pullRequest("fork"));
  const output = (text: string) => JSON.parse(text).target.image.output;
  expect(output(fork.result.bakeFile!)).toEqual(output(own.result.bakeFile!));
});
