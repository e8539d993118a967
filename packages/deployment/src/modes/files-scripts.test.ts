import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readlinkSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { FilesHost } from "../../testing/files-host.ts";
import { hostShells } from "../../testing/shells.ts";

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jessy-files-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe.each(hostShells())("releases in folders, under $name", (shell) => {
  const hostOf = (options = {}) => new FilesHost(shell, folder, options);

  test("a host that never saw a deployment can be deployed to, and is not changed by the question", () => {
    const host = hostOf();
    const { facts, exitCode } = host.run("preflight", "r1");
    expect(facts).toMatchObject({ serving: "", tools: "tar sha256sum find awk" });
    expect(Number(facts["free-kb"])).toBeGreaterThan(0);
    expect(facts).not.toHaveProperty("problem");
    expect([exitCode, existsSync(host.room)]).toEqual([0, false]);
    expect(host.run("serving", "r1").facts).toEqual({ serving: "" });
    expect(host.run("rollback", "r1").facts).toEqual({ nothing: "true", serving: "" });
  });

  test("one release after another", () => {
    const host = hostOf();
    host.deploy("r1");
    expect(host.run("preflight", "r2").facts).toMatchObject({ serving: "r1", previous: "" });
    host.deploy("r2");
    expect(host.current).toBe("releases/r2");
    expect(readFileSync(join(host.room, "current/index.html"), "utf8")).toBe("r2");
    expect(host.run("preflight", "r3").facts).toMatchObject({ serving: "r2", previous: "r1" });
    expect(host.run("serving", "r3").facts).toEqual({ serving: "r2" });
  });

  test("back to what was served, once and again", () => {
    const host = hostOf();
    host.deploy("r1");
    host.arrive("r2");
    host.run("prepare", "r2");
    host.run("switch", "r2");
    expect(host.run("rollback", "r2").facts).toEqual({ serving: "r1" });
    expect(host.run("rollback", "r2").facts).toEqual({ nothing: "true", serving: "r1" });
    expect(host.current).toBe("releases/r1");
  });

  test("back from the first release is back to nothing", () => {
    const host = hostOf();
    host.arrive("r1");
    host.run("prepare", "r1");
    host.run("switch", "r1");
    expect(host.run("rollback", "r1")).toMatchObject({ exitCode: 0, facts: { serving: "" } });
    expect(host.current).toBeUndefined();
  });

  test.each(["nothing", "the switch", "the rollback"])(
    "a run that died after a switch, and repeated %s before: the next goes back to what was good",
    (repeated) => {
      const host = hostOf();
      host.deploy("r1");
      host.arrive("r2");
      host.run("prepare", "r2");
      host.run("switch", "r2");
      if (repeated === "the switch") host.run("switch", "r2");
      if (repeated === "the rollback") host.run("rollback", "r2");
      const { leftover } = host.run("preflight", "r3").facts;
      expect(leftover).toBe(
        repeated === "the rollback" ? undefined : "the switch to r2 was neither finished nor undone",
      );
      host.arrive("r3");
      host.run("prepare", "r3");
      host.run("switch", "r3");
      expect(host.run("rollback", "r3").facts).toEqual({ serving: "r1" });
    },
  );

  test("what was served before is gone: the last good release, and without one a failure that changes nothing", () => {
    const host = hostOf({ keep: 3 });
    for (const release of ["r1", "r2"]) host.deploy(release);
    host.arrive("r3");
    host.run("prepare", "r3");
    host.run("switch", "r3");
    host.remove("releases/r2");
    const back = host.run("rollback", "r3");
    expect(back.facts).toEqual({ serving: "r1" });
    expect(back.output).toContain("releases/r2, which was served before, is gone: back to r1");
    host.arrive("r4");
    host.run("prepare", "r4");
    host.run("switch", "r4");
    host.remove("releases/r1");
    expect(host.run("rollback", "r4")).toMatchObject({ exitCode: 1, facts: {} });
    expect(host.current).toBe("releases/r4");
  });

  test("failed releases use up no place of good ones, and good ones beyond `keep` go", () => {
    const host = hostOf({ keep: 2 });
    for (const release of ["r1", "r2"]) host.deploy(release);
    for (const release of ["f1", "f2", "f3", "f4"]) {
      host.arrive(release);
      host.run("prepare", release);
      host.run("switch", release);
      host.run("rollback", release);
    }
    expect(host.releases).toEqual(["f1", "f2", "f3", "f4", "r1", "r2"]);
    host.deploy("r3");
    expect(host.releases).toEqual(["r2", "r3"]);
  });

  test("a release from before that serves again counts as the latest", () => {
    const host = hostOf({ keep: 2 });
    for (const release of ["r1", "r2"]) host.deploy(release);
    for (const phase of ["switch", "finish"] as const) host.run(phase, "r1");
    expect(host.run("serving", "").facts).toEqual({ serving: "r1" });
    host.deploy("r3");
    expect(host.releases).toEqual(["r1", "r3"]);
  });

  test("a folder that did not come by us stays, and so does one that a process works in", async () => {
    const host = hostOf({ keep: 2 });
    for (const release of ["r1", "r2"]) host.deploy(release);
    host.write({ "releases/20240101120000/index.html": "by hand" });
    const child = spawn("sleep", ["1000"], { cwd: join(host.room, "releases/r1"), stdio: "ignore" });
    try {
      await new Promise((resolve) => child.once("spawn", resolve));
      host.deploy("r3");
      expect(host.releases).toEqual(["20240101120000", "r1", "r2", "r3"]);
    } finally {
      child.kill();
      await new Promise((resolve) => child.once("exit", resolve));
    }
    host.deploy("r4");
    expect(host.releases).toEqual(["20240101120000", "r3", "r4"]);
  });

  test("a release that is not served is never called good", () => {
    const host = hostOf();
    host.deploy("r1");
    host.arrive("r2");
    host.run("prepare", "r2");
    expect(host.run("finish", "r2")).toMatchObject({ exitCode: 1, output: "this host serves r1, not r2" });
    expect(readFileSync(join(host.room, ".jessy/good"), "utf8")).toBe("r1\n");
  });

  test.each<[string, (host: FilesHost) => void, string]>([
    ["half a copy", (host) => host.write({ ".jessy/incoming/r1/file": "half" }), "has not arrived whole"],
    [
      "half a copy of what was there before",
      (host) => host.write({ ".jessy/incoming/r1/file": "half", ".jessy/manifests/r1": "" }),
      "has not arrived whole",
    ],
    ["no copy", (host) => host.write({ ".jessy/manifests/r1": "" }), "has not arrived"],
  ])("%s is not prepared", (_, make, message) => {
    const host = hostOf();
    make(host);
    expect(host.run("prepare", "r1").output).toContain(message);
    expect(host.run("switch", "r1").exitCode).toBe(1);
    expect(host.current).toBeUndefined();
  });

  test("every step can be done again", () => {
    const host = hostOf();
    host.deploy("r1");
    host.arrive("r2");
    for (const phase of ["prepare", "prepare", "switch", "switch", "finish", "finish", "discard", "discard"] as const)
      expect([phase, host.run(phase, "r2").exitCode]).toEqual([phase, 0]);
    expect([host.current, host.releases]).toEqual(["releases/r2", ["r1", "r2"]]);
  });

  test("the release that is served arrives once more: a run that died is repeated, and what is served is left alone", () => {
    const host = hostOf();
    host.deploy("r1");
    host.arrive("r2");
    for (const phase of ["prepare", "switch"] as const) host.run(phase, "r2");
    host.write({ "current/written": "while it is served" });
    host.arrive("r2");
    for (const phase of ["prepare", "switch", "finish"] as const)
      expect([phase, host.run(phase, "r2").output]).toEqual([phase, ""]);
    expect(readFileSync(join(host.room, "current/written"), "utf8")).toBe("while it is served");
    expect(host.run("preflight", "r2").facts).toMatchObject({ serving: "r2", previous: "r1" });
  });

  test("a release of before that arrives once more takes the place of the one on disk", () => {
    const host = hostOf();
    for (const release of ["r1", "r2"]) host.deploy(release);
    host.write({ "releases/r1/index.html": "changed since" });
    host.deploy("r1");
    expect(readFileSync(join(host.room, "current/index.html"), "utf8")).toBe("r1");
  });

  test("discarding removes what was prepared, and nothing that serves or is gone back to", () => {
    const host = hostOf();
    host.deploy("r1");
    host.arrive("r2");
    host.run("prepare", "r2");
    host.arrive("r3");
    for (const release of ["r2", "r3", "r1", "r4"]) expect(host.run("discard", release).exitCode).toBe(0);
    expect(host.releases).toEqual(["r1"]);
    expect(existsSync(join(host.room, ".jessy/manifests/r2"))).toBe(false);
    expect(existsSync(join(host.room, ".jessy/incoming/r3"))).toBe(false);
  });

  test("shared paths lead to what outlives releases, which the first release fills", () => {
    const shared = ["uploads/", "config/app.yml", "a/b/c/"];
    const host = hostOf({ shared });
    const release = (name: string) => {
      host.arrive(name, { "config/app.yml": name, "uploads/picture": name, "other/file": name });
      for (const phase of ["prepare", "switch", "finish"] as const) expect(host.run(phase, name).output).toBe("");
    };
    release("r1");
    host.write({ "current/uploads/new": "by a user", "current/a/b/c/d": "deep" });
    release("r2");
    const content = (file: string) => readFileSync(join(host.room, "current", file), "utf8");
    expect(["config/app.yml", "uploads/picture", "uploads/new", "a/b/c/d", "other/file"].map(content)).toEqual([
      "r1",
      "r1",
      "by a user",
      "deep",
      "r2",
    ]);
    expect(readlinkSync(join(host.room, "current/config/app.yml"))).toBe("../../../shared/config/app.yml");
  });

  test("a shared file that is nowhere keeps a release from being prepared", () => {
    const host = hostOf({ shared: ["config/key"] });
    host.arrive("r1");
    expect(host.run("prepare", "r1").output).toMatch(/^shared\/config\/key is missing on this host/);
    expect(host.releases).toEqual([]);
    host.write({ "shared/config/key": "secret" });
    expect(host.run("prepare", "r1").exitCode).toBe(0);
  });

  test("the user's script runs in what is served, after each switch and rollback; its failure is one", () => {
    const activate = 'read -r line || :\npwd -P >>"$JESSY_PATH/log"\n[ ! -e broken ]\ntrue';
    const host = hostOf({ activate });
    host.deploy("r1");
    host.arrive("r2", { broken: "" });
    host.run("prepare", "r2");
    expect(host.run("switch", "r2").exitCode).not.toBe(0);
    expect(host.run("rollback", "r2").exitCode).toBe(0);
    const places = readFileSync(join(host.room, "log"), "utf8").trim().split("\n");
    expect(places.map((place) => place.slice(place.lastIndexOf("/") + 1))).toEqual(["r1", "r2", "r1"]);
  });

  test.each<[string, (host: FilesHost) => void, RegExp]>([
    ["current is a folder", (host) => host.write({ "current/index.html": "" }), /current is not a link: move it away/],
    ["the path is a file", (host) => host.write({ "../room with 'quotes'": "" }), /is not a folder$/],
  ])("preflight: %s", (_, make, problem) => {
    const host = hostOf();
    make(host);
    expect(host.run("preflight", "r1")).toMatchObject({
      exitCode: 0,
      facts: { problem: expect.stringMatching(problem) },
    });
  });

  test("a link to elsewhere is what was served, and what a rollback goes back to", () => {
    const host = hostOf();
    mkdirSync(host.room);
    mkdirSync(join(folder, "old site"));
    symlinkSync(join(folder, "old site"), join(host.room, "current"));
    expect(host.run("preflight", "r1").facts.serving).toBe(join(folder, "old site"));
    host.arrive("r1");
    host.run("prepare", "r1");
    host.run("switch", "r1");
    expect(host.run("rollback", "r1").facts.serving).toBe(join(folder, "old site"));
  });

  test("a link that leads nowhere serves nothing", () => {
    const host = hostOf();
    host.deploy("r1");
    host.remove("releases/r1");
    expect(host.run("serving", "").facts).toEqual({ serving: "" });
  });
});
