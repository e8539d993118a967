/** Every action of the shared bundle, loaded only when it is the one that runs. The stubs in dist/ call this. */
const ACTIONS: Readonly<Record<string, () => Promise<{ main(): Promise<void> }>>> = {
  "bench-compare": () => import("./bench-compare/src/main.ts"),
  "commit-lint": () => import("./commit-lint/src/main.ts"),
  "coverage-gate": () => import("./coverage-gate/src/main.ts"),
  release: () => import("./release/src/main.ts"),
};

/** Runs one action by its folder name and settles when everything it has to say is written. */
export async function run(name: string): Promise<void> {
  const load = ACTIONS[name];
  if (load === undefined) throw new Error(`no action is called ${JSON.stringify(name)}`);
  await (await load()).main();
}
