/** The tests that count, in the sandbox that scripts/mutants.ts has made. */
import { cwd, env } from "node:process";
import { defineConfig, type Plugin } from "vitest/config";
import { KEPT_THREAD } from "./kept-thread.ts";

const tests = env.JESSY_MUTANTS_TESTS;
if (tests === undefined) throw new Error("JESSY_MUTANTS_TESTS is not set; run `npm run mutants` instead");
/** Other rooms' tests set the environment, and a mutant could keep one from setting it back. */
const isPure = /^\["packages\/(?:benchmarks|coverage|images|reading|versioning)\//.test(tests);

const keptThread: Plugin = {
  name: KEPT_THREAD.name,
  // The option `pool` would not count: the tool sets its own.
  configureVitest: ({ project }) => {
    project.config.pool = KEPT_THREAD.name;
    project.config.poolRunner = KEPT_THREAD;
  },
};

export default defineConfig({
  logLevel: "error",
  // The links in node_modules lead out of the sandbox, to sources without mutants.
  resolve: { alias: [{ find: /^@jessy-actions\/([^/]+)\/(.*)$/, replacement: `${cwd()}/packages/$1/src/$2.ts` }] },
  plugins: isPure ? [keptThread] : [],
  test: { include: JSON.parse(tests), testTimeout: 60_000, hookTimeout: 60_000 },
});
