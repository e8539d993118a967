import type { Finding } from "@jessy-actions/security/findings/finding";
import { expect, test } from "vitest";
import { exampleFinding, exampleSecret } from "../../../../packages/security/testing/example-finding.ts";
import type { Target } from "../targets/target.ts";
import { withoutOverlaps } from "./overlaps.ts";
import { targetFolders } from "./target-folders.ts";

const fs = (location: string, name = location): Target => ({ kind: "fs", location, name });
const config = (location: string, name = location): Target => ({ kind: "config", location, name });
const image: Target = { kind: "image", location: "api:1", name: "api" };
const flaw = (target: string, file: string, id = "CVE-1"): Finding => exampleFinding({ id, place: { target, file } });
const check = (target: string, file: string, startLine = 1): Finding =>
  exampleSecret({ kind: "misconfiguration", id: "DS-0002", place: { target, file, startLine } });

test.each<[string, Target[], Finding[], string[]]>([
  ["targets beside each other", [fs("a"), fs("b")], [flaw("a", "x"), flaw("b", "x")], ["a x", "b x"]],
  ["the same file in both", [fs("."), fs("api")], [flaw(".", "api/x"), flaw("api", "x")], ["api x"]],
  ["in another order", [fs("api"), fs(".")], [flaw("api", "x"), flaw(".", "api/x")], ["api x"]],
  ["what only the outer one reports", [fs("."), fs("api")], [flaw(".", "api/x")], ["api x"]],
  ["what only the inner one reports", [fs("."), fs("api")], [flaw("api", "x")], ["api x"]],
  ["another file", [fs("."), fs("api")], [flaw(".", "web/x"), flaw("api", "x")], [". web/x", "api x"]],
  ["another flaw", [fs("."), fs("api")], [flaw(".", "api/x"), flaw("api", "x", "CVE-2")], ["api x", "api x"]],
  ["another line", [fs("."), fs("api")], [check(".", "api/x"), check("api", "x", 9)], ["api x", "api x"]],
  [
    "twice in one and once in the other",
    [fs("."), fs("api")],
    [flaw(".", "api/x"), flaw(".", "api/x"), flaw("api", "x")],
    ["api x", "api x"],
  ],
  ["three within each other", [fs("."), fs("a"), fs("a/b")], [flaw(".", "a/b/x"), flaw("a", "b/x")], ["a/b x"]],
  ["a name of its own", [fs("."), fs("api", "the api")], [flaw(".", "api/x"), flaw("the api", "x")], ["the api x"]],
  ["a folder whose name begins alike", [fs("."), fs("api")], [flaw(".", "api2/x")], [". api2/x"]],
  ["configuration", [fs("."), config("k8s")], [check(".", "k8s/x"), check("k8s", "x")], ["k8s x"]],
  ["a flaw where only configuration is looked for", [fs("."), config("k8s")], [flaw(".", "k8s/x")], [". k8s/x"]],
  [
    "one folder as both",
    [fs("."), config(".", "all")],
    [check(".", "x"), check("all", "x"), flaw(".", "y")],
    [". x", ". y"],
  ],
  [
    "a lock that is a target",
    [fs("."), fs("api/Cargo.lock")],
    [flaw(".", "api/Cargo.lock"), flaw("api/Cargo.lock", "Cargo.lock"), flaw(".", "api/yarn.lock")],
    ["api/Cargo.lock Cargo.lock", ". api/yarn.lock"],
  ],
  ["an image", [fs("."), fs("api"), image], [flaw("api", "x"), flaw("api", "x")], ["api x", "api x"]],
])("%s", (_, targets, findings, expected) => {
  const left = withoutOverlaps(findings, targets, targetFolders(targets));
  expect(left.map(({ place }) => `${place.target} ${place.file}`)).toEqual(expected);
});
