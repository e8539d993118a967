import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { fakeTrivy, folderOf, scanIo, scanningOf, targetOf } from "../../testing/scanning.ts";
import type { Inputs } from "../inputs.ts";
import type { ScanOutcome } from "./scan.ts";
import { scanTarget } from "./scan-target.ts";

const SECRET = `ghp_${"a1B2".repeat(9)}`;

function scan(body: string, inputs: Partial<Inputs> = {}, folder = folderOf({ a: "a" })): Promise<ScanOutcome> {
  return scanTarget(targetOf("fs", "."), folder, scanningOf(fakeTrivy(body), inputs), scanIo(folder));
}

function problemIn(outcome: ScanOutcome) {
  if (!("problem" in outcome)) throw new Error(`there is no problem in ${JSON.stringify(outcome)}`);
  return outcome.problem;
}

describe("a failure has a name, and is none of findings", () => {
  const fatal = (words: string) =>
    `console.error("2026-11-28T08:00:00Z\\tFATAL\\tFatal error\\n  - run error:\\n    a.go\\n  - ${words}"); process.exit(1)`;
  test.each<[string, string, string, string | RegExp]>([
    [
      "exit 1 without a report",
      fatal("scan failed"),
      "tool-failed",
      /exit code 1: Fatal error run error: scan failed|run error: scan failed/,
    ],
    ["exit 1 with a whole report", `write(); ${fatal("late")}`, "tool-failed", "late"],
    ["one of several", `write(); process.exit(5)`, "tool-failed", "exit code 5"],
    ["killed by the system", `process.kill(process.pid, "SIGKILL")`, "out-of-memory", "memory"],
    ["killed, as sudo and shells say it", `process.exit(137)`, "out-of-memory", "memory"],
    [
      "Go without memory",
      `console.error("fatal error: runtime: out of memory\\n\\nmore"); process.exit(2)`,
      "out-of-memory",
      "out of memory",
    ],
    [
      "ended by another signal",
      `process.kill(process.pid, "SIGTERM"); setTimeout(() => {}, 1000)`,
      "tool-failed",
      "SIGTERM",
    ],
    ["a full disk", fatal("write /x: no space left on device"), "disk-full", "disk is full"],
    [
      "a crash in the database",
      `console.error("panic: page 7 already freed\\nbbolt.(*DB)"); process.exit(2)`,
      "unreadable-database",
      "database",
    ],
    [
      "another schema of it",
      fatal("DB error: the version of DB schema doesn't match"),
      "unreadable-database",
      "doesn't match",
    ],
    ["no Java database", fatal("Unable to initialize the Java DB"), "unreadable-database", "Java archives"],
    ["its own time limit", fatal("context deadline exceeded"), "timeout", "time limit"],
    ["no report", "", "unreadable-report", "wrote no report"],
    ["a folder in its place", "fs.mkdirSync(output)", "unreadable-report", "not a file"],
    ["an empty report", `fs.writeFileSync(output, "")`, "unreadable-report", "is empty"],
    ["half a report", `write(); fs.truncateSync(output, 60)`, "unreadable-report", "ends early"],
    ["no JSON", `fs.writeFileSync(output, "<html>")`, "unreadable-report", "not valid JSON"],
    ["another schema", "write({ SchemaVersion: 3 })", "unreadable-report", "schema 3"],
    ["another artifact", `write({ ArtifactName: "/etc" })`, "unreadable-report", 'is of "/etc"'],
    ["an old one", `write({ CreatedAt: "2026-01-01T00:00:00Z" })`, "unreadable-report", "is old"],
    ["one from the future", `write({ CreatedAt: "2036-01-01T00:00:00Z" })`, "unreadable-report", "is from the future"],
  ])("%s", async (_, body, cause, message) => {
    const problem = problemIn(await scan(body));
    expect(problem).toMatchObject({ cause, target: "." });
    expect(problem.message).toMatch(message);
  });

  test("no time left", async () => {
    const outcome = await scan("setTimeout(() => {}, 60_000)", { timeout: 300 });
    expect(problemIn(outcome)).toMatchObject({ cause: "timeout" });
  });

  test("no program", async () => {
    const folder = folderOf({ a: "a" });
    const outcome = await scanTarget(targetOf("fs", "."), folder, scanningOf("/no/trivy"), scanIo(folder));
    expect(problemIn(outcome)).toMatchObject({ cause: "tool-failed" });
  });

  test("in one plain line, without a secret", async () => {
    const folder = folderOf({ a: "a" });
    const io = scanIo(folder);
    io.log.mask(SECRET);
    const body = `console.error("bad \\u001b[31m${SECRET}\\n::error::x\\u202e"); process.exit(1)`;
    const { message } = problemIn(await scanTarget(targetOf("fs", "."), folder, scanningOf(fakeTrivy(body)), io));
    expect(message).toContain("bad");
    expect(message).not.toContain(SECRET);
    expect(message).not.toMatch(/[\u0000-\u001f\u202e]/);
  });
});

