import { expect, test } from "vitest";
import { shareOut } from "./tree-weight.ts";

const scripts = new Map([
  [
    "index.js",
    'const A = { "a": () => Promise.all(/* import() */[__x.e(1), __x.e(9), __x.e(2)]).then(f), b: () => __x.e(/* import() */ 3).then(f) }',
  ],
  ["1.index.js", ";// CONCATENATED MODULE: ./build/js/packages/kit/src/git/git.js\n w.e(/* import() */ 4)"],
  ["2.index.js", "./build/js/actions/a/src/main.js w.e(/* import() */ 5) Promise.all(/* import() */[w.e(4), w.e(6)])"],
  ["3.index.js", "./build/js/actions/b/src/main.js w.e(/* import() */ 9)"],
  ["4.index.js", "one w.e(/* import() */ 1)"],
  ["5.index.js", "two"],
  ["6.index.js", ""],
  ["7.index.js", "nobody asks for it"],
  ["9.index.js", ""],
  ["a.js", ""],
  ["a.post.js", ""],
  ["a-b.js", ""],
  ["b.js", ""],
]);

test("what one action alone loads is its own, however it is reached", () => {
  const { own, shared } = shareOut(scripts, ["a", "b", "a-b"]);
  expect(Object.fromEntries(own)).toEqual({
    a: ["1.index.js", "2.index.js", "4.index.js", "5.index.js", "6.index.js", "a.js", "a.post.js"],
    b: ["3.index.js", "b.js"],
    "a-b": ["a-b.js"],
  });
  expect(shared).toEqual(["7.index.js", "9.index.js", "index.js"]);
});

test("the shares are the whole", () => {
  const { own, shared } = shareOut(scripts, ["a", "b"]);
  expect([...[...own.values()].flat(), ...shared].sort()).toEqual([...scripts.keys()].sort());
});
