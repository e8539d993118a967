import { JsonValue } from "@jessy-actions/reading/json";
import type { ResultFile, RunFacts } from "../src/messages/run-facts.ts";

const REPOSITORY = "https://github.com/acme/jessy";
const SHA = "a1b2c3d4e5f60718293a4b5c6d7e8f9012345678";
const GOOD = "0f1e2d3c4b5a69788796a5b4c3d2e1f009876543";
export const NOW = Date.UTC(2026, 10, 28, 12, 0, 0);
const MINUTE = 60_000;

/** A run of `CI` on main that passed. */
export function runFacts(changes: Partial<RunFacts> = {}): RunFacts {
  return {
    status: "success",
    needs: [],
    repository: { owner: "acme", name: "jessy", url: REPOSITORY },
    run: {
      id: 7001,
      number: 512,
      attempt: 1,
      url: `${REPOSITORY}/actions/runs/7001/attempts/1`,
      workflow: "CI",
      event: "push",
      startedAt: NOW - 4 * MINUTE - 12_000,
    },
    actor: "octocat",
    commit: { sha: SHA, message: "fix: close idle connections\n\nThey were kept.", url: `${REPOSITORY}/commit/${SHA}` },
    ref: "refs/heads/main",
    pullRequest: undefined,
    environment: undefined,
    jobs: undefined,
    history: undefined,
    resultFiles: [],
    own: { title: undefined, text: [], fields: [], body: undefined, buttons: [] },
    mentions: [],
    time: NOW,
    ...changes,
  };
}

/** A result file, by the fields that every schema has. */
export function resultFile(action: string, fields: Readonly<Record<string, unknown>> = {}): ResultFile {
  const content = {
    schema: `jessy-actions/${action}/v1`,
    verdict: "pass",
    fails: false,
    headline: `${action} passed`,
    ...fields,
  };
  return { file: `${action}-result.json`, content: new JsonValue(content, "") };
}

function job(name: string, start: number, end: number, changes: Partial<NonNullable<RunFacts["jobs"]>[number]> = {}) {
  return {
    name,
    conclusion: "success" as const,
    url: `${REPOSITORY}/actions/runs/7001/job/${name.length}`,
    startedAt: NOW - start * 1000,
    completedAt: NOW - end * 1000,
    failedStep: undefined,
    error: undefined,
    ...changes,
  };
}

const COVERAGE = resultFile("coverage-gate", {
  headline: "Coverage 91.2 %, 0.3 points more than main",
  context: { serverUrl: "https://github.com", repository: "acme/jessy", headSha: SHA },
});

/** What people read most often, from the facts of whole runs. */
export const STORIES: Readonly<
  Record<"success" | "failure" | "rollback" | "smoke" | "recovered" | "started", RunFacts>
