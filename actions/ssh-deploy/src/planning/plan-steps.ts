import type { HookInputs } from "../inputs.ts";
import type { StepResult } from "../result.ts";

/** Where each hook runs, for a dry run. */
const WHERE: Readonly<Record<keyof HookInputs, readonly [title: string, note: string]>> = {
  beforeDeploy: ["before-deploy", "would run once, on `{first}`, before any host is switched"],
  beforeHost: ["before-host", "would run on each host before its switch"],
  afterHost: ["after-host", "would run on each host after its gates"],
  afterDeploy: ["after-deploy", "would run once, on `{first}`, after all hosts"],
  onFailure: ["on-failure", "would run on each host that went back"],
};

/** The hooks that a dry run leaves out. Pure. */
export function planSteps(hooks: HookInputs, first: string): readonly StepResult[] {
  return (Object.keys(WHERE) as (keyof HookInputs)[]).flatMap((hook): StepResult[] => {
    const [title, note] = WHERE[hook];
    if (hooks[hook] === "") return [];
    return [{ title, outcome: "skipped", duration: 0, note: note.replace("{first}", first) }];
  });
}
