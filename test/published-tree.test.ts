import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import { ChatServer } from "../actions/notify/testing/chat-server.ts";
import { writeTrivyDatabase } from "../actions/trivy-scan/testing/trivy-database.ts";
import { readActionFile } from "../packages/local-runner/src/action/action-file.ts";
import { ownActions } from "../packages/local-runner/src/action/kinds.ts";
import { looksLikeUses, parseUses } from "../packages/local-runner/src/action/uses.ts";
import { NO_COMMIT } from "../packages/local-runner/src/event/event.ts";
import { pushEverything } from "../packages/local-runner/src/github/git-push.ts";
import { LoopbackServer } from "../packages/local-runner/src/github/loopback-server.ts";
import type { StepResult } from "../packages/local-runner/src/step/run-action.ts";
import { engine } from "../scripts/engines.ts";
import { actionScripts, linkedFiles } from "../scripts/published-tree.ts";
import { DemoRepository, hits, lcovOf, sourceOf } from "./demo-repository.ts";
import { type RunSettings, Scenario } from "./scenario.ts";
import { cargoLock, FLAWS } from "./trivy-scan/security-scenario.ts";

const root = resolve(import.meta.dirname, "..");
const SLUG = "org/jessy-actions";
const actions = ownActions(root);
/** As `uses:` names them: the root action by the repository alone. */
const named = actions.map(({ name, kind }) => ({ name, path: kind === "root" ? "" : `/${name}` }));

