import { type GitHub, GitHubError } from "@jessy-actions/kit/github/client";
import { list, readAnswer, type Shape } from "@jessy-actions/kit/github/shape";
import { describe, expect, test } from "vitest";
import { RefApi } from "./ref-api.ts";

const SHA = (digit: string) => digit.repeat(40);

/** GitHub that answers each route with what is given, in order, and the last again and again. */
function apiOf(answers: Readonly<Record<string, readonly unknown[]>>) {
  const asked: string[] = [];
  const left = new Map(Object.entries(answers).map(([route, list]) => [route, [...list]]));
  const answer = (route: string, parameters: Readonly<Record<string, unknown>>) => {
    const path = route.replace(/\{(\w+)\}/g, (_, name: string) => String(parameters[name])).replace("/repos/o/r/", "");
    asked.push(path);
    const list = left.get(path) ?? [];
    const value = list.length > 1 ? list.shift() : list[0];
    if (value === undefined) throw new GitHubError(route, { status: 404, headers: {}, message: "Not Found" });
    if (value instanceof Error) throw value;
    return value;
  };
  const github = {
    request: async <T>(route: string, parameters: object, shape: Shape<T>) =>
      readAnswer(route, { status: 200, headers: {}, data: answer(route, { ...parameters }) }, shape),
    async *paginate<T>(route: string, parameters: object, shape: Shape<T>) {
      yield* readAnswer(route, { status: 200, headers: {}, data: answer(route, { ...parameters }) }, list(shape));
    },
  };
  return { api: new RefApi(github as unknown as GitHub, { owner: "o", name: "r" }), asked };
}

const ref = (name: string, type: string, sha: string) => ({ ref: `refs/${name}`, object: { type, sha } });
const tagObject = (type: string, sha: string) => ({ object: { type, sha } });

describe("where a tag leads", () => {
  test.each<[string, Readonly<Record<string, readonly unknown[]>>, unknown]>([
    ["none", {}, undefined],
    ["a light one", { "GET git/ref/tags/v1": [ref("tags/v1", "commit", SHA("a"))] }, { commit: SHA("a") }],
    [
      "an annotated one",
      {
        "GET git/ref/tags/v1": [ref("tags/v1", "tag", SHA("1"))],
        [`GET git/tags/${SHA("1")}`]: [tagObject("commit", SHA("a"))],
      },
      { commit: SHA("a") },
    ],
    [
      "one of annotated ones",
      {
        "GET git/ref/tags/v1": [ref("tags/v1", "tag", SHA("1"))],
        [`GET git/tags/${SHA("1")}`]: [tagObject("tag", SHA("2"))],
        [`GET git/tags/${SHA("2")}`]: [tagObject("commit", SHA("a"))],
      },
      { commit: SHA("a") },
    ],
    [
      "one that leads to itself",
      {
        "GET git/ref/tags/v1": [ref("tags/v1", "tag", SHA("1"))],
        [`GET git/tags/${SHA("1")}`]: [tagObject("tag", SHA("1"))],
      },
      { wrong: "leads through more than 10 annotated tags" },
    ],
    [
      "a tree",
      { "GET git/ref/tags/v1": [ref("tags/v1", "tree", SHA("7"))] },
      { wrong: "leads to a tree, not to a commit" },
    ],
    [
      "an annotated file",
      {
        "GET git/ref/tags/v1": [ref("tags/v1", "tag", SHA("1"))],
        [`GET git/tags/${SHA("1")}`]: [tagObject("blob", SHA("7"))],
      },
      { wrong: "leads to a blob, not to a commit" },
    ],
  ])("%s", async (_, answers, target) => {
    expect(await apiOf(answers).api.tagTarget("v1")).toEqual(target);
  });

  test("an annotated tag whose object GitHub does not have is no missing tag", async () => {
    const { api } = apiOf({ "GET git/ref/tags/v1": [ref("tags/v1", "tag", SHA("1"))] });
    await expect(api.tagTarget("v1")).rejects.toThrow("status 404");
  });

  test.each<[string, unknown]>([
    ["nothing", null],
    ["a list of tags that begin so", [ref("tags/v1.0", "commit", SHA("a"))]],
    ["another ref", ref("tags/v1.0", "commit", SHA("a"))],
    ["no object", { ref: "refs/tags/v1" }],
    ["no id", ref("tags/v1", "commit", "main")],
    ["a message", { message: "x" }],
  ])("%s is no answer", async (_, answer) => {
    const { api } = apiOf({ "GET git/ref/tags/v1": [answer] });
    await expect(api.tagTarget("v1")).rejects.toMatchObject({ name: "GitHubError", status: 0 });
  });
});

test("tags and branches that begin so, and nothing else", async () => {
  const { api, asked } = apiOf({
    "GET git/matching-refs/tags/v1": [[ref("tags/v1", "commit", SHA("a")), ref("tags/v1.0.0", "tag", SHA("1"))]],
    "GET git/matching-refs/heads": [[ref("heads/main", "commit", SHA("b")), ref("headsman", "commit", SHA("c"))]],
  });
  expect(await api.tags("v1")).toEqual(
    new Map([
      ["v1", { type: "commit", sha: SHA("a") }],
      ["v1.0.0", { type: "tag", sha: SHA("1") }],
    ]),
  );
  expect(await api.branches("")).toEqual(new Map([["main", SHA("b")]]));
  expect(asked).toEqual(["GET git/matching-refs/tags/v1", "GET git/matching-refs/heads"]);
});

const refused = (status: number, message: string) => new GitHubError("GET x", { status, headers: {}, message });

test.each<[string, unknown, string]>([
  ["status", { status: "behind" }, "behind"],
  ["status", { status: "identical" }, "identical"],
  ["status", { status: "ahead" }, "ahead"],
  ["status", { status: "diverged" }, "diverged"],
  ["404 of strangers", refused(404, "No common ancestor between a and b."), "unrelated"],
  ["404 of anything else", refused(404, "Not Found"), "missing"],
])("two commits: %s %j", async (_, answer, relation) => {
  const { api } = apiOf({ [`GET compare/${SHA("a")}...${SHA("b")}`]: [answer] });
  expect(await api.relation(SHA("a"), SHA("b"))).toBe(relation);
});

test.each([[{ status: "ok" }], [{}], [null], [refused(500, "x")]])(
  "a comparison that says %j is no answer",
  async (answer) => {
    const { api } = apiOf({ [`GET compare/${SHA("a")}...${SHA("b")}`]: [answer] });
    await expect(api.relation(SHA("a"), SHA("b"))).rejects.toThrow(GitHubError);
  },
);
