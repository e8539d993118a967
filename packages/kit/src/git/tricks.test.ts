import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { DemoRepository, sourceOf } from "../../../../test/demo-repository.ts";
import { Git } from "./git.ts";

/** The repository that everybody should see: two commits, the second with a line more and a file moved. */
let original: DemoRepository;
let base: string;
let head: string;
let patch: string;

/** Where one trick is played: a clone of it, and a folder in which a program that must not run leaves `pwned`. */
let folder: string;
let clone: string;

beforeAll(async () => {
  original = new DemoRepository();
  base = original.commit({ "src/a.rs": sourceOf(40), "old.rs": sourceOf(9, "x"), "e.txt": "one\ntwo\n" });
  original.git("mv", "old.rs", "new.rs");
  head = original.commit(
    { "src/a.rs": `${sourceOf(20)}\n${sourceOf(22).slice(sourceOf(20).length)}last\n` },
    "feat: one",
  );
  original.git("tag", "v1.0.0");
  patch = await ask().diff(base, head).then(String);
});

afterAll(() => original.remove());

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jessy-tricks-"));
  clone = join(folder, "clone");
  cpSync(original.folder, clone, { recursive: true });
  config("remote.origin.url", original.folder);
});

afterEach(() => {
  expect(existsSync(join(folder, "pwned")), "a program ran that must not run, or a file was written").toBe(false);
  rmSync(folder, { recursive: true, force: true });
});

type Options = Partial<ConstructorParameters<typeof Git>[1]>;

function ask(environment: Readonly<Record<string, string>> = {}, options: Options = {}, directory?: string): Git {
  const inherited = { PATH: process.env.PATH, HOME: folder ?? "/nonexistent", ...environment };
  return new Git(directory ?? clone ?? original.folder, { environment: inherited, ...options });
}

const git = (...args: readonly string[]) =>
  execFileSync("git", args, {
    cwd: clone,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      PATH: process.env.PATH,
      GIT_CONFIG_GLOBAL: "/dev/null",
      ...Object.fromEntries(
        ["AUTHOR", "COMMITTER"].flatMap((who) => [
          [`GIT_${who}_NAME`, "Eve"],
          [`GIT_${who}_EMAIL`, "eve@example.com"],
        ]),
      ),
    },
  }).trim();

const config = (key: string, value: string) => git("config", "--add", key, value);
const pwn = () => `touch ${folder}/pwned`;

/** A file in the folder, which may be a program. @returns its path. */
function file(name: string, text: string): string {
  mkdirSync(join(folder, name, ".."), { recursive: true });
  writeFileSync(join(folder, name), text, { mode: 0o755 });
  return join(folder, name);
}

const program = (name = "evil") => file(name, `#!/bin/sh\n${pwn()}\n`);

/** Another repository that pretends to be the first: its tag and branch stand elsewhere. */
function impostor(): string {
  const place = join(folder, "impostor");
  cpSync(original.folder, place, { recursive: true });
  for (const ref of ["refs/tags/v1.0.0", "refs/heads/main"])
    execFileSync("git", ["update-ref", ref, base], { cwd: place });
  return place;
}

/** What actions ask of a clone. */
async function answers(of: Git) {
  const [root, main, parents, files, diff, changed, changes, untracked, clean, log, tags] = await Promise.all([
    of.root(),
    of.resolve("HEAD"),
    of.parents(head),
    of.listFiles(),
    of.diff(base, head),
    of.changedPaths(base, head),
    of.changes(base, head),
    of.untrackedEntries(),
    of.isClean(),
    of.log(undefined, head),
    of.tags(),
  ]);
  const commits = log.map(({ sha, authorName, message }) => `${sha} ${authorName} ${message}`);
  const renames = [...changes.renames];
  const all = { root, main, parents, files, diff: diff.toString(), changed, renames, untracked, clean };
  return { ...all, log: commits, tags: [...tags] };
}

const truth = () => ({
  root: clone,
  main: head,
  parents: [base],
  files: ["e.txt", "new.rs", "src/a.rs"],
  diff: patch,
  changed: ["new.rs", "old.rs", "src/a.rs"],
  renames: [["old.rs", "new.rs"]],
  untracked: [],
  clean: true,
  log: [`${head} Demo feat: one`, `${base} Demo a change`],
  tags: [["v1.0.0", head]],
});

