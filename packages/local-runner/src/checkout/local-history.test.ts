import { afterEach, beforeEach, expect, test } from "vitest";
import { DemoRepository } from "../../../../test/demo-repository.ts";
import { GitRefs } from "../github/git-refs.ts";
import { LocalFiles, registerCommits, registerRefs, subjectOf } from "./local-history.ts";

let demo: DemoRepository;

beforeEach(() => {
  demo = new DemoRepository();
});

afterEach(() => demo.remove());

test("the commits of a local change, with the messages they have", () => {
  demo.commit({ a: "0" });
  const base = demo.commit({ a: "1" });
  const one = demo.commit({ a: "2" }, "feat: one\n\nbody");
  const two = demo.commit({ a: "3" }, "feat: two");
  const refs = new GitRefs("main");
  registerCommits(refs, demo.folder, base, two);
  expect(refs.between(base, two).map(({ sha, message }) => [sha, message])).toEqual([
    [one, "feat: one\n\nbody"],
    [two, "feat: two"],
  ]);
  expect(subjectOf(demo.folder, one)).toBe("feat: one");
});

test("a branch that started before the base brings its own commits alone", () => {
  const before = demo.commit({ a: "0" }, "feat: before");
  demo.git("checkout", "--quiet", "-b", "side");
  const side = demo.commit({ b: "1" }, "feat: side");
  demo.git("checkout", "--quiet", "main");
  const base = demo.commit({ a: "1" }, "feat: base");
  demo.git("merge", "--quiet", "--no-ff", "--message=Merge branch 'side'", "side");
  const refs = new GitRefs("main");
  registerCommits(refs, demo.folder, base, demo.head);
  const shas = refs.between(base, demo.head).map(({ sha }) => sha);
  expect(shas).toEqual(expect.arrayContaining([side, demo.head]));
  expect(shas).not.toContain(before);
  expect(shas).toHaveLength(2);
  expect(refs.commit(demo.head)?.parents).toEqual([base, side]);
});

test("a merge of a branch's start from before the base is a merge all the same", () => {
  const before = demo.commit({ a: "0" }, "feat: before");
  demo.git("checkout", "--quiet", "-b", "side");
  demo.commit({ b: "1" }, "feat: side");
  demo.git("checkout", "--quiet", "main");
  const more = demo.commit({ a: "1" }, "feat: more");
  const base = demo.commit({ a: "2" }, "feat: base");
  demo.git("checkout", "--quiet", "side");
  demo.git("merge", "--quiet", "--no-ff", "--message=Merge branch 'main' into side", more);
  const inner = demo.head;
  demo.git("checkout", "--quiet", "main");
  demo.git("merge", "--quiet", "--no-ff", "--message=Merge branch 'side'", "side");
  const refs = new GitRefs("main");
  registerCommits(refs, demo.folder, base, demo.head);
  expect(refs.commit(inner)?.parents).toHaveLength(2);
  expect(refs.between(base, demo.head)).toHaveLength(3);
  expect(refs.between(base, demo.head).map(({ sha }) => sha)).not.toContain(before);
});

test("the files of a commit", () => {
  const sha = demo.commit({ "a.yml": "x", "b/c.yml": "y" });
  const files = new LocalFiles(demo.folder);
  expect(files.rootEntries(sha)).toEqual([
    { name: "a.yml", type: "blob" },
    { name: "b", type: "tree" },
  ]);
  expect(files.read(sha, "b/c.yml")?.toString()).toBe("y");
  expect(files.read(sha, "none")).toBeUndefined();
});

test("tags and branches are known as if they were pushed, and that the default branch goes on from a tag", () => {
  const tagged = demo.commit({ a: "0" });
  demo.git("tag", "--annotate", "--message=one", "v1.0.0");
  const tip = demo.commit({ a: "1" });
  demo.git("update-ref", "refs/remotes/origin/main", tagged);
  demo.git("update-ref", "refs/remotes/origin/next", tagged);
  const refs = new GitRefs("main");
  registerRefs(refs, demo.folder, "main", tagged);
  expect(refs.tags).toEqual({ "v1.0.0": tagged });
  expect([refs.target("main"), refs.target("next")]).toEqual([tip, tagged]);
  expect(refs.between(tagged, tip).map(({ sha }) => sha)).toEqual([tip]);
  expect(refs.mergeBase(tip, tagged)).toBe(tagged);
});
