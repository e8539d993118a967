import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { TomlFile, TomlProblem } from "./toml.ts";

describe("the line of a value", () => {
  test.each<[string, string, string[], number | undefined]>([
    ["in its table", '[package]\nname = "a"\nversion = "1"\n', ["package", "version"], 3],
    ["before any table", 'version = "1"\n[package]\n', ["version"], 1],
    ["by a dotted key", 'package.name = "a"\npackage.version = "1"\n', ["package", "version"], 2],
    ["by a dotted table", '[workspace.package]\nversion = "1"\n', ["workspace", "package", "version"], 2],
    ["by a key of a table", '[workspace]\npackage.version = "1"\n', ["workspace", "package", "version"], 2],
    ["in an inline table", '\npackage = { version = "1" }\n', ["package", "version"], 2],
    ["inherited", "[package]\nversion.workspace = true\n", ["package", "version"], 2],
    ["as a table of its own", "[package]\n[package.version]\nworkspace = true\n", ["package", "version"], 2],
    ["with quotes and blanks", "[ 'package' ]\n \"version\"   =   '1' # x\n", ["package", "version"], 2],
    ["after other tables", '[a]\nversion = "1"\n[package]\nversion = "1"\n', ["package", "version"], 4],
    ["not of a longer name", '[package]\nversions = "1"\nversion = "1"\n', ["package", "version"], 3],
    ["of a number", "[package]\nversion = 1\n", ["package", "version"], 2],
    ["not in a string", '[package]\nx = """\nversion = "0"\n"""\nversion = "1"\n', ["package", "version"], 5],
    [
      "not in a string that looks like its table",
      'x = """\n[package]\nversion = "0"\n"""\n[package]\nversion = "1"',
      ["package"],
      2,
    ],
    ["not a value that is written otherwise", '[package]\nversion = "\\u0078"\n', ["package", "version"], undefined],
    ["in brackets that are no table", 'x = [\n["package"],\n]\n[package]\nversion = "1"\n', ["package", "version"], 5],
    ["not in brackets on one line", '[package]\nx = [1]\nversion = "1"\n', ["package", "version"], 3],
    ["not in a list", '[package]\nx = [\n"name",\n]\nname = "name"\n', ["package", "name"], 5],
    [
      "not in a string that has the key alone",
      '[package]\nx = """\nname = "0"\n"""\nname = "name"\n',
      ["package", "name"],
      5,
    ],
    ["that is missing: its table", '\n[package]\nname = "a"\n', ["package", "version"], 2],
    ["that is missing: the table above", "\n[workspace]\n", ["workspace", "package", "version"], 2],
    [
      "that is missing: its table, not the one above",
      '[workspace]\n[workspace.package]\nedition = "2024"\n',
      ["workspace", "package", "version"],
      2,
    ],
    ["that is missing, with its table", "[a]\n", ["package", "version"], undefined],
  ])("%s", (_, text, path, line) => {
    expect(new TomlFile(text).lineOf(path)).toBe(line);
    expect(new TomlFile(`\ufeff${text.replaceAll("\n", "\r\n")}`).lineOf(path)).toBe(line);
  });

  test("is one that holds it, or unknown, whatever the text", () => {
    const line = fc.constantFrom(
      "[package]",
      "[a]",
      'name = "v"',
      '"version" = "v"',
      "# version",
      "",
      'x = """',
      '"""',
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 10 }), (lines) => {
        const text = lines.join("\n");
        let file: TomlFile;
        try {
          file = new TomlFile(text);
        } catch (error) {
          expect(error).toBeInstanceOf(TomlProblem);
          return;
        }
        if (file.root.get("package").get("version").raw === undefined) return;
        const found = file.lineOf(["package", "version"]);
        if (found !== undefined) expect(lines[found - 1]).toContain('"v"');
      }),
    );
  });
});

describe("the line of a key in an element", () => {
  const lock = '[[package]]\nname = "a"\nversion = "1"\n\n[other]\n\n[[package]]\nversion = "2"\nname = "b"\n';

  test.each([
    [0, "version", 3],
    [1, "version", 8],
    [1, "name", 9],
    [2, "version", undefined],
    [0, "source", undefined],
  ])("%i %s", (index, key, line) => {
    expect(new TomlFile(lock).lineInElement("package", index, key)).toBe(line);
  });

  test.each([
    ["after those of another list", '[[bin]]\nversion = "1"\n[[package]]\nversion = "1"\n', 4],
    ["after a string with a header", 'x = """\n[package]\n"""\n[[package]]\nversion = "1"\n', 5],
  ])("%s", (_, text, line) => {
    expect(new TomlFile(text).lineInElement("package", 0, "version")).toBe(line);
  });

  test("is unknown where another line would be told", () => {
    const text = 'x = """\n[[package]]\nversion = "0"\n"""\n[[package]]\nversion = "1"\n';
    expect(new TomlFile(text).lineInElement("package", 0, "version")).toBeUndefined();
  });
});

test.each([
  ["[package\n", 1, "illegal character in key"],
  ["a = 1\nb = \n", 2, "invalid value"],
  ["a = 1\na = 2\n", 2, "trying to redefine an already defined table or value"],
])("%j is a problem on its line", (text, line, message) => {
  expect.assertions(3);
  try {
    new TomlFile(text);
  } catch (error) {
    expect(error).toBeInstanceOf(TomlProblem);
    expect((error as TomlProblem).line).toBe(line);
    expect((error as TomlProblem).message).toBe(`is not valid TOML: ${message}`);
  }
});

test("keys with a hundred thousand dots are named, not fallen over", () => {
  const { root } = new TomlFile(`package.${"a.".repeat(100_000)}b = 1\n`);
  expect(() => root.get("package").list()).toThrow("`package` is not a list but too deep to be shown");
});

test("brackets that nest without end are a problem", () => {
  expect(() => new TomlFile(`a = ${"[".repeat(100_000)}`)).toThrow(TomlProblem);
});