/** What each action does in the published tree; returns the step that shows that it did its job. */
const SCENARIOS: Readonly<Record<string, (scenario: Scenario, settings: RunSettings) => Promise<StepResult>>> = {
  // A push saves a baseline and the pull request is compared with it: the largest chunk, the cache client, is loaded
  // and used.
  "coverage-gate": async (scenario, settings) => {
    const { repository } = scenario;
    const base = repository.commit({ "a.rs": sourceOf(4), ".gitignore": "lcov.info\n" });
    repository.write({ "lcov.info": lcovOf({ "a.rs": hits(4, 0) }) });
    await scenario.runPush("main", { files: "lcov.info" }, settings);
    repository.git("checkout", "--quiet", "-b", "change");
    repository.commit({ "a.rs": sourceOf(6) });
    repository.write({ "lcov.info": lcovOf({ "a.rs": hits(5, 1) }) });
    const pull = await scenario.openPullRequest(base);
    const step = await scenario.runPullRequest(pull, { files: "lcov.info", "min-coverage": "90" }, settings);
    expect((await scenario.commentBodies(pull))[0]).toContain("Coverage 83.33 %");
    expect(Object.fromEntries(step.outputs)).toMatchObject({
      verdict: "fail",
      "line-coverage": "83.33",
      "patch-coverage": "50.00",
      decrease: "16.67",
      "baseline-sha": base,
    });
    return step;
  },
  "bench-compare": async (scenario, settings) => {
    const { repository } = scenario;
    const goOutput = (time: number) =>
      `pkg: example.com/m\n${[0, 1, 2, 1, 0, 2, 1, 0].map((more) => `BenchmarkParse-8 \t 100 \t ${time + more} ns/op\n`).join("")}PASS\n`;
    const base = repository.commit({ a: "1" });
    repository.git("checkout", "--quiet", "-b", "change");
    repository.commit({ a: "2" });
    repository.write({ "old.txt": goOutput(100), "new.txt": goOutput(130) });
    const pull = await scenario.openPullRequest(base);
    const step = await scenario.runPullRequest(
      pull,
      { "base-results": "old.txt", "head-results": "new.txt" },
      settings,
    );
    expect(Object.fromEntries(step.outputs)).toMatchObject({ verdict: "fail", outcome: "compared", regressed: "1" });
    return step;
  },
  "commit-lint": async (scenario, settings) => {
    const { repository, github } = scenario;
    const base = repository.commit({ a: "1" }, "feat: a start");
    repository.git("checkout", "--quiet", "-b", "change");
    repository.commit({ a: "2" }, "Update stuff");
    pushEverything(repository.folder, github.refs);
    const pull = await scenario.openPullRequest(base);
    const step = await scenario.runPullRequest(pull, {}, settings);
    expect(step.outcome, step.log.join("\n")).toBe("failure");
    expect(Object.fromEntries(step.outputs)).toMatchObject({ verdict: "fail", commits: "1" });
    return step;
  },
  // A dry run needs no engine; test/docker builds and pushes.
  "docker-build-push": async (scenario, settings) => {
    const sha = scenario.repository.commit({ Dockerfile: "FROM scratch\n" });
    const inputs = {
      images: "ghcr.io/acme/app",
      tags: "type=semver,pattern={{version}},value=v1.2.3",
      "dry-run": "true",
    };
    const step = await scenario.run({ name: "push", tag: "v1.2.3", sha }, inputs, settings);
    expect(step.outcome, step.log.join("\n")).toBe("success");
    expect(Object.fromEntries(step.outputs)).toMatchObject({ verdict: "pass", version: "1.2.3" });
    expect(step.summary).toContain("ghcr.io/acme/app:1.2.3");
    return step;
  },
  // Where there is no Trivy, the refusal of `latest` shows that it is loaded.
  "trivy-scan": async (scenario, settings) => {
    const program = engine("trivy");
    const database = mkdtempSync(join(tmpdir(), "jessy-database-"));
    writeTrivyDatabase(database, FLAWS);
    const sha = scenario.repository.commit({ "Cargo.lock": cargoLock({ leaky: "1.2.0" }) });
    const local = { "trivy-path": program ?? "", "db-folder": database, rustsec: "off", scanners: "vuln" };
    const inputs = program === undefined ? { "trivy-version": "latest" } : local;
    const step = await scenario.run({ name: "push", branch: "main", before: NO_COMMIT, sha }, inputs, settings);
    rmSync(database, { recursive: true });
    expect(step.outcome, step.log.join("\n")).toBe("failure");
    expect(step.outputs.get("verdict")).toBe(program === undefined ? "broken" : "fail");
    if (program !== undefined) expect(step.summary).toContain("CVE-2026-0001");
    return step;
  },
  notify: async (scenario, settings) => {
    const chats = await ChatServer.start();
    const sha = scenario.repository.commit({ a: "1" });
    const inputs = { "slack-webhook": chats.url.slackWebhook, "allowed-hosts": chats.host, title: "It is published" };
    const step = await scenario.run({ name: "push", branch: "main", before: NO_COMMIT, sha }, inputs, settings);
    await chats.close();
    expect(step.outcome, step.log.join("\n")).toBe("success");
    expect(Object.fromEntries(step.outputs)).toMatchObject({ verdict: "pass", delivered: "true" });
    return step;
  },
  "smoke-test": async (scenario, settings) => {
    const service = await LoopbackServer.start();
    service.onRequest((_, response) => response.end("ok"));
    const sha = scenario.repository.commit({ a: "1" });
    const inputs = { url: service.url, interval: "100ms" };
    const step = await scenario.run({ name: "push", branch: "main", before: NO_COMMIT, sha }, inputs, settings);
    await service.close();
    expect(step.outcome, step.log.join("\n")).toBe("success");
    expect(Object.fromEntries(step.outputs)).toMatchObject({ verdict: "pass", passed: "1", failed: "0" });
    return step;
  },
  // A host that nobody has: test/ssh-deploy deploys to real ones.
  "ssh-deploy": async (scenario, settings) => {
    const keys = mkdtempSync(join(tmpdir(), "jessy-keys-"));
    execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", join(keys, "key")]);
    const [key, host] = ["key", "key.pub"].map((name) => readFileSync(join(keys, name), "utf8")) as [string, string];
    rmSync(keys, { recursive: true });
    const sha = scenario.repository.commit({ "site/index.html": "1" });
    const inputs = {
      hosts: "root@127.0.0.1:1 name=nobody",
      "private-key": key,
      "host-keys": `[127.0.0.1]:1 ${host}`,
      path: "/srv/site",
      source: "site",
      gates: "tcp 80",
      record: "never",
    };
    const step = await scenario.run({ name: "push", branch: "main", before: NO_COMMIT, sha }, inputs, settings);
    expect(step.outcome, step.log.join("\n")).toBe("failure");
    expect(Object.fromEntries(step.outputs)).toMatchObject({ outcome: "refused" });
    expect(step.summary).toContain("nobody");
    return step;
  },
  release: async (scenario, settings) => {
    const { repository, github } = scenario;
    const sha = repository.commit({ "CHANGELOG.md": "## 1.2.3\n\n- it works\n", ".gitignore": "app.bin\n" });
    repository.git("tag", "v1.2.3");
    repository.write({ "app.bin": "the program" });
    pushEverything(repository.folder, github.refs);
    const inputs = { files: "app.bin", "version-files": "none", "floating-tags": "major" };
    const step = await scenario.run({ name: "push", tag: "v1.2.3", sha }, inputs, settings);
    expect(step.outcome, step.log.join("\n")).toBe("success");
    expect(github.releases.all).toMatchObject([{ draft: false, body: "- it works" }]);
    expect(github.releases.all[0]!.assets.map(({ name }) => name)).toEqual(["app.bin", "SHA256SUMS"]);
    expect(github.refs.tags.v1).toBe(sha);
    return step;
  },
};