test("the patch is the one that it should be", () => {
  expect(patch.match(/^(?:@@.*?@@|rename.*|similarity.*)/gm)).toEqual([
    "similarity index 100%",
    "rename from old.rs",
    "rename to new.rs",
    "@@ -20,0 +21 @@",
    "@@ -23,18 +24 @@",
  ]);
});

describe("variables that earlier steps can set (GITHUB_ENV)", () => {
  test.each<[name: string, value: () => string]>([
    ["GIT_DIR", () => join(impostor(), ".git")],
    ["GIT_WORK_TREE", () => impostor()],
    ["GIT_COMMON_DIR", () => join(impostor(), ".git")],
    ["GIT_INDEX_FILE", () => join(folder, "none")],
    ["GIT_OBJECT_DIRECTORY", () => join(folder, "none")],
    ["GIT_NAMESPACE", () => "evil"],
    ["GIT_EXTERNAL_DIFF", program],
    ["GIT_DIFF_OPTS", () => "-u9"],
    ["GIT_CONFIG_PARAMETERS", () => "'diff.external=false' 'core.quotepath=true' 'core.bare=true'"],
    ["GIT_CONFIG_GLOBAL", () => file("gitconfig", "[diff]\n\tnoprefix = true\n[core]\n\tbare = true\n")],
    ["GIT_CONFIG_SYSTEM", () => file("gitconfig", `[core]\n\tfsmonitor = ${program()}\n`)],
    ["GIT_CONFIG_COUNT", () => "broken"],
    [
      "HOME",
      () =>
        file("home/.gitconfig", `[core]\n\tfsmonitor = ${program()}\n[diff]\n\tcontext = 9\n`) && join(folder, "home"),
    ],
    ["XDG_CONFIG_HOME", () => file("xdg/git/config", "[core]\n\tbare = true\n") && join(folder, "xdg")],
    ["GIT_EXEC_PATH", () => program("exec/git-diff") && join(folder, "exec")],
    ["GIT_TRACE", () => join(folder, "pwned")],
    ["GIT_TRACE2_EVENT", () => join(folder, "pwned")],
    ["GIT_TRACE_SETUP", () => join(folder, "pwned")],
    ["GIT_PAGER", program],
    ["PAGER", program],
    ["GIT_GRAFT_FILE", () => file("grafts", `${head}\n`)],
    ["GIT_SHALLOW_FILE", () => file("shallow", `${head}\n`)],
    ["GIT_LITERAL_PATHSPECS", () => "1"],
    ["GIT_ICASE_PATHSPECS", () => "1"],
    ["GIT_ATTR_SOURCE", () => head],
    ["GIT_CEILING_DIRECTORIES", () => folder],
    ["GIT_FLUSH", () => "broken"],
  ])("%s", async (name, value) => {
    expect(await answers(ask({ [name]: value() }))).toEqual(truth());
  });
});

