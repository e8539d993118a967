import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { isRunning } from "../../testing/running.ts";
import { killProcessesIn, parseStat, processTable } from "./process-table.ts";

test.each([
  ["12 (sh) S 1 12 12 0 -1", { pid: 12, group: 12, isZombie: false }],
  ["12 (sh) Z 1 9 12 0 -1", { pid: 12, group: 9, isZombie: true }],
  ["12 (sh) X 1 9 12 0 -1", { pid: 12, group: 9, isZombie: true }],
  ["12 (a) Z 1 2) (b) R 7 9 12", { pid: 12, group: 9, isZombie: false }],
  ["", undefined],
  ["12 (sh", undefined],
])("%s", (line, entry) => {
  expect(parseStat(line)).toEqual(entry);
});

test("this process is in it", () => {
  expect(processTable()?.some(({ pid, isZombie }) => pid === process.pid && !isZombie)).toBe(true);
});

test("what works in a folder is killed, and nothing else", async () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "jessy-table-")));
  for (const name of ["work/deep", "work-2"]) mkdirSync(join(folder, name), { recursive: true });
  const children = ["work", "work/deep", "work-2"].map((name) =>
    spawn("sleep", ["1000"], { cwd: join(folder, name), stdio: "ignore" }),
  );
  const pids = children.map(({ pid }) => pid ?? 0);
  await expect.poll(() => pids.map(isRunning)).toEqual([true, true, true]);
  expect(killProcessesIn(join(folder, "work"))).toBe(2);
  await expect.poll(() => pids.map(isRunning)).toEqual([false, false, true]);
  expect(killProcessesIn(join(folder, "work"))).toBe(0);
  // One whose folder was removed under it.
  rmSync(join(folder, "work-2"), { recursive: true });
  expect(killProcessesIn(join(folder, "work-2"))).toBe(1);
  rmSync(folder, { recursive: true });
});
