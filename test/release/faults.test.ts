import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { secondaryLimit } from "../../packages/local-runner/src/github/fault.ts";
import { TOKENS } from "../scenario.ts";
import { LOOKS, PACKAGE, ReleaseScenario } from "./release-scenario.ts";

/** What docs/release-faults.md promises: the state after a fault, and after the next run. */
let world: ReleaseScenario;

beforeEach(async () => {
  world = await ReleaseScenario.start();
});

afterEach(() => world.close());

const FILES = { files: "out/*" };
const OUT = { "out/a.bin": "a".repeat(200_000), "out/b.bin": "b".repeat(200_000) };
const UPLOAD = /\/releases\/\d+\/assets$/;

function ready(): void {
  world.publish(PACKAGE, "v1.2.3");
  world.repository.write(OUT);
}

/** Exactly one release of the tag, with every file whole, and not a draft left. */
function expectWhole(names: readonly string[] = ["SHA256SUMS", "a.bin", "b.bin"]): void {
  const { all } = world.github.releases;
  expect(all.map(({ draft, tagName }) => [draft, tagName])).toEqual([[false, "v1.2.3"]]);
  expect(all[0]!.assets.map(({ name, state }) => `${name} ${state}`).sort()).toEqual(
    names.map((name) => `${name} uploaded`).sort(),
  );
}

describe("uploads", () => {
  test.each([
    ["502 in the middle, which leaves a broken asset", { cutAfter: 50_000, answer: 502 }],
    ["a connection that ends in the middle", { cutAfter: 50_000 }],
    ["a connection that ends before the first byte", "drop"],
    ["a connection that ends when the file is stored", "drop-after"],
    ["500 though the file is stored", { status: 500, message: "Server Error", stored: true }],
    ["403 with Retry-After", secondaryLimit(1)],
    ["429", { status: 429, message: "Too many", headers: { "retry-after": "1" } }],
  ] as const)("%s: the same run goes on", async (_, kind) => {
    ready();
    world.github.fault({ method: "POST", path: UPLOAD, kind });
    const run = await world.release("v1.2.3", FILES);
    expect(run.outcome, run.log).toBe("success");
    expectWhole();
  });

  test("what is stored is not sent again", async () => {
    ready();
    world.github.fault({ method: "POST", path: UPLOAD, kind: "drop-after" });
    await world.release("v1.2.3", FILES);
    const sent = world.takeRequests().filter((line) => line.includes("/assets") && line.startsWith("POST"));
    expect(sent).toHaveLength(3);
  });

  test("that never succeed leave a draft, and the next run goes on from it", async () => {
    ready();
    world.github.fault({ method: "POST", path: UPLOAD, kind: { status: 400, message: "Bad Request" }, times: 2 });
    const run = await world.release("v1.2.3", FILES);
    expect(run.outcome).toBe("failure");
    expect(run.result).toMatchObject({ state: "failed", verdict: "broken", fails: true });
    expect(run.result.headline).toMatch(/^v1\.2\.3 is not released: [ab]\.bin could not be uploaded in 1 attempt$/);
    expect(run.result.failure).toMatch(/^`[ab]\.bin` could not be uploaded in 1 attempt: status 400: Bad Request/);
    expect(world.github.releases.all).toMatchObject([{ draft: true }]);
    const again = await world.release("v1.2.3", FILES);
    expect(again.outcome, again.log).toBe("success");
    expectWhole();
  });

  test("a release that is deleted meanwhile is made anew", async () => {
    ready();
    world.github.fault({ method: "POST", path: UPLOAD, kind: { status: 404, message: "Not Found" } });
    const run = await world.release("v1.2.3", FILES);
    expect(run.outcome, run.log).toBe("success");
    expectWhole();
  });
});

