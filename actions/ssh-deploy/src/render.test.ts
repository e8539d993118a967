import { renderMarkdown } from "@jessy-actions/kit/report/markdown";
import type { Block } from "@jessy-actions/kit/report/report";
import { describe, expect, test } from "vitest";
import { markdownToHtml } from "../../../packages/local-runner/src/command-line/report-page.ts";
import {
  BEFORE,
  exampleHost,
  exampleResult,
  mixedResult,
  phasesOf,
  plannedResult,
  RELEASE,
  refusedResult,
  rolledBackResult,
} from "../testing/example-result.ts";
import { render } from "./render.ts";
import { durationText } from "./rendering/duration-text.ts";
import type { Result } from "./result.ts";

const markdown = (blocks: readonly Block[] = []) =>
  renderMarkdown(blocks, { maxBytes: 1_000_000 }).text.replaceAll("\u200b", "").replaceAll("\u00a0", " ");
const summary = (result: Result) => markdown(render(result).summary);
const comment = (result: Result) => markdown(render(result).comment);

test("the whole summary of a deployment", () => {
  expect(summary(exampleResult())).toBe(`| Result | Host | Serves now |
| :--- | :--- | :--- |
| ✅ deployed | \`api-1\` | \`${RELEASE}\` |
| ✅ deployed | \`api-2\` | \`${RELEASE}\` |
| ✅ deployed | \`api-3\` | \`${RELEASE}\` |

**No downtime**\\: 482 requests during the switches, none lost.

**Re-run\\:** Another run of this commit would change nothing.

<details open><summary>Phases of 3 hosts, the slowest took 4.4 s</summary>

| Host | Connect | Preflight | Lock | Prepare | Switch | Gate | Measure | Finish |
| :--- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |
| \`api-1\` | 312 ms | 41 ms | 12 ms | 1.9 s | 37 ms | 2.1 s | 9 ms | 22 ms |
| \`api-2\` | 312 ms | 41 ms | 12 ms | 1.9 s | 37 ms | 2.1 s | 9 ms | 22 ms |
| \`api-3\` | 312 ms | 41 ms | 12 ms | 1.9 s | 37 ms | 2.1 s | 9 ms | 22 ms |

</details>

- Release \`${RELEASE}\` from [\`4f1c2ab09d\`](https://github.com/acme/jessy/commit/4f1c2ab09d5e7f6a8b3c4d5e6f708192a3b4c5d6) after \`${BEFORE}\`, mode \`files\`, [the run](https://github.com/acme/jessy/actions/runs/77/attempts/1).
- Environment production\\: [https\\://api.example.com/](https://api.example.com/).
- The lock was taken, and released.
- GitHub has the deployment record \`4242\`.`);
});

