import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { makeSshFolder, openSockets, type SshFolder, sshFolder, wipeSshFolder } from "./ssh-folder.ts";

let folder: SshFolder;

beforeEach(() => {
  folder = sshFolder(mkdtempSync(join(tmpdir(), "jessy-ssh-")));
});
afterEach(() => {
  rmSync(folder.sockets, { recursive: true, force: true });
});

describe("the folders of a run", () => {
  test("are for their owner alone, found again, and gone when wiped", () => {
    makeSshFolder(folder);
    for (const place of [folder.folder, folder.sockets, folder.askpass])
      expect(statSync(place).mode & 0o777).toBe(0o700);
    for (const name of ["host-1", "jump-2", "config", "host-1.x"]) writeFileSync(join(folder.sockets, name), "");
    expect(openSockets(folder)).toEqual(["host-1", "jump-2"]);
    makeSshFolder(folder);
    expect(openSockets(folder)).toEqual([]);
    wipeSshFolder(folder);
    wipeSshFolder(folder);
    expect([existsSync(folder.folder), existsSync(folder.sockets), openSockets(folder)]).toEqual([false, false, []]);
  });

  test("a socket's path is short whatever the runner's folder is", () => {
    const { sockets } = sshFolder(`/${"long/".repeat(100)}`);
    // "host-200", and what ssh adds while it binds.
    expect(join(sockets, "host-200").length + 17).toBeLessThan(104);
    expect(sshFolder("/a").sockets).not.toBe(sshFolder("/b").sockets);
  });

  test("a link where the sockets belong is refused, and what it leads to is not touched", () => {
    const target = mkdtempSync(join(tmpdir(), "jessy-target-"));
    mkdirSync(join(target, "kept"));
    symlinkSync(target, folder.sockets);
    expect(() => makeSshFolder(folder)).toThrow("belongs to another user of this runner");
    wipeSshFolder(folder);
    expect(existsSync(join(target, "kept"))).toBe(true);
  });
});
