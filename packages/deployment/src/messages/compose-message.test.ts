import { describe, expect, test } from "vitest";
import { NOW, resultFile, runFacts, STORIES } from "../../testing/run-facts.ts";
import { composeMessage } from "./compose-message.ts";
import { plainText } from "./fitting/message-line.ts";
import type { Message } from "./message.ts";
import type { RunFacts, RunHistory } from "./run-facts.ts";
import { parseTemplate } from "./template.ts";

const compose = (changes: Partial<RunFacts>) => composeMessage(runFacts(changes));
const textOf = (message: Message) => message.text.map(plainText);
const fieldsOf = (message: Message) => message.fields.map(({ name, value }) => `${name}: ${plainText(value)}`);
const sectionsOf = (message: Message) =>
  message.sections.map(({ title, lines }) => [title, ...lines.map(plainText)] as const);

describe("who did what", () => {
  test.each<[string, Partial<RunFacts>, readonly string[]]>([
    ["a commit", {}, ["octocat · a1b2c3d fix: close idle connections"]],
    ["an empty message", { commit: { ...runFacts().commit!, message: "" } }, ["octocat · a1b2c3d"]],
    ["no message", { commit: { ...runFacts().commit!, message: undefined } }, ["octocat · a1b2c3d"]],
    ["a schedule without commit", { commit: undefined }, ["octocat"]],
    ["nobody", { commit: undefined, actor: undefined }, []],
    [
      "a pull request",
      { pullRequest: { number: 5, title: "add it", url: "https://a.example" } },
      ["octocat · #5 add it"],
    ],
    [
      "a long title",
      { commit: { ...runFacts().commit!, message: "😀".repeat(300) } },
      [`octocat · a1b2c3d ${"😀".repeat(119)}…`],
    ],
  ])("%s", (_, changes, text) => {
    expect(textOf(compose(changes))).toEqual(text);
  });
});

describe("whether it is news", () => {
  const history: RunHistory = {
    previous: "failure",
    redRuns: 3,
    hasMore: false,
    redSince: NOW - 130 * 60_000,
    lastGood: STORIES.recovered.history!.lastGood,
  };

  test.each<[string, Partial<RunFacts>, string | undefined]>([
    ["recovered", { history }, "Was red for 3 runs, 2 h 10 min."],
    ["recovered after one", { history: { ...history, redRuns: 1 } }, "Was red for 1 run, 2 h 10 min."],
    [
      "recovered after more than were read",
      { history: { ...history, hasMore: true } },
      "Was red for at least 3 runs, 2 h 10 min.",
    ],
    ["recovered, nobody knows when", { history: { ...history, redSince: undefined } }, "Was red for 3 runs."],
    ["still red", { history, status: "failure" }, "Red for 4 runs, 2 h 10 min."],
    [
      "the first failure",
      { history: { ...history, previous: "success" }, status: "failure" },
      "First failure: the run before passed.",
    ],
    ["the first run", { history: { ...history, previous: "none" }, status: "failure" }, undefined],
    ["green as before", { history: { ...history, previous: "success" } }, undefined],
    ["not asked", { status: "failure" }, undefined],
    ["cancelled", { history, status: "cancelled" }, undefined],
  ])("%s", (_, changes, sentence) => {
    expect(textOf(compose(changes))[1]).toBe(sentence);
  });

  test("all that changed since it passed is a link", () => {
    const url =
      "https://github.com/acme/jessy/compare/0f1e2d3c4b5a69788796a5b4c3d2e1f009876543...a1b2c3d4e5f60718293a4b5c6d7e8f9012345678";
    expect(compose({ history }).buttons).toContainEqual({ text: "Changes since it passed", url });
    const same = { ...history, lastGood: { sha: runFacts().commit!.sha, url: "" } };
    expect(compose({ history: same }).buttons.map(({ text }) => text)).toEqual(["Run 512"]);
  });
});

