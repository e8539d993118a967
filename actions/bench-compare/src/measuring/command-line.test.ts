import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fillPlaceholders, hasPlaceholder, parseCommandLine } from "./command-line.ts";

test.each<[string, string[]]>([
  ["go test -bench .", ["go", "test", "-bench", "."]],
  ["  go \t test  ", ["go", "test"]],
  ["go test -run '^$' -bench=.", ["go", "test", "-run", "^$", "-bench=."]],
  [`go test -run "^$" ./...`, ["go", "test", "-run", "^$", "./..."]],
  [`say "a \\"b\\" \\$c \\\\ \\n"`, ["say", 'a "b" $c \\ \\n']],
  [`say 'a "b" \\ $c'`, ["say", 'a "b" \\ $c']],
  ["say a\\ b\\'c", ["say", "a b'c"]],
  [`say '' ""`, ["say", "", ""]],
  [`say a'b'"c"d`, ["say", "abcd"]],
  ["say a#b {results} x=y [a] !", ["say", "a#b", "{results}", "x=y", "[a]", "!"]],
  ["my-A=1 run", ["my-A=1", "run"]],
  ["1A=1 run", ["1A=1", "run"]],
  ["bash -c 'a | b > $C'", ["bash", "-c", "a | b > $C"]],
])("%s", (text, argv) => {
  expect(parseCommandLine(text)).toEqual({ text: text.trim(), argv, environment: {} });
});

test("assignments in front of the program are its environment, later ones are arguments", () => {
  expect(parseCommandLine(`A=1 B_2="x y" C= run D=4`)).toMatchObject({
    argv: ["run", "D=4"],
    environment: { A: "1", B_2: "x y", C: "" },
  });
});

describe("what only a shell understands is refused", () => {
  test.each(["|", "&", ";", "<", ">", "(", ")", "`", "$", "*", "?", "~"])("a bare %s", (character) => {
    expect(() => parseCommandLine(`run a${character}b`)).toThrow(
      `contains \`${character}\` outside quotes, but no shell runs the command; quote it, or write \`bash -c '...'\``,
    );
    expect(parseCommandLine(`run 'a${character}b' \\${character}`).argv).toEqual(["run", `a${character}b`, character]);
  });

  test.each(["$HOME", "${HOME}", "$(id)", "$1", "$@", "`id`"])("%s in double quotes", (expansion) => {
    expect(() => parseCommandLine(`run "a ${expansion}"`)).toThrow(
      `contains \`${expansion[0]}\` in double quotes, but no shell expands it; use single quotes`,
    );
  });

  test.each([
    ["run # all of them", "contains `#`, which starts a comment only at the start of a line; quote it"],
    ["run \\", "ends with a backslash, but each line is a whole command; write it on one line"],
    ["run 'a", "has a ' without its closing quote; write the command on one line"],
    ['run "a\\"', 'has a " without its closing quote; write the command on one line'],
    ["A=1 B=2", "names no program"],
  ])("%s", (text, message) => {
    expect(() => parseCommandLine(text)).toThrow(new RangeError(message));
  });
});

test("any words come through when they are quoted", () => {
  const words = fc.array(fc.string({ unit: "grapheme" }), { minLength: 1 });
  fc.assert(
    fc.property(words, (argv) => {
      const single = argv.map((word) => `'${word.replaceAll("'", `'"'"'`)}'`).join(" ");
      const double = argv.map((word) => `"${word.replace(/["\\$`]/g, "\\$&")}"`).join(" ");
      expect(parseCommandLine(`run ${single}`).argv).toEqual(["run", ...argv]);
      expect(parseCommandLine(`run ${double}`).argv).toEqual(["run", ...argv]);
    }),
  );
});

test("placeholders are filled in words and in assignments, once", () => {
  const command = parseCommandLine("OUT={results} run --out={results} -bench '{benchmarks}' {other}");
  expect(hasPlaceholder(command, "results")).toBe(true);
  expect(fillPlaceholders(command, { results: "/tmp/{benchmarks}$&", benchmarks: "^($1|{results})$" })).toMatchObject({
    argv: ["run", "--out=/tmp/{benchmarks}$&", "-bench", "^($1|{results})$", "{other}"],
    environment: { OUT: "/tmp/{benchmarks}$&" },
  });
  expect(hasPlaceholder(parseCommandLine("OUT={results} run"), "results")).toBe(true);
  expect(hasPlaceholder(parseCommandLine("run"), "results")).toBe(false);
});