describe("settings of the clone", () => {
  test.each<[key: string, value: string | (() => string)]>([
    ["core.fsmonitor", program],
    ["core.pager", program],
    ["core.hooksPath", () => program("hooks/post-index-change") && join(folder, "hooks")],
    ["core.quotePath", "true"],
    ["core.commitGraph", "true"],
    ["core.bigFileThreshold", "1"],
    ["core.attributesFile", () => file("attributes", "* -diff filter=evil\n")],
    ["core.excludesFile", () => file("excludes", "*\n")],
    ["core.checkStat", "minimal"],
    ["core.abbrev", "40"],
    ["diff.external", program],
    ["diff.context", "9"],
    ["diff.interHunkContext", "9"],
    ["diff.noprefix", "true"],
    ["diff.mnemonicPrefix", "true"],
    ["diff.srcPrefix", "x/"],
    ["diff.relative", "true"],
    ["diff.renames", "false"],
    ["diff.renameLimit", "1"],
    ["diff.algorithm", "patience"],
    ["diff.indentHeuristic", "false"],
    ["diff.orderFile", () => file("order", "src/*\nold*\n")],
    ["diff.submodule", "log"],
    ["diff.ignoreSubmodules", "all"],
    ["diff.suppressBlankEmpty", "true"],
    ["diff.wsErrorHighlight", "all"],
    ["diff.colorMoved", "zebra"],
    ["color.ui", "always"],
    ["color.diff", "always"],
    ["pager.diff", "true"],
    ["alias.diff", () => `!${pwn()}`],
    ["log.showSignature", "true"],
    ["gpg.program", program],
    ["log.follow", "true"],
    ["log.date", "raw"],
    ["log.mailmap", "false"],
    ["format.pretty", "oneline"],
    ["format.notes", "*"],
    ["i18n.logOutputEncoding", "UTF-16"],
    ["mailmap.file", () => file("mailmap", "Mallory <m@example.com> <demo@example.com>\n")],
    ["mailmap.blob", () => git("hash-object", "-w", file("mailmap", "Mallory <m@example.com> <demo@example.com>\n"))],
    ["status.branch", "true"],
    ["status.short", "false"],
    ["status.showUntrackedFiles", "all"],
    ["include.path", () => file("included", `[core]\n\tfsmonitor = ${program()}\n[diff]\n\tnoprefix = true\n`)],
    ["trace2.eventTarget", () => join(folder, "pwned")],
    ["extensions.worktreeConfig", "true"],
  ])("%s", async (key, value) => {
    config(key, typeof value === "string" ? value : value());
    expect(await answers(ask())).toEqual(truth());
  });

  test("a diff driver of .git/info/attributes", async () => {
    for (const key of ["command", "textconv"]) config(`diff.evil.${key}`, program());
    config("diff.evil.binary", "true");
    config("diff.evil.algorithm", "patience");
    mkdirSync(join(clone, ".git/info"), { recursive: true });
    writeFileSync(join(clone, ".git/info/attributes"), "* diff=evil -text\n");
    expect(await answers(ask())).toEqual(truth());
  });

  test("diff.relative, asked in a folder below", async () => {
    config("diff.relative", "true");
    expect((await ask({}, {}, join(clone, "src")).diff(base, head)).toString()).toBe(patch);
    expect(await ask({}, {}, join(clone, "src")).changedPaths(base, head)).toEqual(truth().changed);
  });

  test("core.worktree, which would let the files of another folder be judged", async () => {
    config("core.worktree", impostor());
    await expect(ask().root()).rejects.toThrow(/`core\.worktree` leads to .*impostor; remove that setting$/);
  });

  test("worktrees have a .git file, and that is right", async () => {
    git("worktree", "add", "--quiet", "--detach", join(folder, "tree"), base);
    expect(await ask({}, {}, join(folder, "tree")).root()).toBe(join(folder, "tree"));
  });
});

describe("history that is made up in the clone", () => {
  test("a replaced commit", async () => {
    git("replace", head, git("commit-tree", "-m", "forged", `${base}^{tree}`));
    expect(await answers(ask())).toEqual(truth());
  });

  test("a replaced file", async () => {
    const id = (revision: string) => git("rev-parse", revision);
    git("replace", "-f", id(`${head}:e.txt`), git("hash-object", "-w", file("forged", "forged")));
    expect((await ask().fileAt(head, "e.txt"))?.toString()).toBe("one\ntwo\n");
  });

  test("grafts", async () => {
    mkdirSync(join(clone, ".git/info"), { recursive: true });
    writeFileSync(join(clone, ".git/info/grafts"), `${head}\n`);
    expect(await ask().isAncestor(base, head)).toBe(true);
    expect(await answers(ask())).toEqual(truth());
  });

  test("a commit graph that was made while a graft stood", async () => {
    const other = git("commit-tree", "-m", "other", `${base}^{tree}`);
    git("replace", "--graft", head, other);
    git("-c", "core.commitGraph=true", "commit-graph", "write", "--reachable");
    expect(await answers(ask())).toEqual(truth());
  });

  test("files that the index hides", async () => {
    git("update-index", "--assume-unchanged", "e.txt");
    writeFileSync(join(clone, "e.txt"), "changed\n");
    expect(await ask().isClean()).toBe(false);
  });
});

