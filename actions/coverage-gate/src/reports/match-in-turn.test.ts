import { parsePathRules } from "@jessy-actions/coverage/path-rules";
import { PathMatcher } from "@jessy-actions/coverage/paths";
import { expect, test } from "vitest";
import { reportOf } from "../../testing/facts.ts";
import { matchInTurn } from "./match-in-turn.ts";

const repository = { files: ["src/a", "src/bad", "x/dup", "y/dup"], root: "/r", goModules: new Map() };
const matcher = (...rules: string[]) => new PathMatcher(repository, parsePathRules(rules).rules);

/** The first one's rules, the second one's, and what becomes of a report that names these paths. */
test.each<[string, string[], string[], string[], string[], string[], string[]]>([
  ["a rule that leads a file away", [], ["src/bad => gone"], ["src/a", "src/bad"], ["src/a", "src/bad"], [], []],
  ["a new rule for new paths", [], ["/new/lib => src"], ["/new/lib/a"], ["src/a"], [], []],
  ["an old rule for paths that moved", ["/out => gone"], ["/out => src"], ["/out/a"], ["src/a"], [], []],
  ["a rule that says which of two", [], ["lib => x"], ["lib/dup"], ["x/dup"], [], []],
  ["a file that neither finds", [], [], ["src/a", "none/b"], ["src/a"], ["none/b"], []],
  ["a file that neither can tell", [], [], ["dup"], [], [], ["dup"]],
])("%s", (_, first, second, paths, found, unmatched, ambiguous) => {
  const report = reportOf(Object.fromEntries(paths.map((path) => [path, "1:1"])));
  const matched = matchInTurn(matcher(...first), matcher(...second)).match(report);
  expect([...matched.report.files.keys()].sort()).toEqual(found);
  expect([matched.unmatched, matched.ambiguous.map(({ path }) => path)]).toEqual([unmatched, ambiguous]);
});
