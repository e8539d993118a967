#!/usr/bin/env node
// Starts the runner on Node 24, which actions run on: this very Node, or the one that the npm package `node` brings.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const NEEDED = 24;

if (Number(process.versions.node.split(".")[0]) >= NEEDED) {
  const here = dirname(fileURLToPath(import.meta.url));
  const { main } = await import("../src/cli.ts");
  process.exitCode = await main(process.argv.slice(2), join(here, "../../../actions"));
} else {
  const node = bundledNode();
  if (node === undefined) {
    process.stderr.write(
      `jessy: actions run on Node ${NEEDED}; this is ${process.version}. Install the npm package \`node@${NEEDED}\` or a newer Node.\n`,
    );
    process.exitCode = 2;
  } else {
    const { status } = spawnSync(node, process.argv.slice(1), { stdio: "inherit" });
    process.exitCode = status ?? 1;
  }
}

function bundledNode() {
  try {
    const node = join(dirname(createRequire(import.meta.url).resolve("node/package.json")), "bin/node");
    return existsSync(node) ? node : undefined;
  } catch {
    return undefined;
  }
}