describe("drafts", () => {
  test.each([
    ["502 though the draft is made", { status: 502, message: "Bad gateway", stored: true }],
    ["a connection that ends when the draft is made", "drop-after"],
    ["a connection that ends before", "drop"],
    ["403 with Retry-After", secondaryLimit(1)],
  ] as const)("%s: no second one is left", async (_, kind) => {
    ready();
    world.github.fault({ method: "POST", path: /\/releases$/, kind });
    const run = await world.release("v1.2.3", FILES);
    expect(run.outcome, run.log).toBe("success");
    expectWhole();
  });

  test("an empty one that a run before left behind is deleted; one with files is named", async () => {
    ready();
    const holder = { login: "github-actions[bot]", write: true };
    world.github.releases.create({ tagName: "v1.2.3", draft: true }, holder);
    world.github.releases.create({ tagName: "v1.2.3", draft: true }, holder);
    const run = await world.release("v1.2.3", FILES);
    expect(run.outcome, run.log).toBe("success");
    expectWhole();
  });

  test("one of a person stays, and is named", async () => {
    ready();
    world.github.releases.create({ tagName: "v1.2.3", draft: true }, { login: "github-actions[bot]", write: true });
    world.github.releases.create({ tagName: "v1.2.3", draft: true }, { login: "alice", write: true });
    const run = await world.release("v1.2.3", FILES);
    expect(run.outcome, run.log).toBe("success");
    expect(run.result.warnings[0]).toContain("The tag has another draft");
    expect(world.github.releases.all.filter(({ draft }) => draft)).toHaveLength(1);
  });

  test("a list that lags is waited for", async () => {
    ready();
    world.github.releases.lists.lag = 3;
    const run = await world.release("v1.2.3", FILES);
    expect(run.outcome, run.log).toBe("success");
    expectWhole();
  });
});

test("a run that is cancelled leaves a draft, and the next one goes on from it", async () => {
  ready();
  const cancelled = new AbortController();
  const run = await world.release("v1.2.3", FILES, {
    signal: cancelled.signal,
    onLine: (line) => {
      if (line.startsWith("upload:")) cancelled.abort();
    },
  });
  expect(run.outcome).not.toBe("success");
  expect(world.github.releases.all).toMatchObject([{ draft: true }]);
  const again = await world.release("v1.2.3", FILES);
  expect(again.outcome, again.log).toBe("success");
  expectWhole();
});

describe("publication", () => {
  test.each([
    ["a connection that ends when it is done", "drop-after"],
    ["502 though it is done", { status: 502, message: "Bad gateway", stored: true }],
    ["503", { status: 503, message: "Unavailable" }],
  ] as const)("%s: the same run goes on", async (_, kind) => {
    ready();
    world.github.fault({ method: "PATCH", path: /\/releases\/\d+$/, kind });
    const run = await world.release("v1.2.3", FILES);
    expect(run.outcome, run.log).toBe("success");
    expectWhole();
  });

  test("a refusal leaves a draft with every file, and the next run publishes it", async () => {
    ready();
    world.github.fault({ method: "PATCH", path: /\/releases\/\d+$/, kind: { status: 403, message: "No" } });
    const run = await world.release("v1.2.3", FILES);
    expect(run.outcome).toBe("failure");
    expect(run.summary).toContain("A draft is left, with 3 of 3 files");
    const again = await world.release("v1.2.3", FILES);
    expect(again.outcome, again.log).toBe("success");
    expectWhole();
    expect(again.result.steps.filter(({ kind }: { kind: string }) => kind === "upload")).toEqual([]);
  });

  test("somebody else publishes the tag meanwhile: the files go to that release, and no draft is left", async () => {
    ready();
    const { releases } = world.github;
    const running = world.release("v1.2.3", FILES, {
      onLine: (line) => {
        if (line.startsWith("upload: `SHA256SUMS`") && releases.all.every(({ draft }) => draft))
          releases.create({ tagName: "v1.2.3", draft: false, name: "by hand" }, { login: "alice", write: true });
      },
    });
    // The line arrives before the publication only if GitHub takes its time.
    world.github.fault({ method: "PATCH", path: /\/releases\/\d+$/, kind: { status: 503, message: "Unavailable" } });
    const run = await running;
    expect(run.outcome, run.log).toBe("success");
    expectWhole();
    expect(releases.all[0]!.name).toBe("by hand");
  });
});

describe("the tag", () => {
  test("that GitHub does not tell: nothing is published, though git and its remote would say yes", async () => {
    ready();
    world.github.fault({ path: /\/git\/ref\/tags/, kind: { status: 401, message: "Bad credentials" } });
    const run = await world.release("v1.2.3", FILES);
    expect(run.outcome).toBe("failure");
    expect(run.result).toMatchObject({ state: "refused", verdict: "broken" });
    expect(run.log).toContain("Where `v1.2.3` stands on GitHub is not known: GET ");
    expect(world.github.releases.all).toEqual([]);
    const again = await world.release("v1.2.3", FILES);
    expect(again.outcome, again.log).toBe("success");
    expectWhole();
  });

  test("that is moved while files upload: the draft stays, and the next run is refused until it is back", async () => {
    ready();
    const { refs, releases } = world.github;
    const good = world.repository.head;
    const evil = refs.addCommit({ message: "evil", parents: [good] });
    // As somebody moves it while the first file is on its way.
    world.github.fault({
      method: "POST",
      path: /\/releases$/,
      kind: { delay: 0 },
      meanwhile: () => void refs.setTag("v1.2.3", evil),
    });
    const run = await world.release("v1.2.3", FILES);
    expect(run.outcome).toBe("failure");
    expect(run.result.headline).toBe("v1.2.3 is not released: v1.2.3 was moved while files were uploaded");
    expect(releases.all).toMatchObject([{ draft: true }]);
    const refused = await world.release("v1.2.3", FILES);
    expect(refused.result).toMatchObject({ state: "refused", verdict: "fail" });
    refs.setTag("v1.2.3", good);
    const again = await world.release("v1.2.3", FILES);
    expect(again.outcome, again.log).toBe("success");
    expectWhole();
  });
});

