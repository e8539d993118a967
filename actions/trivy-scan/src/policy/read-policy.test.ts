import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ActionEvent } from "@jessy-actions/kit/runner/event";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { DemoRepository } from "../../../../test/demo-repository.ts";
import { exampleEvent, pullRequestEvent, repositoryIo } from "../../testing/repository-io.ts";
import type { Base } from "../comparing/base.ts";
import { findBase } from "../comparing/find-base.ts";
import { readPolicy } from "./read-policy.ts";

const IGNORE_FILES = [".trivyignore", ".trivyignore.yaml"];

let demo: DemoRepository;

beforeEach(() => {
  demo = new DemoRepository();
});

afterEach(() => demo.remove());

interface Asked {
  readonly event: ActionEvent;
  readonly onlyNew?: boolean;
  readonly ignoreFiles?: readonly string[];
  readonly base?: Base;
}

async function read({ event, onlyNew = true, ignoreFiles = IGNORE_FILES, base }: Asked) {
  const io = repositoryIo(demo.folder, event);
  const found = base ?? (await findBase({ onlyNew, base: undefined }, io));
  const { ignored, headIgnored, ...others } = await readPolicy({ ignoreFiles }, found, io);
  return { ...others, ignored: ignored.map(({ id }) => id), headIgnored: headIgnored.map(({ id }) => id) };
}

type Files = Readonly<Record<string, string>>;

/** A pull request of one commit, checked out as its head. */
function pullRequest(before: Files, after: Files): ActionEvent {
  const base = demo.commit({ "README.md": "", ...before });
  return pullRequestEvent(base, demo.commit(after));
}

const noBase: Base = { state: "none", cause: "no-base", reason: "x" };

describe("whose entries count", () => {
  test("a pull request: the base's; its own are shown", async () => {
    const event = pullRequest({ ".trivyignore": "CVE-1\n" }, { ".trivyignore": "CVE-1\nCVE-2\n" });
    const base = event.pullRequest!.baseSha.slice(0, 10);
    expect(await read({ event })).toEqual({
      ignored: ["CVE-1"],
      isChange: true,
      headIgnored: ["CVE-1", "CVE-2"],
      from: `the base ${base}`,
      proposals: [],
      problems: [],
    });
  });

  test.each(["pull_request", "pull_request_target"])(
    "%s with `only-new: false`: the base's all the same",
    async (name) => {
      const event = { ...pullRequest({}, { ".trivyignore": "CVE-2\n" }), name };
      expect(await read({ event, onlyNew: false })).toMatchObject({ ignored: [], headIgnored: ["CVE-2"] });
    },
  );

  test("a merge group with `only-new: false`: its base's", async () => {
    const before = demo.commit({ ".trivyignore": "CVE-1\n" });
    const sha = demo.commit({ ".trivyignore": "CVE-2\n" });
    const event = exampleEvent({ name: "merge_group", before, sha });
    expect(await read({ event, onlyNew: false })).toMatchObject({ ignored: ["CVE-1"], headIgnored: ["CVE-2"] });
  });

  test("a pull request that another run checked out, with `only-new: false`: the base's", async () => {
    const { pullRequest: pull } = pullRequest({}, { ".trivyignore": "CVE-2\n" });
    demo.git("update-ref", "refs/remotes/origin/main", pull!.baseSha);
    const event = exampleEvent({ name: "workflow_run", sha: pull!.baseSha });
    for (const onlyNew of [true, false])
      expect(await read({ event, onlyNew })).toMatchObject({ ignored: [], headIgnored: ["CVE-2"] });
  });

  test("a push: of the commit before; with `only-new: false` its own", async () => {
    const before = demo.commit({ ".trivyignore": "CVE-1\n" });
    const sha = demo.commit({ ".trivyignore": "CVE-2\n" });
    const event = exampleEvent({ name: "push", before, sha });
    expect(await read({ event })).toMatchObject({ ignored: ["CVE-1"], headIgnored: ["CVE-2"] });
    const own = { ignored: ["CVE-2"], headIgnored: [], from: "this commit" };
    expect(await read({ event, onlyNew: false })).toMatchObject(own);
  });

  test("a schedule: this commit's", async () => {
    const sha = demo.commit({ ".trivyignore": "CVE-1\n" });
    demo.write({ ".trivyignore": "CVE-2\n" });
    const own = { ignored: ["CVE-1"], headIgnored: [], from: "this commit", problems: [] };
    expect(await read({ event: exampleEvent({ sha }) })).toMatchObject(own);
  });

  test("a base that cannot be read: nobody's, and it says so", async () => {
    const event = pullRequest({ ".trivyignore": "CVE-1\n" }, { a: "1\n" });
    const nobody = { ignored: [], headIgnored: ["CVE-1"], from: expect.stringContaining("nothing is ignored") };
    expect(await read({ event, base: noBase })).toMatchObject(nobody);
    const lost = pullRequestEvent("1".repeat(40), demo.head);
    demo.git("checkout", "--quiet", "--orphan", "other");
    demo.commit({});
    expect(await read({ event: lost, onlyNew: false })).toMatchObject(nobody);
  });

  test("no repository", async () => {
    const folder = mkdtempSync(join(tmpdir(), "jessy-policy-"));
    writeFileSync(join(folder, ".trivyignore"), "CVE-1\n");
    const io = repositoryIo(folder, exampleEvent());
    expect(await readPolicy({ ignoreFiles: IGNORE_FILES }, noBase, io)).toMatchObject({ ignored: [], problems: [] });
    rmSync(folder, { recursive: true });
  });
});

