import { type AnyAction, type Phase, runPhase } from "@jessy-actions/kit/action/phases";

/** Every action of the shared bundle, loaded only when it is the one that runs. */
export const ACTIONS: Readonly<Record<string, () => Promise<AnyAction>>> = {
  "bench-compare": async () => (await import("./bench-compare/src/main.ts")).benchCompare,
  "commit-lint": async () => (await import("./commit-lint/src/main.ts")).commitLint,
  "coverage-gate": async () => (await import("./coverage-gate/src/main.ts")).coverageGate,
  "docker-build-push": async () => (await import("./docker-build-push/src/main.ts")).dockerBuildPush,
  notify: async () => (await import("./notify/src/main.ts")).notify,
  release: async () => (await import("./release/src/main.ts")).release,
  "ssh-deploy": async () => (await import("./ssh-deploy/src/main.ts")).sshDeploy,
  "smoke-test": async () => (await import("./smoke-test/src/main.ts")).smokeTest,
  "trivy-scan": async () => (await import("./trivy-scan/src/main.ts")).trivyScan,
};

/** Runs a phase of an action and settles when everything it has to say is written. The stubs in dist/ call this. */
export async function run(name: string, phase: Phase): Promise<void> {
  const load = ACTIONS[name];
  if (load === undefined) throw new Error(`no action is called ${JSON.stringify(name)}`);
  await runPhase(phase, load);
}
