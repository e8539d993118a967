import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What a run of the tests leaves in the machine's temporary folder goes with the run, also what a killed action left. */
export default function setup(): () => void {
  const folder = mkdtempSync(join(tmpdir(), "jessy-tests-"));
  // Some tests act as another user.
  chmodSync(folder, 0o755);
  const before = process.env.TMPDIR;
  // Workers and what they start inherit it.
  process.env.TMPDIR = folder;
  return () => {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    rmSync(folder, { recursive: true, force: true });
  };
}