describe("checking out", () => {
  const tree = () => join(folder, "tree");
  const read = async (path: string, of = ask()) => {
    await of.addWorktree(tree(), head);
    return readFileSync(join(tree(), path), "utf8");
  };
  const attributes = (text: string) => {
    mkdirSync(join(clone, ".git/info"), { recursive: true });
    writeFileSync(join(clone, ".git/info/attributes"), text);
  };

  test.each<[trick: string, play: () => void]>([
    ["core.autocrlf", () => config("core.autocrlf", "true")],
    ["core.eol", () => config("core.eol", "crlf")],
    ["core.attributesFile", () => config("core.attributesFile", file("attributes", "* text eol=crlf\n"))],
    ["the user's attributes", () => file(".config/git/attributes", "* text eol=crlf\n")],
    ["core.sparseCheckout", () => git("sparse-checkout", "set", "--no-cone", "/nothing")],
    ["a hook", () => program("clone/.git/hooks/post-checkout")],
    ["core.hooksPath", () => config("core.hooksPath", join(program("hooks/post-checkout"), ".."))],
    ["submodule.recurse", () => config("submodule.recurse", "true")],
    ...["smudge", "process", "clean"].map((kind): [string, () => void] => [
      `filter.evil.${kind}, which is required`,
      () => {
        attributes("*.txt filter=evil\n");
        config(`filter.evil.${kind}`, program());
        config("filter.evil.required", "true");
      },
    ]),
    [
      "a filter with dots and capitals in its name",
      () => {
        attributes("*.txt filter=Evil.x.y\n");
        config("filter.Evil.x.y.smudge", program());
      },
    ],
  ])("%s changes nothing and starts nothing", async (_, play) => {
    play();
    expect(await read("e.txt")).toBe("one\ntwo\n");
  });

  test("the commit's own attributes start no filter, either (a fork's .gitattributes)", async () => {
    writeFileSync(join(clone, ".gitattributes"), "*.txt filter=lfs\n");
    git("add", ".gitattributes");
    git("commit", "--quiet", "--message=attributes");
    for (const kind of ["smudge", "process"]) config(`filter.lfs.${kind}`, program());
    await ask().addWorktree(tree(), "HEAD");
    expect(readFileSync(join(tree(), "e.txt"), "utf8")).toBe("one\ntwo\n");
  });

  test("attributes of the clone that change what files hold are refused", async () => {
    attributes("# none of these\n*.txt text eol=crlf\n");
    await expect(read("e.txt")).rejects.toThrow(/info\/attributes changes what git checks out.*; remove it$/);
  });
});

