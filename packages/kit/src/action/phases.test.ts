import { UserError } from "@jessy-actions/reading/user-error";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Post } from "./action.ts";
import { type AnyAction, phasesOf, runPhase } from "./phases.ts";
import { type GateState, gateState } from "./state.ts";

let written: string;

beforeEach(() => {
  written = "";
  process.exitCode = 0;
  vi.spyOn(process.stdout, "write").mockImplementation((text) => {
    written += String(text);
    return true;
  });
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  process.exitCode = 0;
});

/** Runs a phase where these variables are set: core reads states from the process. */
async function run(
  phase: "pre" | "post",
  load: () => Promise<AnyAction>,
  environment: Record<string, string> = STATE,
): Promise<void> {
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  await runPhase(phase, load, environment);
}

const never = () => {
  throw new Error("not in this phase");
};

function action(parts: Partial<AnyAction>): AnyAction {
  return {
    name: "demo",
    title: "Demo",
    readInputs: never,
    collect: never,
    evaluate: never,
    render: never,
    publication: never,
    ...parts,
  };
}

const postOf = (run: Post<GateState>["run"]): AnyAction => action({ post: { state: gateState, run } });
const STATE = { STATE_jessy: '{"gate":"api"}', RUNNER_TEMP: "/runner/temp", GITHUB_WORKSPACE: "/work" };

test.each([
  [{}, ["main"]],
  [{ pre: async () => undefined }, ["pre", "main"]],
  [{ post: { state: gateState, run: async () => undefined } }, ["main", "post"]],
])("an action has the phases that it defines", (parts, phases) => {
  expect(phasesOf(action(parts))).toEqual(phases);
});

test("post gets the state that main kept, and the folder of its gate", async () => {
  const seen: unknown[] = [];
  const demo = postOf(async (state, io) => {
    seen.push(state, io.workspace, io.temporary(state.gate));
  });
  await run("post", async () => demo);
  expect(seen).toEqual([{ gate: "api" }, "/work", "/runner/temp/jessy/demo-api"]);
});

test.each(["..", "../../x", "/etc", "a/../../b"])(
  "a gate called %s does not lead out of the folder of gates",
  async (gate) => {
    const seen: string[] = [];
    const demo = postOf(async (state, io) => {
      seen.push(io.temporary(state.gate));
    });
    await run("post", async () => demo, { ...STATE, STATE_jessy: JSON.stringify({ gate }) });
    expect(seen[0]).toMatch(/^\/runner\/temp\/jessy\/demo-[^/]+$/);
  },
);

test("without a state post does nothing, and the action is not even loaded", async () => {
  await run("post", never, {});
  expect([written, process.exitCode]).toEqual(["", 0]);
});

test.each<readonly [string, Post<GateState>["run"] | undefined, Record<string, string>, string]>([
  [
    "a user's error",
    async () => {
      throw new UserError("the disk is full");
    },
    STATE,
    "::warning::demo could not clean up: the disk is full\n",
  ],
  ["a state that is not valid", undefined, { ...STATE, STATE_jessy: "{" }, "the state is not valid JSON"],
  ["a state of another shape", undefined, { ...STATE, STATE_jessy: "{}" }, "the state does not name its gate"],
])("%s in post is a warning with a name, and never changes the verdict", async (_, undo, environment, message) => {
  process.exitCode = 0;
  await run("post", async () => postOf(undo ?? (async () => undefined)), environment);
  expect(written).toMatch(/^::warning::demo could not clean up: /);
  expect(written).toContain(message);
  expect(written).not.toContain("::error::");
  expect(process.exitCode).toBe(0);
});

test("a fault of our own in post has its stack, between marks", async () => {
  const demo = postOf(async () => {
    throw new TypeError("x is undefined");
  });
  await run("post", async () => demo);
  expect(written).toMatch(/^::warning::demo could not clean up: .*TypeError: x is undefined.*\n::stop-commands::/);
  expect(process.exitCode).toBe(0);
});

test("pre runs alone, and what it throws fails the step", async () => {
  const seen: string[] = [];
  await run("pre", async () => action({ pre: async (io) => void seen.push(io.workspace) }), STATE);
  expect([seen, written, process.exitCode]).toEqual([["/work"], "", 0]);
  const failing = action({
    pre: async () => {
      throw new UserError("no docker here");
    },
  });
  await run("pre", async () => failing, STATE);
  expect([written, process.exitCode]).toEqual(["::error::no docker here\n", 1]);
});
