import { generateKeyPairSync } from "node:crypto";
import { describe, expect, test } from "vitest";
import { PUSH, planRun, problemsOf, pullRequest, type Run } from "../testing/planned-run.ts";

const IMAGE = { images: "ghcr.io/acme/api", tags: "type=raw,value=1" };

describe("outputs that push", () => {
  test.each<[string, Readonly<Record<string, string>>, Run, readonly string[]]>([
    ["a registry", { ...IMAGE, outputs: "type=registry" }, PUSH, ["ghcr.io/acme/api:1"]],
    [
      "its name beside the tags",
      { ...IMAGE, outputs: "type=registry,name=acme/x" },
      PUSH,
      ["ghcr.io/acme/api:1", "docker.io/acme/x:latest"],
    ],
    [
      "its name alone",
      { outputs: 'type=image,"name=acme/x:2,acme/y",push=true' },
      PUSH,
      ["docker.io/acme/x:2", "docker.io/acme/y:latest"],
    ],
    [
      "a pull request, as `push: true`",
      { ...IMAGE, outputs: "type=registry" },
      pullRequest("own"),
      ["ghcr.io/acme/api:1"],
    ],
    ["a pull request without", IMAGE, pullRequest("own"), []],
    ["a fork", { ...IMAGE, outputs: "type=registry" }, pullRequest("fork"), []],
    [
      "a fork with secrets",
      { ...IMAGE, outputs: "type=image,push=true" },
      pullRequest("fork", "pull_request_target"),
      [],
    ],
    ["a fork, asked for", { ...IMAGE, push: "true" }, pullRequest("fork"), []],
    ["an output that declines", { ...IMAGE, outputs: "type=image,push=false" }, PUSH, []],
  ])("%s", async (_, written, run, references) => {
    const { result } = await planRun(written, run);
    const [image] = result.images;
    expect(image!.references.map(({ reference }) => reference)).toEqual(references);
    expect(image!.pushes).toBe(references.length > 0);
    if (references.length === 0) expect(result.notes[0]).toMatch(/^Nothing is pushed: /);
    // Never by buildx itself.
    expect(JSON.stringify(JSON.parse(result.bakeFile!).target.image.output)).not.toMatch(/registry|"push":"true"/);
  });

  test.each([
    { outputs: "type=image,push-by-digest=true,name-canonical=true,push=true", tags: "ghcr.io/acme/api" },
    { outputs: "type=image,name=ghcr.io/acme/api,push-by-digest=true,name-canonical=true,push=true" },
    { "by-digest": "true", images: "ghcr.io/acme/api" },
    { "by-digest": "true", images: "ghcr.io/acme/api", tags: "type=semver,pattern={{version}}" },
    { "by-digest": "true", tags: "ghcr.io/acme/api:1" },
  ])("docker's recipe for several runners: %j", async (written) => {
    const { inputs, result } = await planRun({ ...written, platforms: "linux/arm64" });
    expect(inputs.byDigest).toBe(true);
    expect(result.images[0]).toMatchObject({ pushes: true, references: [], repositories: ["ghcr.io/acme/api"] });
    expect(JSON.parse(result.bakeFile!).target.image.tags).toBeUndefined();
  });

  test("two platforms by digest in one step have one repository", async () => {
    const targets = "- name: a\n  platforms: linux/amd64\n- name: b\n  platforms: linux/arm64";
    const { result } = await planRun({ targets, images: "ghcr.io/acme/api", "by-digest": "true" });
    expect(result.images.map(({ pushes }) => pushes)).toEqual([true, true]);
    expect(await problemsOf({ targets, images: "ghcr.io/acme/api", tags: "x" })).toEqual([
      "input `targets`: `a` and `b` would both be `ghcr.io/acme/api:x`; give each its own `images` or `tags`",
    ]);
  });
});

