import { renderMarkdown } from "@jessy-actions/kit/report/markdown";
import type { Block } from "@jessy-actions/kit/report/report";
import { renderTerminal } from "@jessy-actions/kit/report/terminal";
import { describe, expect, test } from "vitest";
import { markdownToHtml } from "../../../packages/local-runner/src/command-line/report-page.ts";
import { factsOf, failed, flawOf, NO_AUDIT, targetOf } from "../testing/example-facts.ts";
import {
  brokenResult,
  exampleJudged,
  exampleMisconfiguration,
  exampleResult,
  exampleSecret,
  fullResult,
  manyFindings,
  NO_CODE_SECURITY,
  passingResult,
} from "../testing/example-result.ts";
import { inputsOf } from "../testing/written-inputs.ts";
import { evaluate } from "./evaluate.ts";
import { render } from "./render.ts";
import type { Result } from "./result.ts";

/** What GitHub gets, with the blanks that do not break as blanks. */
const markdown = (blocks: readonly Block[] = [], maxBytes = 1_000_000) =>
  renderMarkdown(blocks, { maxBytes }).text.replaceAll("\u00a0", " ");
const summary = (result: Result) => markdown(render(result).summary);
const comment = (result: Result) => markdown(render(result).comment);

/** Of the fields that a test names, over a result that has nothing else to say. */
const only = (changes: Partial<Result>) =>
  exampleResult({
    findings: [],
    fixed: [],
    suppressed: [],
    ignoreFiles: { from: "this commit", proposed: [], unused: [], expired: [], expiring: [], proposals: [] },
    upload: null,
    ...changes,
  });

test("the whole comment, as it goes to GitHub", () => {
  const link = "https://github.com/acme/jessy/blob/4f1c2ab09d5e7f6a8b3c4d5e6f708192a3b4c5d6";
  const based = "https://github.com/acme/jessy/blob/0123456789abcdef0123456789abcdef01234567";
  expect(comment(exampleResult())).toBe(`> [!WARNING]
> This change adds or prolongs 1 ignore entry, which does not count for it\\: \`CVE-2026-31812\` in \`.trivyignore:4\`.

> [!WARNING]
> A comment in \`docker/Dockerfile.go\`, line 3 sets \`DS-0026\` aside. The base does not have it, so it does not count.

### What fails

| Result | Finding | Where |
| :--- | :--- | :--- |
| **❌ critical** | **github-pat** secret\\: GitHub Personal Access Token | [\`crates/gateway/src/config.rs:42\`](${link}/crates/gateway/src/config.rs#L42) |
| **❌ critical** | [CVE-2026-24117](https://avd.aquasec.com/nvd/cve-2026-24117) HTTP/2 CONTINUATION flood exhausts memory · **⚠️ exploited** · EPSS 74 % · called by this program | \`golang.org/x/net\` 0.33.0 → 0.38.0 in [\`gateway/go.mod:14\`](${link}/gateway/go.mod#L14) |
| **❌ high** | [CVE-2026-31812](https://rustsec.org/advisories/RUSTSEC-2026-0037.html) Denial of service in Quinn endpoints | \`quinn-proto\` 0.11.9 → 0.11.14 in [\`Cargo.lock:1204\`](${link}/Cargo.lock#L1204-L1220) |
| **❌ high** | [CVE-2026-40021](https://avd.aquasec.com/nvd/cve-2026-40021) Quinn accepts transport parameters twice · EPSS 2 % | \`quinn-proto\` 0.11.9 → 0.11.12 in [\`Cargo.lock:1204\`](${link}/Cargo.lock#L1204-L1220) |
| **❌ high** | [CVE-2026-25541](https://rustsec.org/advisories/RUSTSEC-2026-0007.html) Integer overflow in \\\`BytesMut\\:\\:reserve\\\` | \`bytes\` 1.7.1 → 1.11.1 in [\`Cargo.lock:210\`](${link}/Cargo.lock#L210-L214) |
| **❌ high** | [DS-0002](https://avd.aquasec.com/misconfig/ds-0002) misconfiguration\\: Image user should not be 'root' | [\`docker/Dockerfile.rust:1\`](${link}/docker/Dockerfile.rust#L1-L31) |

**What fixes them**

\`\`\`sh
# in gateway
go get golang.org/x/net@v0.38.0  # CVE-2026-24117
# in the repository's root
cargo update -p quinn-proto@0.11.9 --precise 0.11.14  # CVE-2026-31812, CVE-2026-40021
cargo update -p bytes@1.7.1 --precise 1.11.1  # CVE-2026-25541
\`\`\`

| Findings | All | Critical | High | Medium | Unknown |
| :--- | ---: | ---: | ---: | ---: | ---: |
| **❌ fail** | **6** | **2** | **4** |  |  |
| 🆕 new | 8 | 2 | 4 | 1 | 1 |
| ➖ known | 3 | 1 | 2 |  |  |
| ✅ fixed | 1 |  |  | 1 |  |

<details><summary><b>2 new findings do not fail</b>: 1 medium, 1 unknown</summary>

| Result | Finding | Where |
| :--- | :--- | :--- |
| 🆕 unknown | [RUSTSEC-2025-0134](https://rustsec.org/advisories/RUSTSEC-2025-0134.html) unmaintained\\: rustls-pemfile is unmaintained | \`rustls-pemfile\` 2.2.0 in [\`Cargo.lock:1480\`](${link}/Cargo.lock#L1480-L1487) |
| 🆕 medium | [CVE-2026-1528](https://avd.aquasec.com/nvd/cve-2026-1528) Quadratic parsing of nested arrays · required, not imported | \`golang.org/x/text\` 0.21.0 → 0.22.0 in [\`gateway/go.mod:14\`](${link}/gateway/go.mod#L14) |

</details>

<details><summary><b>1 finding fixed</b>: 1 medium</summary>

| Result | Finding | Where |
| :--- | :--- | :--- |
| ✅ medium | [CVE-2026-24898](https://rustsec.org/advisories/RUSTSEC-2026-0003.html) Tokio named pipes accept remote clients | \`tokio\` 1.38.0 → 1.38.2 or 1.47.1 in [\`Cargo.lock:1204\`](${based}/Cargo.lock#L1204-L1220) |

</details>

<details><summary><b>1 ignore entry</b> will expire soon</summary>

- \`CVE-2025-58160\` in \`.trivyignore.yaml:3\` until 2026-12-05

</details>

<details><summary><b>1 ignore entry</b> matched nothing and can go</summary>

- \`CVE-2023-26964\` in \`.trivyignore:2\`

</details>

✅ GitHub code scanning has this analysis. [Its alerts](https://github.com/acme/jessy/security/code-scanning?query=is%3Aopen%20tool%3Atrivy-scan%20pr%3A17).

_Compared with [\`0123456789\`](https://github.com/acme/jessy/commit/0123456789abcdef0123456789abcdef01234567)\\: the merge commit of the pull request against its base. Trivy 0.74.0, trivy-db 2026-11-28 06\\:11 UTC, rustsec 2026-11-27 15\\:20 UTC._`);
});