describe("what is not scanned is a problem", () => {
  const nothing = "write()";

  test.each<[string, Record<string, string>, Partial<Inputs>, string | undefined]>([
    ["a clean repository without lock files", { "README.md": "x" }, {}, undefined],
    ["the same, scanned for vulnerabilities alone", { "README.md": "x" }, { scanners: ["vuln"] }, "nothing-scanned"],
    ["or for misconfigurations", { "README.md": "x" }, { scanners: ["misconfig", "vuln"] }, "nothing-scanned"],
    ["a lock file without packages", { "package-lock.json": "{}" }, { scanners: ["vuln"] }, undefined],
    ["an empty folder", {}, {}, "nothing-scanned"],
    [
      "a folder of which all is skipped",
      { "a/b": "x", c: "x" },
      { skipFolders: ["/a/"], skipFiles: ["*"] },
      "nothing-scanned",
    ],
    ["git's own files", { ".git/config": "x" }, {}, "nothing-scanned"],
  ])("%s", async (_, files, inputs, cause) => {
    const outcome = await scan(nothing, inputs, folderOf(files));
    expect("problem" in outcome ? outcome.problem.cause : undefined).toBe(cause);
  });

  test("scanners without anything to look at are named", async () => {
    const outcome = await scan(nothing);
    expect(outcome).toMatchObject({ scan: { idle: ["vuln", "misconfig"] } });
  });

  test.each<[string, string]>([
    ["nowhere", "no-target"],
    ["file/x", "no-target"],
    ["../..", "no-target"],
    ["out", "no-target"],
    ["out/etc", "no-target"],
    ["circle", "no-target"],
  ])("the path %s", async (location, cause) => {
    const folder = folderOf({ file: "x" });
    symlinkSync("/", join(folder, "out"));
    symlinkSync("circle", join(folder, "circle"));
    const scanning = scanningOf(fakeTrivy(nothing));
    const outcome = await scanTarget(targetOf("fs", location), folder, scanning, scanIo(folder));
    expect(problemIn(outcome)).toMatchObject({ cause, target: location });
  });

  test.each([
    ["sbom", "folder"],
    ["image-archive", "folder"],
    ["oci-layout", "file"],
    ["oci-layout", "folder"],
  ] as const)("%s that is a %s", async (kind, location) => {
    const folder = folderOf({ file: "x", "folder/a": "x" });
    const scanning = scanningOf(fakeTrivy(nothing));
    const outcome = await scanTarget(targetOf(kind, location), folder, scanning, scanIo(folder));
    expect(problemIn(outcome)).toMatchObject({ cause: "no-target" });
  });

  test("a glob that cannot be read is an input's fault", async () => {
    await expect(scan(nothing, { skipFolders: ["a["] })).rejects.toThrow('input `skip-dirs`: "a["');
  });

  test("no scanner for an SBOM", async () => {
    const folder = folderOf({ file: "x" });
    const scanning = scanningOf(fakeTrivy(nothing), { scanners: ["secret"] });
    const outcome = await scanTarget(targetOf("sbom", "file"), folder, scanning, scanIo(folder));
    expect(problemIn(outcome)).toMatchObject({ cause: "nothing-scanned" });
  });
});

