import { describe, expect, test } from "vitest";
import { factsOf, failed, flawOf, NO_AUDIT, scanOf, targetOf } from "../../testing/example-facts.ts";
import { inputsOf } from "../../testing/written-inputs.ts";
import type { Facts } from "../facts.ts";
import type { Target } from "../targets/target.ts";
import { notesOf } from "./notes.ts";
import { warningsOf } from "./warnings.ts";

const IMAGE: Target = { kind: "image", location: "acme/api:7", name: "acme/api" };
const none = (cause: "no-change" | "no-base" | "not-asked", reason: string): Facts["base"] => ({
  state: "none",
  cause,
  reason,
});
const of = (ecosystem: string) =>
  flawOf("CVE-1", { package: { name: "a", ecosystem, version: "1", fixedVersions: [] } });
const locks = { ...NO_AUDIT, locks: [{ file: "Cargo.lock", judged: 3, notJudged: 0 }] };

describe("notes", () => {
  test.each<[string, Partial<Facts>, Readonly<Record<string, string>>, string[]]>([
    ["nothing of note", {}, {}, []],
    [
      "a schedule",
      { base: none("no-change", "a schedule has no base") },
      {},
      ["Everything counts as new: a schedule has no base."],
    ],
    [
      "`only-new: false`",
      { base: none("not-asked", "`only-new` is `false`") },
      { "only-new": "false" },
      ["Everything counts as new: `only-new` is `false`."],
    ],
    ["a base that cannot be read is a warning", { base: none("no-base", "x") }, {}, []],
    [
      "an image that names no base",
      { targets: [targetOf([], "none", IMAGE)] },
      {},
      ["`acme/api` has no base, so everything in it counts as new; write `base=` after it to compare it."],
    ],
    [
      "an image on a schedule",
      { base: none("no-change", "x"), targets: [targetOf([], "none", IMAGE)] },
      {},
      ["Everything counts as new: x."],
    ],
    [
      "scanners that knew nothing of a target",
      { targets: [{ ...targetOf([]), head: scanOf([], { idle: ["vuln", "license"] }) }] },
      {},
      ["In `.` there is nothing that Trivy's scanners `vuln` and `license` know, so nothing of that was judged."],
    ],
    [
      "crates without RustSec",
      { targets: [targetOf([of("cargo")])] },
      { rustsec: "off" },
      ["RustSec's database was not asked: `rustsec` is `off`."],
    ],
    ["no crates without RustSec", { targets: [targetOf([of("npm")])] }, { rustsec: "off" }, []],
    [
      "locks without an index",
      { audit: { head: locks, base: locks } },
      {},
      ["Yanked crates were not looked for in 1 lock: `crates-index` is empty."],
    ],
    ["locks with an index", { audit: { head: locks, base: locks } }, { "crates-index": "index" }, []],
    [
      "Go modules without govulncheck",
      { targets: [targetOf([of("golang")])] },
      {},
      ["Whether the program calls what is flawed in Go modules is not known: `govulncheck` names no file."],
    ],
    ["Go modules with govulncheck", { targets: [targetOf([of("golang")])] }, { govulncheck: "vulns.json" }, []],
    [
      "a network that only a proxy closes",
      { network: "proxy" },
      {},
      ["The network was closed to Trivy by a proxy that leads nowhere: this runner allows nothing better."],
    ],
  ])("%s", (_, changes, written, expected) => {
    expect(notesOf(inputsOf(written), factsOf(changes))).toEqual(expected);
  });
});

describe("warnings", () => {
  test.each<[string, Partial<Facts>, string[]]>([
    ["nothing to warn of", {}, []],
    [
      "a Trivy that nobody has verified",
      { tool: { version: "0.70.0", path: "/usr/bin/trivy", origin: "installed", sha256: "c".repeat(64) } },
      ["Trivy 0.70.0 at `/usr/bin/trivy` was on the runner already, and nobody has verified it."],
    ],
    [
      "no base",
      { base: none("no-base", "the clone is shallow") },
      ["The base cannot be read, so everything counts as new: the clone is shallow."],
    ],
    [
      "a database that is not the newest",
      {
        databases: [
          {
            name: "trivy-db",
            version: null,
            updatedAt: 0,
            origin: "the cache",
            warning: "The database is 2 days old: every repository answered 429.",
          },
        ],
      },
      ["The database is 2 days old: every repository answered 429."],
    ],
    [
      "a base that was not scanned",
      { targets: [targetOf([], failed("Trivy timed out."))] },
      ["The base of `.` was not scanned, so everything in it counts as new: Trivy timed out."],
    ],
    [
      "a base that was scanned in part",
      { targets: [targetOf([], { ...failed("A Dockerfile cannot be parsed."), partial: scanOf([]).scan } as never)] },
      [
        "Not all of the base of `.` was scanned, and what is only in the rest counts as new: A Dockerfile cannot be parsed.",
      ],
    ],
    [
      "the base of a run that is compared with nothing",
      { base: none("no-change", "x"), audit: { head: locks, base: undefined } },
      [],
    ],
    [
      "locks of the base that were not matched",
      { audit: { head: locks, base: undefined } },
      ["The base's locks were not matched, so what RustSec alone knows counts as new."],
    ],
    ["no locks at all", { audit: { head: NO_AUDIT, base: undefined } }, []],
    [
      "a lock of the base that cannot be read",
      {
        audit: {
          head: locks,
          base: { ...NO_AUDIT, problems: [{ cause: "unreadable-lock", message: "`Cargo.lock` is not valid TOML." }] },
        },
      },
      ["A lock of the base counts as empty: `Cargo.lock` is not valid TOML."],
    ],
  ])("%s", (_, changes, expected) => {
    expect(warningsOf(factsOf(changes))).toEqual(expected);
  });
});
