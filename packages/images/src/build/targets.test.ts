import { UserErrors } from "@jessy-actions/reading/user-error";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { NO_INPUTS } from "./target-inputs.ts";
import { MAX_TARGETS, readTargets } from "./targets.ts";

const COMMON = { ...NO_INPUTS, context: ".", "build-args": ["A=1"], pull: true };

function problems(text: string): readonly string[] {
  try {
    readTargets(text, COMMON);
    return [];
  } catch (error) {
    if (error instanceof UserErrors) return error.problems;
    throw error;
  }
}

describe("targets", () => {
  test("without any, the step's inputs are the only image", () => {
    expect(readTargets("  \n", COMMON)).toEqual([{ name: "image", inputs: COMMON }]);
  });

  test.each<[string, string | undefined]>([
    ["", undefined],
    ["push: true", "true"],
    ["push: false", "false"],
    ["push: auto", "auto"],
    ['push: "true"', "true"],
    ["push:", undefined],
  ])("an image's own push: %s", (line, push) => {
    const [target] = readTargets(`- name: api\n  ${line}\n`, COMMON);
    expect(target).toEqual({ name: "api", inputs: COMMON, ...(push !== undefined && { push }) });
    expect(problems("- name: api\n  push: yes please")).toEqual([
      "input `targets`, `api`: `push` is a text instead of `auto`, `true` or `false`.",
    ]);
  });

  test("an image's own input replaces the step's", () => {
    const text = `
- name: api
  file: docker/Dockerfile.rust
  images: ghcr.io/acme/api
  build-args: |
    B=2
    C=x,y
  pull: false
- name: worker_2
  context: worker
  platforms: linux/amd64,linux/arm64
  tags: [type=sha, "type=raw,value=1.10"]
  provenance: false
  secrets:
    - "KEY=line\\n"
`;
    expect(readTargets(text, COMMON)).toEqual([
      {
        name: "api",
        inputs: {
          ...COMMON,
          file: "docker/Dockerfile.rust",
          images: ["ghcr.io/acme/api"],
          "build-args": ["B=2", "C=x,y"],
          pull: false,
        },
      },
      {
        name: "worker_2",
        inputs: {
          ...COMMON,
          context: "worker",
          platforms: ["linux/amd64", "linux/arm64"],
          tags: ["type=sha", "type=raw,value=1.10"],
          provenance: "false",
          secrets: ["KEY=line\n"],
        },
      },
    ]);
  });

  test("a comma in a list counts for the lists whose input parts at commas", () => {
    const [target] = readTargets("- {name: a, platforms: 'linux/amd64,linux/arm64', build-args: 'A=1,2'}", COMMON);
    expect(target!.inputs.platforms).toEqual(["linux/amd64", "linux/arm64"]);
    expect(target!.inputs["build-args"]).toEqual(["A=1,2"]);
  });

  test.each<[string, string]>([
    [
      "name: api",
      "input `targets`: found a map instead of a list; write `- name: api` with the inputs of that image below it",
    ],
    [
      "api",
      "input `targets`: found a text instead of a list; write `- name: api` with the inputs of that image below it",
    ],
    [
      "[]",
      "input `targets`: the list is empty; write `- name: api` with the inputs of that image below it; or leave `targets` out",
    ],
    [
      "- api",
      "input `targets`, entry 1: found a text instead of a map; write `- name: api` with the inputs of that image below it",
    ],
    ["- file: x", "input `targets`, entry 1: it has no `name`; give each image a name, such as `- name: api`"],
    [
      "- name: a b",
      "input `targets`, entry 1: `a b` is not a name that buildx takes; use letters, digits, `_` and `-` alone",
    ],
    [
      "- name: a.b",
      "input `targets`, entry 1: `a.b` is not a name that buildx takes; use letters, digits, `_` and `-` alone",
    ],
    ["- name: 007", "input `targets`, entry 1: `name` is the number 7 instead of a text; put it in quotes"],
    ["- name: default", "input `targets`, entry 1: `default` is bake's name for all targets; choose another name"],
    ["- name: a\n- name: a", "input `targets`: the name `a` is there twice; give each image a name of its own"],
    ["- name: a\n  flie: x", "input `targets`, `a`: `flie` is not an input of an image; did you mean `file`?"],
    [
      "- name: a\n  build_args: x",
      "input `targets`, `a`: `build_args` is not an input of an image; did you mean `build-args`?",
    ],
    [
      "- name: a\n  builder: x",
      "input `targets`, `a`: `builder` holds for the whole step; set it beside `targets`, not inside",
    ],
    ["- name: a\n  pull: yes please", "input `targets`, `a`: `pull` is a text instead of `true` or `false`."],
    ["- name: a\n  file: [x]", "input `targets`, `a`: `file` is a list instead of a text."],
    [
      "- name: a\n  shm-size: 64",
      "input `targets`, `a`: `shm-size` is the number 64; put the value in quotes: YAML reads 1.10 as 1.1",
    ],
    [
      "- name: a\n  tags: 1.10",
      "input `targets`, `a`: `tags` is the number 1.1; put the value in quotes: YAML reads 1.10 as 1.1",
    ],
    [
      "- name: a\n  tags: [x, 1.10]",
      "input `targets`, `a`: `tags` has the number 1.1 at place 2 instead of a text; put the value in quotes: YAML reads 1.10 as 1.1",
    ],
    [
      "- name: a\n  build-args: '\"A=1'",
      'input `targets`, `a`: `build-args` has a quote on line 1 that is never closed; write """" for one quote',
    ],
    [
      "- name: a\n  labels: {x: y}",
      "input `targets`, `a`: `labels` is a map instead of a list; write `- key=value` lines",
    ],
  ])("%j", (text, problem) => {
    expect(problems(text)).toEqual([problem]);
  });

  test("text that is not YAML names the line", () => {
    expect(problems("- name: a\n  file: [x")[0]).toMatch(/^input `targets`, line \d, is not valid YAML; write /);
    expect(problems("- name: a\n  secrets: [x=hunter2\n  @hunter2")[0]).not.toContain("hunter2");
    expect(problems("- name: a\n  file: 1\n  file: 2")[0]).toMatch(/^input `targets`, line 3, is not valid YAML/);
  });

  test("all problems come at once", () => {
    expect(problems("- name: a\n  flie: x\n  pull: 3\n- nmae: b").length).toBe(4);
  });

  test.each([
    [MAX_TARGETS, 0],
    [MAX_TARGETS + 1, 1],
  ])("%d images have %d problems", (count, expected) => {
    const text = Array.from({ length: count }, (_, index) => `- name: t${index}`).join("\n");
    expect(problems(text).length).toBe(expected);
  });

  test("any YAML gives images with valid names or named problems of one line", () => {
    const item = fc.dictionary(
      fc.oneof(fc.constantFrom("name", "file", "tags", "pull", "__proto__"), fc.string()),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(item, fc.jsonValue())), (items) => {
        const text = JSON.stringify(items);
        const found = problems(text);
        for (const problem of found) expect(problem).toMatch(/^input `targets`[^\n]*$/);
        if (found.length === 0) for (const { name } of readTargets(text, COMMON)) expect(name).toMatch(/^[\w-]+$/);
      }),
    );
  });
});