describe("the summary has what another person needs", () => {
  test("what was known and ignored, and by what it was scanned", () => {
    const text = summary(exampleResult());
    expect(text).toContain("<b>3 known findings of the base</b>: 1 critical, 2 high");
    expect(text).toContain("`CVE-2025-58160` in `.trivyignore.yaml:3` until 2026-12-05\\: Logs of this service");
    expect(text).toContain("| `ghcr.io/acme/gateway` `sha256:9c1e9c1e9c1e` | image | 1 system, 1 lock file |");
    expect(text).toContain("Trivy 0.74.0\\: from the cache, its digest verified again. SHA-256 of the program `5be1a2");
    expect(text).toContain("`trivy-db` of 2026-11-28 06\\:11 UTC, 3 hours before this scan, from mirror.gcr.io");
    expect(text).toContain("312 packages of crates.io matched in `Cargo.lock`; 2 of other sources are not matched.");
  });

  test("the comment is shorter and has none of that", () => {
    const text = comment(exampleResult());
    expect(text).not.toMatch(/known findings of the base|Logs of this service|SHA-256/);
    expect(text.length).toBeLessThan(summary(exampleResult()).length);
  });

  test.each<[name: string, changes: Partial<Result>, says: string]>([
    ["a Trivy of the runner", { tool: { version: "0.70.0", origin: "installed", sha256: "ab" } }, "nobody verified it"],
    ["a proxy for a network", { network: "proxy" }, "a proxy that leads nowhere"],
    [
      "nothing to compare with",
      { comparison: { state: "none", cause: "no-base", reason: "the clone is shallow" } },
      "Compared with nothing\\: the clone is shallow.",
    ],
    [
      "a database of the future",
      { databases: [{ name: "trivy-db", version: null, updatedAt: "2027-01-01T00:00:00Z", origin: "x" }] },
      "00\\:00 UTC, after this scan, from x.",
    ],
    [
      "a database without a date",
      { databases: [{ name: "crates-index", version: null, updatedAt: null, origin: "x" }] },
      "`crates-index` of unknown age, from x.",
    ],
    ["a name", { warnings: ["a `b`"], notes: ["c"] }, "- **⚠️ Warning\\:** a `b`\n- **ℹ️ Note\\:** c"],
  ])("%s", (_, changes, says) => {
    expect(summary(only(changes))).toContain(says);
  });

  test("the title has the scan's name", () => {
    expect(render(only({ name: "images" })).title).toBe("Security: images");
    expect(render(only({ name: "" })).title).toBe("Security");
  });
});

