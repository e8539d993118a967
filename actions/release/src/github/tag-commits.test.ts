import { parseTag } from "@jessy-actions/versioning/tag";
import { expect, test } from "vitest";
import type { GitObject, RefApi } from "./ref-api.ts";
import { tagCommits } from "./tag-commits.ts";

/** Tags on GitHub; `@a` is an annotated tag that leads to the commit `a`. */
async function asked(tags: Readonly<Record<string, string>>, tag = "v1.2.3") {
  const followed: string[] = [];
  const refs = {
    tags: async (start: string) =>
      new Map(
        Object.entries(tags)
          .filter(([name]) => name.startsWith(start))
          .map(([name, sha]): [string, GitObject] => [name, { type: sha.startsWith("@") ? "tag" : "commit", sha }]),
      ),
    peel: async ({ sha }: GitObject) => {
      followed.push(sha);
      return sha === "@tree" ? { wrong: "leads to a tree" } : { commit: sha.slice(1) };
    },
  };
  const commits = await tagCommits(refs as unknown as RefApi, parseTag(tag)!, "c");
  return { commits: Object.fromEntries(commits), followed };
}

test("light tags cost nothing", async () => {
  const tags = { v1: "a", "v1.2.2": "a", "v1.2.3": "c", nightly: "z" };
  expect(await asked(tags)).toEqual({ commits: tags, followed: [] });
});

test("of annotated ones only those are followed that a decision needs", async () => {
  const { commits, followed } = await asked({
    "v1.2.3": "@c",
    "v1.2.2": "@b",
    "v1.2.1": "@a",
    "v1.1.0": "@9",
    v1: "@b",
    "v1.2": "@a",
    nightly: "@n",
  });
  expect(commits).toEqual({
    "v1.2.3": "c",
    "v1.2.2": "b",
    "v1.2.1": "a",
    "v1.1.0": "@9",
    v1: "b",
    "v1.2": "a",
    nightly: "@n",
  });
  expect(followed).toEqual(["@c", "@b", "@b", "@a", "@a"]);
});

test("a floating tag on no version looks into a few dozen at most", async () => {
  const versions = Object.fromEntries(Array.from({ length: 200 }, (_, at) => [`v1.2.${at + 10}`, `@${at}`]));
  const { followed } = await asked({ ...versions, v1: "x" }, "v1.2.9");
  expect(followed).toHaveLength(30);
});

test("a tag that leads to no commit keeps its own id, which no commit has", async () => {
  expect((await asked({ "v1.2.2": "@tree", v1: "a" })).commits).toEqual({ "v1.2.2": "@tree", v1: "a" });
});

test("only tags of the same prefix", async () => {
  expect((await asked({ "v1.2.2": "a", "pkg-v1.2.2": "b" }, "pkg-v1.2.3")).commits).toEqual({ "pkg-v1.2.2": "b" });
});
