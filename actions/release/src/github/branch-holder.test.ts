import { expect, test } from "vitest";
import { findHolder } from "./branch-holder.ts";
import type { RefApi, Relation } from "./ref-api.ts";

/** Branches, each with what the commit `c` is to its tip. */
function refsOf(branches: Readonly<Record<string, Relation>>) {
  const asked: string[] = [];
  const refs = {
    branchTip: async (name: string) => {
      asked.push(`tip ${name}`);
      return name in branches ? (branches[name] === "identical" ? "c" : `of ${name}`) : undefined;
    },
    branches: async (start: string) => {
      asked.push(`branches ${start}`);
      const names = Object.keys(branches).filter((name) => name.startsWith(start));
      return new Map(names.map((name) => [name, branches[name] === "identical" ? "c" : `of ${name}`]));
    },
    relation: async (base: string, head: string) => {
      asked.push(`${base}...${head}`);
      return branches[base.slice("of ".length)];
    },
  };
  return { refs: refs as unknown as RefApi, asked };
}

test.each<[string, Readonly<Record<string, Relation>>, string[], unknown, string[]]>([
  ["at its tip", { main: "identical" }, ["main"], { known: "main" }, ["tip main"]],
  ["further back", { main: "behind" }, ["main"], { known: "main" }, ["tip main", "of main...c"]],
  ["not yet", { main: "ahead" }, ["main"], { known: undefined }, ["tip main", "of main...c"]],
  ["beside it", { main: "diverged" }, ["main"], { known: undefined }, ["tip main", "of main...c"]],
  ["without a common root", { main: "unrelated" }, ["main"], { known: undefined }, ["tip main", "of main...c"]],
  ["unknown to GitHub", { main: "missing" }, ["main"], { known: undefined }, ["tip main", "of main...c"]],
  ["no such branch", {}, ["main"], { known: undefined }, ["tip main"]],
  [
    "the tip of a later one costs no comparison",
    { main: "diverged", "release/1": "identical" },
    ["main", "release/*"],
    { known: "release/1" },
    ["tip main", "branches release/"],
  ],
  [
    "a glob does not cross folders",
    { "release/1/x": "identical" },
    ["release/*"],
    { known: undefined },
    ["branches release/"],
  ],
  ["any name", { a: "diverged", b: "behind" }, ["*"], { known: "b" }, ["branches ", "of a...c", "of b...c"]],
])("%s", async (_, branches, allowed, holder, expected) => {
  const { refs, asked } = refsOf(branches);
  expect(await findHolder(refs, "c", allowed)).toMatchObject({ allowed, holder });
  expect(asked).toEqual(expected);
});

test.each([
  [99, 99, { known: undefined }],
  [100, 100, { known: undefined }],
  [101, 100, { unknown: "101 branches match, and the first 100 do not hold it; name fewer" }],
])("of %i branches %i are compared", async (count, compared, holder) => {
  const branches = Object.fromEntries(Array.from({ length: count }, (_, at) => [`b${at}`, "diverged" as const]));
  const { refs, asked } = refsOf(branches);
  expect((await findHolder(refs, "c", ["*"])).holder).toEqual(holder);
  expect(asked).toHaveLength(1 + compared);
});
