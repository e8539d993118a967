import { chmodSync, writeFileSync } from "node:fs";
import { platform } from "node:os";
import { delimiter, join } from "node:path";
import { expect, test } from "vitest";
import { fakeTrivy, folderOf, scanIo, scanningOf, targetOf } from "../../../testing/scanning.ts";
import { findNetwork, scanTarget } from "../scan-target.ts";
import { candidates, enclosed } from "./enclosure.ts";

test("sudo only where nobody minds", () => {
  expect(candidates(1001, 127, false).map(([program]) => program)).toEqual(["unshare", "unshare"]);
  expect(candidates(1001, 127, true).at(-1)).toEqual([
    ..."sudo -n -- unshare -n -- setpriv --reuid=1001 --regid=127 --clear-groups --inh-caps=-all --no-new-privs --".split(
      " ",
    ),
  ]);
});

test("a program in its enclosure gets its environment as it is", () => {
  expect(enclosed(["unshare", "-n", "--"], "/trivy", ["fs", "$(id)"], { HOME: "/a b" })).toEqual([
    "unshare",
    "-n",
    "--",
    "env",
    "-i",
    "HOME=/a b",
    "/trivy",
    "fs",
    "$(id)",
  ]);
  expect(enclosed([], "/trivy", ["fs"], { HOME: "/" })).toEqual(["/trivy", "fs"]);
});

/** Programs of a machine on which users may make no namespaces, and may become root. */
function programs(files: Readonly<Record<string, string>>): string {
  const folder = folderOf({});
  for (const [name, body] of Object.entries(files)) {
    writeFileSync(join(folder, name), `#!/bin/sh\n${body}\n`);
    chmodSync(join(folder, name), 0o755);
  }
  return folder;
}

/** Everything after the last `--`. */
const REST = 'for last; do :; done; while [ "$1" != "--" ]; do shift; done; shift; exec "$@"';
const ON_LINUX = platform() === "linux";

test.skipIf(!ON_LINUX)("as on GitHub's runners: by sudo, which gives the user back", async () => {
  const path = programs({
    unshare: `test "$JESSY_ROOT" = 1 || exit 1\n${REST}`,
    setpriv: REST,
    sudo: `test "$1" = -n || exit 1\nexport JESSY_ROOT=1\n${REST}`,
  });
  const folder = folderOf({ a: "a" });
  const PATH = `${path}${delimiter}${process.env.PATH}`;
  const environment = { PATH, RUNNER_ENVIRONMENT: "github-hosted", JESSY_SECRET: "x" };
  const io = scanIo(folder, environment);
  expect(await findNetwork(io)).toBe("namespace");
  const program = fakeTrivy(
    `write(process.env.JESSY_SECRET === undefined && process.env.JESSY_ROOT === undefined ? {} : { SchemaVersion: 9 })`,
  );
  const scanning = scanningOf(program, {}, { network: "namespace" });
  expect(await scanTarget(targetOf("fs", "."), folder, scanning, io)).toMatchObject({ scan: {} });
  expect(await findNetwork(scanIo(folder, { ...environment, RUNNER_ENVIRONMENT: "self-hosted" }))).toBe("proxy");
});

test("where nothing closes the network, the proxy does", async () => {
  const path = programs({ unshare: "exit 1", sudo: "exit 1" });
  expect(await findNetwork(scanIo("/", { PATH: `${path}${delimiter}${process.env.PATH}` }))).toBe("proxy");
});
