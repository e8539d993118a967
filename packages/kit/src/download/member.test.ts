import { expect, test } from "vitest";
import { type Member, memberProblem, plainName } from "./member.ts";

test.each<[string, Member["kind"], string | undefined]>([
  ["trivy", "file", undefined],
  ["./trivy", "file", undefined],
  ["contrib/", "folder", undefined],
  ["contrib/..a", "file", undefined],
  ["a..", "file", undefined],
  ["", "file", "it has a member without a proper name"],
  ["a\0b", "file", "it has a member without a proper name"],
  ["/trivy", "file", "it has a member with an absolute name, `/trivy`"],
  ["\\trivy", "file", "it has a member with an absolute name, `\\trivy`"],
  ["C:trivy", "file", "it has a member with an absolute name, `C:trivy`"],
  ["..", "folder", "it has a member that leads out of its folder, `..`"],
  ["a/../../trivy", "file", "it has a member that leads out of its folder, `a/../../trivy`"],
  ["a\\..\\trivy", "file", "it has a member that leads out of its folder, `a\\..\\trivy`"],
  ["trivy", "link", "it has a link, `trivy`"],
  ["trivy", "other", "it has a member that is neither a file nor a folder, `trivy`"],
  [`../${"a".repeat(200)}`, "file", `it has a member that leads out of its folder, \`../${"a".repeat(97)}\``],
])("%j, a %s: %s", (name, kind, problem) => {
  expect(memberProblem({ name, kind })).toBe(problem);
});

test.each([
  ["./trivy", "trivy"],
  ["././trivy", "trivy"],
  ["Trivy.EXE", "trivy.exe"],
  [".\\trivy.exe", "trivy.exe"],
  ["contrib/trivy", "contrib/trivy"],
])("%s is %s on some disk", (name, plain) => {
  expect(plainName(name)).toBe(plain);
});
