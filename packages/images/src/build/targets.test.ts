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
      "targets: found a map instead of a list. Write `- name: api` with the inputs of that image below it.",
    ],
    ["api", "targets: found a text instead of a list. Write `- name: api` with the inputs of that image below it."],
    [
      "[]",
      "targets: the list is empty. Write `- name: api` with the inputs of that image below it. Or leave `targets` out.",
    ],
    [
      "- api",
      "targets, entry 1: found a text instead of a map. Write `- name: api` with the inputs of that image below it.",
    ],
    ["- file: x", "targets, entry 1: it has no `name`. Give each image a name, such as `- name: api`."],
    ["- name: a b", "targets, entry 1: `a b` is not a name that buildx takes. Use letters, digits, `_` and `-` alone."],
    ["- name: a.b", "targets, entry 1: `a.b` is not a name that buildx takes. Use letters, digits, `_` and `-` alone."],
    ["- name: 007", "targets, entry 1: `name` is the number 7 instead of a text. Put it in quotes."],
    ["- name: default", "targets, entry 1: `default` is bake's name for all targets. Choose another name."],
    ["- name: a\n- name: a", "targets: the name `a` is there twice. Give each image a name of its own."],
    ["- name: a\n  flie: x", "targets, `a`: `flie` is not an input of an image. Did you mean `file`?"],
    [
      "- name: a\n  build_args: x",
      "targets, `a`: `build_args` is not an input of an image. Did you mean `build-args`?",
    ],
    [
      "- name: a\n  builder: x",
      "targets, `a`: `builder` holds for the whole step. Set it beside `targets`, not inside.",
    ],
    ["- name: a\n  pull: yes please", "targets, `a`: `pull` is a text instead of `true` or `false`."],
    ["- name: a\n  file: [x]", "targets, `a`: `file` is a list instead of a text."],
    [
      "- name: a\n  shm-size: 64",
      "targets, `a`: `shm-size` is the number 64. Put the value in quotes: YAML reads 1.10 as 1.1.",
    ],
    [
      "- name: a\n  tags: 1.10",
      "targets, `a`: `tags` is the number 1.1. Put the value in quotes: YAML reads 1.10 as 1.1.",
    ],
    [
      "- name: a\n  tags: [x, 1.10]",
      "targets, `a`: `tags` has the number 1.1 at place 2 instead of a text. Put the value in quotes: YAML reads 1.10 as 1.1.",
    ],
    ["- name: a\n  labels: {x: y}", "targets, `a`: `labels` is a map instead of a list. Write `- key=value` lines."],
  ])("%j", (text, problem) => {
    expect(problems(text)).toEqual([problem]);
  });

  test("text that is not YAML names the line", () => {
    expect(problems("- name: a\n  file: [x")[0]).toMatch(/^targets, line \d: the text is not valid YAML: /);
    expect(problems("- name: a\n  file: 1\n  file: 2")[0]).toMatch(/^targets, line 3: .*twice/);
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
        for (const problem of found) expect(problem).toMatch(/^targets[^\n]*$/);
        if (found.length === 0) for (const { name } of readTargets(text, COMMON)) expect(name).toMatch(/^[\w-]+$/);
      }),
    );
  });
});