> = {
  success: runFacts({
    needs: [
      { name: "build", result: "success" },
      { name: "test", result: "success" },
    ],
    jobs: [job("build", 250, 180), job("test", 180, 10)],
    history: { previous: "success", redRuns: 0, hasMore: false, redSince: undefined, lastGood: good() },
    resultFiles: [
      COVERAGE,
      resultFile("docker-build-push", {
        headline: "1 image pushed",
        images: [
          {
            digest: `sha256:${"c0ffee".repeat(10)}beef`,
            references: [
              { reference: "ghcr.io/acme/jessy:main", state: "moved" },
              { reference: "ghcr.io/acme/jessy:sha-a1b2c3d", state: "pushed" },
            ],
          },
        ],
      }),
    ],
  }),
  failure: runFacts({
    status: "success",
    run: { ...runFacts().run, attempt: 2, url: `${REPOSITORY}/actions/runs/7001/attempts/2` },
    needs: [
      { name: "build", result: "success" },
      { name: "test", result: "failure" },
      { name: "scan", result: "failure" },
    ],
    jobs: [
      job("build", 250, 180),
      job("test (ubuntu-24.04, stable)", 180, 10, {
        conclusion: "failure",
        failedStep: "Run cargo test",
        error: { text: "assertion `left == right` failed\n  left: 1", file: "src/pool.rs", line: 42 },
      }),
      job("scan", 180, 90, { conclusion: "failure", failedStep: "Run acme/jessy-actions/trivy-scan@v1" }),
      job("notify", 9, 9, { conclusion: null, completedAt: undefined }),
    ],
    history: { previous: "success", redRuns: 0, hasMore: false, redSince: undefined, lastGood: good() },
    resultFiles: [
      COVERAGE,
      resultFile("trivy-scan", {
        verdict: "fail",
        fails: true,
        headline: "1 new critical vulnerability",
        findings: [
          {
            fails: true,
            severity: "critical",
            id: "CVE-2026-1234",
            url: "https://avd.aquasec.com/nvd/cve-2026-1234",
            title: "buffer overflow in X509_verify",
            place: { target: ".", file: "Cargo.lock" },
            package: { name: "openssl", version: "3.0.1", fixedVersions: ["3.0.14"] },
          },
        ],
      }),
    ],
    mentions: [{ kind: "user", id: "U0123ABCD" }, { kind: "group", id: "234567890123456789" }, { kind: "here" }],
  }),
  rollback: runFacts({
    status: "failure",
    run: { ...runFacts().run, workflow: "Deploy", event: "workflow_dispatch" },
    ref: "refs/tags/v1.3.0",
    history: { previous: "success", redRuns: 0, hasMore: false, redSince: undefined, lastGood: good() },
    resultFiles: [
      resultFile("ssh-deploy", {
        verdict: "fail",
        fails: true,
        headline: "Rolled back: web-2 failed its gate, and all 3 hosts serve the release before",
        outcome: "rolled-back",
        version: "v1.3.0",
        release: "20261128T115702Z-a1b2c3d4e5f6-7001.1",
        previousRelease: "20261121T090000Z-0f1e2d3c4b5a-6900.1",
        environment: "production",
        url: "https://jessy.example.com",
        hosts: [
          { name: "web-1", state: "rolled-back", serving: "20261121T090000Z-0f1e2d3c4b5a-6900.1", failure: null },
          {
            name: "web-2",
            state: "rolled-back",
            serving: "20261121T090000Z-0f1e2d3c4b5a-6900.1",
            failure: {
              phase: "gate",
              message: "GET /health answered 503, 28 times in 30 s",
              status: 503,
              body: null,
              log: "",
            },
          },
          { name: "web-3", state: "not-touched", serving: "20261121T090000Z-0f1e2d3c4b5a-6900.1", failure: null },
        ],
        downtime: { requests: 1200, lost: 3, milliseconds: 41.2 },
        rerun: "Another run would deploy to all 3 hosts again.",
      }),
    ],
    mentions: [{ kind: "user", id: "U0123ABCD" }],
  }),
  smoke: runFacts({
    status: "failure",
    run: { ...runFacts().run, workflow: "Deploy" },
    environment: { name: "staging", url: "https://staging.example.com" },
    resultFiles: [
      resultFile("ssh-deploy", {
        headline: "All 2 hosts serve the new release",
        outcome: "deployed",
        version: SHA,
        release: "20261128T115702Z-a1b2c3d4e5f6-7001.1",
        previousRelease: null,
        environment: "staging",
        url: "https://staging.example.com",
        hosts: [
          { name: "web-1", state: "deployed", serving: "20261128T115702Z-a1b2c3d4e5f6-7001.1", failure: null },
          { name: "web-2", state: "unchanged", serving: "20261128T115702Z-a1b2c3d4e5f6-7001.1", failure: null },
        ],
        downtime: { requests: 800, lost: 0, milliseconds: 0 },
        rerun: "",
      }),
      resultFile("smoke-test", {
        verdict: "fail",
        fails: true,
        headline: "1 of 3 checks failed: health",
        checks: [
          {
            name: "health",
            url: "https://staging.example.com/health",
            state: "failed",
            optional: false,
            reason: "it serves 0f1e2d3 and not a1b2c3d",
          },
        ],
      }),
    ],
  }),
  recovered: runFacts({
    needs: [{ name: "test", result: "success" }],
    jobs: [job("test", 180, 10)],
    history: { previous: "failure", redRuns: 3, hasMore: false, redSince: NOW - 130 * MINUTE, lastGood: good() },
    resultFiles: [COVERAGE],
  }),
  started: runFacts({
    status: "started",
    run: { ...runFacts().run, workflow: "Deploy", startedAt: NOW - 5000 },
    environment: { name: "production", url: "https://jessy.example.com" },
  }),
};

function good() {
  return { sha: GOOD, url: `${REPOSITORY}/commit/${GOOD}` };
}
