import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { expect, test } from "vitest";
import { describeRun } from "../packages/local-runner/src/event/event.ts";
import { OWNER, pullRequestTrigger, REPOSITORY, Scenario, TOKENS } from "./scenario.ts";

/** A host that only the proxy knows. */
const HOST = "http://github.invalid";

test("a shipped action behind a proxy asks GitHub through it, and writes its comment", async () => {
  const scenario = await Scenario.start();
  const folder = mkdtempSync(join(tmpdir(), "jessy-proxy-"));
  const tunnels: string[] = [];
  const proxy = createServer().on("connect", ({ url = "" }, socket) => {
    tunnels.push(url);
    const upstream = connect(Number(new URL(scenario.github.url).port), "127.0.0.1", () => {
      socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
      socket.pipe(upstream).pipe(socket);
    });
    for (const end of [socket, upstream]) end.on("error", () => {});
  });
  await new Promise<void>((done) => proxy.listen(0, "127.0.0.1", done));
  try {
    const base = scenario.repository.commit({ a: "1" }, "feat: base");
    scenario.repository.commit({ a: "2" }, "feat: change");
    const pull = await scenario.openPullRequest(base);
    const { github, payload } = describeRun(pullRequestTrigger(pull), {
      owner: OWNER,
      repository: REPOSITORY,
      defaultBranch: "main",
      serverUrl: HOST,
      apiUrl: HOST,
      graphqlUrl: `${HOST}/graphql`,
      token: TOKENS.own,
    });
    const event = join(folder, "event.json");
    writeFileSync(event, JSON.stringify(payload));
    const environment = {
      PATH: process.env.PATH,
      ...Object.fromEntries(Object.entries(github).map(([name, value]) => [`GITHUB_${name.toUpperCase()}`, value])),
      GITHUB_EVENT_PATH: event,
      GITHUB_WORKSPACE: scenario.repository.folder,
      RUNNER_TEMP: folder,
      "INPUT_GITHUB-TOKEN": TOKENS.own,
      INPUT_CHECK: "title",
      INPUT_COMMENT: "true",
      HTTP_PROXY: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    };
    const said = await run(resolve(import.meta.dirname, "../dist/commit-lint.js"), environment);
    expect(said).toContain("Comment created");
    expect(await scenario.commentBodies(pull)).toHaveLength(1);
    expect([...new Set(tunnels)]).toEqual(["github.invalid:80"]);
  } finally {
    proxy.closeAllConnections();
    proxy.close();
    rmSync(folder, { recursive: true });
    await scenario.close();
  }
});

/** What a program writes, whatever its exit code is. */
function run(script: string, env: Record<string, string | undefined>): Promise<string> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [script], { env, timeout: 30_000, stdio: ["ignore", "pipe", "inherit"] });
    let said = "";
    child.stdout.on("data", (part) => {
      said += part;
    });
    child.on("error", fail);
    child.on("close", () => done(said));
  });
}
