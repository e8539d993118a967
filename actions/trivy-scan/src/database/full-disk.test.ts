import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describeFileError } from "@jessy-actions/kit/runner/file-error";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ioOf } from "../../../../packages/local-runner/testing/action-io.ts";
import { DatabaseMirror } from "../../testing/database-mirror.ts";
import { databaseOf, HOUR, NOW } from "../../testing/published-database.ts";
import { smallBoltFile } from "../../testing/small-bolt-file.ts";
import { prepareDatabase } from "./prepare-database.ts";

const PUSH = { name: "push", branch: "main", before: "0".repeat(40), sha: "1".repeat(40) } as const;

const place = mkdtempSync(join(tmpdir(), "jessy-full-"));
const disk = mount("disk", "size=1m");
const locked = mount("locked", "ro");

/** @returns undefined where nobody may mount. */
function mount(name: string, options: string): string | undefined {
  const folder = join(place, name);
  mkdirSync(folder);
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", options, "none", folder], { stdio: "ignore" });
    return folder;
  } catch {
    process.stderr.write(`skipped: no tmpfs can be mounted here (${options}), which takes Linux and root\n`);
    return undefined;
  }
}

let mirror: DatabaseMirror;
let other: DatabaseMirror;

beforeAll(async () => {
  // Small when packed, and 4 MB on the disk.
  const database = databaseOf({ files: { "trivy.db": Buffer.concat([smallBoltFile(), Buffer.alloc(4_000_000)]) } });
  mirror = await DatabaseMirror.start(database);
  other = await DatabaseMirror.start(database);
});

afterAll(async () => {
  await mirror.close();
  await other.close();
  for (const folder of [disk, locked]) if (folder !== undefined) execFileSync("umount", [folder]);
  rmSync(place, { recursive: true });
});

/** @returns what is said of it. */
async function refused(temporary: string): Promise<string | undefined> {
  const io = { ...ioOf(place, PUSH), temporary };
  const repositories = [mirror.text, other.text];
  const inputs = { repositories, javaRepositories: [], maxAge: 72 * HOUR, folder: undefined, cache: false };
  const error = await prepareDatabase(inputs, { vulnerabilities: true, java: false }, io, { now: NOW }).then(
    () => undefined,
    (caught: unknown) => caught,
  );
  return describeFileError(error);
}

describe.skipIf(disk === undefined)("a disk that is full", () => {
  test("is said as such, leaves nothing, and is not taken for the repository's fault", async () => {
    const temporary = join(disk!, "jessy");
    expect(await refused(temporary)).toContain("cannot be written: the disk is full");
    for (const left of ["trivy-databases/db", "trivy-databases/db.unchecked", "trivy-db", "trivy-db.fresh"])
      expect(existsSync(join(temporary, left)), left).toBe(false);
    expect(other.asked).toEqual([]);
  });
});

describe.skipIf(locked === undefined)("a disk that is read-only", () => {
  test("is said as such", async () => {
    expect(await refused(join(locked!, "jessy"))).toContain("is on a read-only file system");
  });
});

test("a file in the way is named", async () => {
  expect(await refused("/dev/null/jessy")).toContain("/dev/null` is a file, not a folder");
});