let folder: string;
let origin: DemoRepository;
let printed: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "jessy-package-"));
  printed = assemble("tree");
  origin = new DemoRepository();
  execFileSync("cp", ["-R", `${join(folder, "tree")}/.`, origin.folder]);
  origin.commit({}, "v1.2.3");
  for (const tag of ["v1.2.3", "v1"]) origin.git("tag", tag);
});

afterAll(() => {
  origin.remove();
  rmSync(folder, { recursive: true });
});

/** Runs `npm run package` on dist/ as it is committed. */
function assemble(name: string): string {
  const args = ["scripts/package.ts", "--out", join(folder, name), "--repository", SLUG];
  return execFileSync(process.execPath, args, { cwd: root, encoding: "utf8" });
}

const filesOf = (name: string) =>
  readdirSync(join(folder, name), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name: file }) => join(parentPath, file).slice(join(folder, name).length + 1))
    .sort();

test("it holds each action's action.yml and README, dist/, the schemas, README and LICENSE, and nothing else", () => {
  const expected = [
    "LICENSE",
    "README.md",
    ...actions.flatMap(({ file, readme, behind }) => [file, readme, ...behind].map(({ published }) => published)),
    ...readdirSync(join(root, "docs/schema")).map((name) => `docs/schema/${name}`),
    ...readdirSync(join(root, "dist")).map((name) => `dist/${name}`),
  ];
  expect(filesOf("tree")).toEqual(expected.sort());
  expect(readFileSync(join(folder, "tree/dist/licenses.txt"))).toEqual(readFileSync(join(root, "dist/licenses.txt")));
});

test("its size is printed, within the budget, and git knows it by the id that is printed", () => {
  const [, download = "", tree] = /(\d+\.\d) kB gz {2}tree ([0-9a-f]{40}), /.exec(printed) ?? [];
  expect(Number(download)).toBeGreaterThan(100);
  expect(Number(download)).toBeLessThanOrEqual(700);
  expect(origin.git("rev-parse", "v1^{tree}")).toBe(tree);
});

test("two runs are the same, byte for byte", () => {
  assemble("again");
  expect(filesOf("again")).toEqual(filesOf("tree"));
  const different = filesOf("tree").filter(
    (path) => !readFileSync(join(folder, "tree", path)).equals(readFileSync(join(folder, "again", path))),
  );
  expect(different).toEqual([]);
});

test("its scripts are minified, and nothing of this machine is in them", () => {
  const sizeOf = (place: string) =>
    readdirSync(place).reduce((sum, name) => sum + readFileSync(join(place, name)).length, 0);
  expect(sizeOf(join(folder, "tree/dist"))).toBeLessThan(sizeOf(join(root, "dist")) / 2);
  for (const path of filesOf("tree"))
    expect(readFileSync(join(folder, "tree", path), "utf8").includes(root), path).toBe(false);
});

test("each action's size is printed apart from what is shared, and together they are the tree", () => {
  const sizes = new Map(
    [...printed.matchAll(/^ *([\d.]+) kB +[\d.]+ kB gz {2}([\w-]+): (.*)$/gm)].map(([, size, name, files = ""]) => [
      name!,
      { size: Number(size), files: files.split(", ") },
    ]),
  );
  expect([...sizes.keys()]).toEqual([...actions.map(({ name }) => name), "shared"]);
  for (const { name } of actions) {
    expect(sizes.get(name)!.files).toEqual(expect.arrayContaining([`${name}/README.md`, `dist/${name}.js`]));
    // Its own code, not the stub alone.
    expect(sizes.get(name)!.size).toBeGreaterThan(20);
  }
  expect([...sizes.values()].flatMap(({ files }) => files).sort()).toEqual(filesOf("tree"));
});

