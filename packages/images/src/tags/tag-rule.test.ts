import { UserError } from "@jessy-actions/reading/user-error";
import { describe, expect, test } from "vitest";
import { byPriority, DEFAULT_TAGS, parseTagRule } from "./tag-rule.ts";

const COMMON = { enable: ["true"], prefix: undefined, suffix: undefined, notes: [] };
const call = (name: string, ...values: string[]) => ({ name, values, named: new Map(), isRaw: false });

describe("a line of tags", () => {
  test.each([
    ["type=schedule", { type: "schedule", priority: 1000, pattern: ["nightly"] }],
    ["type=schedule,pattern={{date 'YYYYMMDD'}}", { pattern: [call("date", "YYYYMMDD")] }],
    ["type=semver,pattern={{version}}", { type: "semver", priority: 900, value: undefined, match: undefined }],
    ["type=semver,priority=1,enable=true,pattern={{version}},value=v1.0.0", { priority: 1, value: ["v1.0.0"] }],
    ['type=semver,pattern={{raw}},value=p1/v1.0.0,"match=v(\\d.\\d)$"', { match: /v(\d.\d)$/ }],
    ["type=pep440,pattern={{raw}}", { type: "pep440", priority: 900, pattern: [call("raw")] }],
    ["type=match,pattern=v(.*),group=1", { type: "match", priority: 800, pattern: /v(.*)/, group: "1" }],
    ["type=match,pattern=/V(.*)/i", { pattern: /V(.*)/i, group: "0" }],
    ["type=edge", { type: "edge", priority: 700, branch: "" }],
    ["type=edge,branch=dev", { branch: "dev" }],
    ["type=ref,event=tag", { type: "ref", priority: 600, event: "tag", prefix: undefined }],
    ["type=ref,event=pr", { event: "pr", prefix: ["pr-"] }],
    ["type=ref,event=pr,prefix=", { event: "pr", prefix: [] }],
    ["custom", { type: "raw", priority: 200, value: ["custom"] }],
    ["type=raw,custom", { type: "raw", value: ["custom"] }],
    ["type=raw,value=a=b", { value: ["a=b"] }],
    ["type=raw,VALUE = a ", { value: ["a"] }],
    ["type=raw,=x", { value: ["=x"] }],
    ["type=sha", { type: "sha", priority: 100, prefix: ["sha-"], format: "short" }],
    ["type=sha,prefix=,format=long", { prefix: [], format: "long" }],
    ["type=edge,enable={{is_default_branch}}", { enable: [call("is_default_branch")] }],
  ])("%s", (line, expected) => {
    expect(parseTagRule(line)).toMatchObject({ ...COMMON, line, ...expected });
  });

  test.each([
    ["type=semvar,pattern={{version}}", '"type=semvar" is not known; did you mean semver?'],
    ["type=", '"type=" is not known; write one of schedule, semver, pep440, match, edge, ref, raw, sha'],
    ["type=semver", "it has no pattern; write type=semver,pattern={{version}}"],
    ["type=pep440", "it has no pattern; write type=pep440,pattern={{version}}"],
    ["type=match", "it has no pattern; write type=match,pattern=v(.*),group=1"],
    ["type=match,pattern=v(.*),group=foo", '"group=foo" is not a number'],
    ["type=match,pattern=v(", '"pattern=v(" is not a regular expression'],
    ["type=match,pattern=/v/zz", '"pattern=v" is not a regular expression'],
    ["type=semver,pattern={{version}},match=(", '"match=(" is not a regular expression'],
    ["type=ref", "it has no event; write event=branch, event=tag or event=pr"],
    ["type=ref,event=brunch", '"event=brunch" is not known; did you mean branch?'],
    ["type=raw", "it has no value; write type=raw,value=edge"],
    ["type=sha,format=foo", '"format=foo" is not known; write one of short, long'],
    ["type=sha,priority=high", '"priority=high" is not a number'],
    ["type=semver,pattern=v{{vesion}}", "{{vesion}} is not an expression here; did you mean {{version}}?"],
    ["type=semver,pattern={{version}}-{{sha}}", "{{sha}} is not an expression here; "],
    ["type=semver,pattern={{version}}-{{sha}}", "in prefix, suffix and value it is known"],
    ["type=raw,value={{version}}", "{{version}} is not an expression here"],
    ['type=raw,value=a"b"', "has a quote inside"],
    ['type=raw,"value=a', "is never closed"],
  ])("%s is an error", (line, message) => {
    expect(() => parseTagRule(line)).toThrow(message);
    expect(() => parseTagRule(line)).toThrow(UserError);
  });

  test.each([
    ["type=sha,prefx=x", '"prefx" is ignored: type=sha does not know it; did you mean prefix?'],
    ["type=edge,main", '"main" is ignored: type=edge takes no value'],
    ["type=match,pattern=\\d{1,3}", undefined],
    ["type=raw,x,__proto__=1", '"__proto__" is ignored: type=raw does not know it'],
  ])("%s is odd", (line, note) => {
    expect(parseTagRule(line).notes).toEqual(note === undefined ? [] : [note]);
  });
});

test("the highest priority comes first, and equal ones keep their order", () => {
  const lines = ["type=sha", "a", "type=edge", "b,priority=700", "c", ...DEFAULT_TAGS];
  expect(byPriority(lines.map(parseTagRule)).map(({ line }) => line)).toEqual([
    "type=schedule",
    "type=edge",
    "b,priority=700",
    "type=ref,event=branch",
    "type=ref,event=tag",
    "type=ref,event=pr",
    "a",
    "c",
    "type=sha",
  ]);
});
