import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { DEBIAN, dockerArchive, madeImage } from "../../actions/trivy-scan/testing/image-files.ts";
import { writeTrivyDatabase } from "../../actions/trivy-scan/testing/trivy-database.ts";
import { engine } from "../../scripts/engines.ts";
import { cargoLock, FLAWS, SecurityScenario } from "./security-scenario.ts";

/** The shipped action with a real Trivy, a small database of our own, and the emulated GitHub. */

const program = engine("trivy");

const CLEAN = cargoLock({ harmless: "1.0.0" });
const LEAKY = cargoLock({ harmless: "1.0.0", leaky: "1.2.0" });
/** AWS's own example, in two halves so that nobody takes this file for a leak. */
const SECRET = ["AKIAIOSFODNN7", "EXAMPLA"].join("");

describe.skipIf(program === undefined)("trivy-scan", () => {
  let scenario: SecurityScenario;

  beforeEach(async () => {
    scenario = await SecurityScenario.start(program!);
    scenario.repository.commit({ "Cargo.lock": CLEAN, "README.md": "# Demo\n" });
  });

  afterEach(() => scenario.close());

  test("passes a repository without flaws, and says what it looked at", async () => {
    const { outcome, outputs, result } = await scenario.push();
    expect(outcome).toBe("success");
    expect(Object.fromEntries(outputs)).toMatchObject({ verdict: "pass", critical: "0", new: "0", failing: "0" });
    expect(outputs.get("database-date")).toMatch(/^\d{4}-/);
    expect(result.targets).toMatchObject([{ name: ".", state: "scanned", scanned: { "lang-pkgs": 1 } }]);
    expect(scenario.takeScans()).toBe(1);
  });

  test("fails the pull request that brings a flaw, at its line, with the command that fixes it", async () => {
    const { outcome, outputs, result, annotations, comments, summary } = await scenario.pullRequest(
      { "Cargo.lock": LEAKY },
      { upload: "auto", comment: "true" },
    );
    expect(outcome).toBe("failure");
    expect(Object.fromEntries(outputs)).toMatchObject({ verdict: "fail", critical: "1", new: "1", failing: "1" });
    expect(result.findings).toMatchObject([{ id: "CVE-2026-0001", state: "new", fails: true }]);
    const annotated = annotations.find(({ properties }) => properties.get("file") === "Cargo.lock");
    expect(annotated?.level).toBe("error");
    expect(annotated?.properties.get("line")).toBe("9");
    for (const text of [summary, ...comments]) {
      expect(text).toContain("CVE-2026-0001");
      expect(text).toContain("cargo update -p leaky@1.2.0 --precise 1.2.3");
    }
    const [analysis] = scenario.inner.github.codeScanning.analyses;
    expect(analysis).toMatchObject({ results: 1, ref: expect.stringMatching(/^refs\/pull\/\d+\/head$/) });
  });

  test("does not blame a pull request for what its base has, and scans once where nothing relevant changed", async () => {
    scenario.repository.commit({ "Cargo.lock": LEAKY });
    const untouched = await scenario.pullRequest({ "README.md": "# Demo, better\n" });
    expect(untouched.outcome).toBe("success");
    expect(untouched.result.findings).toMatchObject([{ id: "CVE-2026-0001", state: "known", fails: false }]);
    expect(scenario.takeScans()).toBe(1);
    const touched = await scenario.pullRequest({ "Cargo.lock": LEAKY.replace('"1.0.0"', '"1.0.1"') });
    expect(touched.outcome).toBe("success");
    expect(scenario.takeScans()).toBe(2);
  });

  test("does not blame a pull request for a flaw that became known today", async () => {
    scenario.repository.commit({ "Cargo.lock": cargoLock({ fine: "1.0.0" }) });
    writeTrivyDatabase(scenario.database, [...FLAWS, { ...FLAWS[1]!, id: "CVE-2026-9999", package: "fine" }]);
    const { outcome, result } = await scenario.pullRequest({
      "Cargo.lock": cargoLock({ fine: "1.0.0", harmless: "1.0.0" }),
    });
    expect(outcome).toBe("success");
    expect(result.findings).toMatchObject([{ id: "CVE-2026-9999", state: "known" }]);
  });

  test("knows a flaw again in a lock file that moved", async () => {
    scenario.repository.commit({ "old/Cargo.lock": LEAKY });
    scenario.repository.git("mv", "old", "new");
    const { outcome, result } = await scenario.pullRequest({});
    expect(outcome).toBe("success");
    expect(result.findings).toMatchObject([{ state: "known", place: { file: "new/Cargo.lock" } }]);
  });

  test("names what a pull request mends", async () => {
    scenario.repository.commit({ "Cargo.lock": LEAKY });
    const { outcome, result } = await scenario.pullRequest({ "Cargo.lock": CLEAN });
    expect(outcome).toBe("success");
    expect(result.fixed).toMatchObject([{ id: "CVE-2026-0001" }]);
  });

  test("does not let a pull request silence its own findings", async () => {
    const { outcome, result, comments } = await scenario.pullRequest(
      {
        "Cargo.lock": LEAKY,
        ".trivyignore": "CVE-2026-0001\n",
        "trivy.yaml": "severity: LOW\nscan:\n  skip-files: [Cargo.lock]\n",
      },
      { comment: "true" },
    );
    expect(outcome).toBe("failure");
    expect(result.ignoreFiles.proposed).toMatchObject([{ id: "CVE-2026-0001", file: ".trivyignore", line: 1 }]);
    expect(result.ignoreFiles.proposals.join()).toContain("trivy.yaml");
    expect(comments.join()).toContain(".trivyignore");
  });

  test("lets the base's ignore files count", async () => {
    scenario.repository.commit({ ".trivyignore": "RUSTSEC-2026-0001\nCVE-2020-1 exp:2020-01-01\n" });
    const { outcome, result } = await scenario.pullRequest({ "Cargo.lock": LEAKY });
    expect(outcome).toBe("success");
    expect(result.suppressed).toMatchObject([{ finding: { id: "CVE-2026-0001" }, entry: { line: 1 } }]);
    expect(result.ignoreFiles.expired).toMatchObject([{ id: "CVE-2020-1" }]);
  });

  test("tells nobody the secret that it found", async () => {
    const { outcome, result, log, summary, comments, sarif, annotations } = await scenario.pullRequest(
      { "config.env": `AWS_ACCESS_KEY_ID=${SECRET}\n` },
      { scanners: "vuln,secret", comment: "true" },
    );
    expect(outcome).toBe("failure");
    expect(result.findings).toMatchObject([{ kind: "secret", place: { file: "config.env", startLine: 1 } }]);
    for (const text of [log, summary, comments, annotations, sarif, result]) {
      expect(JSON.stringify(text)).not.toContain(SECRET);
    }
  });

  test("finds a wrong configuration", async () => {
    const { outcome, result } = await scenario.pullRequest(
      { Dockerfile: "FROM debian:12\nRUN apt-get update\n" },
      { "fail-on": "misconfiguration=any", scanners: "misconfig" },
    );
    expect(outcome).toBe("failure");
    expect(result.findings.map(({ kind }) => kind)).toContain("misconfiguration");
  });

  test("works without Code Security, and says what is missing", async () => {
    scenario.inner.github.codeScanning.state = "code-security-off";
    const { outcome, result, summary, annotations } = await scenario.pullRequest(
      { "Cargo.lock": LEAKY },
      { upload: "auto" },
    );
    expect(outcome).toBe("failure");
    expect(result.upload).toMatchObject({ outcome: "refused", reason: "code-security-off" });
    expect(summary).toMatch(/Code Security/);
    expect(annotations.some(({ properties }) => properties.get("file") === "Cargo.lock")).toBe(true);
    const required = await scenario.push({ upload: "required" });
    expect(required.result.verdict).toBe("broken");
  });

  test("works for a fork, whose token may only read", async () => {
    const { outcome, result, comments } = await scenario.pullRequest(
      { "Cargo.lock": LEAKY },
      { upload: "auto", comment: "true" },
      "stranger",
    );
    expect(outcome).toBe("failure");
    expect(result.upload).toEqual({ outcome: "skipped", reason: "fork" });
    expect(comments).toEqual([]);
    expect(scenario.inner.github.codeScanning.deliveries).toEqual([]);
  });

  test("compares a merge group with its base", async () => {
    const base = scenario.repository.commit({ "Cargo.lock": LEAKY });
    const head = scenario.repository.commit({ "Cargo.lock": cargoLock({ leaky: "1.2.0", panicky: "2.0.0" }) });
    const step = await scenario.inner.run(
      {
        name: "merge_group",
        headRef: "refs/heads/gh-readonly-queue/main/pr-1-x",
        headSha: head,
        baseRef: "refs/heads/main",
        baseSha: base,
      },
      scenario.inputs(),
      scenario.settings,
    );
    expect(step.outcome).toBe("failure");
    expect(step.outputs.get("new")).toBe("1");
  });

  describe("an image", () => {
    const image = (packages: readonly string[]) => {
      const entries = packages.map((name) => {
        const about = "Maintainer: x <x@example.org>\nArchitecture: amd64\nVersion: 1:1.0-1\nDescription: x\n";
        return `Package: ${name}\nStatus: install ok installed\n${about}`;
      });
      return dockerArchive(madeImage({ ...DEBIAN, "var/lib/dpkg/status": entries.join("\n") }));
    };
    let before: string;
    const scan = (line: string) => scenario.push({ targets: line, "fail-on": "any" }, before);

    beforeEach(() => {
      scenario.repository.write({ ".gitignore": "*.tar\n" });
      before = scenario.repository.commit({});
      scenario.repository.commit({ "README.md": "# Another\n" });
      writeFileSync(join(scenario.repository.folder, "old.tar"), image(["old-flaw"]));
      writeFileSync(join(scenario.repository.folder, "new.tar"), image(["old-flaw", "new-flaw"]));
    });

    test("is compared with the one that `base` names", async () => {
      const { outcome, result } = await scan("image-archive:new.tar,name=api,base=old.tar");
      expect(outcome).toBe("failure");
      expect(result.findings.map(({ id, state, place }) => `${state} ${id} ${place.target}`)).toEqual([
        "new CVE-2026-0005 api",
        "known CVE-2026-0004 api",
      ]);
      expect(result.targets).toMatchObject([{ kind: "image-archive", digest: expect.stringMatching(/^sha256:/) }]);
    });

    test("counts whole without one, and says so", async () => {
      const { result } = await scan("image-archive:new.tar,name=api");
      expect(result.findings.map(({ state }) => state)).toEqual(["new", "new"]);
      expect(result.notes.join()).toContain("base=");
    });

    test("that is cut off is a problem, and no finding", async () => {
      const path = join(scenario.repository.folder, "new.tar");
      writeFileSync(path, readFileSync(path).subarray(0, 2000));
      const { result } = await scan("image-archive:new.tar,name=api");
      expect(result).toMatchObject({ verdict: "broken", findings: [] });
    });
  });

  test("writes a bill of materials from the same run", async () => {
    const { outputs } = await scenario.push({ sbom: "cyclonedx" });
    expect(outputs.get("sbom-file")).toMatch(/\.cdx\.json$|\.json$/);
    expect(scenario.takeScans()).toBe(1);
  });

  describe("never passes where something was not scanned:", () => {
    test.each<[name: string, inputs: Readonly<Record<string, string>>, message: RegExp]>([
      ["latest", { "trivy-path": "", "trivy-version": "latest" }, /trivy-version.*latest/],
      ["a path that leads nowhere", { targets: "fs:nowhere" }, /nowhere/],
      ["a Trivy that is not there", { "trivy-path": "/nowhere/trivy" }, /\/nowhere\/trivy/],
      ["a database that is not there", { "db-folder": "nowhere" }, /nowhere/],
      ["a severity that nobody knows", { "fail-on": "hgih" }, /fail-on.*hgih/],
      ["a target without a kind", { targets: "." }, /targets.*fs:\./],
    ])("%s", async (_, inputs, message) => {
      const { outcome, outputs, log } = await scenario.push(inputs);
      expect(outcome).toBe("failure");
      expect(outputs.get("verdict")).toBe("broken");
      expect(log).toMatch(message);
      expect(log).not.toContain("fault of the action");
    });

    test.each<[name: string, script: string, message: RegExp]>([
      ["a Trivy that fails", "echo 'FATAL no such thing' >&2; exit 1", /no such thing/],
      ["a Trivy that writes nothing", "exit 0", /wrote no/],
      ["a Trivy that is killed", "kill -9 $$", /SIGKILL|memory/],
    ])("%s", async (_, script, message) => {
      scenario.installTrivy(script);
      const { outcome, result, log } = await scenario.push();
      expect(outcome).toBe("failure");
      expect(result.verdict).toBe("broken");
      expect(result.problems).toHaveLength(1);
      expect(log).toMatch(message);
    });

    test.each<[name: string, updatedAt: number]>([
      ["old", Date.now() - 40 * 86_400_000],
      ["of the future", Date.now() + 86_400_000],
    ])("a database that is %s", async (_, updatedAt) => {
      writeTrivyDatabase(scenario.database, FLAWS, { updatedAt });
      const { outcome, outputs } = await scenario.push();
      expect(outcome).toBe("failure");
      expect(outputs.get("verdict")).toBe("broken");
    });

    test("a database that is damaged", async () => {
      writeFileSync(join(scenario.database, "db/trivy.db"), "nothing");
      const { outputs, log } = await scenario.push();
      expect(outputs.get("verdict")).toBe("broken");
      expect(log).toMatch(/trivy\.db/);
    });
  });

  test("leaves nothing in the workspace", async () => {
    scenario.repository.commit({ "Cargo.lock": LEAKY });
    await scenario.pullRequest({ "Cargo.lock": CLEAN });
    expect(scenario.repository.git("status", "--porcelain")).toBe("");
    expect(readdirSync(scenario.repository.folder).sort()).toEqual([".git", "Cargo.lock", "README.md"]);
  });
});
