import { execFileSync, spawnSync } from "node:child_process";
import {
  appendFileSync,
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { hostShells } from "../../../../packages/deployment/testing/shells.ts";
import { folderHost } from "../../testing/folder-host.ts";
import { readTree } from "./read-tree.ts";
import { type SendSettings, sendTree } from "./send-tree.ts";

const RSYNC = resolve(import.meta.dirname, "../../../../build/engines/debian/bookworm/usr/bin");
const LIBRARIES = resolve(RSYNC, "../lib/x86_64-linux-gnu");
const hasRsync =
  spawnSync("rsync", ["--version"], { env: { PATH: `${RSYNC}:${process.env.PATH}`, LD_LIBRARY_PATH: LIBRARIES } })
    .status === 0;
if (!hasRsync) process.stderr.write("skipped: transfers by rsync: not installed (npm run engines)\n");

let folder: string;
let source: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jessy-transfer-"));
  source = join(folder, "source");
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(files: Readonly<Record<string, string | Buffer>>, mode = 0o644): void {
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(source, name)), { recursive: true });
    writeFileSync(join(source, name), content, { mode });
  }
}

/** Each entry of a folder with its kind, mode and content, names as bytes. */
function contents(root: string, folder = ""): Readonly<Record<string, string>> {
  const names = readdirSync(Buffer.from(`${root}/${folder}`, "latin1"), "buffer").map((own) => own.toString("latin1"));
  const entries = names.flatMap((own): readonly (readonly [string, string])[] => {
    const name = folder === "" ? own : `${folder}/${own}`;
    const path = Buffer.from(`${root}/${name}`, "latin1");
    const stats = lstatSync(path);
    if (stats.isSymbolicLink()) return [[name, `-> ${readlinkSync(path)}`]];
    const mode = (stats.mode & 0o7777).toString(8);
    if (stats.isFile()) return [[name, `${mode} ${readFileSync(path, "latin1")}`]];
    return [[name, `${mode} folder`], ...Object.entries(contents(root, name))];
  });
  return Object.fromEntries(entries);
}

const shells = hostShells();

