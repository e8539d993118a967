import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../../packages/reading/testing/depth.ts";
import { examplePreflight, factsOf } from "../testing/example-facts.ts";
import {
  BEFORE,
  COMMIT,
  exampleResult,
  mixedResult,
  plannedResult,
  RELEASE,
  refusedResult,
  rolledBackResult,
} from "../testing/example-result.ts";
import { inputsOf } from "../testing/written-inputs.ts";
import { evaluate } from "./evaluate.ts";
import type { Facts, HostFacts } from "./facts.ts";
import { releaseOf } from "./planning/release-of.ts";
import { sizeText } from "./rendering/size-text.ts";
import type { Result } from "./result.ts";

const schema = JSON.parse(
  readFileSync(new URL("../../../docs/schema/ssh-deploy-result.v1.json", import.meta.url), "utf8"),
);
const published = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(schema);

const LEAST = { hosts: "u@api-1\nu@api-2\nu@api-3", path: "/srv/api", agent: "/run/agent.sock" };
const REFUSED: Partial<HostFacts> = {
  connection: { state: "failed", cause: "timeout", message: "no answer after 15 s" },
  preflight: undefined,
};

/** The plan; its file fits the published schema. */
function planned(
  written: Readonly<Record<string, string>> = {},
  of: Readonly<Record<string, Partial<HostFacts>>> = {},
  changes: Partial<Facts> = {},
): Result {
  const inputs = inputsOf({ ...LEAST, ...written });
  const result = evaluate(inputs, factsOf(inputs, of, changes));
  expect(published(JSON.parse(JSON.stringify(result))), JSON.stringify(published.errors)).toBe(true);
  return result;
}

test.each([
  ["deployed", exampleResult()],
  ["rolled back", rolledBackResult()],
  ["mixed", mixedResult()],
  ["refused", refusedResult()],
  ["planned", plannedResult()],
])("a result that was %s fits the published schema", (_, result) => {
  expect(published(JSON.parse(JSON.stringify(result))), JSON.stringify(published.errors)).toBe(true);
});

describe("a plan", () => {
  test("that nobody carried out is never a pass", () => {
    expect(planned()).toMatchObject({ verdict: "broken", fails: true, outcome: "planned", downtime: null });
  });

  test("of a dry run passes, with groups and hooks", () => {
    const written = { "dry-run": "true", canary: "1", soak: "1m", "before-deploy": "./migrate.sh", gates: "tcp 1" };
    expect(planned(written)).toMatchObject({
      verdict: "pass",
      fails: false,
      outcome: "planned",
      headline: "Dry run: 3 of 3 hosts would be switched, in 2 groups",
      groups: [
        { title: "canary", hosts: ["api-1"], soak: 60_000 },
        { title: "the others", hosts: ["api-2", "api-3"], soak: 0 },
      ],
      steps: [
        { title: "before-deploy", outcome: "skipped", note: "would run once, on `api-1`, before any host is switched" },
      ],
      hosts: [{ group: "canary", state: "planned", before: BEFORE }, { group: "the others" }, { group: "the others" }],
      previousRelease: BEFORE,
      settings: { dryRun: true, maxFailures: "0", gates: ["port 1"] },
      warnings: [],
    });
  });

  test("leaves out what serves it already, unless an earlier run left something there", () => {
    const same = { serving: RELEASE, isUnchanged: true };
    const result = planned(
      { "dry-run": "true" },
      {
        "api-1": { preflight: examplePreflight(same) },
        "api-2": { preflight: examplePreflight({ ...same, leftover: "a switch that nobody finished" }) },
        "api-3": { preflight: examplePreflight({ ...same, isUnchanged: false }) },
      },
    );
    expect(result.hosts.map(({ state }) => state)).toEqual(["unchanged", "planned", "planned"]);
    expect(result.headline).toBe("Dry run: 2 of 3 hosts would be switched, in 1 group");
    expect(result.hosts[1]?.phases.at(-1)?.note).toContain("from an earlier run: a switch that nobody finished");
  });

  test("of hosts that all serve it says so", () => {
    const preflight = examplePreflight({ serving: RELEASE, isUnchanged: true });
    const all = { "api-1": { preflight }, "api-2": { preflight }, "api-3": { preflight } };
    expect(planned({ "dry-run": "true" }, all).headline).toBe("Dry run: all 3 hosts serve this release already");
  });

  test("knows no release before where the hosts differ, or serve nothing", () => {
    expect(planned({}, { "api-1": { preflight: examplePreflight({ serving: "other" }) } }).previousRelease).toBeNull();
    const preflight = examplePreflight({ serving: "" });
    const none = { "api-1": { preflight }, "api-2": { preflight }, "api-3": { preflight } };
    expect(planned({}, none)).toMatchObject({ previousRelease: null, hosts: [{ before: null, serving: "" }, {}, {}] });
  });

  test("tells of locks, jump hosts, missing gates and missing ways back", () => {
    const written = { mode: "command", switch: "x", jump: "u@jump", gates: "", "dry-run": "true" };
    const lock = JSON.stringify({
      id: "1",
      serverUrl: "https://github.com",
      repository: "acme/web",
      runId: "9",
      runner: "r",
      url: "https://github.com/r",
      release: "x",
      runAttempt: 1,
    });
    const locked = {
      "api-1": { preflight: examplePreflight({ lock }) },
      "api-2": { preflight: examplePreflight({ lock: "?" }) },
    };
    expect(planned(written, locked)).toMatchObject({
      notes: [
        "`api-1` had a lock of https://github.com/r when it was looked at.",
        "`api-2` had something that is no lock of ours when it was looked at.",
      ],
      warnings: [
        "No gate is set: a host counts as good as soon as its switch has run. Write `gates`.",
        "`rollback` is empty: no host can go back to what it served before.",
      ],
    });
    const runner = { jump: "u@jump", gates: "runner tcp 443" };
    expect(planned(runner).notes).toEqual([expect.stringContaining("do not go through jump hosts")]);
  });
});