test("a draft of another commit loses its files, and they are named", async () => {
  ready();
  const { releases, refs } = world.github;
  const older = refs.addCommit({ message: "older" });
  const holder = { login: "github-actions[bot]", write: true };
  const { id } = releases.create({ tagName: "v1.2.3", draft: true, targetCommitish: older }, holder);
  const old = { name: "old.bin", label: null, contentType: "x/y", size: 1, uploader: holder.login };
  releases.finishUpload(releases.beginUpload(id, old, holder).id, 1, `sha256:${"0".repeat(64)}`, Buffer.from("x"));
  const run = await world.release("v1.2.3", FILES);
  expect(run.outcome, run.log).toBe("success");
  expect(run.summary).toContain("old.bin");
  expectWhole();
});

describe("an immutable release", () => {
  test("is left alone by a re-run", async () => {
    world.github.releases.immutable = true;
    ready();
    const run = await world.release("v1.2.3", FILES);
    expect(run.outcome, run.log).toBe("success");
    expect(run.result.release.immutable).toBe(true);
    expectWhole();
    world.takeRequests();
    const again = await world.release("v1.2.3", FILES);
    expect(again.result.state, again.log).toBe("unchanged");
    expect(world.takeRequests()).toEqual(LOOKS);
  });

  test.each([
    ["other content", { "out/a.bin": "changed" }, "is immutable with other content"],
    ["another file", { "out/c.bin": "new" }, "is missing from an immutable release"],
  ])("refuses %s before anything is changed", async (_, files, message) => {
    world.github.releases.immutable = true;
    ready();
    await world.release("v1.2.3", FILES);
    world.takeRequests();
    world.repository.write(files);
    const run = await world.release("v1.2.3", FILES);
    expect(run.outcome).toBe("failure");
    expect(run.log).toContain(message);
    expect(world.takeRequests()).toEqual(LOOKS);
    expectWhole();
  });
});

test("a published file is never replaced", async () => {
  ready();
  await world.release("v1.2.3", FILES);
  world.repository.write({ "out/a.bin": "other" });
  const run = await world.release("v1.2.3", FILES);
  expect(run.outcome).toBe("failure");
  expect(run.log).toContain("is published with other content");
  expectWhole();
});

test("a token that may only read is told what it needs", async () => {
  ready();
  const run = await world.release("v1.2.3", FILES, { token: TOKENS.fork });
  expect(run.outcome).toBe("failure");
  expect(run.log).toContain("contents: write");
  expect(world.github.releases.all).toEqual([]);
});

test("a commit that changes workflows gets the reason of GitHub's refusal", async () => {
  world.publish({ "README.md": "first" });
  world.repository.git("checkout", "--quiet", "-b", "side");
  world.repository.commit({ ...PACKAGE, ".github/workflows/new.yml": "on: push\n" });
  world.repository.git("tag", "v1.2.3");
  world.repository.git("push", "--quiet", "origin", "side");
  world.push();
  const run = await world.release("v1.2.3", { "allowed-branches": "side" });
  expect(run.outcome).toBe("failure");
  expect(run.result.failure).toContain("which `GITHUB_TOKEN` never has");
});

