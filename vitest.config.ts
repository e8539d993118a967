import { defineConfig } from "vitest/config";

export default defineConfig({
  // Below it Vite says of every file of the language service that its source map leads nowhere.
  logLevel: "error",
  test: {
    include: ["packages/**/*.test.ts", "actions/**/*.test.ts", "test/**/*.test.ts", "scripts/**/*.test.ts"],
    // End-to-end tests mostly wait: for the emulated GitHub, and for other jobs to settle.
    maxWorkers: 6,
    // The language service imports JSON as only bundlers take it.
    server: { deps: { inline: [/@actions\/(?:languageservice|workflow-parser|expressions)/] } },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    coverage: {
      provider: "v8",
      include: ["packages/*/src/**/*.ts", "actions/**/src/**/*.ts"],
      exclude: ["**/*.test.ts", "**/fixtures/**"],
      reporter: ["lcovonly", "text-summary"],
      reportsDirectory: "build/coverage",
    },
  },
});