describe("nothing is touched", () => {
  test.each<[string, Partial<HostFacts>, string, string]>([
    ["without a connection", REFUSED, "connect", "no answer after 15 s"],
    ["where nobody looked", { preflight: undefined }, "preflight", "nobody looked at it"],
    [
      "with a problem",
      { preflight: examplePreflight({ problems: ["not installed: tar (copying)"] }) },
      "preflight",
      "not installed: tar (copying)",
    ],
    [
      "with a disk that is too small",
      { preflight: examplePreflight({ freeKilobytes: 11_000 }) },
      "preflight",
      "the disk has 11 MB free, and the release may need 12 MB",
    ],
    [
      "with a full disk",
      { preflight: examplePreflight({ freeKilobytes: 0 }) },
      "preflight",
      "the disk has 0 B free, and the release may need 12 MB",
    ],
    [
      "without inodes",
      { preflight: examplePreflight({ freeInodes: 2999 }) },
      "preflight",
      "the disk has 2999 inodes free, and the release may need 3000",
    ],
  ])("with one host %s", (_, facts, phase, message) => {
    const result = planned({ "dry-run": "true" }, { "api-2": facts });
    expect(result).toMatchObject({ verdict: "fail", fails: true, outcome: "refused", steps: [] });
    expect(result.headline).toMatch(/^Nothing was touched: api-2 /);
    expect(result.hosts[1]).toMatchObject({ failure: { phase, message } });
    expect(result.hosts[1]?.state).toBe(phase === "connect" ? "unreachable" : "not-touched");
    expect(result.hosts[0]).toMatchObject({ state: "planned", failure: null });
  });

  test.each([
    ["just enough room", { freeKilobytes: 11_719, freeInodes: 3000 }],
    ["a file system that does not count", { freeKilobytes: null, freeInodes: null }],
  ])("but not for %s", (_, changes) => {
    expect(planned({}, { "api-1": { preflight: examplePreflight(changes) } }).outcome).toBe("planned");
  });

  test("a mode without files needs a little room, too", () => {
    const preflight = examplePreflight({ freeKilobytes: 1023 });
    expect(planned({}, { "api-1": { preflight } }, { files: null }).outcome).toBe("refused");
  });
});

