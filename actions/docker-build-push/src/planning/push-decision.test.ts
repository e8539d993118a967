import { expect, test } from "vitest";
import { decidePush } from "./push-decision.ts";

const pullRequest = (fork: boolean) => ({ fork }) as NonNullable<Parameters<typeof decidePush>[1]["pullRequest"]>;

test.each<["auto" | "always" | "never", boolean, string, boolean | undefined, boolean, string | undefined]>([
  ["auto", false, "push", undefined, true, undefined],
  ["auto", false, "workflow_dispatch", undefined, true, undefined],
  ["auto", false, "pull_request", false, false, "the event is `pull_request`. Write `push: true`"],
  ["auto", false, "merge_group", undefined, false, "the event is `merge_group`"],
  ["auto", false, "pull_request_target", false, false, "the event is `pull_request_target`"],
  ["always", false, "pull_request", false, true, undefined],
  ["always", false, "pull_request", true, false, "from a fork"],
  ["always", false, "pull_request_target", true, false, "from a fork"],
  ["auto", false, "pull_request", true, false, "from a fork"],
  ["never", false, "push", undefined, false, "`push` is `false`"],
  ["never", false, "pull_request", true, false, "`push` is `false`"],
  ["auto", true, "push", undefined, true, "A dry run"],
  ["auto", true, "pull_request", false, false, "the event is `pull_request`"],
])("push %s, dry run %s, %s, fork %s: %s", (push, dryRun, name, fork, pushes, note) => {
  const event = { name, pullRequest: fork === undefined ? undefined : pullRequest(fork) };
  const decision = decidePush({ push, dryRun }, event);
  expect(decision.pushes).toBe(pushes);
  if (note === undefined) expect(decision.note).toBeUndefined();
  else expect(decision.note).toContain(note);
});