describe("failed jobs", () => {
  const [job] = STORIES.recovered.jobs!;

  test.each<[string, Partial<RunFacts>, readonly (readonly string[])[]]>([
    [
      "with step, time, error and place",
      STORIES.failure,
      [
        [
          "2 failed jobs",
          "test (ubuntu-24.04, stable) › Run cargo test (2 min 50 s): assertion `left == right` failed (src/pool.rs:42)",
          "scan › Run acme/jessy-actions/trivy-scan@v1 (1 min 30 s)",
        ],
      ],
    ],
    [
      "names alone without the API",
      {
        needs: [
          { name: "test", result: "failure" },
          { name: "lint", result: "timed_out" },
        ],
      },
      [["2 failed jobs", "test", "lint timed out"]],
    ],
    [
      "a job that never began",
      { jobs: [{ ...job!, conclusion: "startup_failure", startedAt: undefined }] },
      [["Failed job", "test could not start"]],
    ],
    ["none", { jobs: [job!] }, []],
  ])("%s", (_, changes, sections) => {
    expect(sectionsOf(compose({ ...changes, resultFiles: [] }))).toEqual(sections);
  });
});

describe("result files", () => {
  test("a fleet that was rolled back is what the message is about", () => {
    const message = composeMessage(STORIES.rollback);
    expect(message.title).toBe("jessy v1.3.0 → production: rolled back");
    expect(textOf(message)).toEqual([
      "Rolled back: web-2 failed its gate, and all 3 hosts serve the release before",
      "octocat · a1b2c3d fix: close idle connections",
      "First failure: the run before passed.",
      "Another run would deploy to all 3 hosts again.",
    ]);
    expect(fieldsOf(message)).toEqual([
      "Release: 20261128T115702Z-a1b2c3d4e5f6-7001.1",
      "Before: 20261121T090000Z-0f1e2d3c4b5a-6900.1",
      "Fleet: 0 of 3 hosts serve this release",
      "Downtime: 42 ms: 3 of 1200 requests lost",
      "Tag: v1.3.0",
      "Duration: 4 min 12 s",
      "Trigger: workflow_dispatch",
    ]);
    expect(sectionsOf(message)).toEqual([
      [
        "Hosts",
        "web-2: rolled back, serves 20261121T090000Z-0f1e2d3c4b5a-6900.1 (GET /health answered 503, 28 times in 30 s)",
        "web-1: rolled back, serves 20261121T090000Z-0f1e2d3c4b5a-6900.1",
        "web-3: not touched, serves 20261121T090000Z-0f1e2d3c4b5a-6900.1",
      ],
    ]);
    expect(message.buttons.map(({ text }) => text)).toEqual(["Run 512", "Open production", "Changes since it passed"]);
  });

  test("a host that serves the release is counted, whatever became of it", () => {
    const host = (name: string, state: string, serving: string | null) => ({ name, state, serving, failure: null });
    const hosts = [
      host("a", "rolled-back", "r1"),
      host("b", "failed", "r2"),
      host("c", "unreachable", null),
      host("d", "rolled-back", ""),
    ];
    const message = compose({
      resultFiles: [resultFile("ssh-deploy", { fails: true, verdict: "fail", outcome: "mixed", release: "r2", hosts })],
    });
    expect(fieldsOf(message)).toContain("Fleet: 1 of 4 hosts serves this release");
    expect(sectionsOf(message)).toEqual([
      [
        "Hosts",
        "a: rolled back, serves r1",
        "b: failed, serves r2",
        "c: unreachable, nobody knows what it serves",
        "d: rolled back, serves nothing",
      ],
    ]);
  });

  test("of several fleets the one that failed decides the title, the others are results", () => {
    const fleet = (name: string, outcome: string, fails: boolean) =>
      resultFile("ssh-deploy", {
        name,
        outcome,
        fails,
        verdict: fails ? "fail" : "pass",
        release: "r1",
        environment: name,
        hosts: [],
        headline: `${name} ${outcome}`,
      });
    const message = compose({ resultFiles: [fleet("eu", "deployed", false), fleet("us", "mixed", true)] });
    expect(message.title).toBe("jessy a1b2c3d → us: hosts serve different releases");
    expect(sectionsOf(message)).toEqual([["Results", "✅ ssh-deploy (eu): eu deployed"]]);
  });

  test("what fails says more than its headline", () => {
    expect(sectionsOf(composeMessage(STORIES.failure)).slice(1)).toEqual([
      [
        "Results",
        "✅ coverage-gate: Coverage 91.2 %, 0.3 points more than main",
        "❌ trivy-scan: 1 new critical vulnerability",
      ],
      [
        "Findings that fail",
        "critical CVE-2026-1234 in openssl 3.0.1: buffer overflow in X509_verify (fixed in 3.0.14)",
      ],
    ]);
  });

  test("a release is a link", () => {
    const release = { url: "https://github.com/acme/jessy/releases/tag/v1.3.0" };
    expect(compose({ resultFiles: [resultFile("release", { tag: "v1.3.0", release })] }).buttons).toContainEqual({
      text: "Release v1.3.0",
      url: release.url,
    });
    expect(compose({ resultFiles: [resultFile("release", { tag: "v1.3.0", release: null })] }).buttons).toHaveLength(1);
  });

  test("what is not a result of this run is said, and is no success", () => {
    const context = { serverUrl: "https://github.com", repository: "acme/jessy", headSha: "f".repeat(40) };
    const message = compose({
      resultFiles: [
        { file: "a.json", problem: "is not valid JSON" },
        resultFile("coverage-gate", { context }),
        resultFile("commit-lint", { context: { ...context, repository: "evil/fork" } }),
        resultFile("unheard-of", { schema: "somebody-else/v1" }),
      ],
    });
    expect(message.state).toBe("warning");
    expect(sectionsOf(message)).toEqual([
      [
        "Results",
        "⚠️ a.json: is not valid JSON",
        "⚠️ coverage-gate-result.json is about another commit, fffffff",
        "⚠️ commit-lint-result.json is about evil/fork",
        '⚠️ unheard-of-result.json: `schema` is not the schema of a result that this version knows but "somebody-else/v1"',
      ],
    ]);
  });
});