test("whatever the hosts say, a run passes only as a dry run of hosts that are all well", () => {
  const preflight = fc
    .record({
      problems: fc.constantFrom<readonly string[]>([], ["x"]),
      serving: fc.constantFrom(null, "", BEFORE, RELEASE),
      freeKilobytes: fc.constantFrom(null, 0, 100_000_000),
      leftover: fc.constantFrom(null, "x"),
      isUnchanged: fc.boolean(),
    })
    .map(examplePreflight);
  const host = fc.oneof(
    preflight.map((each): Partial<HostFacts> => ({ preflight: each })),
    fc.constant(REFUSED),
  );
  fc.assert(
    fc.property(fc.array(host, { minLength: 3, maxLength: 3 }), fc.boolean(), (all, dryRun) => {
      const of = Object.fromEntries(all.map((facts, at) => [`api-${at + 1}`, facts]));
      const result = planned({ "dry-run": String(dryRun) }, of);
      const isWell = result.hosts.every(({ failure }) => failure === null);
      expect(result.verdict === "pass").toBe(dryRun && isWell);
      expect(result.fails).toBe(result.verdict !== "pass");
      expect(result.outcome === "refused").toBe(!isWell);
    }),
    runs(200),
  );
});

describe("the name of a release", () => {
  const FILE = { name: "index.html", size: 1, mode: "644", hash: "aa", mtime: 1 } as const;
  const tree = { files: [FILE, { ...FILE, name: "b" }], folders: ["c"], links: [{ name: "l", target: "b" }] };
  const facts = { now: 0, commit: COMMIT, runId: "77", runAttempt: 2, image: null, tree: undefined };
  const image = (digest: string) => ({ reference: "x", digest, signature: "not-asked", signedBy: null }) as const;
  const COMMAND = { ...LEAST, mode: "command", switch: "x" };

  test.each<[string, Record<string, string>, string, string]>([
    ["of a command: the version", { ...COMMAND, version: "v1.2", serving: "x" }, COMMIT, "v1.2"],
    ["of a command: the commit", COMMAND, COMMIT, COMMIT],
    [
      "of a command whose version is no name",
      { ...COMMAND, version: "a b/c", serving: "x" },
      COMMIT,
      "19700101T000000Z-4f1c2ab-77.2",
    ],
  ])("%s", (_, written, commit, name) => expect(releaseOf(inputsOf(written), { ...facts, commit })).toBe(name));

  test("of files: what they hold and what is made of them, whatever run it is", () => {
    const name = (changes: object = {}, written: Record<string, string> = {}) =>
      releaseOf(inputsOf({ ...LEAST, ...written }), { ...facts, tree, ...changes });
    expect(name()).toMatch(/^4f1c2ab-[0-9a-f]{12}$/);
    const touched = tree.files.map((file) => ({ ...file, mtime: 2 })).toReversed();
    expect(name({ now: 1, runId: "78", tree: { ...tree, files: touched } }, { keep: "9", transfer: "tar" })).toBe(
      name(),
    );
    const others = [
      name({ commit: "b".repeat(40) }),
      name({ tree: { ...tree, files: [FILE] } }),
      name({ tree: { ...tree, files: [{ ...FILE, mode: "755" }, tree.files[1]] } }),
      name({ tree: { ...tree, files: [{ ...FILE, hash: "bb" }, tree.files[1]] } }),
      name({ tree: { ...tree, folders: [] } }),
      name({ tree: { ...tree, links: [{ name: "l", target: "index.html" }] } }),
      name({}, { activate: "x" }),
      name({}, { shared: "x" }),
      name({}, { env: "A=1" }),
    ];
    expect(new Set([name(), ...others]).size).toBe(10);
  });

  test("of a container: its digest, and what it is run with", () => {
    const written = { ...LEAST, mode: "docker", image: "ghcr.io/acme/api:1", container: "api" };
    const name = (changes: Record<string, string> = {}, digest = `sha256:${"a".repeat(64)}`) =>
      releaseOf(inputsOf({ ...written, ...changes }), { ...facts, image: image(digest) });
    expect(name()).toMatch(/^sha256:a{64}-[0-9a-f]{12}$/);
    expect(name({ "registry-username": "a", "registry-password": "rotated" })).toBe(name());
    expect(new Set([name(), name({}, "sha256:bb"), name({ run: "--env=A=1" }), name({ env: "A=1" })]).size).toBe(4);
  });
});

test.each([
  [0, "0 B"],
  [999, "999 B"],
  [1000, "1 kB"],
  [1999, "1.9 kB"],
  [9_999_999, "9.9 MB"],
  [12_999_999, "12 MB"],
  [21_504_000_000, "21 GB"],
])("%d bytes are %s", (bytes, text) => expect(sizeText(bytes)).toBe(text));