describe.each(shells)("a release on its way to a host with $name", (shell) => {
  const ROOM = "room of 'api' $(id)";
  const arrived = (release: string) => join(folder, "home", ROOM, ".jessy/incoming", release);
  const send = async (release: string, settings: Partial<SendSettings> = {}, programs?: string) => {
    const { remote, host, environment } = folderHost(folder, shell, programs);
    const tree = readTree(source, [], "source");
    return sendTree(
      tree,
      {
        path: ROOM,
        release,
        transfer: "tar",
        hasRsync: false,
        environment: { ...environment, LD_LIBRARY_PATH: LIBRARIES },
        workspace: folder,
        timeout: 60_000,
        ...settings,
      },
      remote,
      host,
    );
  };
  /** What `prepare`, `switch` and `finish` do. */
  const serve = (release: string) => {
    const room = join(folder, "home", ROOM);
    renameSync(arrived(release), join(room, "releases", release));
    renameSync(`${arrived(release)}.whole`, join(room, ".jessy/manifests", release));
    rmSync(join(room, "current"), { force: true });
    symlinkSync(`releases/${release}`, join(room, "current"));
    appendFileSync(join(room, ".jessy/good"), `${release}\n`);
  };
  const linked = (release: string, name: string) => statSync(join(folder, "home", ROOM, "releases", release, name)).ino;

  test("names of every kind, modes, links and empty folders", async () => {
    const bytes = Array.from({ length: 255 }, (_, at) => at + 1).filter((byte) => byte !== 0x2f);
    write({
      'a b/it\'s "quoted" $(touch PWNED) `id`': "1",
      "-rf": "2",
      "new\nline": "3",
      "new\nline\n": "4",
      "back\\slash\\n": "5",
      "*": "6",
      [`${"n".repeat(255)}/${"m".repeat(255)}`]: "7",
      "ünïcode/日本": "8",
      empty: "",
      " leading and trailing ": "9",
    });
    writeFileSync(Buffer.concat([Buffer.from(`${source}/`), Buffer.from(bytes)]), "bytes");
    write({ run: "#!/bin/sh" }, 0o755);
    write({ private: "x" }, 0o600);
    chmodSync(join(source, "run"), 0o4711);
    mkdirSync(join(source, "hollow/inside"), { recursive: true });
    symlinkSync("a b", join(source, "link"));
    symlinkSync("missing", join(source, "dangling\nlink"));
    expect(await send("r1")).toMatchObject({ kind: "sent", by: "tar", files: 13 });
    const expected = Object.fromEntries(
      Object.entries(contents(source)).map(([name, what]) => [
        name,
        what.replace(/^(?:4711|7[0-7]*) /, "755 ").replace(/^6[0-7]* /, "644 "),
      ]),
    );
    expect(contents(arrived("r1"))).toEqual(expected);
    expect(existsSync(`${arrived("r1")}.whole`)).toBe(true);
    expect(readdirSync(join(folder, "home", ROOM, ".jessy/incoming"))).toEqual(["r1", "r1.whole"]);
    expect(readdirSync(join(folder, "home"))).toEqual([ROOM]);
  });

  test("what did not change is linked to the release before; what did is sent", async () => {
    const files = Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`f/${at}'s file`, `content ${at}`]));
    write({ ...files, "new\nline": "always" });
    expect(await send("r1")).toMatchObject({ kind: "sent", files: 301 });
    serve("r1");
    write({ "f/7's file": "changed" });
    chmodSync(join(source, "f/8's file"), 0o755);
    rmSync(join(source, "f/9's file"));
    expect(await send("r2")).toMatchObject({ kind: "sent", files: 3, bytes: "changedcontent 8always".length });
    expect(contents(arrived("r2"))).toEqual(contents(source));
    serve("r2");
    expect([1, 7, 8].map((at) => linked("r1", `f/${at}'s file`) === linked("r2", `f/${at}'s file`))).toEqual([
      true,
      false,
      false,
    ]);
    expect(readFileSync(join(folder, "home", ROOM, "releases/r1/f/7's file"), "utf8")).toBe("content 7");
  });

  test.each<[string, (room: string) => void]>([
    ["content", (room) => writeFileSync(join(room, "a"), "evil")],
    ["mode", (room) => chmodSync(join(room, "a"), 0o777)],
    [
      "by a link to elsewhere",
      (room) => {
        rmSync(join(room, "a"));
        symlinkSync("/etc/hostname", join(room, "a"));
      },
    ],
    ["by being removed", (room) => rmSync(join(room, "a"))],
  ])("a served file that was changed on the host (%s) is not taken over", async (_, change) => {
    write({ a: "good", b: "other" });
    await send("r1");
    serve("r1");
    change(join(folder, "home", ROOM, "releases/r1"));
    expect(await send("r2")).toMatchObject({ kind: "sent" });
    expect(contents(arrived("r2"))).toEqual({ a: "644 good", b: "644 other" });
  });

  test("what an earlier attempt left is no part of the next", async () => {
    write({ a: "1" });
    const left = join(arrived("r1"), "left");
    mkdirSync(left, { recursive: true });
    writeFileSync(join(left, "over"), "");
    expect(await send("r1")).toMatchObject({ kind: "sent" });
    expect(contents(arrived("r1"))).toEqual({ a: "644 1" });
  });

  // A busybox shell takes the tar within it, whatever else is on the PATH.
  test.skipIf(shell.name === "busybox").each<[string, string, RegExp]>([
    [
      "changes what it unpacks",
      'command tar "$@"; echo evil >"$4/a"',
      /^files arrived that are not what was sent: `a`$/,
    ],
    ["unpacks half", 'command tar "$@"; rm "$4/a"', /^files arrived that are not what was sent: `a`$/],
    ["adds a file", 'command tar "$@"; : >"$4/more"', /^files arrived that are not what was sent$/],
    ["adds a pipe", 'command tar "$@"; mkfifo "$4/more"', /^files arrived that are not what was sent$/],
    ["loses a link", 'command tar "$@"; rm "$4/link"', /^files arrived that are not what was sent$/],
    [
      "fails",
      'cat >/dev/null; echo "tar: it is broken" >&2; exit 2',
      /^the release did not arrive: tar: it is broken$/,
    ],
    [
      "finds the disk full",
      'echo "tar: x: No space left on device" >&2; exit 2',
      /^the host's disk is full; the release has 5 bytes$/,
    ],
    [
      "is over its quota",
      'echo "x: Disk quota exceeded" >&2; exit 2',
      /^the user's disk quota on the host is used up$/,
    ],
    ["loses the connection", "kill -9 $PPID", /^the release did not arrive$|^the connection was lost/],
  ])("a host whose tar %s has no release", async (_, script, message) => {
    write({ a: "12345" });
    symlinkSync("a", join(source, "link"));
    const programs = join(folder, "programs");
    mkdirSync(programs);
    const real = shell.searchPath.split(":").find((each) => existsSync(join(each, "tar")))!;
    const body = script.replace("command tar", `${join(real, "tar")}`);
    writeFileSync(join(programs, "tar"), `#!/bin/sh\n${body}\n`, { mode: 0o755 });
    expect(await send("r1", {}, programs)).toMatchObject({ kind: "failed", message: expect.stringMatching(message) });
    expect(existsSync(`${arrived("r1")}.whole`)).toBe(false);
  });

  test("a host that has no place for it says so", async () => {
    write({ a: "1" });
    mkdirSync(join(folder, "home"), { recursive: true });
    writeFileSync(join(folder, "home", ROOM), "a file");
    expect(await send("r1")).toMatchObject({
      kind: "failed",
      message: expect.stringMatching(/^the host took no list of files: .*(?:exists|directory)/i),
    });
  });

  test("a file that grows while it is sent ends the transfer", async () => {
    write({ a: "1", b: "2" });
    const { remote, host, environment } = folderHost(folder, shell);
    const tree = readTree(source, [], "source");
    appendFileSync(join(source, "b"), "more");
    const settings = {
      path: ROOM,
      release: "r1",
      transfer: "tar",
      hasRsync: false,
      environment,
      workspace: folder,
      timeout: 60_000,
    } as const;
    expect(await sendTree(tree, settings, remote, host)).toMatchObject({
      kind: "failed",
      message: "`b` was changed while it was copied",
    });
    expect(existsSync(`${arrived("r1")}.whole`)).toBe(false);
  });

  describe.skipIf(!hasRsync || shell.name === "busybox")("by rsync", () => {
    const programs = () => RSYNC;
    const byRsync = (release: string, transfer: "auto" | "rsync" = "auto") => {
      const there = join(folder, "rsync");
      mkdirSync(there, { recursive: true });
      const start = `#!/bin/sh\nLD_LIBRARY_PATH=${LIBRARIES} exec ${join(programs(), "rsync")} "$@"\n`;
      writeFileSync(join(there, "rsync"), start, { mode: 0o755 });
      const { environment } = folderHost(folder, shell);
      return send(release, { transfer, hasRsync: true, environment: { PATH: `${environment.PATH}:${there}` } }, there);
    };

    test("the same tree arrives, and what did not change is linked", async () => {
      write({ "a b/it's $(touch PWNED)": "1", "new\nline": "2", same: "3", "-rf": "4" });
      write({ run: "5" }, 0o711);
      mkdirSync(join(source, "hollow"));
      symlinkSync("a b", join(source, "link"));
      expect(await byRsync("r1")).toMatchObject({ kind: "sent", by: "rsync" });
      serve("r1");
      write({ "-rf": "5" });
      expect(await byRsync("r2", "rsync")).toMatchObject({ kind: "sent", by: "rsync" });
      const expected = { ...contents(source), run: "755 5" };
      expect(contents(arrived("r2"))).toEqual(expected);
      serve("r2");
      expect(["same", "-rf", "run"].map((name) => linked("r1", name) === linked("r2", name))).toEqual([
        true,
        false,
        true,
      ]);
    });

    test("asked for, and not on the host", async () => {
      write({ a: "1" });
      expect(await send("r1", { transfer: "rsync", hasRsync: true })).toMatchObject(
        spawnSync("rsync").error ? { kind: "failed", message: "`transfer` is `rsync`, and the host has none" } : {},
      );
    });
  });
});

