/** The tests that count, in the sandbox that scripts/mutants.ts has made. */
import { cwd, env } from "node:process";
import { defineConfig } from "vitest/config";

const tests = env.JESSY_MUTANTS_TESTS;
if (tests === undefined) throw new Error("JESSY_MUTANTS_TESTS is not set; run `npm run mutants` instead");

export default defineConfig({
  logLevel: "error",
  // The links in node_modules lead out of the sandbox, to sources without mutants.
  resolve: { alias: [{ find: /^@jessy-actions\/([^/]+)\/(.*)$/, replacement: `${cwd()}/packages/$1/src/$2.ts` }] },
  test: { include: JSON.parse(tests), testTimeout: 60_000, hookTimeout: 60_000 },
});
