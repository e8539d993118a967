import { expect, test } from "vitest";
import { readPackageJson } from "./package-json.ts";

/** What was found and what is wrong, as `file:line text`. */
function read(path: string, files: Readonly<Record<string, string>>) {
  const { found, problems, skipped } = readPackageJson(path, new Map(Object.entries(files)));
  return [
    ...found.map((each) => `${each.file}:${each.line} ${each.field} ${each.found}`),
    ...problems.map((each) => `${each.file}:${each.line} ${each.message}`),
    ...(skipped === undefined ? [] : [skipped]),
  ];
}

test.each<[string, string, Record<string, string>, string[]]>([
  ["no file", "package.json", {}, ["package.json:1 does not exist"]],
  ["a list", "package.json", { "package.json": "[]" }, ["package.json:1 its content is not an object but []"]],
  ["no version", "package.json", { "package.json": '{"private":false}' }, ["package.json:1 has no version"]],
  ["private", "package.json", { "package.json": '{"private":true}' }, ["is private and has no version"]],
  [
    "a folder's place in the lock files above it",
    "a/b/package.json",
    {
      "a/b/package.json": '{"version":"1.0.0"}',
      "a/package-lock.json":
        '{"version":"9.0.0",\n"packages":{"b":{"version":"1.0.1"},"a/b":{"version":"9.0.0"},"":{"version":"9.0.0"}}}',
      "npm-shrinkwrap.json":
        '{"version":"9.0.0",\n\n"packages":{"a/b":{"version":"1.0.2"},"b":{"version":"9.0.0"},"":{"version":"9.0.0"}}}',
      "other/package-lock.json": '{"version":"9.0.0"}',
    },
    [
      "a/b/package.json:1 version 1.0.0",
      'a/package-lock.json:2 packages["b"].version 1.0.1',
      'npm-shrinkwrap.json:3 packages["a/b"].version 1.0.2',
    ],
  ],
  [
    "both lock files beside it",
    "package.json",
    {
      "package.json": '{"version":"1.0.0"}',
      "package-lock.json": '{"version":"1.0.1","packages":{"":{"version":2}}}',
      "npm-shrinkwrap.json": '{"version":"1.0.2"}',
    },
    [
      "package.json:1 version 1.0.0",
      "npm-shrinkwrap.json:1 version 1.0.2",
      "package-lock.json:1 version 1.0.1",
      'package-lock.json:1 has `2` for packages[""].version; write a string',
    ],
  ],
])("%s", (_, path, files, expected) => {
  expect(read(path, files)).toEqual(expected);
});