const mount = (options: string, place: string) =>
  spawnSync("mount", ["-t", "tmpfs", "-o", options, "tmpfs", place]).status === 0;

describe.each([
  ["size=64k", "the host's disk is full; the release has 300000 bytes"],
  ["size=4m,nr_inodes=20", "the host has no inodes left: it has too many files"],
])("a file system with %s", (options, message) => {
  test("is named, and emptied of what arrived", async ({ skip }) => {
    const home = join(folder, "home");
    mkdirSync(home);
    if (!mount(options, home)) return skip("no file system can be mounted here");
    try {
      for (let at = 0; at < 30; at++) write({ [`f${at}`]: "x".repeat(10_000) });
      const { remote, host, environment } = folderHost(folder, shells[0]!);
      const tree = readTree(source, [], "source");
      const settings = {
        path: "api",
        release: "r1",
        transfer: "tar",
        hasRsync: false,
        environment,
        workspace: folder,
        timeout: 60_000,
      } as const;
      expect(await sendTree(tree, settings, remote, host)).toMatchObject({ kind: "failed", message });
      expect(existsSync(join(home, "api/.jessy/incoming/r1"))).toBe(false);
      expect(existsSync(join(home, "api/.jessy/incoming/r1.whole"))).toBe(false);
    } finally {
      execFileSync("umount", [home]);
    }
  });
});

test("a hard link in the source is a file like any other", () => {
  write({ a: "1" });
  linkSync(join(source, "a"), join(source, "b"));
  expect(readTree(source, [], "source").files.map(({ name }) => name)).toEqual(["a", "b"]);
});