describe("files", () => {
  const own = (ignoreFiles = IGNORE_FILES) => read({ event: exampleEvent({ sha: demo.head }), ignoreFiles });

  test("both forms, each entry with its file", async () => {
    const yaml = "secrets:\n  - id: github-pat\n    paths: [a]\n";
    const sha = demo.commit({ ".trivyignore": "\ufeffCVE-1 exp:2030-01-01\r\n", "sec/.trivyignore.yml": yaml });
    const io = repositoryIo(demo.folder, exampleEvent({ sha }));
    const { ignored } = await readPolicy(
      { ignoreFiles: ["./.trivyignore", "sec//.trivyignore.yml", ".trivyignore"] },
      noBaseAsked,
      io,
    );
    expect(ignored).toEqual([
      { id: "CVE-1", line: 1, expires: "2030-01-01", file: ".trivyignore" },
      { id: "github-pat", line: 2, kind: "secret", paths: ["a"], file: "sec/.trivyignore.yml" },
    ]);
  });

  test.each<[string, string, string | Buffer, string]>([
    [
      "plain",
      ".trivyignore",
      "\nCVE-1 exp:soon\n",
      'The ignore file `.trivyignore` of this commit cannot be read, line 2: "soon" is not a date such as exp:2027-01-31.',
    ],
    [
      "YAML",
      ".trivyignore.yaml",
      "secrets:\n  - path: a\n",
      'The ignore file `.trivyignore.yaml` of this commit cannot be read, line 2: the key "path" is not known; did you mean `paths`?.',
    ],
    [
      "UTF-16",
      ".trivyignore",
      Buffer.from("\ufeffCVE-1\n", "utf16le"),
      "of this commit is not text in UTF-8; save it as UTF-8.",
    ],
    ["a large one", ".trivyignore", "#".repeat(1024 * 1024 + 1), "has more than 1048576 bytes."],
  ])("%s that cannot be read", async (_, path, content, message) => {
    writeFileSync(join(demo.folder, path), content);
    demo.commit({ "b/.trivyignore": "CVE-1\n" });
    const { problems, ignored } = await own([path, "b/.trivyignore"]);
    expect(problems).toEqual([{ cause: "unreadable-policy", message: expect.stringContaining(message) }]);
    expect(ignored).toEqual(["CVE-1"]);
  });

  test.each<[string, string, string | undefined]>([
    ["to a file", "sec/ignore", undefined],
    ["to no file", "nowhere", "is a link to nowhere, which is no file of the commit."],
    ["out of the repository", "../../etc/passwd", "leads out of the repository."],
    ["to a file of the machine", "/etc/passwd", "leads out of the repository."],
    ["to itself", ".trivyignore", "is a link that leads from link to link, more than 5 times."],
  ])("a link %s", async (_, target, message) => {
    execFileSync("ln", ["-s", target, ".trivyignore"], { cwd: demo.folder });
    demo.commit({ "sec/ignore": "CVE-1\n" });
    const { problems, ignored } = await own();
    if (message === undefined) expect([problems, ignored]).toEqual([[], ["CVE-1"]]);
    else expect(problems).toMatchObject([{ message: expect.stringContaining(message) }]);
  });

  test.each(["../outside", "/etc/passwd"])("%s is not of the repository", async (path) => {
    demo.commit({ a: "1\n" });
    expect((await own([path])).problems).toMatchObject([
      { message: expect.stringContaining("leads out of the repository") },
    ]);
  });

  test("a folder, a file that is not there, and one that no commit has", async () => {
    demo.commit({ ".trivyignore/a": "CVE-1\n" });
    demo.write({ ".trivyignore.yaml": "secrets: []\n" });
    expect(await own()).toMatchObject({
      ignored: [],
      problems: [],
      proposals: ["`.trivyignore.yaml` lies in the workspace and is in no commit, so it is not read."],
    });
  });

  test("a change that makes a file unreadable, one that mends it, and one that leaves it", async () => {
    const bad = "CVE-1 CVE-2\n";
    expect(await read({ event: pullRequest({ ".trivyignore": "CVE-1\n" }, { ".trivyignore": bad }) })).toMatchObject({
      ignored: ["CVE-1"],
      problems: [{ message: expect.stringContaining("of the head cannot be read, line 1:") }],
    });
    const mended = await read({ event: pullRequest({ ".trivyignore": bad }, { ".trivyignore": "CVE-1\n" }) });
    expect(mended).toMatchObject({ ignored: [], headIgnored: ["CVE-1"], problems: [] });
    expect(mended.proposals).toEqual([
      expect.stringMatching(/^Nothing of `.trivyignore` of the base .*The change mends it\.$/),
    ]);
    expect((await read({ event: pullRequest({ ".trivyignore": bad }, { a: "1\n" }) })).problems).toHaveLength(1);
  });
});

