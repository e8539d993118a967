import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { ScriptEnd } from "@jessy-actions/deployment/shell/remote-script";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { hostShells } from "../../../../packages/deployment/testing/shells.ts";
import { ioOf } from "../../../../packages/local-runner/testing/action-io.ts";
import { shellRemote } from "../../testing/shell-remote.ts";
import { inputsOf } from "../../testing/written-inputs.ts";
import type { Connected } from "../connecting/remote.ts";
import { evaluate } from "../evaluate.ts";
import { gatherFacts, type OpenFleet } from "./gather-facts.ts";
import { readPreflight } from "./read-preflight.ts";

const exited = (facts: Record<string, string>, exitCode = 0, tail = ""): ScriptEnd => ({
  kind: "exited",
  exitCode,
  facts,
  tail,
  duration: 5,
});

describe("what a host says of itself", () => {
  test("all of it", () => {
    const facts = {
      serving: "r2",
      previous: "r1",
      "free-kb": "4096",
      "free-inodes": "77",
      tools: "tar sha256sum",
      owner: "{}",
      leftover: "half a switch",
      unchanged: "true",
    };
    expect(readPreflight(exited(facts))).toEqual({
      duration: 5,
      problems: [],
      serving: "r2",
      previous: "r1",
      freeKilobytes: 4096,
      freeInodes: 77,
      tools: ["tar", "sha256sum"],
      lock: "{}",
      leftover: "half a switch",
      isUnchanged: true,
    });
  });

  test.each<[string, ScriptEnd, object]>([
    ["nothing", exited({}), { problems: [], serving: "", previous: null, freeKilobytes: null, lock: null, tools: [] }],
    ["no number", exited({ "free-kb": "-", "free-inodes": "1e9" }), { freeKilobytes: null, freeInodes: null }],
    ["its own problem", exited({ problem: "no tar" }), { problems: ["no tar"], serving: null }],
    [
      "an exit code",
      exited({}, 2, "one\nsh: syntax error"),
      { problems: ["looking at it ended with exit code 2: sh: syntax error"], serving: null },
    ],
    ["its own problem before an exit code", exited({ problem: "no tar" }, 1), { problems: ["no tar"] }],
    [
      "that it took too long",
      { kind: "timeout", isEnded: true, tail: "", duration: 9 },
      { problems: ["looking at it took longer than `script-timeout`"], serving: null },
    ],
    [
      "nothing any more",
      { kind: "lost", message: "broken pipe", tail: "", duration: 9 },
      { problems: ["the connection was lost (broken pipe)"], serving: null },
    ],
  ])("%s", (_, end, expected) => expect(readPreflight(end)).toMatchObject(expected));
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jessy-preflight-"));
  mkdirSync(join(folder, "workspace/dist"), { recursive: true });
  writeFileSync(join(folder, "workspace/dist/index.html"), "hello");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const shell = hostShells()[0]!;
const PUSH = { event: "push", sha: "a".repeat(40) } as const;

/** Every host is this machine, but for those that a test cuts off. */
function fleet(cut: Readonly<Record<string, Connected>> = {}): OpenFleet {
  return async ({ hosts }) => ({
    remote: shellRemote(shell),
    connections: new Map(hosts.map(({ name }) => [name, cut[name] ?? { state: "connected", duration: 12 }])),
  });
}

const io = () => ioOf(join(folder, "workspace"), { ...PUSH } as never);

const written = (changes: Record<string, string> = {}) =>
  inputsOf({ hosts: "u@a\nu@b", path: join(folder, "srv"), agent: "/run/agent.sock", source: "dist", ...changes });

describe("the facts of a deployment", () => {
  test("of files: hosts are looked at, and nothing is written", async () => {
    const run = io();
    const facts = await gatherFacts(written(), run, fleet());
    expect(facts).toMatchObject({
      files: { count: 1, bytes: 5 },
      image: null,
      hosts: [
        { connection: { state: "connected" }, preflight: { problems: [], serving: "", lock: null, leftover: null } },
        { connection: { state: "connected" } },
      ],
    });
    expect(facts.release).toMatch(/^[0-9a-f]{7}-[0-9a-f]{12}$/);
    expect(facts.hosts[0]?.preflight?.freeKilobytes).toBeGreaterThan(0);
    expect(execFileSync("ls", [folder]).toString()).toBe("workspace\n");
    expect(evaluate(written({ "dry-run": "true" }), facts).outcome).toBe("planned");
    expect(run.logged.join("")).toMatch(/a \| serves nothing \(\d+ ms\)/);
  });

  test("with a host that is gone: nobody looks at it, and the fleet is refused", async () => {
    const cut: Connected = { state: "failed", cause: "timeout", message: "no answer after 15 s" };
    const facts = await gatherFacts(written(), io(), fleet({ b: cut }));
    expect(facts.hosts[1]).toMatchObject({ connection: cut, preflight: undefined });
    expect(evaluate(written(), facts)).toMatchObject({ outcome: "refused", verdict: "fail" });
  });

  test("with a lock that somebody holds", async () => {
    mkdirSync(join(folder, "srv/.jessy/lock-deploy"), { recursive: true });
    execFileSync("ln", ["-s", "whoever", join(folder, "srv/.jessy/lock-deploy/1")]);
    const facts = await gatherFacts(written(), io(), fleet());
    expect(facts.hosts[0]?.preflight).toMatchObject({ lock: "whoever", problems: [] });
  });

  test("secrets are hidden before anything is logged", async () => {
    const run = io();
    await gatherFacts(
      written({ secrets: "A=s3cret-value", env: "API_TOKEN=t0ken-value" }),
      run,
      async (inputs, { log }) => {
        log.info("s3cret-value t0ken-value");
        return fleet()(inputs, run);
      },
    );
    expect(run.logged.join("")).not.toMatch(/s3cret|t0ken/);
  });

  test("files of a Compose project that are not there are all named", async () => {
    const inputs = written({ mode: "compose", source: "", "compose-files": "a.yaml\nb.yaml", "env-file": ".env" });
    await expect(gatherFacts(inputs, io(), fleet())).rejects.toThrow(/a\.yaml[\s\S]*b\.yaml[\s\S]*\.env/);
  });

  test("a workspace without files is nothing to deploy", async () => {
    await expect(gatherFacts(written({ source: "nothing" }), io(), fleet())).rejects.toThrow(/nothing/);
  });
});
