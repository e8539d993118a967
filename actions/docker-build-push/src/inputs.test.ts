import { generateKeyPairSync } from "node:crypto";
import { InputReader } from "@jessy-actions/kit/runner/inputs";
import type { UserErrors } from "@jessy-actions/reading/user-error";
import { expect, test } from "vitest";
import { type Inputs, readInputs } from "./inputs.ts";

function inputsOf(written: Readonly<Record<string, string>> = {}): Inputs {
  const reader = new InputReader(
    Object.fromEntries(Object.entries(written).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
  );
  const inputs = readInputs(reader);
  reader.finish();
  return inputs;
}

const KEY = generateKeyPairSync("ec", { namedCurve: "P-256" })
  .publicKey.export({ type: "spki", format: "pem" })
  .toString();

function problemsOf(written: Readonly<Record<string, string>>): readonly string[] {
  try {
    inputsOf(written);
    return [];
  } catch (error) {
    return (error as UserErrors).problems;
  }
}

test("nothing written is one image, pushed unless the event is a pull request", () => {
  expect(inputsOf()).toMatchObject({
    mode: "build",
    push: "auto",
    immutableTags: "versions",
    targets: [{ name: "image" }],
    credentials: [],
    byDigest: false,
    retryFor: 600_000,
    dryRun: false,
  });
});

test.each<[Readonly<Record<string, string>>, Partial<Inputs>]>([
  [{ push: "true" }, { push: "always" }],
  [{ outputs: "type=registry" }, { push: "auto", byDigest: false }],
  [{ outputs: "type=image,push-by-digest=true,name-canonical=true,push=true" }, { byDigest: true }],
  [{ outputs: "type=image,push-by-digest=true" }, { byDigest: false }],
  [{ username: "me" }, { credentials: [], emptyLogins: [expect.objectContaining({ found: "`password` is empty" })] }],
  // Jobs share their `with:`: what only describes a build is no contradiction.
  [
    {
      promote: "main",
      platforms: "linux/amd64,linux/arm64",
      "build-args": "A=1",
      file: "x",
      cache: "gha",
      sbom: "true",
    },
    { mode: "promote" },
  ],
  [{ merge: "digests", platforms: "linux/amd64", push: "true", sign: "key", load: "false" }, { mode: "merge" }],
  [{ verify: "true", "verify-key": KEY, platforms: "linux/amd64", push: "false", call: "build" }, { mode: "verify" }],
  [{ promote: "main", targets: "- name: a\n- name: b" }, { promote: "main" }],
  [{ promote: "ghcr.io/acme/staging:main" }, { promote: "ghcr.io/acme/staging:main" }],
  [{ push: "false" }, { push: "never" }],
  [{ promote: "sha-1" }, { mode: "promote", promote: "sha-1" }],
  [{ merge: "digests", platforms: "linux/amd64" }, { mode: "merge" }],
  [{ "immutable-tags": "none" }, { immutableTags: "none" }],
  [{ "immutable-tags": "v*\nrelease-*" }, { immutableTags: ["v*", "release-*"] }],
  [
    { "max-size": "200 MB", "max-growth": "5 %" },
    { maxSize: 200_000_000, maxGrowth: { percent: 5 } },
  ],
])("%j", (written, expected) => {
  expect(inputsOf(written)).toMatchObject(expected);
});

test("lists are split as docker's actions split them", () => {
  const [target] = inputsOf({
    platforms: "linux/amd64,linux/arm64",
    "build-args": "A=1,2\nB=# kept",
    labels: "# a comment\na=1",
    secrets: 'token=" kept "\n',
    outputs: 'type=local,"dest=a,b"',
  }).targets;
  expect(target!.inputs).toMatchObject({
    platforms: ["linux/amd64", "linux/arm64"],
    "build-args": ["A=1,2", "B=# kept"],
    labels: ["a=1"],
    outputs: ['type=local,"dest=a,b"'],
  });
});

test.each<[Readonly<Record<string, string>>, string]>([
  [{ "max-size": "big" }, "input `max-size` is `big`"],
  [{ "max-growth": "5 apples" }, "input `max-growth` is `5 apples`"],
  [{ promote: "a", merge: "b" }, "input `merge` is set, and so is `promote`"],
  [{ merge: "digests" }, "input `platforms` is empty, and `merge` must know which parts there are to be"],
  [{ promote: "a", "by-digest": "true" }, "input `by-digest` is for builds"],
  [{ verify: "true" }, "input `verify` needs a `verify-key`, or a `verify-identity`"],
  [{ sign: "key", push: "false" }, "input `sign` signs what a registry holds"],
  [{ "signing-key": "x" }, "input `signing-key` is set, and `sign` is `none`"],
  [{ "by-digest": "true", platforms: "linux/amd64,linux/arm64" }, "input `platforms` names several"],
  [
    { "cache-folder": "c", cache: "gha" },
    "input `cache-folder` is set, and neither `cache` nor `cache-mounts` uses it",
  ],
  [{ "cache-mounts": "yes" }, "input `cache-mounts` is `yes`"],
  [{ cache: "disk" }, "input `cache` is `disk`"],
  [{ labels: '"a=1' }, "input `labels`"],
  [
    { push: "false", outputs: "type=registry" },
    "input `outputs` has `type=registry`, which pushes, and `push` is `false`; leave one of them out",
  ],
  [{ push: "false", outputs: "type=image,push=true" }, "input `outputs` has `type=image,push=true`, which pushes"],
  [{ push: "true", outputs: "type=image,push=false" }, "which does not push, and `push` is `true`"],
  [
    { targets: "- name: a\n  push: false\n- name: b", outputs: "type=registry" },
    "input `targets`, `a`, `outputs` has `type=registry`, which pushes, and `push` is `false`",
  ],
  [
    { outputs: "type=image,push-by-digest=true,push=true", platforms: "linux/amd64,linux/arm64" },
    "input `platforms` names several, and `by-digest` pushes one",
  ],
  [
    { "by-digest": "true", targets: "- name: a\n- name: b\n  platforms: linux/amd64,linux/arm64" },
    "input `platforms` names several",
  ],
  [
    { targets: "- name: a\n  outputs: type=image,push-by-digest=true,push=true\n- name: b" },
    "input `outputs` pushes one image by digest and another by tags; write `by-digest: true`, or use two steps",
  ],
  [{ promote: "ghcr.io/acme/api" }, "input `promote`: `ghcr.io/acme/api` has neither a tag nor a digest"],
  [{ promote: "sha256:abc" }, "input `promote`: the digest"],
  [{ promote: "acme/api:1", targets: "- name: a\n- name: b" }, "input `promote` names one image"],
  [{ targets: "- name: a\n  scan: x" }, "`scan` holds for the whole step; set it beside `targets`, not inside"],
  ...[{ promote: "main" }, { merge: "main", platforms: "linux/amd64" }].flatMap(
    (mode): [Readonly<Record<string, string>>, string][] => [
      [
        { ...mode, load: "true" },
        `input \`load\` is for builds, and \`${Object.keys(mode)[0]}\` builds nothing; leave it out`,
      ],
      [{ ...mode, outputs: "type=local,dest=x" }, "input `outputs` is for builds"],
      [{ ...mode, outputs: "type=image,push-by-digest=true,push=true" }, "input `outputs` is for builds"],
      [{ ...mode, call: "check" }, "input `call` is for builds"],
      [{ ...mode, scan: "trivy" }, "input `scan` is for builds"],
      [{ ...mode, "max-size": "1 MB" }, "input `max-size` is for builds"],
      [{ ...mode, "max-growth": "1 %" }, "input `max-growth` is for builds"],
    ],
  ),
  [{ verify: "true", "verify-key": KEY, sign: "key" }, "input `sign` is set, and so is `verify`"],
  [{ verify: "true", "verify-key": KEY, push: "true" }, "input `push` is `true`, and `verify` pushes nothing"],
  [{ sign: "key", targets: "- name: a\n  push: false" }, "input `sign` signs what a registry holds"],
])("%j", (written, expected) => {
  const problems = problemsOf(written);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(expected);
});
