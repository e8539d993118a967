/**
 * Prints the hash of the files that the patterns on standard input match, a pattern a line:
 * `hash-files-process.ts FOLLOW_LINKS`. With the package that the runner's own script uses, so that the order of files,
 * and with it the hash, is GitHub's.
 */
import { readFileSync } from "node:fs";
import { hashFiles } from "@actions/glob";

// The package prints what it matches as commands of a debug log.
const write = process.stdout.write.bind(process.stdout);
process.stdout.write = () => true;
try {
  const hash = await hashFiles(readFileSync(0, "utf8"), process.cwd(), {
    followSymbolicLinks: process.argv[2] === "true",
  });
  write(hash);
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
