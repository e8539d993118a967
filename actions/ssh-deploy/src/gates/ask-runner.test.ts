import type { Host } from "@jessy-actions/deployment/hosts/host";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { ScriptedServer } from "../../../../packages/kit/testing/scripted-server.ts";
import { checkOf } from "../../testing/check-of.ts";
import type { Asking } from "./ask-host.ts";
import { askRunner } from "./ask-runner.ts";

const HOST: Host = { name: "h", alias: "host-1", address: "127.0.0.1", port: 22, user: "u", jumps: [] };
const ASKING: Asking = {
  version: "abc1234",
  environmentVariables: {},
  project: undefined,
  timeout: 5000,
  now: Date.now(),
  signal: new AbortController().signal,
};

let server: ScriptedServer;
let answer = "abc1234";

beforeEach(async () => {
  server = await ScriptedServer.http((response) => response.writeHead(200, { "x-version": answer }).end(answer));
});
afterEach(() => server.close());

const gate = (line: string) => ({ kind: "http", from: "runner", check: checkOf(line) }) as const;

describe("from the runner", () => {
  test("a name leads to the host itself, wherever it leads to otherwise", async () => {
    const line = `http://api.invalid:${server.port}/health version=header:X-Version`;
    answer = "abc1234";
    expect(await askRunner(gate(line), HOST, ASKING)).toMatchObject({
      problem: undefined,
      status: 200,
      body: "abc1234",
    });
    expect(server.requests[0]?.headers.host).toBe(`api.invalid:${server.port}`);
    answer = "old";
    expect((await askRunner(gate(line), HOST, ASKING)).problem).toMatch(/old/);
  });

  test("a host by its name", async () => {
    answer = "abc1234";
    const finding = await askRunner(gate(`http://x:${server.port}/`), { ...HOST, address: "localhost" }, ASKING);
    expect(finding.problem === undefined || finding.seen === "refused").toBe(true);
  });

  test("a host whose name does not resolve", async () => {
    const finding = await askRunner(gate("http://x/"), { ...HOST, address: "nowhere.invalid" }, ASKING);
    expect(finding).toMatchObject({ seen: "name", problem: expect.stringContaining("nowhere.invalid") });
  });

  test("a port", async () => {
    expect(await askRunner({ kind: "tcp", from: "runner", port: server.port }, HOST, ASKING)).toMatchObject({
      problem: undefined,
    });
    await server.close();
    expect(await askRunner({ kind: "tcp", from: "runner", port: server.port }, HOST, ASKING)).toMatchObject({
      seen: "refused",
    });
  });
});