describe("what Trivy passes over", () => {
  const passesOver = (...lines: string[]) =>
    `for (const line of ${JSON.stringify(lines)}) console.error("2026-11-28T08:00:00Z\\t" + line); write({ Results: [{ Target: "go.mod", Class: "lang-pkgs", Type: "gomod", Packages: [] }] })`;

  test("is a problem, beside what the rest gave", async () => {
    const outcome = await scan(
      passesOver(
        'DEBUG\tWalk error\tfile_path="web/package-lock.json" err="decode error: unexpected EOF within \\"/name\\""',
        'ERROR\t[dockerfile scanner] Failed to parse file\tfile_path="Dockerfile" err="unknown instruction: frm"',
      ),
    );
    expect(outcome).toMatchObject({
      problem: {
        cause: "unreadable-lock",
        message: expect.stringContaining('web/package-lock.json (decode error: unexpected EOF within "/name")'),
      },
      partial: { scanned: { "lang-pkgs": 1 } },
    });
  });

  test("also configuration alone", async () => {
    const outcome = await scan(
      passesOver('ERROR\t[terraform parser] Error parsing file\tmodule="root" file_path="main.tf" cause="x" err="bad"'),
    );
    expect(problemIn(outcome)).toMatchObject({ cause: "unreadable-config" });
  });

  test("also a lock file that is a link out of the target", async () => {
    const folder = folderOf({ "web/package-lock.json": "{}", "api/a": "x", "b/Cargo.lock": "" });
    symlinkSync("../web/package-lock.json", join(folder, "api/package-lock.json"));
    symlinkSync("/dev/null", join(folder, "api/Cargo.lock"));
    symlinkSync("a", join(folder, "api/yarn.lock"));
    const { message } = problemIn(await scan("write()", {}, folder));
    expect(message).toContain("api/Cargo.lock");
    expect(message).toContain("api/yarn.lock");
    expect(message).not.toContain("package-lock");
  });

  test("but not what packages bring for their tests, and not what is skipped", async () => {
    const folder = folderOf({ a: "x" });
    symlinkSync("/dev/null", join(folder, "Cargo.lock"));
    const outcome = await scan(
      passesOver('DEBUG\tWalk error\tfile_path="node_modules/resolve/test/package.json" err="EOF"'),
      { skipFiles: ["Cargo.lock"] },
      folder,
    );
    expect(outcome).toMatchObject({ scan: {} });
  });
});

