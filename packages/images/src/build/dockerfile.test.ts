import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expandVariables, mountAttributes, readDockerfile, variablesOf } from "./dockerfile.ts";

const read = (text: string) => readDockerfile(text).stages.flatMap(({ instructions }) => instructions);

describe("a Dockerfile", () => {
  test("has stages", () => {
    const { stages } = readDockerfile(
      "# syntax=docker/dockerfile:1\nARG BASE=rust:1\nFROM --platform=$BUILDPLATFORM ${BASE} AS Build\nRUN a\nFROM build\nfrom scratch as final\nCOPY --from=build /a /b\n",
      { BASE: "rust:2" },
    );
    expect(stages.map(({ instructions: _, ...stage }) => stage)).toEqual([
      { index: 0, name: "build", base: "rust:2", platform: "$BUILDPLATFORM" },
      { index: 1, base: "build", parent: 0 },
      { index: 2, name: "final", base: "scratch" },
    ]);
  });

  test.each<[string, readonly object[]]>([
    [
      "RUN a \\\n  b\nRUN c",
      [
        { text: "a    b", line: 2, endLine: 3 },
        { text: "c", line: 4 },
      ],
    ],
    ["RUN a \\\n# comment\n\n  b", [{ text: "a    b", line: 2, endLine: 5 }]],
    ["RUN a \\  \n b", [{ text: "a   b" }]],
    ["RUN a\r\nRUN b\r\n", [{ text: "a" }, { text: "b" }]],
    [
      "run --mount=type=cache,target=/x --network=none make",
      [
        {
          keyword: "RUN",
          flags: [
            ["mount", "type=cache,target=/x"],
            ["network", "none"],
          ],
          text: "make",
        },
      ],
    ],
    [
      "RUN <<EOF\nFROM not\nEOF\nRUN b",
      [
        { text: "<<EOF", line: 2, endLine: 4 },
        { text: "b", line: 5 },
      ],
    ],
    ["COPY <<-'A' <<\"B\" /x/\n\ta\n\tA\nb\nB\nRUN c", [{ endLine: 6 }, { text: "c" }]],
    ["RUN <<EOF\nnever closed", [{ line: 2, endLine: 2 }, { keyword: "NEVER" }]],
    ['RUN cat <<<"x"\nRUN b', [{}, { text: "b" }]],
    ["RUN a \\", [{ text: "a" }]],
    ["  # only a comment\n", []],
  ])("%j", (text, expected) => {
    expect(read(`FROM x\n${text}`)).toMatchObject(expected);
    expect(read(`FROM x\n${text}`)).toHaveLength(expected.length);
  });

  test("another escape character", () => {
    expect(read("# escape=`\nFROM x\nRUN a `\n b\nRUN c \\\n")).toMatchObject([{ text: "a   b" }, { text: "c \\" }]);
  });

  test("variables of a stage are those of its parents' ENV and its own ARG and ENV", () => {
    const dockerfile = readDockerfile(
      'ARG G=global\nFROM x AS a\nARG A=1 B\nENV E=$A/e OLD="two words"\nENV LEGACY some words\nFROM a AS b\nARG G\nARG C=c\nENV F=${E}-$C-$A',
      { B: "b" },
    );
    const of = (index: number) =>
      Object.fromEntries(variablesOf(dockerfile, dockerfile.stages[index]!, { B: "b", C: "given" }));
    expect(of(0)).toEqual({ A: "1", B: "b", E: "1/e", OLD: "two words", LEGACY: "some words" });
    expect(of(1)).toEqual({
      E: "1/e",
      OLD: "two words",
      LEGACY: "some words",
      G: "global",
      C: "given",
      F: "1/e-given-$A",
    });
  });

  test.each([
    ["$A ${A} ${B:-x} ${B-x} ${A:+y} ${B:+y} $B ${B}", "1 1 x x y  $B ${B}"],
    ["$$A $ ${", "$1 $ ${"],
  ])("%s", (text, expected) => {
    expect(expandVariables(text, new Map([["A", "1"]]))).toBe(expected);
  });

  test("a mount", () => {
    expect(mountAttributes('type=cache,"target=/a,b",readonly,ID=x')).toEqual({
      type: "cache",
      target: "/a,b",
      readonly: "true",
      id: "x",
    });
  });

  test("no text makes it fail, and each instruction ends where the next begins", () => {
    const line = fc.oneof(
      fc.string(),
      fc.constantFrom("FROM x", "RUN <<A", "A", "RUN a \\", "# c", "", "\\", 'ENV A="', "ARG A B=$C", "COPY <<-'A' /x"),
    );
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        let end = 0;
        for (const instruction of read(["FROM x", ...lines].join("\n"))) {
          expect(instruction.line).toBeGreaterThan(end);
          expect(instruction.endLine).toBeGreaterThanOrEqual(instruction.line);
          end = instruction.endLine;
        }
      }),
    );
  });
});
