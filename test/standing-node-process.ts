/** The process of standing-node.ts. */
import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { ScriptOrder } from "./standing-node.ts";

const folder = mkdtempSync(join(tmpdir(), "jessy-standing-"));
/** @actions/core remembers the path of the first summary, so each run has the same one. */
const summary = join(folder, "summary.md");

let count = 0;

process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
process.on("disconnect", () => process.exit());

process.on("message", async ({ script, cwd, env, mark }: ScriptOrder) => {
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, env);
  rmSync(summary, { force: true });
  if (env.GITHUB_STEP_SUMMARY) {
    symlinkSync(env.GITHUB_STEP_SUMMARY, summary);
    process.env.GITHUB_STEP_SUMMARY = summary;
  }
  process.chdir(cwd);
  process.exitCode = 0;
  try {
    // The stub is evaluated again; the bundle behind it stays loaded.
    await import(`${pathToFileURL(script)}?run=${count++}`);
  } catch (error) {
    process.stderr.write(`${(error as Error).stack}\n`);
    process.exitCode = 1;
  }
  process.stdout.write(mark);
  process.stderr.write(mark);
  process.send?.(process.exitCode);
});
