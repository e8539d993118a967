import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { zstdCompressSync } from "node:zlib";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { tarOf } from "../../../../packages/kit/testing/tar.ts";
import { EmulatedGitHub } from "../../../../packages/local-runner/src/github/gateway.ts";
import { ioOf } from "../../../../packages/local-runner/testing/action-io.ts";
import { BASE, factsOf, groupOf, HEAD, inputsOf } from "../../testing/facts.ts";
import { conclude, formatHistory, parseHistory, readHistory } from "./history.ts";
import { type TrendPoint, trendIndex } from "./trend.ts";

const point = (sha: string, times: Readonly<Record<string, number>>): TrendPoint => ({
  sha: sha.repeat(40),
  at: 1_700_000_000,
  times: new Map(Object.entries(times)),
});

describe("what is kept", () => {
  test("comes back as it was", () => {
    const points = [
      { ...point("a", { parse: 12.5, "__proto__ x": 3 }), gate: { margin: "5 %", alpha: "" } },
      { ...point("b", { parse: 13 }), times: new Map([["__proto__", 7]]) },
    ];
    expect(parseHistory(formatHistory(points))).toEqual(points);
  });

  test("whatever is JSON can be read, and what comes out can be kept again", () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(parseHistory(text)).toEqual([]);
      }),
    );
    const field = fc.oneof(fc.jsonValue(), fc.constant("a".repeat(40)), fc.constant(7));
    const points = fc.array(fc.oneof(fc.jsonValue(), fc.record({ sha: field, at: field, times: field, gate: field })));
    fc.assert(
      fc.property(points, (list) => {
        const parsed = parseHistory(JSON.stringify({ schemaVersion: 1, points: list }));
        expect(parseHistory(formatHistory(parsed))).toEqual(parsed);
        expect(trendIndex(parsed)).toHaveLength(parsed.length);
      }),
    );
  });

  test("what is no JSON is a SyntaxError", () => {
    for (const text of ["", "{", "not json"]) expect(() => parseHistory(text)).toThrow(SyntaxError);
  });

  test.each([
    ["another version", { schemaVersion: 2, points: [{ sha: "a".repeat(40), at: 1, times: {} }] }],
    ["no commit", { schemaVersion: 1, points: [{ sha: "main", at: 1, times: {} }] }],
    [
      "a commit with more behind it",
      { schemaVersion: 1, points: [{ sha: `${"a".repeat(40)}\n"]`, at: 1, times: {} }] },
    ],
    ["no time", { schemaVersion: 1, points: [{ sha: "a".repeat(40), at: "1", times: {} }] }],
    ["no numbers", { schemaVersion: 1, points: [{ sha: "a".repeat(40), at: 1, times: "x" }] }],
    ["nothing", { schemaVersion: 1, points: [null] }],
    ["no list", { schemaVersion: 1, points: { length: 1 } }],
  ])("%s is left out", (_, kept) => {
    expect(parseHistory(JSON.stringify(kept))).toEqual([]);
  });

  test("numbers that no clock gives are left out", () => {
    const text = `{"schemaVersion":1,"points":[{"sha":"${"a".repeat(40)}","at":1,"times":{"a":1,"b":0,"c":-1,"d":"1","e":null,"f":1e999}}]}`;
    expect(parseHistory(text)).toMatchObject([{ times: new Map([["a", 1]]) }]);
  });

  test("the newest fifty", () => {
    const points = Array.from({ length: 60 }, (_, at) => ({ ...point("a", { x: 1 }), at }));
    expect(parseHistory(formatHistory(points)).map(({ at }) => at)).toEqual(
      Array.from({ length: 50 }, (_, at) => at + 10),
    );
  });
});

describe("the index", () => {
  const rounded = (points: readonly TrendPoint[]) => trendIndex(points).map((value) => Math.round(value * 100) / 100);

  test("is 100 at first, and then moves by the geometric mean", () => {
    expect(
      rounded([point("a", { x: 100, y: 10 }), point("b", { x: 200, y: 5 }), point("c", { x: 400, y: 20 })]),
    ).toEqual([100, 100, 282.84]);
    expect(trendIndex([])).toEqual([]);
  });

  test("a benchmark that comes or goes does not move it", () => {
    expect(
      rounded([
        point("a", { x: 100 }),
        point("b", { x: 110, slow: 1e9 }),
        point("c", { slow: 1e9 }),
        point("d", { x: 1 }),
      ]),
    ).toEqual([100, 110, 110, 110]);
  });
});

