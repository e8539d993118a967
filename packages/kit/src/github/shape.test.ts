import fc from "fast-check";
import { expect, test } from "vitest";
import { GitHubError, unusableAnswer } from "./error.ts";
import { boolean, id, list, nullable, object, optional, readAnswer, sha, text, whole } from "./shape.ts";

const shape = object({
  id,
  name: text,
  size: whole,
  draft: boolean,
  body: nullable(text),
  digest: optional(text),
  head: object({ sha }),
  labels: list(object({ name: text })),
});

const RIGHT = {
  id: 1,
  name: "n",
  size: 0,
  draft: false,
  body: "b",
  digest: "d",
  head: { sha: "a".repeat(40) },
  labels: [{ name: "x" }, { name: "y" }],
};

const read = (data: unknown) => readAnswer("GET /x", { status: 200, headers: {}, data }, shape);

test("what a shape names is read, and nothing else", () => {
  expect(read({ ...RIGHT, more: 1, head: { ...RIGHT.head, ref: "r" } })).toEqual(RIGHT);
});

test("what may be missing may be null, too", () => {
  const { body: _, digest: __, ...rest } = RIGHT;
  expect(read(rest)).toStrictEqual({ ...rest, body: null });
  expect(read({ ...rest, body: null, digest: null })).toStrictEqual({ ...rest, body: null });
});

test.each<[string, object, string]>([
  ["no id", { id: null }, "`id` is not a number but null"],
  ["an id of 0", { id: 0 }, "`id` is not a whole number from 1 but 0"],
  ["half an id", { id: 1.5 }, "`id` is not a whole number from 1 but 1.5"],
  ["an id beyond what can be counted", { id: 2 ** 53 }, "`id` is not a whole number from 1 but 9007199254740992"],
  ["a text that is an object", { name: {} }, "`name` is not a string but {}"],
  ["a negative size", { size: -1 }, "`size` is not a whole number from 0 but -1"],
  ["a flag that is a text", { draft: "false" }, '`draft` is not true or false but "false"'],
  ["a short commit", { head: { sha: "abc" } }, '`head.sha` is not a commit but "abc"'],
  [
    "a commit that is an option",
    { head: { sha: "--upload-pack=x" } },
    '`head.sha` is not a commit but "--upload-pack=x"',
  ],
  ["a list that is an object", { labels: {} }, "`labels` is not a list but {}"],
  ["null in a list", { labels: [{ name: "x" }, null] }, "`labels[1]` is not an object but null"],
  ["an object that is a list", { head: [] }, "`head` is not an object but []"],
])("%s", (_, wrong, problem) => {
  expect(() => read({ ...RIGHT, ...wrong })).toThrow(
    `GET /x: status 200: the answer is not as GitHub describes it: ${problem}`,
  );
});

test.each([
  ["is empty", { data: undefined }, "the answer is empty"],
  ["cannot be read", { problem: "the answer is not valid JSON" }, "the answer is not valid JSON"],
])("an answer that %s", (_, rest, problem) => {
  const answer = { status: 200, headers: {}, ...rest };
  expect(() => readAnswer("GET /x", answer, optional(text))).toThrow(unusableAnswer("GET /x", 200, problem));
});

test("a fault of our own is not GitHub's", () => {
  const broken = () => {
    throw new RangeError("a fault");
  };
  expect(() => readAnswer("GET /x", { status: 200, headers: {}, data: {} }, broken)).toThrow(RangeError);
});

test("members of the prototype are no fields", () => {
  const named = object({ constructor: optional(text), toString: optional(text) });
  expect(readAnswer("GET /x", { status: 200, headers: {}, data: {} }, named)).toEqual({});
});

/** A right answer with one place of it replaced by anything. */
const spoilt = fc
  .tuple(fc.constantFrom(...Object.keys(RIGHT), "head.sha", "labels.0", "labels.0.name"), fc.jsonValue())
  .map(([path, value]) => {
    const copy = structuredClone(RIGHT) as unknown as Record<string, unknown>;
    const keys = path.split(".");
    const holder = keys.slice(0, -1).reduce((at, key) => at[key] as Record<string, unknown>, copy);
    holder[keys.at(-1)!] = value;
    return copy;
  });

test("whatever GitHub answers, it is what was asked for or a GitHubError of one line", () => {
  fc.assert(
    fc.property(fc.oneof(fc.jsonValue(), spoilt), (data) => {
      try {
        const answer = read(data);
        expect(Number.isSafeInteger(answer.id) && typeof answer.name === "string").toBe(true);
        expect(answer.labels.every((label) => typeof label.name === "string")).toBe(true);
      } catch (error) {
        expect(error).toBeInstanceOf(GitHubError);
        expect((error as Error).message).toMatch(/^GET \/x: status 200: the answer .{1,980}$/);
      }
    }),
    { numRuns: 2000 },
  );
});
