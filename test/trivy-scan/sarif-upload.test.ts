import { afterAll, beforeAll, expect, test } from "vitest";
import { GitHub } from "../../packages/kit/src/github/client.ts";
import { deliverSarif } from "../../packages/kit/src/github/code-scanning.ts";
import { packSarif } from "../../packages/kit/src/github/packed-sarif.ts";
import { codeSpan, escapeMarkdown, escapeTerminal, linkTarget } from "../../packages/kit/src/report/escape.ts";
import type { EmulatedGitHub } from "../../packages/local-runner/src/github/gateway.ts";
import { startGitHub } from "../../packages/local-runner/src/github/testing/api-client.ts";
import { recordedLog } from "../../packages/local-runner/testing/recorded-log.ts";
import type { Finding } from "../../packages/security/src/findings/finding.ts";
import { SEVERITIES } from "../../packages/security/src/findings/severity.ts";
import { sarifLog } from "../../packages/security/src/sarif/sarif-log.ts";
import { exampleFinding, exampleSecret } from "../../packages/security/testing/example-finding.ts";
import { sarifProblems } from "../../packages/security/testing/sarif-contract.ts";

let server: EmulatedGitHub;

beforeAll(async () => {
  server = await startGitHub();
  server.codeScanning.pendingLooks = 0;
});

afterAll(() => server.close());

const TOOL = { name: "trivy-scan", version: "0.74.0", informationUri: "https://github.com/org/demo" };
const ESCAPES = { plain: escapeTerminal, markdown: escapeMarkdown, code: codeSpan, link: linkTarget };

/** Findings from the writer to GitHub. @returns what became of them, and the file that GitHub has. */
async function upload(findings: readonly Finding[], maxBytes?: number) {
  const run = { category: "trivy-scan/repository", kind: "files" as const, findings };
  const write = (results: number) => sarifLog([run], { tool: TOOL, escapes: ESCAPES, results });
  const { written, gzip } = (await packSarif(write, 5_000, maxBytes))!;
  const log = recordedLog();
  const github = new GitHub({ token: "own", apiUrl: server.url, graphqlUrl: `${server.url}/graphql`, log });
  const sent = {
    repository: { owner: "org", name: "demo" },
    commitSha: "a".repeat(40),
    ref: "refs/heads/main",
    gzip,
    toolName: TOOL.name,
    fork: false,
  };
  const delivery = await deliverSarif(github, sent, { log, sleep: async () => {} });
  return { delivery, cuts: written.cuts, file: server.codeScanning.deliveries.at(-1)!.log };
}

test("GitHub processes 25,000 findings, cut to the 5,000 worst", async () => {
  const findings = Array.from({ length: 25_000 }, (_, n) =>
    exampleFinding({
      id: `CVE-2026-${n}`,
      severity: SEVERITIES[n % 5]!,
      place: { file: `crates/${n % 100}/Cargo.lock` },
    }),
  );
  const { delivery, cuts, file } = await upload(findings);
  expect(delivery).toMatchObject({ outcome: "processed" });
  expect(cuts).toEqual([{ category: "trivy-scan/repository/", written: 5_000, leftOut: 20_000, worstLeftOut: "high" }]);
  expect(server.codeScanning.analyses).toMatchObject([
    { category: "trivy-scan/repository", results: 5_000, kept: 5_000 },
  ]);
  expect(sarifProblems(file)).toEqual([]);
});

test("what is too large is cut further, and says so", async () => {
  const findings = Array.from({ length: 2_000 }, (_, n) => exampleFinding({ id: `CVE-2026-${n}` }));
  const { delivery, cuts, file } = await upload(findings, 20_000);
  expect(delivery).toMatchObject({ outcome: "processed" });
  const { results } = file.runs[0];
  expect(results.length).toBeGreaterThan(100);
  expect(cuts).toMatchObject([{ written: results.length, leftOut: 2_000 - results.length }]);
});

const HOSTILE = [
  "",
  "[click](https://evil.example) @org/team #1",
  "<img src=x onerror=alert(1)>",
  "::error::x\n::set-output name=a::b",
  "a\u202eb \u001b[31mred",
  "| table | `code` $x$",
];

test("hostile titles are text in GitHub's Markdown, and in no other place markup", async () => {
  const findings = HOSTILE.map((title, n) =>
    exampleFinding({
      id: `CVE-2026-${n}`,
      title,
      url: `https://example.com/${encodeURIComponent(title)})`,
      aliases: [title],
    }),
  );
  const { delivery, file } = await upload([...findings, exampleSecret({ title: "a](b" })]);
  expect(delivery).toMatchObject({ outcome: "processed" });
  expect(sarifProblems(file)).toEqual([]);
  const { tool, results } = file.runs[0];
  for (const { shortDescription, fullDescription, help } of tool.driver.rules) {
    for (const { text } of [shortDescription, fullDescription, help]) expect(text).not.toMatch(PLAIN_MARKUP);
    const outsideCode = help.markdown.replace(/`[^`]*`|<code>.*?<\/code>/g, "");
    expect(outsideCode).not.toMatch(/<img|@org|[\u202e\u001b]|\[click\]/);
  }
  for (const { message } of results) expect(message.text).not.toMatch(PLAIN_MARKUP);
});

/** A link, and what turns or colours a text. */
const PLAIN_MARKUP = /\]\(|[\u202e\u001b]|\n::/;
