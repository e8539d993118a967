import { readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { recordedLog } from "../../../../../packages/local-runner/testing/recorded-log.ts";
import { folderOf } from "../../../testing/advisory-run.ts";
import type { Target } from "../../targets/target.ts";
import { openGovulncheck } from "./open-govulncheck.ts";

const RECORDED = readFileSync(
  join(import.meta.dirname, "../../../../../packages/security/testing/govulncheck-1.9.0.txt"),
  "utf8",
);
const GO_MOD =
  "module example.com/app\n\ngo 1.26\n\nrequire (\n\tgithub.com/tidwall/gjson v1.6.5\n\tgolang.org/x/text v0.3.5\n)\n";
const WHOLE: readonly Target[] = [{ kind: "fs", location: ".", name: "." }];

/** Files that git tracks, and those that an earlier step made. */
function open(
  tracked: Readonly<Record<string, string>>,
  made: Readonly<Record<string, string>>,
  { patterns = ["out/*.json"], targets = WHOLE }: { patterns?: readonly string[]; targets?: readonly Target[] } = {},
) {
  const workspace = folderOf({ ...tracked, ...made });
  return openGovulncheck(patterns, Object.keys(tracked), targets, { workspace, log: recordedLog() });
}

test("findings lie at the line of the go.mod that requires the module, in Trivy's target", async () => {
  const targets: Target[] = [...WHOLE, { kind: "fs", location: "services", name: "all" }];
  const tracked = { "go.mod": "module example.com/other", "services/api/go.mod": GO_MOD };
  const { head, databases } = await open(tracked, { "out/vulns.json": RECORDED }, { targets });
  expect(head.problems).toEqual([]);
  expect(head.findings.map(({ id, place }) => [id, place])).toEqual([
    ["GO-2021-0054", { target: "all", file: "api/go.mod", startLine: 6, endLine: 6 }],
    ["GO-2021-0113", { target: "all", file: "api/go.mod", startLine: 7, endLine: 7 }],
    ["GO-2021-0265", { target: "all", file: "api/go.mod", startLine: 6, endLine: 6 }],
  ]);
  expect(databases).toEqual([
    {
      name: "govulncheck",
      version: null,
      updatedAt: Date.parse("2023-04-03T15:57:51Z"),
      origin: "out/vulns.json, by govulncheck v1.9.0",
    },
  ]);
});

test("of several go.mod of one module the outermost counts", async () => {
  const tracked = { "a/copy/go.mod": GO_MOD, "z/go.mod": GO_MOD, "broken/go.mod": "x (" };
  const { head } = await open(tracked, { "out/vulns.json": RECORDED });
  expect(head.findings[0]?.place.file).toBe("z/go.mod");
});

test("nothing is read where nothing is asked for", async () => {
  expect(await open({ "go.mod": GO_MOD }, {}, { patterns: [] })).toMatchObject({
    databases: [],
    head: { findings: [], problems: [] },
  });
});

test("every line must find a file, and a file that several find counts once", async () => {
  const made = { "out/a.json": RECORDED, "out/b.json": RECORDED };
  const patterns = ["out/a.json", "out/*.json", "!out/b.json"];
  expect((await open({ "go.mod": GO_MOD }, made, { patterns })).databases).toHaveLength(1);
  await expect(open({ "go.mod": GO_MOD }, made, { patterns: ["none.json", "out/a.json", "x/*.json"] })).rejects.toThrow(
    /^input `govulncheck`: `none\.json` finds no file in .*; did govulncheck run\?\ninput `govulncheck`: `x\/\*\.json` finds/,
  );
});

test.each(["vulns.json", "*.json", "a (1)/[x]/vulns.json"])("outside of the workspace: %s", async (pattern) => {
  const place = pattern.includes("/") ? pattern : "vulns.json";
  const outside = folderOf({ [place]: RECORDED });
  const { head, databases } = await open({ "go.mod": GO_MOD }, {}, { patterns: [join(outside, pattern)] });
  expect(head.findings).toHaveLength(3);
  expect(databases[0]?.origin).toBe(`${join(outside, place)}, by govulncheck v1.9.0`);
});

describe("a file that cannot be used is a problem that names it", () => {
  const config = (more: object) => `${JSON.stringify({ config: { protocol_version: "v1.0.0", ...more } })}\n`;
  const sbom = (more: object) => JSON.stringify({ SBOM: { modules: [{ path: "example.com/app" }], ...more } });
  test.each<[string, string, string]>([
    ["empty", "", "`out/x.json` is empty: govulncheck begins with its configuration."],
    ["cut off within a message", RECORDED.slice(0, 3000), "it was cut off."],
    [
      "cut off after its configuration",
      RECORDED.slice(0, RECORDED.indexOf("}\n}\n") + 4),
      "does not say which modules were scanned: it was cut off",
    ],
    ["of an old govulncheck", config({ scan_level: "symbol" }), "does not say which modules were scanned"],
    ["of no package", config({ scan_level: "symbol" }) + sbom({ roots: [] }), "says that no package was scanned; run"],
    [
      "of another repository",
      RECORDED.replace('"path": "example.com/app"', '"path": "example.com/x"'),
      "is about the module `example.com/x`, and no go.mod that git tracks is of it.",
    ],
    ["of no module", config({}) + JSON.stringify({ SBOM: {} }), "is about no module, and no go.mod"],
    ["a text for people", "No vulnerabilities found.\n", "has something else than JSON before message 1"],
  ])("%s", async (_, content, message) => {
    const { head, databases } = await open({ "go.mod": GO_MOD }, { "out/a.json": RECORDED, "out/x.json": content });
    expect(head.problems).toEqual([{ cause: "unreadable-report", message: expect.stringContaining(message) }]);
    expect(head.problems[0]!.message).toMatch(/^`out\/x\.json` /);
    expect([head.findings.length, databases.length]).toEqual([3, 1]);
  });

  test("that git tracks: a change could bring its own", async () => {
    const { head } = await open({ "go.mod": GO_MOD, "out/x.json": RECORDED }, {});
    expect(head).toMatchObject({ findings: [], problems: [{ cause: "unreadable-report" }] });
    expect(head.problems[0]!.message).toContain("is tracked by git, so nobody knows that this run made it.");
  });

  test("a scan of modules alone has no packages", async () => {
    const content = config({ scan_level: "module" }) + sbom({});
    const { head } = await open({ "go.mod": GO_MOD }, { "out/x.json": content });
    expect(head.problems).toEqual([]);
  });

  test("a link is not a file that govulncheck wrote", async () => {
    const workspace = folderOf({ "go.mod": GO_MOD, "out/a.json": RECORDED });
    symlinkSync("/etc/passwd", join(workspace, "out/x.json"));
    const opened = openGovulncheck(["out/x.json"], ["go.mod"], WHOLE, { workspace, log: recordedLog() });
    const problems = await opened.then(
      ({ head }) => head.problems.map(({ message }) => message),
      (error: Error) => [error.message],
    );
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/is not a file|finds no file/);
  });
});

