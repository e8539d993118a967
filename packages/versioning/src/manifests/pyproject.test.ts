import { expect, test } from "vitest";
import { readPyproject } from "./pyproject.ts";

const FILE = "pyproject.toml";
const read = (text: string | undefined) => readPyproject(FILE, new Map(text === undefined ? [] : [[FILE, text]]));

test("both places may state it", () => {
  expect(read('[project]\nversion = "1.0"\n[tool.poetry]\nversion = "1.1"\n')).toEqual({
    found: [
      { file: FILE, line: 2, field: "project.version", found: "1.0", form: "pep440" },
      { file: FILE, line: 4, field: "tool.poetry.version", found: "1.1", form: "pep440" },
    ],
    problems: [],
    skipped: undefined,
  });
});

test.each([
  [undefined, 1, "does not exist"],
  ["[project]\nversion = 1\n", 2, "has `1` for project.version; write a string"],
  ["[tool.poetry]\nversion = 1\n", 2, "has `1` for tool.poetry.version; write a string"],
  ['[project]\ndynamic = ["readme"]\n', 1, "has neither project.version nor tool.poetry.version"],
  ['[project]\ndynamic = "version"\n', 1, "has neither project.version nor tool.poetry.version"],
])("%j does not", (text, line, message) => {
  expect(read(text)).toEqual({ found: [], problems: [{ file: FILE, line, message }], skipped: undefined });
});

test("what is not TOML is named by its line", () => {
  const { found, problems } = read("[project]\n\nx =\n");
  expect(found).toEqual([]);
  expect(problems).toMatchObject([{ file: FILE, line: 3, message: expect.stringMatching(/^is not valid TOML: ./) }]);
});

test("the build may set it", () => {
  expect(read('[project]\ndynamic = ["readme", "version"]\n')).toEqual({
    found: [],
    problems: [],
    skipped: "leaves its version to the build",
  });
});
