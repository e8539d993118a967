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
  [{ push: "false" }, { push: "never" }],
  [{ promote: "sha-1" }, { mode: "promote", promote: "sha-1" }],
  [{ merge: "digests" }, { mode: "merge" }],
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
  [{ promote: "a", "by-digest": "true" }, "input `by-digest` is for builds"],
  [{ verify: "true" }, "input `verify` needs a `verify-key`"],
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
])("%j", (written, expected) => {
  const problems = problemsOf(written);
  expect(problems).toHaveLength(1);
  expect(problems[0]).toContain(expected);
});