describe("at the base", () => {
  const atBase = async (files: Readonly<Record<string, string>>, head = "go.mod") => {
    const govulncheck = await open({ [head]: GO_MOD }, { "out/x.json": RECORDED });
    return govulncheck
      .atBase(folderOf(files), Object.keys(files))
      .map(({ id, place, package: affected }) => [id, place.file, place.startLine, affected?.version]);
  };

  test("what its go.mod has is known, in whichever folder it was", async () => {
    expect(await atBase({ "old/go.mod": GO_MOD.replace("v0.3.5", "v0.3.4") })).toEqual([
      ["GO-2021-0054", "old/go.mod", 6, "v1.6.5"],
      ["GO-2021-0113", "old/go.mod", 7, "v0.3.4"],
      ["GO-2021-0265", "old/go.mod", 6, "v1.6.5"],
    ]);
  });

  test("a module that got another name is the one of the same file", async () => {
    expect(await atBase({ "go.mod": GO_MOD.replace("example.com/app", "example.com/old") })).toHaveLength(3);
  });

  test("what it lacks is new, and so is all where it cannot be read", async () => {
    expect(await atBase({ "go.mod": "module example.com/app\nrequire golang.org/x/text v0.3.5" })).toHaveLength(1);
    expect(await atBase({ "go.mod": "module example.com/app\nrequire (" })).toEqual([]);
    expect(await atBase({ "x/go.mod": "module example.com/other" })).toEqual([]);
    expect(await atBase({})).toEqual([]);
  });
});