describe("every file that it names is in it, or is a file of the source's commit", () => {
  const head = execFileSync("git", ["rev-parse", "HEAD"], { cwd: root, encoding: "utf8" }).trim();
  const ownLink = new RegExp(
    `https://(?:github\\.com/${SLUG}/blob|raw\\.githubusercontent\\.com/${SLUG})/(\\w+)/([^)#"\\s]+)`,
    "g",
  );

  test.each(["README.md", ...actions.map(({ readme }) => readme.published)])("%s", (path) => {
    const text = readFileSync(join(folder, "tree", path), "utf8");
    for (const target of linkedFiles(text))
      expect(existsSync(join(folder, "tree", dirname(path), target)), target).toBe(true);
    for (const [, commit, file = ""] of text.matchAll(ownLink)) {
      expect(commit, file).toBe(head);
      expect(existsSync(join(root, file)), file).toBe(true);
    }
  });

  test("there are such links", () => {
    const all = ["README.md", ...actions.map(({ readme }) => readme.published)].map((path) =>
      readFileSync(join(folder, "tree", path), "utf8"),
    );
    expect(all.flatMap(linkedFiles).length).toBeGreaterThan(5);
    expect(all.flatMap((text) => [...text.matchAll(ownLink)]).length).toBeGreaterThan(5);
  });

  test.each(actions.flatMap(({ file, behind }) => [file, ...behind]).map(({ published }) => published))(
    "%s",
    (path) => {
      const text = readFileSync(join(folder, "tree", path), "utf8");
      expect(text).toContain("docs/schema");
      for (const [name] of text.matchAll(/\b(?:docs|packages|dist)\/[\w./-]*\w/g))
        expect(existsSync(join(folder, "tree", name)), name).toBe(true);
      for (const script of actionScripts(text, path))
        expect(existsSync(join(folder, "tree", dirname(path), script)), script).toBe(true);
    },
  );
});

describe.each(named)(`uses: ${SLUG}$path`, ({ name, path }) => {
  test.each(["v1", "v1.2.3"])("@%s is downloaded, and does its job", async (ref) => {
    const play = SCENARIOS[name];
    if (play === undefined)
      throw new Error(
        `${name} has no scenario: write one in SCENARIOS of test/published-tree.test.ts, so that the published ${name} is run`,
      );
    const scenario = await Scenario.start();
    try {
      const step = await play(scenario, { uses: { text: `${SLUG}${path}@${ref}`, from: origin.folder } });
      expect(step.outcome).not.toBe("cancelled");
    } finally {
      await scenario.close();
    }
  });
});

interface ExampleStep {
  readonly uses: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

/** Every step of a document's YAML examples that uses one of ours. */
function exampleSteps(markdown: string): ExampleStep[] {
  const steps: ExampleStep[] = [];
  const visit = (value: unknown): void => {
    if (value === null || typeof value !== "object") return;
    const { uses } = value as { uses?: unknown };
    if (typeof uses === "string" && uses.startsWith(`${SLUG}/`)) steps.push(value as ExampleStep);
    for (const inner of Object.values(value)) visit(inner);
  };
  for (const [, text = ""] of markdown.matchAll(/^```ya?ml\n(.*?)^```/gms))
    for (const document of parseAllDocuments(text)) visit(document.toJS());
  return steps;
}

describe("examples in our documents", () => {
  const listed = execFileSync("git", ["ls-files", "*.md"], { cwd: root, encoding: "utf8" }).trim().split("\n");
  const documents = listed
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }))
    .filter(({ text }) => new RegExp(`uses: ${SLUG}/[\\w-]+@v\\d`).test(text));

  test.each(documents)("$path: what it uses is in the tree, with the inputs that it gives", ({ text }) => {
    const named = [...text.matchAll(new RegExp(`uses: (${SLUG}/[\\w-]+@v\\d[\\w.]*)`, "g"))].map(
      ([, uses = ""]) => uses,
    );
    const steps = exampleSteps(text);
    expect(steps.map(({ uses }) => uses).sort()).toEqual(named.sort());
    for (const { uses, with: inputs = {} } of steps) {
      expect(looksLikeUses(uses)).toBe(true);
      const action = readActionFile(join(folder, "tree", parseUses(uses).path));
      expect([...action.inputs.keys()]).toEqual(expect.arrayContaining(Object.keys(inputs)));
    }
  });

  test("there are some, in every action's README", () => {
    expect(documents.map(({ path }) => path)).toEqual(
      expect.arrayContaining(["README.md", ...actions.map(({ readme }) => readme.source)]),
    );
  });
});

test("action.yml differs from the source's in its scripts alone", () => {
  for (const { file, kind } of actions) {
    if (kind === "composite") continue;
    const [published, source] = [join(folder, "tree", file.published), join(root, file.source)].map(
      (path) => parse(readFileSync(path, "utf8")) as { runs: Record<string, string> },
    );
    expect({ ...published, runs: 0 }).toEqual({ ...source, runs: 0 });
    expect(Object.values(published!.runs)).toEqual(
      Object.values(source!.runs).map((value) => value.replace("../../", "../")),
    );
  }
});
