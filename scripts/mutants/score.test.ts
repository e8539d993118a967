import type { MutantResult } from "@stryker-mutator/api/core";
import { expect, test } from "vitest";
import { percentOf, reaches, type Score, scoreOf } from "./score.ts";

test("killed are those that a test fails on and those that run forever", () => {
  const mutants = [mutant("Killed"), mutant("Timeout"), mutant("RuntimeError"), mutant("CompileError")];
  expect(scoreOf("a.ts", mutants)).toEqual({ file: "a.ts", killed: 2, survivors: [], excluded: 0 });
});

test("survivors are listed by place, with what stands there instead", () => {
  const mutants = [mutant("NoCoverage", { line: 7, column: 1 }), mutant("Survived", { line: 3, column: 9 })];
  expect(scoreOf("a.ts", mutants).survivors).toEqual([
    { line: 3, column: 9, mutator: "EqualityOperator", replacement: "a <= b", reason: "unnoticed" },
    { line: 7, column: 1, mutator: "EqualityOperator", replacement: "a <= b", reason: "not run" },
  ]);
});

test("an excluded mutant is out of the count only if the comment gives a reason", () => {
  const explained = { ...mutant("Ignored"), statusReason: "both are the empty list" };
  const unexplained = { ...mutant("Ignored"), statusReason: "Ignored using a comment" };
  const score = scoreOf("a.ts", [explained, unexplained]);
  expect(score.excluded).toBe(1);
  expect(score.survivors.map(({ reason }) => reason)).toEqual(["excluded without a reason"]);
});

test.each([
  { killed: 9, survived: 1, shown: "90.0", enough: true },
  { killed: 899, survived: 101, shown: "89.9", enough: false },
  { killed: 8999, survived: 1001, shown: "89.9", enough: false },
  { killed: 0, survived: 0, shown: "-", enough: true },
  { killed: 0, survived: 1, shown: "0.0", enough: false },
])("$killed killed and $survived survived are $shown %", ({ killed, survived, shown, enough }) => {
  const survivors = scoreOf("a.ts", Array<MutantResult>(survived).fill(mutant("Survived"))).survivors;
  const score: Score = { file: "a.ts", killed, survivors, excluded: 0 };
  expect([percentOf(score), reaches(score, 90)]).toEqual([shown, enough]);
});

function mutant(status: MutantResult["status"], start = { line: 1, column: 1 }): MutantResult {
  const location = { start, end: start };
  return { id: "1", fileName: "a.ts", mutatorName: "EqualityOperator", replacement: "a <= b", location, status };
}