describe("floating tags", () => {
  test("one that a rule protects is named, and the release stands", async () => {
    world.publish(PACKAGE);
    world.repository.git("tag", "v1");
    world.publish({ "x.txt": "x" }, "v1.2.3");
    world.github.refs.locked.add("v1");
    const run = await world.release("v1.2.3", { "floating-tags": "major" });
    expect(run.outcome).toBe("failure");
    expect(run.result.headline).toBe("v1.2.3 is published, but not everything is done: v1 could not be moved");
    expect(run.log).toContain("git push --force origin");
    expect(world.github.releases.all).toMatchObject([{ draft: false }]);
  });

  test("one that moved further meanwhile is left there", async () => {
    world.publish(PACKAGE);
    world.repository.git("tag", "v1.2.2");
    world.repository.git("tag", "v1");
    world.publish({ "x.txt": "x" }, "v1.2.3");
    const newer = world.github.refs.addCommit({
      message: "newer",
      parents: [world.repository.head],
    });
    // After the run has read the tags from the remote, another one has moved v1.
    world.github.refs.setTag("v1.2.4", newer);
    world.github.refs.setTag("v1", newer);
    const run = await world.release("v1.2.3", { "floating-tags": "major" });
    expect(run.outcome, run.log).toBe("success");
    expect(world.github.refs.tags.v1).toBe(newer);
    expect(run.log).toContain("v1.2.4 is greater");
  });

  test("one of parted lines moves by version", async () => {
    world.publish({ ...PACKAGE, "Cargo.toml": PACKAGE["Cargo.toml"]!.replace("1.2.3", "1.2.2") });
    world.repository.git("checkout", "--quiet", "-b", "old");
    world.repository.commit({ "old.txt": "1" });
    world.repository.git("tag", "v1.2.2");
    world.repository.git("tag", "v1");
    world.repository.git("checkout", "--quiet", "main");
    const sha = world.publish(PACKAGE, "v1.2.3");
    const run = await world.release("v1.2.3", { "floating-tags": "major" });
    expect(run.outcome, run.log).toBe("success");
    expect(world.github.refs.tags.v1).toBe(sha);
    expect(run.log).toMatch(/v1` moves from v1\.2\.2 to v1\.2\.3: `[0-9a-f]{40}` -> `[0-9a-f]{40}`/);
  });

  test("one on a commit of no version and no ancestor is not moved", async () => {
    const first = world.publish(PACKAGE);
    world.repository.git("checkout", "--quiet", "--orphan", "other");
    world.repository.commit({ "other.txt": "1" });
    world.repository.git("tag", "v1");
    const stood = world.repository.head;
    world.repository.git("checkout", "--quiet", "--force", "main");
    expect(world.repository.head).toBe(first);
    world.publish({ "x.txt": "x" }, "v1.2.3");
    const run = await world.release("v1.2.3", { "floating-tags": "major" });
    expect(run.outcome, run.log).toBe("success");
    expect(world.github.refs.tags.v1).toBe(stood);
    expect(run.log).toContain("move it by hand");
  });
});

describe("eight jobs at the same time", () => {
  const JOBS = 8;
  let folders: string[] = [];

  afterEach(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    folders = [];
  });

  /** Each has a checkout and a runner of its own, as on GitHub. */
  function checkouts(): string[] {
    folders = Array.from({ length: JOBS }, (_, at) => {
      const folder = mkdtempSync(join(tmpdir(), "jessy-job-"));
      world.repository.git("clone", "--quiet", world.repository.folder, join(folder, "work"));
      mkdirSync(join(folder, "work/out"));
      writeFileSync(join(folder, `work/out/part-${at}.bin`), `part ${at}\n`.repeat(1000));
      return folder;
    });
    return folders;
  }

  const names = [...Array.from({ length: JOBS }, (_, at) => `part-${at}.bin`), "SHA256SUMS"];

  test.each([
    ["at once", 0],
    ["with a list that lags", 2],
  ])("that publish, %s: one release, every file, no draft", { timeout: 120_000 }, async (_, lag) => {
    world.publish(PACKAGE, "v1.2.3");
    world.github.releases.lists.lag = lag;
    const runs = await Promise.all(
      checkouts().map((folder) =>
        world.release("v1.2.3", FILES, { workspace: join(folder, "work"), temporary: join(folder, "temp") }),
      ),
    );
    for (const run of runs) expect(run.outcome, run.log).toBe("success");
    expectWhole(names);
    const sums = world.github.releases.all[0]!.assets.find(({ name }) => name === "SHA256SUMS")!;
    const text = world.github.releases.assets.content(sums.id)!.toString();
    expect(text.trimEnd().split("\n")).toHaveLength(JOBS);
  });

  test("that upload to a draft, which a last one publishes as immutable", { timeout: 120_000 }, async () => {
    world.github.releases.immutable = true;
    world.publish(PACKAGE, "v1.2.3");
    const runs = await Promise.all(
      checkouts().map((folder) =>
        world.release(
          "v1.2.3",
          { ...FILES, draft: "true", checksums: "none" },
          { workspace: join(folder, "work"), temporary: join(folder, "temp") },
        ),
      ),
    );
    for (const run of runs) expect(run.outcome, run.log).toBe("success");
    expect(world.github.releases.all).toMatchObject([{ draft: true }]);
    const last = await world.release("v1.2.3");
    expect(last.outcome, last.log).toBe("success");
    expectWhole(names);
    expect(world.github.releases.all[0]!.immutable).toBe(true);
  });
});
