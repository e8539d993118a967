import { createHash } from "node:crypto";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { ActionIo } from "@jessy-actions/kit/action/io";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { Fault } from "../../../packages/local-runner/src/github/fault.ts";
import { Workspace } from "../testing/workspace.ts";
import { collect } from "./collect.ts";
import { evaluate } from "./evaluate.ts";
import { execute } from "./execute.ts";
import type { Facts } from "./facts.ts";
import { ReleaseApi } from "./github/release-api.ts";
import type { Inputs } from "./inputs.ts";
import { withRecord } from "./publishing/draft-record.ts";
import { render } from "./render.ts";
import type { Result } from "./result.ts";

// A run of persistent faults waits for a minute in all.
vi.mock("@jessy-actions/kit/http/wait", () => ({ wait: async () => {} }));

/** One repository for all: what a case changes on the emulated GitHub is put back after it. */
let workspace: Workspace;
let commit: string;
let inputs: Inputs;
let facts: Facts;
let io: ActionIo;
/** What happens when the log says a line. */
let onLine: ((line: string) => void) | undefined;

const WRITTEN = { files: "out/*", "version-files": "none", "floating-tags": "major" };
const HOLDER = { login: "github-actions[bot]", write: true };

beforeAll(async () => {
  workspace = await Workspace.start();
  workspace.github.refs.onlyRegistered = true;
  commit = workspace.publish({ "CHANGELOG.md": "## 1.2.3\n\n- it works\n", ".gitignore": "out/" }, "v1.2.3");
  workspace.write({ "out/a.bin": "a".repeat(1000), "out/b.bin": "b".repeat(1000) });
  ({ read: inputs, io } = workspace.read("v1.2.3", WRITTEN, { onLine: (line) => onLine?.(line) }));
  facts = await collect(inputs, io);
});

afterEach(() => {
  onLine = undefined;
  const { releases, refs } = workspace.github;
  workspace.github.endFaults();
  releases.immutable = false;
  refs.reads.lag = 0;
  for (const { id } of releases.all) releases.delete(id, HOLDER);
  for (const name of Object.keys(refs.tags)) refs.delete(`refs/tags/${name}`);
  refs.setTag("v1.2.3", commit);
});

afterAll(() => workspace.close());

/** A run that finds what GitHub has now. */
async function run(more: Partial<Facts> = {}, with_: Partial<Inputs> = {}): Promise<Result> {
  const api = new ReleaseApi(await io.github(), facts.repository);
  const read = { ...inputs, ...with_ };
  return execute(evaluate(read, { ...facts, releases: { known: await api.list() }, ...more }), read, io);
}

const isPublished = () => workspace.github.releases.all.some(({ draft }) => !draft);

function expectWhole(): void {
  expect(workspace.github.releases.all.map(({ draft }) => draft)).toEqual([false]);
  const assets = workspace.github.releases.all[0]!.assets.map(({ name, state }) => `${name} ${state}`);
  expect(assets.sort()).toEqual(["SHA256SUMS uploaded", "a.bin uploaded", "b.bin uploaded"]);
  expect(workspace.github.refs.tags).toEqual({ "v1.2.3": commit, v1: commit });
}

/** Whatever happens, the report says what stands on GitHub. */
function expectTrue(result: Result): void {
  const said = JSON.stringify(render(result).summary);
  if (result.release?.uncertain === true) {
    expect(result.headline).toMatch(/^v1\.2\.3 may be published or not: /);
    expect(said).not.toMatch(/A draft is left|published release stays/);
  } else
    expect([result.headline.startsWith("v1.2.3 is published"), result.release?.draft === false]).toEqual([
      isPublished(),
      isPublished(),
    ]);
  expect(result.fails).toBe(result.state !== "published");
  if (!isPublished()) expect(said).not.toContain("published release stays");
  else expect(said).not.toContain("A draft is left");
}

const TAG = /\/git\/ref\/tags%2Fv1\.2\.3$/;
const RELEASE = /\/releases\/\d+$/;
const FLOATING = /\/git\/ref\/tags%2Fv1$/;

