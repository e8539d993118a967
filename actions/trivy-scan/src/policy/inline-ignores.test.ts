import { expect, test } from "vitest";
import { addedIgnores, inlineIgnores } from "./inline-ignores.ts";

test.each<[string, readonly string[]]>([
  ["#trivy:ignore:DS-0002", ["trivy:ignore:DS-0002"]],
  ["# trivy:ignore:AVD-AWS-0086", ["trivy:ignore:AVD-AWS-0086"]],
  ["//tfsec:ignore:aws-s3-x", ["tfsec:ignore:aws-s3-x"]],
  ["/* trivy:ignore:a */", ["trivy:ignore:a"]],
  ['bucket = "x" # trivy:ignore:a[name=b] trivy:ignore:b', ["trivy:ignore:a[name=b]", "trivy:ignore:b"]],
  ["#trivy:ignore:a:exp:2030-01-01", ["trivy:ignore:a:exp:2030-01-01"]],
  ["# trivy:ws:prod:ignore:a", ["trivy:ws:prod:ignore:a"]],
  ["{{/*trivy:ignore:KSV-0001 */}}", []],
  ["{{- /* trivy:ignore:KSV-0001 */}}", ["trivy:ignore:KSV-0001"]],
  ["# trivy: ignore", []],
  ["# atrivy:ignore:a", []],
  ["# ignore", []],
  ["RUN trivy fs .", []],
])("%s", (line, comments) => {
  expect(inlineIgnores(`\n${line}\r\n`)).toEqual(comments.map((comment) => ({ comment, line: 2 })));
});

const IGNORE = "#trivy:ignore:a\n";

test.each<[string, string, string, readonly number[]]>([
  ["a new one", "x\n", `x\n${IGNORE}`, [2]],
  ["one that moved", `${IGNORE}x\n`, `x\n${IGNORE}`, []],
  ["a second one", IGNORE, IGNORE + IGNORE, [2]],
  ["one that is gone", IGNORE, "", []],
  ["one that now ends later", "#trivy:ignore:a:exp:2026-12-01\n", "#trivy:ignore:a:exp:2030-12-01\n", [1]],
])("%s", (_, before, after, lines) => {
  expect(addedIgnores(before, after).map(({ line }) => line)).toEqual(lines);
});
