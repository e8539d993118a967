import type { TargetPlan } from "@jessy-actions/images/build/target-plan";
import { describe, expect, test } from "vitest";
import { chooseMountStore, type MountFacts, type MountPreset, planMounts } from "./plan-mounts.ts";

const GHA = { hasToken: true, hasAddress: true };
const NO_GHA = { hasToken: false, hasAddress: false };

describe("where cache mounts are kept", () => {
  test.each<[MountPreset, typeof GHA, string | undefined, object]>([
    ["none", GHA, "/kept", {}],
    ["auto", GHA, "/kept", { store: { kind: "gha" } }],
    ["auto", NO_GHA, "/kept", { store: { kind: "local", folder: "/kept" } }],
    ["auto", { ...GHA, hasAddress: false }, "/kept", { store: { kind: "local", folder: "/kept" } }],
    ["auto", NO_GHA, undefined, { warning: expect.stringContaining("and `cache-folder` is not set") }],
    ["gha", GHA, undefined, { store: { kind: "gha" } }],
    ["gha", NO_GHA, "/kept", { warning: expect.stringContaining("no token or no address") }],
    ["local", GHA, "/kept", { store: { kind: "local", folder: "/kept" } }],
    ["local", GHA, undefined, { warning: expect.stringContaining("`local` needs a `cache-folder`") }],
  ])("%s, %j, %s", (preset, service, folder, expected) => {
    expect(chooseMountStore(preset, service, folder)).toEqual(expected);
  });
});

const FACTS: MountFacts = {
  event: "push",
  ref: "refs/heads/main",
  defaultBranch: "main",
  commit: "c0ffee",
  architecture: "x64",
  run: "r",
  folders: { tools: "/t", archives: "/a" },
  store: { kind: "gha" },
  dockerfiles: { api: "FROM a\nARG WHERE\nARG OTHER\nRUN --mount=type=cache,target=$WHERE/x b\n" },
};
const TARGET = { name: "api", bake: {}, call: "", inheritedArgs: ["WHERE", "UNSET"] } as unknown as TargetPlan;

test("checks restore nothing and save nothing", () => {
  const made = planMounts([{ ...TARGET, call: "check" }], FACTS, {});
  expect([made.mounts, made.restore, made.save]).toEqual([[], undefined, undefined]);
});

test("an argument that the build takes from the environment is known, too", () => {
  const made = planMounts([TARGET], FACTS, { WHERE: "/here" });
  expect(made).toMatchObject({ mounts: [{ id: "/here/x" }], store: FACTS.store, folders: FACTS.folders, notes: [] });
});
