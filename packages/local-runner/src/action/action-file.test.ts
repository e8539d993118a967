import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readActionFile, resolveInputs } from "./action-file.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jessy-"));
});

afterEach(() => rmSync(folder, { recursive: true }));

test("inputs with defaults as text, outputs, and what runs", () => {
  writeFileSync(
    join(folder, "action.yaml"),
    "name: Demo\ndescription: Does\ninputs:\n  a: {default: 80}\n  b: {required: true, deprecationMessage: old}\n  c:\n  d: {default: false}\noutputs:\n  x: {description: an x}\nruns: {using: node24, main: main.js, pre: pre.js, post: post.js}\n",
  );
  const action = readActionFile(folder);
  expect([...action.inputs].map(([name, input]) => [name, input.default, input.required])).toEqual([
    ["a", "80", false],
    ["b", undefined, true],
    ["c", undefined, false],
    ["d", "false", false],
  ]);
  expect(action).toMatchObject({ name: "Demo", directory: folder });
  expect(action.outputs.get("x")).toEqual({ description: "an x", value: undefined });
  expect(action.runs).toEqual({
    kind: "node24",
    main: "main.js",
    pre: "pre.js",
    post: "post.js",
    preIf: "always()",
    postIf: "always()",
  });
});

test.each([
  ["nothing", undefined, "has no action.yml"],
  [
    "a container",
    "runs: {using: docker, image: Dockerfile}\n",
    "runs with `docker`; only JavaScript actions (node24) and composite actions can be run here",
  ],
  ["no runs", "name: x\n", "runs with ``"],
])("%s is one clear error", (_, text, message) => {
  if (text !== undefined) writeFileSync(join(folder, "action.yml"), text);
  expect(() => readActionFile(folder)).toThrow(message);
});

test("given, else the default with the context filled in, else empty; unknown ones are passed on", () => {
  writeFileSync(
    join(folder, "action.yml"),
    "inputs:\n  token: {default: '${{ github.token }}'}\n  both: {default: 'x-${{github.sha}}-y'}\n  given: {default: no}\n  none: {required: true}\nruns: {using: node24, main: m.js}\n",
  );
  const scope = {
    contexts: { github: { token: "t", sha: "s" } },
    status: { success: true, failure: false, cancelled: false },
    workspace: folder,
  };
  expect(resolveInputs(readActionFile(folder), { Given: "yes", odd: "1" }, scope)).toEqual({
    token: "t",
    both: "x-s-y",
    given: "yes",
    none: "",
    odd: "1",
  });
});