test("nothing found: no table, no heading", () => {
  expect(comment(only({}))).toMatch(/^_Compared with /);
});

test("without a base, what was found is neither new nor known", () => {
  const text = comment(fullResult());
  expect(text).toContain("| ➖ found | 300 | 75 | 75 | 75 | 75 |");
  expect(text).toContain("<b>150 findings do not fail</b>");
  expect(text).not.toMatch(/🆕|known|fixed/);
});

describe("problems come first, each by its name", () => {
  test("with its target", () => {
    expect(summary(brokenResult())).toMatch(
      /^- \*\*💥 timed out\*\*, `ghcr\.io\/acme\/gateway`\\: Trivy did not end within 10m\. .*\n- \*\*💥 unreadable lock file/,
    );
    expect(summary(brokenResult())).toContain("| `ghcr.io/acme/gateway` | image | **not scanned** | not readable |");
  });

  test("the report says which analyses are held back", () => {
    const problems = brokenResult().problems.slice(0, 1);
    expect(summary(brokenResult({ problems }))).toContain(
      "The SARIF file leaves out `ghcr.io/acme/gateway`, since a partial analysis would close alerts that still stand.",
    );
  });
});

describe("code scanning", () => {
  test.each<[upload: Result["upload"], says: string]>([
    [
      NO_CODE_SECURITY,
      "⚠️ Not in GitHub code scanning\\: GitHub Code Security is off in this repository. An administrator can turn it on under Settings → Advanced Security",
    ],
    [
      { outcome: "refused", reason: "not-accessible", message: "x" },
      "Give the job `permissions: security-events: write`",
    ],
    [
      { outcome: "refused", reason: "not-found", message: "POST `x`: @user **b**" },
      "\\(POST 'x'\\: @\u200buser \\*\\*b\\*\\*\\)",
    ],
    [
      { outcome: "skipped", reason: "fork" },
      "ℹ️ Not sent to GitHub code scanning\\: GitHub takes no analysis from a fork's token",
    ],
    [
      { outcome: "skipped", reason: "merge-queue" },
      "ℹ️ Not sent to GitHub code scanning\\: GitHub does not keep analyses of a merge queue's branch",
    ],
    [
      { outcome: "rejected", id: "1", reason: "duplicate-category", errors: ["rejecting `x`"] },
      "Give each step its own `category` \\(rejecting 'x'\\)",
    ],
    [
      { outcome: "rejected", id: "1", reason: "limits", errors: [] },
      "it is above one of GitHub's limits. The job summary",
    ],
    [{ outcome: "unconfirmed", id: "1", message: "no answer." }, "did not confirm it\\: no answer."],
  ])("%j", (upload, says) => {
    expect(comment(only({ upload }))).toContain(says);
  });

  test("an analysis of a branch has a link without a pull request", () => {
    const upload = { outcome: "processed", id: "1" } as const;
    expect(comment(only({ upload, ref: "refs/heads/main" }))).toContain("query=is%3Aopen%20tool%3Atrivy-scan)");
  });
});

describe("one row for a flaw, wherever it is", () => {
  const locks = ["Cargo.lock", "a/Cargo.lock", "b/Cargo.lock"];

  test("of a package in several lock files", () => {
    const text = summary(only({ findings: locks.map((file) => exampleJudged({ place: { file } })) }));
    expect(text.match(/Denial of service/g)).toHaveLength(1);
    expect(text).toContain("#L1204-L1220) and 2 more places |");
    expect(text).toContain("| **❌ fail** | **3** | **3** |");
    expect(text).toContain("# in a\ncargo update -p quinn-proto@0.11.9 --precise 0.11.14  # CVE-2026-31812\n# in b\n");
  });

  test("not of several resources", () => {
    const text = summary(only({ findings: ["a", "b"].map((detail) => exampleMisconfiguration({ detail })) }));
    expect(text).toContain("'root' \\(`a`\\)");
    expect(text).toContain("'root' \\(`b`\\)");
  });
});