describe("in the cache", () => {
  let github: EmulatedGitHub;
  const machine = { cpu: "a", cores: 4, system: "Linux", load: 0 };
  const variables = () => ({
    ACTIONS_RESULTS_URL: `${github.url}/`,
    ACTIONS_CACHE_SERVICE_V2: "True",
    ACTIONS_RUNTIME_TOKEN: "t",
    GITHUB_SERVER_URL: "https://github.com",
  });

  beforeEach(async () => {
    github = await EmulatedGitHub.start({ owner: "org", repository: "demo", defaultBranch: "main", tokens: {} });
    github.cache.scopes = { read: ["refs/heads/main"], write: "refs/heads/main" };
    for (const [name, value] of Object.entries(variables())) vi.stubEnv(name, value);
    vi.stubEnv("RUNNER_TEMP", mkdtempSync(join(tmpdir(), "jessy-temp-")));
    vi.spyOn(process.stdout, "write").mockReturnValue(true);
  });

  afterEach(async () => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
    await github.close();
  });

  function cacheIo() {
    const io = ioOf(tmpdir(), { name: "push", branch: "main", before: BASE, sha: HEAD });
    return { ...io, environment: { ...io.environment, ...variables() } };
  }

  const save = (name: string, written: Readonly<Record<string, string>> = { margin: "7 %" }) =>
    conclude(
      inputsOf({ name, ...written }),
      factsOf({ groups: [groupOf({ x: { base: 10, head: 10 } })], machine }),
      cacheIo(),
    );
  const read = (name: string, on = machine) => readHistory(name, on, cacheIo());

  test("points are those of this kind of machine, rules those of any", async () => {
    expect(await read("a")).toEqual({ points: [] });
    await save("a");
    expect(await read("a")).toMatchObject({ points: [{ sha: HEAD }], gate: { margin: "7 %" } });
    expect(await read("a", { ...machine, cores: 8 })).toMatchObject({ points: [], gate: { margin: "7 %" } });
    expect(await read("a", { ...machine, cpu: "b" })).toMatchObject({ points: [], gate: { margin: "7 %" } });
  });

  test("another comparison's are not its own, however alike the names", async () => {
    await save("ab");
    await save("a-b");
    for (const name of ["a", "", "ab-", "AB"]) expect(await read(name)).toEqual({ points: [], otherName: "a-b" });
    expect(await read("ab")).toMatchObject({ points: [{ sha: HEAD }] });
  });

  test("a cache that does not answer, and one that holds something else", async () => {
    await save("a");
    github.fault({ path: /CacheService/, kind: { status: 403, message: "no" } });
    const reason = "the Actions cache cannot be read: it answers with status 403: no";
    expect(await read("a")).toEqual({ points: [], unknown: { state: "unavailable", reason } });
    github.cache.damage("hello");
    expect(await read("a")).toEqual({
      points: [],
      unknown: {
        state: "unreadable",
        reason: expect.stringMatching(/^the cache entry `jessy-bench-v2\/a\/.*` is damaged: /),
      },
    });
    expect(await read("a", { ...machine, cores: 8 })).toMatchObject({ unknown: { state: "unreadable" } });
    github.cache.damage(zstdCompressSync(tarOf([{ name: "x", type: "0", content: "no JSON" }])));
    expect(await read("a")).toEqual({
      points: [],
      unknown: { state: "unreadable", reason: expect.stringMatching(/` cannot be read: Unexpected token/) },
    });
  });

  test("a new history is kept where the old one cannot be read", async () => {
    await save("a");
    github.cache.damage("hello");
    await conclude(
      inputsOf({ name: "a" }),
      factsOf({ groups: [groupOf({ x: { base: 10, head: 10 } })], machine, context: { ...factsOf({}).context } }),
      { ...cacheIo(), environment: { ...cacheIo().environment, GITHUB_RUN_ID: "9" } },
    );
    expect(await read("a")).toMatchObject({ points: [{ sha: HEAD }] });
  });
});
