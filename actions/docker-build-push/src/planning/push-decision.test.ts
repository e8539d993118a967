import { NO_INPUTS, type TargetInputs } from "@jessy-actions/images/build/target-inputs";
import type { NamedTarget } from "@jessy-actions/images/build/targets";
import { describe, expect, test } from "vitest";
import { decidePush } from "./push-decision.ts";
import type { PushWish } from "./push-wish.ts";

const image = (
  inputs: Partial<TargetInputs> = {},
  push?: NamedTarget["push"],
  name: string = "image",
): NamedTarget => ({
  name,
  inputs: { ...NO_INPUTS, images: ["ghcr.io/acme/app"], ...inputs },
  ...(push !== undefined && { push }),
});

const OWN = { id: 1 };
const FORK = { id: 2 };
const pull = (repo: unknown) => ({ head: { repo }, base: { repo: OWN } });
const run = (event: string, head_repository: unknown) => ({
  repository: OWN,
  workflow_run: { event, head_repository },
});

function decide(
  push: PushWish,
  name: string,
  payload: unknown = {},
  {
    targets = [image()],
    mode = "build",
    dryRun = false,
    missing,
  }: Partial<Parameters<typeof decidePush>[0]> & { missing?: string } = {},
) {
  return decidePush({ push, dryRun, mode, targets }, { name, payload }, missing);
}

describe("an event pushes", () => {
  const never = "Nothing is pushed: `push` is `false`.";
  const fork = "Nothing is pushed: the pull request is from a fork, which has no secrets.";
  const unless = (event: string) =>
    `Nothing is pushed: the event is \`${event}\`. Write \`push: true\` to push it all the same.`;
  const after = (event: string) =>
    `Nothing is pushed: the event is \`${event}\` after a pull request, whose code may be what is built. Write \`push: true\` to push it all the same.`;

  // A reusable workflow has the event of its caller; `workflow_call` is the name of none.
  test.each<[name: string, payload: unknown, auto: string | undefined, always: string | undefined]>([
    ["push", {}, undefined, undefined],
    ["schedule", {}, undefined, undefined],
    ["workflow_dispatch", {}, undefined, undefined],
    ["workflow_call", {}, undefined, undefined],
    ["repository_dispatch", {}, undefined, undefined],
    ["release", {}, undefined, undefined],
    ["create", {}, undefined, undefined],
    ["deployment", {}, undefined, undefined],
    ["", {}, undefined, undefined],
    ["pull_request", { pull_request: pull(OWN) }, unless("pull_request"), undefined],
    ["pull_request_target", { pull_request: pull(OWN) }, unless("pull_request_target"), undefined],
    ["pull_request_review", { pull_request: pull(OWN) }, unless("pull_request_review"), undefined],
    ["pull_request", { pull_request: pull(FORK) }, fork, fork],
    ["pull_request_target", { pull_request: pull(FORK) }, fork, fork],
    ["pull_request_review", { pull_request: pull(FORK) }, fork, fork],
    ["pull_request_review_comment", { pull_request: pull(FORK) }, fork, fork],
    // The fork is gone.
    ["pull_request", { pull_request: pull(null) }, fork, fork],
    // A payload that does not tell.
    ["pull_request", {}, fork, fork],
    ["pull_request_target", undefined, fork, fork],
    ["pull_request", { pull_request: { head: {}, base: {} } }, fork, fork],
    ["merge_group", { merge_group: {} }, unless("merge_group"), undefined],
    ["workflow_run", run("push", OWN), undefined, undefined],
    ["workflow_run", run("schedule", OWN), undefined, undefined],
    ["workflow_run", run("pull_request", FORK), after("workflow_run"), undefined],
    ["workflow_run", run("pull_request", OWN), after("workflow_run"), undefined],
    ["workflow_run", run("pull_request_target", OWN), after("workflow_run"), undefined],
    ["workflow_run", run("merge_group", OWN), after("workflow_run"), undefined],
    ["workflow_run", run("push", FORK), after("workflow_run"), undefined],
    ["workflow_run", run("push", null), after("workflow_run"), undefined],
    ["workflow_run", {}, after("workflow_run"), undefined],
    ["issue_comment", { issue: { pull_request: { url: "x" } } }, after("issue_comment"), undefined],
    ["issue_comment", { issue: {} }, undefined, undefined],
  ])("%s %j", (name, payload, auto, always) => {
    for (const mode of ["build", "promote", "merge"] as const)
      for (const [push, note] of [
        ["auto", auto],
        ["always", always],
        ["never", never],
      ] as const) {
        const pushes = note === undefined;
        expect(decide(push, name, payload, { mode })).toEqual({ pushes, images: [pushes], ...(!pushes && { note }) });
      }
    // It looks, whoever asks.
    expect(decide("auto", name, payload, { mode: "verify" })).toEqual({ pushes: false, images: [false] });
  });
});