const noBaseAsked: Base = { state: "none", cause: "no-change", reason: "x" };

describe("what a change does to its own scan", () => {
  const proposals = async (before: Files, after: Files) =>
    (await read({ event: pullRequest(before, after) })).proposals;

  test("configuration of Trivy that it adds or edits, anywhere", async () => {
    const before = { "a/trivy.yaml": "1\n", "gone/trivy.yaml": "1\n" };
    const event = pullRequest(before, {
      "a/trivy.yaml": "2\n",
      "trivy-secret.yaml": "x\n",
      "sub/.trivyignore": "CVE-1\n",
      ".trivyignore": "CVE-1\n",
      "docs/trivy.md": "x\n",
    });
    demo.git("rm", "--quiet", "-r", "gone");
    demo.git("commit", "--quiet", "--amend", "--no-edit");
    const [sentences] = [(await read({ event: pullRequestEvent(event.pullRequest!.baseSha, demo.head) })).proposals];
    expect(sentences).toEqual([
      "The change edits `a/trivy.yaml`, which is not read here.",
      "The change adds `sub/.trivyignore`, which is not read here.",
      "The change adds `trivy-secret.yaml`, which is not read here.",
    ]);
  });

  test("comments that set findings aside; not those that were there, that move with their file, or of a text", async () => {
    const dockerfile = `FROM alpine\n${"RUN true\n".repeat(20)}`;
    const event = pullRequest(
      { Dockerfile: dockerfile, "old.tf": `#trivy:ignore:a\n${dockerfile}`, "x.tf": "#tfsec:ignore:a\n" },
      {
        Dockerfile: `# trivy:ignore:DS-0002\n${dockerfile}`,
        "x.tf": "\n#tfsec:ignore:a\n",
        "a.md": "trivy:ignore:a\n",
      },
    );
    demo.git("mv", "old.tf", "new.tf");
    demo.git("commit", "--quiet", "--amend", "--no-edit");
    expect((await read({ event: pullRequestEvent(event.pullRequest!.baseSha, demo.head) })).proposals).toEqual([
      "The change adds the comment `trivy:ignore:DS-0002` to `Dockerfile`, line 1; it counts once the base has it.",
    ]);
  });

  test("many of them are counted, and names from outside stay names", async () => {
    const sentences = await proposals({}, { "a`b\n.tf": "#trivy:ignore:`a`\n".repeat(23) });
    expect(sentences[0]).toContain("the comment `trivy:ignore:'a'` to `a'b\n.tf`, line 1;");
    expect(sentences.slice(19)).toHaveLength(2);
    expect(sentences.at(-1)).toBe("The change adds 3 more comments that set findings aside.");
  });

  test("a change that has none", async () => {
    expect(await proposals({ "main.tf": "#trivy:ignore:a\n" }, { "main.tf": "" })).toEqual([]);
  });
});
