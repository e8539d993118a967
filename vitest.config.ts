import { defineConfig } from "vitest/config";

/** Docker, registries, cosign and hosts of our own, and half a gigabyte of packages: `npm run test:docker`. */
const isDockerAsked = process.env.JESSY_TEST_DOCKER === "true";

const DOCKER = {
  extends: true as const,
  test: {
    name: "docker",
    include: ["test/docker/**/*.test.ts", "test/ssh-deploy/**/*.test.ts"],
    isolate: false,
    // All files share one engine, and some make it forget everything: never beside a build of another file.
    fileParallelism: false,
    globalSetup: ["test/docker/shared-stack.ts"],
  },
};

export default defineConfig({
  // Below it Vite says of every file of the language service that its source map leads nowhere.
  logLevel: "error",
  test: {
    // End-to-end tests mostly wait: for the emulated GitHub, and for other jobs to settle.
    maxWorkers: 6,
    globalSetup: "./test/temporary-folder.ts",
    // The language service imports JSON as only bundlers take it.
    server: { deps: { inline: [/@actions\/(?:languageservice|workflow-parser|expressions)/] } },
    // A limit for what hangs. No test is about time: a busy machine is slow, not wrong.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    projects: [
      {
        extends: true,
        // These packages are pure: nothing that a test could leave behind in its process, so files share one and what it has loaded.
        test: {
          name: "pure",
          include: ["packages/{benchmarks,coverage,deployment,images,reading,security,versioning}/**/*.test.ts"],
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          name: "unit",
          include: ["packages/{kit,local-runner}/**/*.test.ts", "actions/**/*.test.ts", "scripts/**/*.test.ts"],
        },
      },
      {
        extends: true,
        // What these start runs in processes of its own; files share GitHub's API description, 12 MB of JSON.
        test: {
          name: "whole",
          include: ["test/**/*.test.ts"],
          exclude: ["test/docker/**", "test/ssh-deploy/**"],
          isolate: false,
        },
      },
      ...(isDockerAsked ? [DOCKER] : []),
    ],
    coverage: {
      provider: "v8",
      include: ["packages/*/src/**/*.ts", "actions/**/src/**/*.ts"],
      exclude: ["**/*.test.ts", "**/fixtures/**"],
      reporter: ["lcovonly", "text-summary"],
      reportsDirectory: "build/coverage",
    },
  },
});