describe("a push without a destination is never green", () => {
  const DISABLED = "name=ghcr.io/acme/api,enable=false";

  test.each<[Readonly<Record<string, string>>, string]>([
    [{}, "input `push`: the image has no reference"],
    [{ push: "true" }, "input `push`: the image has no reference"],
    [{ outputs: "type=registry" }, "input `push`: the image has no reference"],
    [{ "by-digest": "true" }, "input `push`: the image has no reference"],
    [{ images: DISABLED }, "input `images`: every image is disabled"],
    [
      { images: "ghcr.io/acme/api", tags: "type=semver,pattern={{version}}" },
      "no rule gives a tag on `push` of `refs/heads/main`",
    ],
    [{ promote: "main" }, "input `push`: the image has no reference"],
    [{ promote: "main", images: DISABLED }, "input `images`: every image is disabled, so there is nothing to tag"],
    [
      { merge: "digests", platforms: "linux/amd64", images: "ghcr.io/acme/api", tags: "type=edge,branch=x" },
      "no rule gives a tag",
    ],
    [
      { targets: "- name: a\n- name: b\n  images: ghcr.io/acme/b" },
      "input `targets`, `a`, `push`: the image has no reference",
    ],
  ])("%j", async (written, problem) => {
    const problems = await problemsOf(written);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(problem);
  });

  test.each<[Readonly<Record<string, string>>, Run]>([
    [{}, pullRequest("own")],
    [{ images: DISABLED }, pullRequest("fork")],
    [{ push: "false" }, PUSH],
    [{ outputs: "type=local,dest=out" }, PUSH],
    [{ load: "true" }, PUSH],
    [{ call: "check" }, PUSH],
    [{ promote: "main" }, pullRequest("own")],
  ])("where nothing is pushed, none is needed: %j", async (written, run) => {
    const { result } = await planRun(written, run);
    expect(result.images[0]!.pushes).toBe(false);
    expect(result.notes[0]).toMatch(/^Nothing is pushed: /);
  });

  test.each([{ merge: "digests", platforms: "linux/amd64" }, { promote: "main" }, {}])(
    "two images under one name: %j",
    async (mode) => {
      const targets = "- name: a\n- name: b";
      expect(await problemsOf({ targets, images: "ghcr.io/acme/api", tags: "x", ...mode })).toEqual([
        "input `targets`: `a` and `b` would both be `ghcr.io/acme/api:x`; give each its own `images` or `tags`",
      ]);
    },
  );

  test("with everything else that is wrong", async () => {
    expect(await problemsOf({ network: "x", ulimit: "y" })).toHaveLength(3);
  });
});

describe("runs without secrets", () => {
  const DEPENDABOT: Run = { ...PUSH, ref: "refs/heads/dependabot/x", actor: "dependabot[bot]" };
  const written = {
    ...IMAGE,
    username: "ci",
    password: "",
    registries: "- registry: docker.io\n  username: ci\n  password: \n",
    secrets: "TOKEN=\nOTHER=x",
  };

  test.each<[string, Run, string]>([
    ["a fork", pullRequest("fork"), "the pull request is from a fork, which has no secrets"],
    ["Dependabot", DEPENDABOT, "the run is Dependabot's, which has only the secrets that Dependabot was given"],
  ])("%s builds, and says what it does without", async (_, run, reason) => {
    const { inputs, result } = await planRun(written, run);
    expect(inputs.credentials).toEqual([]);
    expect(result.images[0]!.pushes).toBe(false);
    expect(result.notes.filter((note) => note.includes(reason))).toEqual([
      `Nothing is pushed: ${reason}.`,
      `No login by \`username\`: \`password\` is empty, since ${reason}.`,
      `No login to \`docker.io\`: \`password\` is empty, since ${reason}.`,
      `the image is built without the secret \`TOKEN\`: it is empty, since ${reason}.`,
    ]);
    expect(JSON.parse(result.bakeFile!).target.image.secret).toEqual([
      { id: "OTHER", env: "JESSY_BUILD_SECRET_IMAGE_0" },
    ]);
  });

  test("Dependabot pushes with the secrets that it was given", async () => {
    const { result } = await planRun({ ...IMAGE, username: "ci", password: "p4ssw0rd" }, DEPENDABOT);
    expect(result.images[0]!.pushes).toBe(true);
  });

  test.each<Run>([PUSH, pullRequest("own")])("elsewhere they are the user's error: %j", async (run) => {
    const problems = await problemsOf(written, run);
    expect(problems[0]).toContain("input `password` is empty, and `username` is set");
    expect(problems[1]).toContain("input `registries`, entry 1, `password` is empty");
    expect(await problemsOf({ ...IMAGE, secrets: "TOKEN=" }, run)).toEqual([
      "input `secrets`: entry 1 has an empty value; write `id=value`; is the secret set in the repository?",
    ]);
  });
});

test("what is verified is named by tag, digest or both, and nothing is planned to be pushed", async () => {
  const digest = `sha256:${"a".repeat(64)}`;
  const { publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const key = publicKey.export({ type: "spki", format: "pem" }).toString();
  const tags = `ghcr.io/acme/api@${digest}\nghcr.io/acme/api:1@${digest}`;
  const { result } = await planRun({ tags, verify: "true", "verify-key": key });
  expect(result.images[0]).toMatchObject({ pushes: false, references: [] });
  expect(result.planning.images[0]!.destinations).toEqual([
    { registry: "ghcr.io", repository: "acme/api", tags: [digest, "1"], expected: { "1": digest } },
  ]);
  expect(result.planning.caches).toEqual({});
  expect(result.notes).toEqual([]);
});

test("each image of a step has its own push", async () => {
  const targets =
    "- name: a\n  images: acme/a\n- name: b\n  images: acme/b\n  push: false\n- name: c\n  images: acme/c\n  push: true";
  const { result } = await planRun({ targets, tags: "x" }, pullRequest("own"));
  expect(result.images.map(({ pushes }) => pushes)).toEqual([false, false, true]);
  expect(result.planning.pushes).toBe(true);
});