describe("the user's own words", () => {
  const own = runFacts().own;

  test("a title, and a field for the state that it does not name", () => {
    const message = compose({ own: { ...own, title: parseTemplate("{workflow} of {actor}") }, status: "failure" });
    expect(message.title).toBe("CI of octocat");
    expect(fieldsOf(message)[0]).toBe("State: failed");
    const named = compose({ own: { ...own, title: parseTemplate("{workflow}: {state}") }, status: "failure" });
    expect(named.title).toBe("CI: failed");
    expect(fieldsOf(named)[0]).toBe("Branch: main");
  });

  test("text and fields stand above ours", () => {
    const message = compose({
      own: { ...own, text: [parseTemplate("for {branch}")], fields: [{ name: "Team", value: parseTemplate("db") }] },
    });
    expect(textOf(message)).toEqual(["for main", "octocat · a1b2c3d fix: close idle connections"]);
    expect(fieldsOf(message)[0]).toBe("Team: db");
  });

  test("a template stands in place of all", () => {
    const message = composeMessage({
      ...STORIES.failure,
      own: { ...own, body: [parseTemplate("{failed-jobs} | {results}"), parseTemplate("{run}, {duration}")] },
    });
    expect(textOf(message)).toEqual([
      "test (ubuntu-24.04, stable), scan | coverage-gate: Coverage 91.2 %, 0.3 points more than main, trivy-scan: 1 new critical vulnerability",
      "run 512, 4 min 12 s",
    ]);
    expect([message.fields, message.sections]).toEqual([[], []]);
  });

  test("nothing is evaluated", () => {
    const commit = { ...runFacts().commit!, message: "{actor} ${process.env.HOME} {{state}}" };
    const message = compose({ commit, own: { ...own, title: parseTemplate("{commit-title}") } });
    expect(message.title).toBe("{actor} ${process.env.HOME} {{state}}");
  });
});