describe("commands are for the lock files of the repository", () => {
  test.each<[name: string, finding: ReturnType<typeof exampleJudged>]>([
    ["an image", exampleJudged({ place: { target: "ghcr.io/acme/gateway", file: "usr/bin/Cargo.lock" } })],
    ["a program in the repository", exampleJudged({ place: { file: "bin/gateway" } })],
    ["what passes", exampleJudged({ fails: false })],
  ])("not for %s", (_, finding) => {
    expect(summary(only({ findings: [finding] }))).not.toContain("What fixes them");
  });

  test("they run in the folder of the target", () => {
    const [target] = exampleResult().targets;
    const targets = [{ ...target!, name: "api", location: "services/api" }];
    const text = summary(only({ targets, findings: [exampleJudged({ place: { target: "api" } })] }));
    expect(text).toContain("# in services/api\ncargo update");
    expect(text).toContain("/services/api/Cargo.lock#L1204");
  });

  test("one that a requirement does not allow says so", () => {
    const affected = { name: "a", ecosystem: "cargo", version: "1.0.0", fixedVersions: ["2.0.0"] };
    expect(summary(only({ findings: [exampleJudged({ package: affected })] }))).toContain(
      "--precise 2.0.0  # CVE-2026-31812; change the requirement in Cargo.toml first",
    );
  });
});

describe("5,000 findings", () => {
  const result = fullResult(5_000);

  test("lists are cut, and say how much is left out", () => {
    expect(comment(result)).toContain(
      "and 2,485 more failing flaws, which the job summary and the files of the step have.",
    );
    expect(summary(result)).toContain("and 2,300 more failing flaws, which the result file and the SARIF file have.");
    expect(renderTerminal(render(result).summary, { color: false }).split("\n").length).toBeLessThan(500);
  });

  test("a comment of 20,000 bytes still has the verdict's reasons, and says what it lacks", () => {
    const text = markdown(render(result).comment, 3_000);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(3_000);
    expect(text).toContain("CVE-2025-10000");
    expect(text).toContain("more flaws_");
  });
});

const HOSTILE = [
  "a | b `c` <img src=x onerror=alert(1)> [d](javascript:alert(1)) @org/team #1 $x$",
  "::error file=a::x\n::set-output name=a::b",
  "\u001b[31mred\u001b[0m \u202efdp.exe",
  "</details></summary><script>alert(1)</script>",
  "> [!NOTE]\n> # heading\n```\n- list",
  "x\nrm -rf ~",
  "$(id) `id` ; id",
];

