/** The tests of one room, in the sandbox that scripts/mutants.ts has made. */
import { cwd, env } from "node:process";
import { defineConfig } from "vitest/config";

const room = env.JESSY_MUTANTS_ROOM;
if (room === undefined) throw new Error("JESSY_MUTANTS_ROOM is not set; run `npm run mutants` instead");

export default defineConfig({
  logLevel: "error",
  // The links in node_modules lead out of the sandbox, to sources without mutants.
  resolve: { alias: [{ find: /^@jessy-actions\/([^/]+)\/(.*)$/, replacement: `${cwd()}/packages/$1/src/$2.ts` }] },
  test: { include: [`${room}/**/*.test.ts`], testTimeout: 60_000, hookTimeout: 60_000 },
});