describe("what the summary says", () => {
  test.each<[string, Result, string[]]>([
    [
      "of a rollback: why, with the answer and the log, the host that failed first",
      rolledBackResult(),
      [
        "- **❌ gate** on `api-3`\\: GET /health answered 503, 28 times in 30 s\n",
        '```\n{"status":"down","database":"connection refused"}\n```',
        "ERROR database: connection refused (10.0.0.5:5432)\n```",
        `| ⚠️ rolled back | \`api-3\` | \`${BEFORE}\` |\n| ⚠️ rolled back | \`api-1\``,
        "**Downtime 118 ms**\\: 3 of 911 requests during the switches were lost.",
        "**❌ failed, 30 s** |",
      ],
    ],
    [
      "of a mixed fleet: first of all, and what nobody knows",
      mixedResult(),
      [
        "> [!CAUTION]\n> The hosts serve different releases\\:",
        `\`${BEFORE}\` by \`api-1\`; nobody knows what is served by \`api-2\`; \`${RELEASE}\` by \`api-3\`.`,
        `| **❌ failed** | \`api-3\` | \`${RELEASE}\` |`,
        "| **❔ unreachable** | `api-2` | _unknown_ |",
        "- The lock was taken and could not be released everywhere \\(api-2 does not answer\\).",
      ],
    ],
    [
      "of a refusal: each host's reason",
      refusedResult(),
      [
        "- **❌ preflight** on `api-2`\\: /srv has 12 MB free, and the release needs 48 MB",
        "- **❌ connect** on `api-3`\\: no answer from api-3.example.com\\:22 after 15 s",
        "| **❌ refused** | `api-2` |",
        "| **❔ unreachable** | `api-3` | _unknown_ |",
        "- No lock was taken.",
      ],
    ],
    [
      "of a dry run: groups, hosts, gates, hooks and the end",
      plannedResult(),
      [
        `| canary, then watched for 1 min | \`api-1\` | \`${BEFORE}\` | \`${RELEASE}\` |`,
        `|  | \`api-3\` | \`${RELEASE}\` | nothing to do |`,
        "- **Gates**\\: `GET /health`, `tcp 5432`",
        "- **before-deploy**\\: would run on `api-1`",
        "- **Rollback** of every switched host as soon as one fails",
        "- `api-1`, preflight\\: 21 GB free",
      ],
    ],
    [
      "of hosts without a connection: no time, and the line to paste as code",
      refusedResult({
        hosts: [
          exampleHost("a", {
            state: "unreachable",
            phases: phasesOf({}).concat({ phase: "connect", outcome: "failed", duration: 0, note: "" }),
            failure: { phase: "connect", message: "add `a ssh-ed25519 AAAA`", status: null, body: null, log: "" },
          }),
        ],
      }),
      ["on `a`\\: add `a ssh-ed25519 AAAA`", "Phases of 1 host</summary>", "| `a` | **❌ failed** |"],
    ],
    [
      "of a dry run without gates",
      plannedResult({ settings: { dryRun: true, gates: [], maxFailures: "10%" } }),
      ["- **⚠️ No gate**\\: a host counts as good as soon", "as soon as more than 10% fail"],
    ],
    [
      "of an image",
      exampleResult({
        mode: "docker",
        release: `ghcr.io/acme/api@sha256:${"ab".repeat(32)}`,
        image: {
          reference: "ghcr.io/acme/api:1",
          digest: `sha256:${"ab".repeat(32)}`,
          signature: "verified",
          signedBy: "https://github.com/acme/api",
        },
      }),
      [
        "- Release `ghcr.io/acme/api@sha256:abababababab` from",
        `Image \`ghcr.io/acme/api:1\` is \`sha256:${"ab".repeat(32)}\`; its signature was verified, by \`https://github.com/acme/api\`.`,
      ],
    ],
    [
      "of a lock that another run holds",
      refusedResult({
        lock: { state: "held-by-other", owner: "acme/web run 9", ownerUrl: "https://github.com/r", note: "for 3 min" },
      }),
      ["- The lock is held by another deployment\\: [`acme/web run 9`](https://github.com/r) \\(for 3 min\\)."],
    ],
    [
      "of a hook that failed, before all hosts",
      refusedResult({ steps: [{ title: "before-deploy", outcome: "failed", duration: 8, note: "exit code `3`" }] }),
      ["- **❌ before-deploy**\\: exit code `3`\n- **❌ preflight**"],
    ],
    [
      "of hosts that served different releases before",
      exampleResult({ previousRelease: null, hosts: [exampleHost("a"), exampleHost("b", { before: null })] }),
      [
        `| ✅ deployed | \`a\` | \`${RELEASE}\` | \`${BEFORE}\` |\n| ✅ deployed | \`b\` | \`${RELEASE}\` | _nothing_ |`,
      ],
    ],
    [
      "of warnings and notes",
      exampleResult({ warnings: ["`x` is old"], notes: ["`y` is new"] }),
      ["- **⚠️ Warning\\:** `x` is old\n- **ℹ️ Note\\:** `y` is new"],
    ],
    [
      "of a probe that asked nothing",
      exampleResult({ downtime: { requests: 0, lost: 0, milliseconds: 0 } }),
      ["Downtime was not measured"],
    ],
  ])("%s", (_, result, parts) => {
    const text = summary(result);
    for (const part of parts) expect(text).toContain(part);
  });

  test("nothing of a downtime that was not measured", () => {
    expect(summary(exampleResult({ downtime: null }))).not.toMatch(/downtime/i);
  });
});

test("a comment has reasons without logs, and the release in one line", () => {
  const text = comment(rolledBackResult());
  expect(text).toContain("- **❌ gate** on `api-3`");
  expect(text).not.toContain("ERROR database");
  expect(text).not.toContain("<details");
  expect(text).toContain(`Release \`${RELEASE}\` from`);
});