describe.each(HOSTILE)("%j stays data", (text) => {
  const findings = [
    exampleJudged({
      id: text,
      title: text,
      detail: text,
      url: `https://evil.example/${text}`,
      place: { file: `${text}/Cargo.lock` },
      package: { name: text, ecosystem: "cargo", version: text, fixedVersions: [text, "1.0.0"] },
    }),
    exampleJudged({ place: { file: `${text}/Cargo.lock` } }),
    exampleSecret({ id: text, title: text, place: { file: text } }),
  ];
  const entry = { id: text, file: text, line: 1 };
  const result = only({
    findings,
    fixed: findings,
    suppressed: [{ finding: findings[0]!, entry, statement: text }],
    ignoreFiles: {
      from: text,
      proposed: [entry],
      unused: [entry],
      expired: [entry],
      expiring: [entry],
      proposals: [text],
    },
    problems: [{ cause: "tool-failed", message: text, target: text }],
    notes: [text],
    warnings: [text],
    upload: { outcome: "rejected", id: "1", reason: "invalid", errors: [text] },
    locks: [{ file: text, judged: 1, notJudged: 0 }],
    databases: [{ name: text, version: text, updatedAt: null, origin: text }],
    targets: [{ ...exampleResult().targets[0]!, name: text }, exampleResult().targets[0]!],
  });
  const whole = `${summary(result)}\n${comment(result)}`;

  test("in what GitHub makes of the Markdown", async () => {
    const html = await markdownToHtml(whole);
    const tags = new Set([...html.matchAll(/<([a-z][a-z0-9]*)/g)].map(([, tag]) => tag!));
    const ours =
      "a b blockquote br code details div em h3 li p path pre span strong summary svg table tbody td th thead tr ul";
    expect([...tags].filter((tag) => !ours.split(" ").includes(tag))).toEqual([]);
    expect(new Set([...html.matchAll(/<h3>(.*?)<\/h3>/g)].map(([, heading]) => heading))).toEqual(
      new Set(["What fails"]),
    );
    for (const [, href] of html.matchAll(/ href="([^"]*)"/g))
      expect(href).toMatch(/^https:\/\/(?:github\.com\/acme\/jessy\/|rustsec\.org\/|evil\.example\/)/);
    expect(html.split("<details").length).toBe(6 + 4 + 1);
    // GitHub makes no links inside of `pre`.
    expect(html.replace(/<pre>[\s\S]*?<\/pre>|<[^>]*>/g, "")).not.toMatch(/@org|#1\b|[\u001b\u202e]/);
  });

  test("in commands that people copy", () => {
    for (const [, code] of whole.matchAll(/^```sh\n([\s\S]*?)^```$/gm))
      for (const line of code!.trimEnd().split("\n"))
        expect(line).toMatch(
          /^(?:# in (?:".*"|[\w./-]+|the repository's root)|cargo update -p [\w.@-]+ --precise [\w.]+ {2}# [\w, -]+)$/,
        );
  });

  test("in the log", () => {
    const log = renderTerminal(render(result).summary, { color: false });
    expect(log).not.toMatch(/[\u001b\u202e]/);
    // What begins with `::` is made inert by the log itself.
    expect(log.split("\n").filter((line) => /^(?:error|rm|set-output)/.test(line.trim()))).toEqual([]);
  });
});

describe("links", () => {
  test.each(["http://a.example/", "javascript:alert(1)", "//a.example", "https"])("%s is no link", (url) => {
    expect(summary(only({ findings: [exampleJudged({ url })] }))).toContain("**CVE-2026-31812** Denial");
  });

  test("a file that GitHub cannot show has none", () => {
    expect(summary(only({ commit: "", findings: [exampleJudged()] }))).toContain(" in `Cargo.lock:1204` |");
  });
});

test("the line of a secret is in nothing that leaves", () => {
  const secret = exampleSecret();
  const report = render(only({ findings: [secret], fixed: [secret], suppressed: [{ finding: secret, entry: null }] }));
  const written = report.files.map(({ content }) => (typeof content === "string" ? content : [...content].join("")));
  const everything = JSON.stringify([report.comment, report.summary, report.annotations, report.outputs, written]);
  expect(everything).toContain("github-pat");
  expect(everything).not.toMatch(/const TOKEN|s3cr3t/);
});

test("what evaluate decides is rendered, whoever found it", () => {
  const image = { kind: "image", location: "ghcr.io/acme/api:1", name: "ghcr.io/acme/api" } as const;
  const result = evaluate(
    inputsOf({ targets: "fs:.\nimage:ghcr.io/acme/api:1", sbom: "spdx" }),
    factsOf({
      targets: [targetOf([flawOf("CVE-2026-1")], []), { ...targetOf([], "none", image), head: failed() }],
      audit: {
        head: {
          findings: [flawOf("CVE-2026-1", { sources: ["rustsec"] })],
          locks: [{ file: "Cargo.lock", judged: 3, notJudged: 0 }],
          problems: [],
        },
        base: NO_AUDIT,
      },
    }),
  );
  const report = render(result);
  expect(report.outputs).toMatchObject({ verdict: "broken", high: "1", new: "1", failing: "1" });
  expect(report.annotations.map(({ title }) => title)).toEqual(["Security: out of memory", "CVE-2026-1 (high)"]);
  expect(report.files.map(({ name }) => name)).toEqual(["result.json", "trivy-scan.sarif", "sbom.spdx.json"]);
  const text = markdown(report.summary);
  expect(text).toContain("cargo update -p crate-cve-2026-1@1.0.0 --precise 1.0.1  # CVE-2026-1");
  expect(text).toContain("The SARIF file leaves out `ghcr.io/acme/api`");
});

test("passing says so in few words", () => {
  expect(comment(passingResult())).toMatch(/^\| Findings \|/);
  expect(manyFindings(3)).toHaveLength(3);
});