describe("a fault at each request", () => {
  const requests: readonly (readonly [what: string, fault: Pick<Fault, "method" | "path" | "after">])[] = [
    ["the creation of the draft", { method: "POST", path: /\/releases$/ }],
    ["the list that shows it", { method: "GET", path: /\/releases$/, after: 1 }],
    ["an upload", { method: "POST", path: /\/assets$/ }],
    ["the last upload", { method: "POST", path: /\/assets$/, after: 2 }],
    ["the tag before the publication", { method: "GET", path: TAG }],
    ["the publication", { method: "PATCH", path: RELEASE }],
    ["the tag after it", { method: "GET", path: TAG, after: 1 }],
    ["the latest release", { method: "GET", path: /\/releases\/latest$/ }],
    ["the floating tag", { method: "GET", path: FLOATING }],
    ["its creation", { method: "POST", path: /\/git\/refs$/ }],
    ["it afterwards", { method: "GET", path: FLOATING, after: 1 }],
  ];
  const kinds: readonly (readonly [string, Fault["kind"]])[] = [
    ["no connection", "drop"],
    ["502", { status: 502, message: "Bad gateway" }],
    ["502 though it is done", { status: 502, message: "Bad gateway", stored: true }],
    ["an answer that is not JSON", "malformed"],
    ["a refusal", { status: 403, message: "Resource not accessible by integration" }],
  ];
  const cases = requests.flatMap(([what, place]) => kinds.map(([how, kind]) => [what, how, place, kind] as const));

  test.each(cases)("%s, once: %s", async (_, how, place, kind) => {
    workspace.github.fault({ ...place, kind });
    const result = await run();
    expectTrue(result);
    if (how !== "a refusal") expect(result.failure).toBeNull();
    if (result.failure === null) expectWhole();
    workspace.github.endFaults();
    expect((await run()).failure).toBeNull();
    expectWhole();
  });

  test.each(cases)("%s, for good: %s", async (_, __, place, kind) => {
    workspace.github.fault({ ...place, kind, times: 100 });
    expectTrue(await run());
    workspace.github.endFaults();
    const again = await run();
    expect(again.failure).toBeNull();
    expectWhole();
  });
});

test("a file in the way of the checksums: the report says how far it came, and the next run ends it", async () => {
  const folder = join(io.temporary, "assets");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(join(folder, "SHA256SUMS"), { recursive: true });
  const result = await run();
  expectTrue(result);
  expect(result).toMatchObject({ state: "failed", verdict: "broken", resumable: true });
  expect(result.headline).toMatch(/^v1\.2\.3 is not released: \S+\/SHA256SUMS is a folder, and a file is needed$/);
  expect(JSON.stringify(render(result).summary)).toContain("A draft is left");
  rmSync(folder, { recursive: true });
  expect((await run()).failure).toBeNull();
  expectWhole();
});