describe("talking to the remote", () => {
  const tag = async (of: Git) => (await of.remoteRefs("origin"))?.tags.get("v1.0.0");

  test.each<[trick: string, play: () => void]>([
    ["url.insteadOf, of the whole address", () => config(`url.${impostor()}.insteadOf`, original.folder)],
    ["url.insteadOf, of its beginning", () => config(`url.${impostor()}.insteadOf`, original.folder.slice(0, 6))],
    ["url.insteadOf, of anything", () => config(`url.${impostor()}.insteadOf`, "")],
    ["url.insteadOf, of the remote's name", () => config(`url.${impostor()}.insteadOf`, "origin")],
    ["url.insteadOf, of names like ours", () => config(`url.${impostor()}.insteadOf`, "jessy-")],
    ["url.pushInsteadOf", () => config(`url.${impostor()}.pushInsteadOf`, original.folder)],
    ["remote.origin.uploadpack", () => config("remote.origin.uploadpack", program())],
    ["remote.origin.vcs", () => config("remote.origin.vcs", "ext")],
    ["remote.origin.proxy", () => config("remote.origin.proxy", "http://localhost:1")],
    ["remote.origin.fetch", () => config("remote.origin.fetch", "+refs/heads/*:refs/heads/*")],
    ["a second address", () => config("remote.origin.url", impostor())],
    ["core.sshCommand", () => config("core.sshCommand", program())],
    ["core.gitProxy", () => config("core.gitProxy", program())],
    ["core.askPass", () => config("core.askPass", program())],
    ["credential.helper", () => config("credential.helper", `!${pwn()}`)],
    ["protocol.file.allow", () => config("protocol.file.allow", "never")],
    ["fetch.prune", () => config("fetch.prune", "true")],
    ["fetch.recurseSubmodules", () => config("fetch.recurseSubmodules", "true")],
    [
      "core.alternateRefsCommand",
      () => {
        writeFileSync(join(clone, ".git/objects/info/alternates"), `${join(impostor(), ".git/objects")}\n`);
        config("core.alternateRefsCommand", pwn());
      },
    ],
    ["a legacy remote", () => file("clone/.git/remotes/origin", `URL: ${impostor()}\nPull: refs/heads/*\n`)],
    ["transfer.hideRefs", () => config("transfer.hideRefs", "refs/tags")],
  ])("%s", async (_, play) => {
    play();
    const of = ask();
    expect(await tag(of)).toBe(head);
    original.git("branch", "--force", "side", head);
    git("update-ref", "-d", "refs/remotes/origin/side");
    expect(await of.fetchBranch("side")).toBe(head);
  });

  test.each<[name: string, value: () => string]>([
    ["GIT_SSH_COMMAND", program],
    ["GIT_SSH", program],
    ["GIT_ASKPASS", program],
    ["SSH_ASKPASS", program],
    ["GIT_PROXY_COMMAND", program],
    ["GIT_EXEC_PATH", () => program("exec/git-upload-pack") && join(folder, "exec")],
    ["GIT_ALLOW_PROTOCOL", () => "ext"],
    ["GIT_PROTOCOL_FROM_USER", () => "0"],
    ["GIT_TRACE_CURL", () => join(folder, "pwned")],
    ["GIT_TRACE_PACKET", () => join(folder, "pwned")],
    ["GIT_UPLOAD_PACK", program],
    ["HOME", () => file(".gitconfig", `[url "${impostor()}"]\n\tinsteadOf = ${original.folder}\n`) && folder],
  ])("%s", async (name, value) => {
    expect(await tag(ask({ [name]: value() }))).toBe(head);
  });

  test.each([
    "ext::sh -c 'touch pwned'",
    "--upload-pack=touch pwned",
    "git://localhost/x",
    "-oProxyCommand=x:y",
    "x::y",
  ])("`%s` is no remote", async (address) => {
    git("config", "remote.origin.url", address);
    expect(await ask().remoteRefs("origin")).toBeUndefined();
    expect(await ask().fetchCommit("f".repeat(40))).toBe(false);
  });

  test("on a runner, the event's repository is asked, whatever the clone calls its origin", async () => {
    git("config", "remote.origin.url", impostor());
    expect(await tag(ask())).toBe(base);
    expect(await tag(ask({}, { origin: original.folder }))).toBe(head);
  });

  test.each([
    ["http.proxy", "http://localhost:1"],
    ["http.sslVerify", "false"],
    ["http.https://github.com/.sslCAInfo", "/tmp/ca.pem"],
    ["http.curloptResolve", "github.com:443:127.0.0.1"],
    ["http.cookieFile", "/etc/passwd"],
  ])("nothing is fetched where the clone sets %s", async (key, value) => {
    config(key, value);
    await expect(ask().fetchCommit("f".repeat(40))).rejects.toThrow(
      /^the repository's git configuration sets `http.*`, which decides how a remote is reached; remove it/,
    );
  });

  test("the files that a partial clone lacks are fetched, and git's own commands still find them later", async () => {
    rmSync(clone, { recursive: true });
    for (const key of ["uploadpack.allowFilter", "uploadpack.allowAnySHA1InWant"]) original.git("config", key, "true");
    const address = `file://${original.folder}`;
    execFileSync("git", ["clone", "--quiet", "--depth=1", "--filter=blob:none", "--no-checkout", address, clone]);
    config("remote.origin.uploadpack", program());
    await expect(ask().fetchCommit(base)).rejects.toThrow(/configuration sets `remote\.origin\.uploadpack`/);
    await expect(ask().diff(head, head)).rejects.toThrow(/configuration sets `remote\.origin\.uploadpack`/);
    git("config", "--unset", "remote.origin.uploadpack");
    expect(await ask().fetchCommit(base)).toBe(true);
    expect((await ask().diff(base, head)).toString()).toBe(patch);
    expect(git("config", "--get-regexp", "promisor|jessy")).toBe("remote.origin.promisor true");
    expect(git("show", `${base}:old.rs`)).toBe(sourceOf(9, "x").trim());
  });
});