describe("Trivy is run", () => {
  const tell = `fs.writeFileSync(process.env.HOME + "/../../../../told-" + Date.now() + Math.random(), JSON.stringify({ args, env: process.env, cwd: process.cwd() })); write()`;

  async function told(files: Record<string, string>, inputs: Partial<Inputs> = {}, kind: "fs" | "config" = "fs") {
    const folder = folderOf(files);
    const io = scanIo(folder, {
      GITHUB_TOKEN: SECRET,
      ACTIONS_RUNTIME_TOKEN: SECRET,
      AWS_SECRET_ACCESS_KEY: SECRET,
      TRIVY_SEVERITY: "LOW",
      TRIVY_EXIT_CODE: "7",
      HTTPS_PROXY: "http://proxy.example:1",
      NODE_OPTIONS: "",
      DOCKER_CONFIG: "/x",
    });
    await scanTarget(targetOf(kind, "."), folder, scanningOf(fakeTrivy(tell), inputs), io);
    const above = join(io.temporary, "..");
    const names = readdirSync(above).filter((name) => name.startsWith("told-"));
    const all = names.sort().map((name) => JSON.parse(readFileSync(join(above, name), "utf8")));
    return { all, one: all[0] as { args: string[]; env: Record<string, string>; cwd: string }, folder, io };
  }

  test("once, with nothing of the runner's environment", async () => {
    const { all, one } = await told({ a: "a" });
    expect(all).toHaveLength(1);
    const known = ["PATH", "HOME", "USERPROFILE", "TMPDIR", "TMP", "TEMP", "LANG", "GOTRACEBACK"];
    const proxies = ["HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy", "NO_PROXY", "no_proxy"];
    expect(
      Object.keys(one.env)
        .filter((name) => name !== "__CF_USER_TEXT_ENCODING")
        .sort(),
    ).toEqual([...known, ...proxies].sort());
    expect(one.env.HTTPS_PROXY).toBe("http://127.0.0.1:9");
    expect(JSON.stringify(one)).not.toContain(SECRET);
  });

  test("outside of the workspace, and leaves nothing there and nothing behind", async () => {
    const { one, folder, io } = await told({ a: "a" });
    expect(one.cwd.startsWith(folder)).toBe(false);
    expect(readdirSync(folder)).toEqual(["a"]);
    expect(readdirSync(io.temporary)).toEqual([]);
  });

  test("with every setting said", async () => {
    const { one, folder } = await told(
      { a: "a" },
      { skipFolders: ["./vendor/", "a,b"], skipFiles: ['x"y'], scanners: ["vuln", "license"] },
    );
    expect(one.args[0]).toBe("fs");
    const value = (name: string) => one.args[one.args.indexOf(name) + 1];
    for (const name of ["--config", "--ignorefile"]) expect(value(name)).toMatch(/\/scan-\w+\/main\/empty\.yaml$/);
    expect(value("--secret-config")).toBe("");
    expect(["--exit-code", "--format", "--scanners", "--cache-backend"].map(value)).toEqual([
      "0",
      "json",
      "vuln,license",
      "memory",
    ]);
    for (const name of [
      "--skip-db-update",
      "--skip-java-db-update",
      "--skip-check-update",
      "--skip-vex-repo-update",
      "--offline-scan",
      "--disable-telemetry",
      "--skip-version-check",
      "--list-all-pkgs",
    ])
      expect(one.args).toContain(name);
    expect(one.args.slice(-2)).toEqual(["--", folder]);
    const values = (name: string) => one.args.flatMap((arg, at) => (arg === name ? [one.args[at + 1]] : []));
    expect(values("--skip-dirs")).toEqual([join(folder, "vendor"), `"${join(folder, "a,b")}"`]);
    expect(values("--skip-files")).toEqual([`"${join(folder, 'x""y')}"`]);
  });

  test("for the configuration of a folder alone, whatever else is asked for", async () => {
    const { one } = await told({ a: "a" }, { scanners: ["vuln", "secret"] }, "config");
    expect([one.args[0], one.args[one.args.indexOf("--scanners") + 1]]).toEqual(["fs", "misconfig"]);
  });

  test("without our own folder, where that is in the target", async () => {
    const folder = folderOf({ a: "a" });
    const temporary = join(folder, ".jessy", "trivy");
    const io = { ...scanIo(folder), temporary };
    mkdirSync(temporary, { recursive: true });
    writeFileSync(join(temporary, "Cargo.lock"), "");
    const body = `write(args.includes(${JSON.stringify(temporary)}) ? { Results: [] } : { SchemaVersion: 9 })`;
    const outcome = await scanTarget(targetOf("fs", "."), folder, scanningOf(fakeTrivy(body)), io);
    expect(outcome).toMatchObject({ scan: { idle: ["vuln", "misconfig"] } });
    expect(existsSync(temporary)).toBe(true);
  });
});