test("the number of hosts never makes a report endless, and what failed stays", () => {
  const hosts = Array.from({ length: 900 }, (_, at) => exampleHost(`host-${at}`));
  const failed = { phase: "gate", message: "no answer", status: null, body: null, log: "x\n".repeat(5000) } as const;
  const last = exampleHost("last", { state: "failed", failure: failed });
  const { text: rendered } = renderMarkdown(render(mixedResult({ hosts: [...hosts, last] })).summary, {
    maxBytes: 20_000,
  });
  const text = rendered.replaceAll("\u00a0", " ");
  expect(Buffer.byteLength(rendered)).toBeLessThanOrEqual(20_000);
  expect(text).toContain("| **❌ failed** | `last` |");
  expect(text).toMatch(/and \d+ more hosts/);
});

test("what hosts and users write is shown as text alone", async () => {
  const evil = "<img src=x onerror=alert(1)> [x](javascript:1) | `y` @everyone \u202e::error::";
  const failure = {
    phase: "gate",
    message: evil,
    status: 500,
    body: `\`\`\`\n${evil}`,
    log: `\`\`\`\n${evil}`,
  } as const;
  const result = mixedResult({
    name: evil,
    release: evil,
    previousRelease: evil,
    version: evil,
    environment: evil,
    url: "javascript:alert(1)",
    hosts: [
      exampleHost(evil, { state: "failed", before: evil, serving: evil, failure, phases: phasesOf({ gate: evil }) }),
    ],
    steps: [{ title: evil, outcome: "failed", duration: 1, note: evil }],
    lock: { state: "held-by-other", owner: evil, ownerUrl: "javascript:1", note: evil },
    notes: [evil],
    warnings: [evil],
  });
  const report = render(result);
  const html = await markdownToHtml(markdown([...report.summary, ...(report.comment ?? [])]));
  expect(html).not.toMatch(/<img|<script|href="javascript/i);
  expect(html).not.toContain("\u202e");
});

describe("outputs", () => {
  test("of a deployment", () => {
    expect(render(exampleResult({ hosts: [exampleHost("a")] })).outputs).toEqual({
      verdict: "pass",
      outcome: "deployed",
      release: RELEASE,
      "previous-release": BEFORE,
      hosts: JSON.stringify([{ name: "a", state: "deployed", before: BEFORE, serving: RELEASE }]),
      "deployment-id": "4242",
      url: "https://api.example.com/",
      "downtime-ms": "0",
    });
  });

  test.each<[string, Result, string]>([
    ["a rollback", rolledBackResult(), ""],
    ["a mixed fleet", mixedResult(), ""],
    ["a refusal", refusedResult(), ""],
    ["a plan", plannedResult(), RELEASE],
    ["no change", exampleResult({ outcome: "unchanged" }), RELEASE],
  ])("the release of %s", (_, result, release) => {
    expect(render(result).outputs.release).toBe(release);
  });

  test("a downtime that was not measured is no zero", () => {
    expect(render(exampleResult({ downtime: null })).outputs["downtime-ms"]).toBe("");
    const none = { requests: 0, lost: 0, milliseconds: 0 };
    expect(render(exampleResult({ downtime: none })).outputs["downtime-ms"]).toBe("");
  });
});

test("annotations: the fleet first, then steps and hosts that failed, then warnings", () => {
  const steps = [{ title: "after-deploy", outcome: "failed", duration: 1, note: "exit code 1" }] as const;
  const levels = render(mixedResult({ steps, warnings: ["old"] })).annotations.map(
    ({ level, title }) => `${level} ${title}`,
  );
  expect(levels).toEqual([
    "error Deployment: the fleet",
    "error Deployment: after-deploy",
    "error Deployment: gate on api-3",
    "error Deployment: rollback on api-2",
    "warning Deployment",
  ]);
});

test("titles", () => {
  expect(render(exampleResult({ environment: "" })).title).toBe("Deployment");
  expect(render(exampleResult({ name: "api" })).title).toBe("Deployment: api");
  expect(render(plannedResult()).title).toBe("Deployment: production (dry run)");
});

test.each([
  [0, "0 ms"],
  [0.2, "1 ms"],
  [999, "999 ms"],
  [1000, "1.0 s"],
  [1001, "1.1 s"],
  [9900, "9.9 s"],
  [9901, "10 s"],
  [59_000, "59 s"],
  [59_001, "1 min"],
  [125_000, "2 min 5 s"],
])("%d ms are %s", (milliseconds, text) => {
  expect(durationText(milliseconds)).toBe(text);
});