describe("the token", () => {
  const TOKEN = "ghs_secret";
  const basic = `basic ${Buffer.from(`x-access-token:${TOKEN}`).toString("base64")}`;

  /** A host that knows no repository, and what it was sent. */
  async function host(): Promise<{ readonly url: string; readonly headers: (string | undefined)[]; close(): void }> {
    const headers: (string | undefined)[] = [];
    const server = createServer((request, response) => {
      // As they were sent: Node would join several.
      const sent = request.rawHeaders.filter((_, at, all) => at % 2 === 1 && /^authorization$/i.test(all[at - 1]!));
      headers.push(sent.length === 0 ? undefined : sent.join(", "));
      response.writeHead(401, { "www-authenticate": 'Basic realm="x"' }).end();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    return { url: `http://127.0.0.1:${port}`, headers, close: () => server.close() };
  }

  test("goes to GitHub alone, whatever the clone says, and no helper is asked when it is refused", async () => {
    const [github, evil] = [await host(), await host()];
    const origin = `${github.url}/org/demo`;
    for (const from of [origin, `${github.url}/`, "http://", ""]) config(`url.${evil.url}/.insteadOf`, from);
    for (const scope of ["credential", `credential.${github.url}`, `credential.${origin}`])
      config(`${scope}.helper`, `!${pwn()}`);
    const of = ask({}, { origin, credentials: { serverUrl: github.url, token: TOKEN } });
    expect(await of.remoteRefs("origin")).toBeUndefined();
    expect(await of.fetchCommit("f".repeat(40))).toBe(false);
    expect(await of.remoteRefs(`${evil.url}/org/demo`)).toBeUndefined();
    for (const server of [github, evil]) server.close();
    expect(new Set(github.headers)).toEqual(new Set([basic]));
    expect(new Set(evil.headers)).toEqual(new Set([undefined]));
  });

  test("the header that actions/checkout left is used, and nothing else that stands there", async () => {
    const github = await host();
    const key = `http.${github.url}/.extraheader`;
    const of = (token: string) =>
      ask({}, { origin: `${github.url}/org/demo`, credentials: { serverUrl: github.url, token } });
    // As version 6 of actions/checkout does: in a file that is included for this clone alone.
    config(`includeIf.gitdir:${clone}/.git.path`, file("credentials", ""));
    git("config", "--file", join(folder, "credentials"), key, "AUTHORIZATION: basic Y2hlY2tvdXQ=");
    await of(TOKEN).fetchCommit("f".repeat(40));
    await of("").remoteRefs("origin");
    git("config", key, "AUTHORIZATION: basic Y2hlY2tvdXQ=\r\nHost: evil");
    await of(TOKEN).remoteRefs("origin");
    github.close();
    expect(github.headers[0]).toBe("basic Y2hlY2tvdXQ=");
    expect(github.headers.slice(-2)).toContain("basic Y2hlY2tvdXQ=");
    expect(github.headers.at(-1)).toBe(basic);
  });

  test("is in no local command, and in no argument", async () => {
    const log = join(folder, "log");
    const real = execFileSync("which", ["git"]).toString().trim();
    file("bin/git", `#!/bin/sh\necho "$(env | grep -c ${basic.slice(6)}) $*" >> ${log}\nexec ${real} "$@"\n`);
    const of = ask(
      { PATH: `${folder}/bin:${process.env.PATH}` },
      { origin: "http://127.0.0.1:9/org/demo", credentials: { serverUrl: "http://127.0.0.1:9", token: TOKEN } },
    );
    await answers(of);
    await of.fetchCommit("f".repeat(40));
    await of.addWorktree(join(folder, "tree"), head);
    const lines = readFileSync(log, "utf8").trim().split("\n");
    expect(lines.filter((line) => !line.startsWith("0 ")).map((line) => line.split(" ")[1])).toEqual(["fetch"]);
    expect(lines.join("\n")).not.toMatch(/ghs_secret|basic/i);
  });
});

describe("what is the user's to mend", () => {
  test("no git", async () => {
    const error = await ask({ PATH: folder })
      .root()
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: "UserError", message: expect.stringMatching(/^git is not on the PATH; /) });
  });

  test.each([
    [
      "a folder that is missing",
      () => join(folder, "missing"),
      /^the folder .*missing does not exist; put actions\/checkout/,
    ],
    ["a file in its place", () => file("taken", ""), /taken is a file, and a folder is needed$/],
  ])("%s", async (_, directory, message) => {
    const error = await ask({}, {}, directory())
      .resolve("HEAD")
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: "UserError", message: expect.stringMatching(message) });
  });

  test("a full disk", async () => {
    file("bin/git", "#!/bin/sh\necho 'fatal: sha1 file write error: No space left on device' >&2\nexit 128\n");
    const error = await ask({ PATH: `${folder}/bin:${process.env.PATH}` })
      .listFiles()
      .catch((reason: unknown) => reason);
    expect(error).toMatchObject({ name: "UserError", message: expect.stringContaining("No space left on device") });
  });
});