test("a dry run plans what the same run would push", () => {
  expect(decide("auto", "push", {}, { dryRun: true })).toEqual({
    pushes: true,
    images: [true],
    note: "A dry run: nothing is built or pushed.",
  });
  expect(decide("auto", "merge_group", {}, { dryRun: true }).pushes).toBe(false);
});

test("a run that cannot log in does not push", () => {
  const missing = "the run is Dependabot's";
  expect(decide("always", "push", {}, { missing })).toEqual({
    pushes: false,
    images: [false],
    note: "Nothing is pushed: the run is Dependabot's.",
  });
});

describe("what an image asks for", () => {
  const PULL = { pull_request: pull(OWN) };

  test.each<[why: string, step: PushWish, target: NamedTarget, onPush: boolean, onPullRequest: boolean]>([
    ["the step", "auto", image(), true, false],
    ["its own push", "never", image({}, "true"), true, true],
    ["its own push", "always", image({}, "false"), false, false],
    ["its own push", "never", image({}, "auto"), true, false],
    ["an output that pushes", "auto", image({ outputs: ["type=registry"] }), true, true],
    ["an output that pushes", "auto", image({ outputs: ["type=image,push=true"] }), true, true],
    ["an output that does not", "auto", image({ outputs: ["type=image,push=false"] }), false, false],
    ["an output that could not", "auto", image({ outputs: ["type=local,dest=x"] }), true, false],
    ["an image without a name that is only exported", "auto", image({ images: [], outputs: ["out"] }), false, false],
    ["an image without a name that is only loaded", "auto", image({ images: [], load: true }), false, false],
    ["the same, asked for", "always", image({ images: [], load: true }), true, true],
    ["a name in tags", "auto", image({ images: [], tags: ["acme/app"], load: true }), true, false],
    ["a check", "always", image({ call: "check" }), false, false],
  ])("%s, push %s", (_, step, target, onPush, onPullRequest) => {
    expect(decide(step, "push", {}, { targets: [target] }).pushes).toBe(onPush);
    expect(decide(step, "pull_request", PULL, { targets: [target] }).pushes).toBe(onPullRequest);
    const fork = { pull_request: pull(FORK) };
    expect(decide(step, "pull_request", fork, { targets: [target] }).pushes).toBe(false);
  });

  test("several images are decided each by itself, and the note says which", () => {
    const targets = [
      image({}, undefined, "a"),
      image({}, "true", "b"),
      image({}, "false", "c"),
      image({}, "auto", "d"),
    ];
    expect(decide("auto", "pull_request", PULL, { targets })).toEqual({
      pushes: true,
      images: [false, true, false, false],
      note: "Not pushed (`a`, `d`): the event is `pull_request`. Write `push: true` to push it all the same. Not pushed (`c`): `push` is `false`.",
    });
  });

  test("outputs are of builds alone", () => {
    const targets = [image({ outputs: ["type=image,push=false"] })];
    expect(decide("auto", "push", {}, { targets, mode: "promote" }).pushes).toBe(true);
  });
});