describe("the tag of the version", () => {
  const elsewhere = (name = "v1.2.3") => {
    const evil = workspace.github.refs.addCommit({ message: "evil", parents: [commit] });
    workspace.github.refs.setTag(name, evil);
    return evil;
  };

  test("moved while files upload: nothing is published, and the draft stays", async () => {
    let evil = "";
    onLine = (line) => {
      if (line.startsWith("upload: `SHA256SUMS`")) evil = elsewhere();
    };
    const result = await run();
    expect(result).toMatchObject({ verdict: "broken", state: "failed", resumable: false });
    expect(result.headline).toBe("v1.2.3 is not released: v1.2.3 was moved while files were uploaded");
    expect(result.failure).toContain(`it leads to ${evil}, and ${commit} was to be released`);
    expect(JSON.stringify(render(result).summary)).not.toContain("Run the job again");
    expect(isPublished()).toBe(false);
    expect(workspace.github.refs.tags).not.toHaveProperty("v1");
  });

  test.each(["tree", "blob"] as const)("moved to a %s meanwhile", async (type) => {
    onLine = (line) => {
      if (line.startsWith("upload: `SHA256SUMS`"))
        workspace.github.refs.setTag("v1.2.3", workspace.github.refs.addObject(type));
    };
    expect((await run()).failure).toContain(`it leads to a ${type}, not to a commit, and`);
    expect(isPublished()).toBe(false);
  });

  test("deleted while files upload: GitHub would create it anew", async () => {
    onLine = (line) => {
      if (line.startsWith("upload: `SHA256SUMS`")) workspace.github.refs.delete("refs/tags/v1.2.3");
    };
    expect((await run()).headline).toBe(
      "v1.2.3 is not released: `v1.2.3` was deleted while files were uploaded".replaceAll("`", ""),
    );
    expect(isPublished()).toBe(false);
  });

  test("moved between the publication and the look at it: told loudly, and no floating tag follows", async () => {
    let evil = "";
    onLine = (line) => {
      if (line.startsWith("publish: ")) evil = elsewhere();
    };
    const result = await run();
    expectTrue(result);
    expect(result.headline).toBe(
      `v1.2.3 is published, but not everything is done: the tag v1.2.3 leads to ${evil} now`,
    );
    expect(result.failure).toMatch(/treat the tag as compromised.*put it back \(`git push --force origin .*ruleset$/);
    expect(result.resumable).toBe(false);
    expect(workspace.github.refs.tags).not.toHaveProperty("v1");
  });

  test("that is annotated, and annotated again, is followed to its commit", async () => {
    const { refs } = workspace.github;
    refs.setTag("v1.2.3", refs.addTagObject("inner", commit, "1").sha, "2");
    expect((await run()).failure).toBeNull();
    expect(isPublished()).toBe(true);
  });
});

describe("a tag that the release creates", () => {
  const NEW: Partial<Facts> = { tags: { all: new Map(), here: undefined, onGitHub: { known: undefined } } };
  const create = () => run(NEW, { createTag: true });
  const CREATION: Pick<Fault, "method" | "path"> = { method: "POST", path: /\/git\/refs$/ };

  beforeEach(() => workspace.github.refs.delete("refs/tags/v1.2.3"));

  test("comes right before the publication", async () => {
    const result = await create();
    expect(result.failure).toBeNull();
    expect(result.steps.map(({ kind }) => kind).slice(-3)).toEqual(["create", "publish", "move-tag"]);
    expectWhole();
  });

  test.each<[string, Fault["kind"]]>([
    ["is lost, and it is there", "drop-after"],
    ["is lost, and it is not there", "drop"],
    ["is a 502, and it is there", { status: 502, message: "x", stored: true }],
    ["is not JSON", "malformed"],
  ])("whose answer %s: it is looked up", async (_, kind) => {
    workspace.github.fault({ ...CREATION, kind });
    expect((await create()).failure).toBeNull();
    expectWhole();
  });

  test("that is never made leaves the draft", async () => {
    workspace.github.fault({ ...CREATION, kind: { status: 502, message: "x" }, times: 100 });
    const before = workspace.github.requests.length;
    expect((await create()).headline).toBe("v1.2.3 is not released: GitHub answered with status 502");
    const made = workspace.github.requests.slice(before).filter(({ path }) => path.endsWith("/git/refs"));
    expect([made.length, isPublished()]).toEqual([5, false]);
  });

  test("that GitHub shows late is waited for", async () => {
    workspace.github.refs.reads.lag = 3;
    expect((await create()).failure).toBeNull();
    expectWhole();
  });

  test("that GitHub never shows is not published", async () => {
    workspace.github.fault({ method: "GET", path: TAG, kind: { status: 404, message: "Not Found" }, times: 100 });
    const result = await create();
    expect(result.failure).toContain("GitHub took the tag `v1.2.3`, and does not show it; nothing is published");
    expect(isPublished()).toBe(false);
  });

  test("that somebody else creates elsewhere meanwhile is not published", async () => {
    const other = workspace.github.refs.addCommit({ message: "other" });
    onLine = (line) => {
      if (line.startsWith("upload: `SHA256SUMS`")) workspace.github.refs.setTag("v1.2.3", other);
    };
    const result = await create();
    expect(result.headline).toBe("v1.2.3 is not released: v1.2.3 was created elsewhere while files were uploaded");
    expect(isPublished()).toBe(false);
  });

  test("that a rule forbids leaves the draft", async () => {
    workspace.github.refs.burned.add("v1.2.3");
    const result = await create();
    workspace.github.refs.burned.clear();
    expect(result.failure).toContain("creations being restricted");
    expect(isPublished()).toBe(false);
  });
});

describe("a floating tag", () => {
  const V1 = { method: "PATCH", path: /\/git\/refs\/tags%2Fv1$/ } as const;

  test("moved to a commit without a version while files upload: it stays, and that is said", async () => {
    const evil = workspace.github.refs.addCommit({ message: "evil" });
    onLine = (line) => {
      if (line.startsWith("publish: ")) workspace.github.refs.setTag("v1", evil);
    };
    const result = await run();
    expect(result.failure).toBeNull();
    expect(workspace.github.refs.tags.v1).toBe(evil);
    expect(result.steps.at(-1)!.message).toContain("move it by hand");
  });

  test.each<[string, (base: string) => void, string]>([
    ["to another commit", (base) => void workspace.github.refs.setTag("v1", base), "it leads to"],
    ["away", () => workspace.github.refs.delete("refs/tags/v1"), "it is gone"],
  ])("that is taken %s right after it was moved: told", async (_, change, said) => {
    const { refs } = workspace.github;
    const base = refs.addCommit({ message: "base" });
    refs.addCommit({ ...refs.commit(commit)!, parents: [base] });
    refs.setTag("v1.2.2", base);
    refs.setTag("v1", base);
    const tags = { ...facts.tags, all: new Map(Object.entries(refs.tags)) };
    const evil = refs.addCommit({ message: "evil" });
    // GitHub has done it, and says so after somebody else did it, too.
    workspace.github.fault({ ...V1, kind: { delay: 0 }, meanwhile: () => change(evil) });
    const result = await run({ tags });
    expect(result.headline).toBe("v1.2.3 is published, but not everything is done: v1 could not be moved");
    expect(result.failure).toContain(said);
  });

  test("that a newer release moves on right after it was moved is right where it is", async () => {
    const { refs } = workspace.github;
    const newer = refs.addCommit({ message: "newer", parents: [commit] });
    workspace.github.fault({
      method: "POST",
      path: /\/git\/refs$/,
      kind: { delay: 0 },
      meanwhile: () => {
        refs.setTag("v1.2.4", newer);
        refs.setTag("v1", newer);
      },
    });
    const result = await run();
    expect(result.failure).toBeNull();
    expect(result.steps.at(-1)!.message).toBe("`v1` stays: v1.2.4 is greater");
  });

  test("that GitHub shows late is waited for", async () => {
    workspace.github.refs.reads.lag = 2;
    expect((await run()).failure).toBeNull();
    expectWhole();
  });
});

describe("a draft that an earlier run left", () => {
  const upload = (id: number, name: string, text: string, login = HOLDER.login) => {
    const { releases } = workspace.github;
    const bytes = Buffer.from(text);
    const announced = { name, label: null, contentType: "x/y", size: bytes.length, uploader: login };
    releases.finishUpload(releases.beginUpload(id, announced, HOLDER).id, bytes.length, sha256(bytes), bytes);
  };
  const sha256 = (bytes: Buffer) => `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
  const sums = () => {
    const { releases } = workspace.github;
    const asset = releases.all[0]!.assets.find(({ name }) => name === "SHA256SUMS")!;
    return releases.assets.content(asset.id)!.toString();
  };
  const draft = (fields: { targetCommitish?: string; body?: string }, login = HOLDER.login) =>
    workspace.github.releases.create({ tagName: "v1.2.3", draft: true, ...fields }, { ...HOLDER, login }).id;
  const record = (sha: string) => withRecord("notes", sha);
  let older: string;

  beforeAll(() => {
    older = workspace.github.refs.addCommit({ message: "older" });
  });

  test.each([
    ["its target", () => ({ targetCommitish: older })],
    ["its body", () => ({ body: record(older) })],
  ])("for another commit, by %s: its files go, and are named", async (_, fields) => {
    const id = draft(fields());
    for (const [name, text] of [
      ["old.bin", "old"],
      ["a.bin", "old"],
      ["SHA256SUMS", "old"],
    ] as const)
      upload(id, name, text);
    const result = await run();
    expect(result.failure).toBeNull();
    expectWhole();
    expect(sums().match(/ {2}.*$/gm)).toEqual(["  a.bin", "  b.bin"]);
    const told = result.checks.filter(({ state }) => state === "warning").map(({ message }) => message);
    expect(told).toEqual([
      `1 file there is not of this run, but of the commit ${older.slice(0, 10)}, and will be deleted: \`old.bin\``,
    ]);
    expect(result.steps.find(({ kind }) => kind === "delete")!.message).toMatch(
      /^`old\.bin` \(sha256:[0-9a-f]{64}\): the draft/,
    );
    expect(workspace.github.releases.all[0]!.body).toBe("- it works");
  });

  test("for this commit: files of other jobs stay, and are named", async () => {
    upload(draft({ targetCommitish: commit }), "other.bin", "other job");
    const result = await run();
    expect(result.failure).toBeNull();
    expect(sums().match(/ {2}.*$/gm)).toEqual(["  a.bin", "  b.bin", "  other.bin"]);
    expect(result.checks.at(-1)).toMatchObject({
      state: "pass",
      message: "1 file there is not of this run, but of this commit, and stays: `other.bin`",
    });
  });

  test.each<[string, () => number, string]>([
    ["by a person, for no commit", () => draft({}, "alice"), "an unknown commit"],
    ["for another commit, with a file of somebody else", () => draft({ targetCommitish: older }, "bob"), "the commit"],
  ])("%s: refused, with its files", async (_, make, of) => {
    upload(make(), "by-hand.pdf", "mine");
    const result = await run();
    expect(result).toMatchObject({ state: "refused", verdict: "fail" });
    expect(result.checks.at(-1)!.message).toMatch(
      new RegExp(`^The draft \\d+ holds \`by-hand\\.pdf\`, which this run does not upload and which is of ${of}`),
    );
    expect(workspace.github.releases.all[0]!.assets.map(({ name }) => name)).toEqual(["by-hand.pdf"]);
    const kept = await run({}, { keepsDraftFiles: true });
    expect(kept.failure).toBeNull();
    expect(kept.warnings).toEqual([]);
    expect(sums()).toContain("by-hand.pdf");
  });

  test("and that another run brings to its own commit meanwhile keeps what that one uploads", async () => {
    const { releases } = workspace.github;
    const id = draft({ targetCommitish: older });
    const known = await new ReleaseApi(await io.github(), facts.repository).list();
    releases.update(id, { body: record(commit) }, HOLDER);
    upload(id, "other.bin", "other job");
    const result = await run({ releases: { known } });
    expect(result.failure).toBeNull();
    expect(releases.all[0]!.assets.map(({ name }) => name)).toContain("other.bin");
  });

  test("an unknown one with files that appears after the checks is not published", async () => {
    onLine = (line) => {
      if (line.startsWith("::group::Releasing")) upload(draft({}, "alice"), "by-hand.pdf", "mine");
    };
    workspace.github.fault({ method: "POST", path: /\/releases$/, kind: { status: 502, message: "x" } });
    const result = await run();
    expect(result.failure).toContain("holds `by-hand.pdf`");
    expect(isPublished()).toBe(false);
  });
});

test("a publication of which GitHub says nothing more is told as unknown", async () => {
  workspace.github.fault({ path: RELEASE, kind: { status: 502, message: "x", stored: true }, times: 100 });
  const result = await run();
  expectTrue(result);
  expect(result.release).toMatchObject({ uncertain: true });
  expect(isPublished()).toBe(true);
});

describe("a draft that is deleted before it is published", () => {
  const deleteIt = (times: number) => {
    let left = times;
    onLine = (line) => {
      if (!line.startsWith("upload: `SHA256SUMS`") || left-- <= 0) return;
      for (const { id } of workspace.github.releases.all) workspace.github.releases.delete(id, HOLDER);
    };
  };

  test.each([0, 8])("is made anew, with a list that is %i reads late", async (lag) => {
    deleteIt(1);
    const { lists } = workspace.github.releases;
    lists.lag = lag;
    const result = await run();
    lists.lag = 0;
    expect(result.failure).toBeNull();
    expectWhole();
  });

  test("only in the eyes of the host of the uploads is gone on with", async () => {
    workspace.github.fault({ method: "POST", path: /\/assets$/, kind: { status: 404, message: "Not Found" } });
    expect((await run()).failure).toBeNull();
    expectWhole();
  });

  test("again and again is given up", async () => {
    deleteIt(100);
    const result = await run();
    expect(result.headline).toMatch(/^v1\.2\.3 is not released: the release \d+ is gone, for the 5th time$/);
    expect(workspace.github.releases.all).toEqual([]);
  });
});

test.each([
  ["an upload", { method: "POST", path: /\/assets$/ }],
  ["a tag", { method: "GET", path: TAG }],
])("a limit that %s meets is told with its end", async (_, place) => {
  const reset = String(Math.ceil(Date.now() / 1000) + 1795);
  const headers = { "x-ratelimit-remaining": "0", "x-ratelimit-reset": reset };
  workspace.github.fault({ ...place, kind: { status: 403, message: "API rate limit exceeded", headers }, times: 100 });
  expect((await run()).failure).toMatch(/API rate limit exceeded; the limit ends in 30 minutes, at \d{4}-.* UTC/);
  expect(isPublished()).toBe(false);
});
