import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { Servers } from "../../packages/kit/testing/probing.ts";
import { closedPort, ScriptedServer } from "../../packages/kit/testing/scripted-server.ts";
import { SERVICE, SERVICE_AUTHORITY } from "../../packages/kit/testing/service-certificates.ts";
import { SmokeScenario } from "./smoke-scenario.ts";

/** Services on this machine, right and wrong, as smoke-test sees them when it is shipped. */

const OLD = "1111111111111111111111111111111111111111";
const QUICK = { interval: "100ms" };
/** For what never passes. */
const BRIEF = { interval: "100ms", deadline: "1s" };
const TOKEN = "s3cr3t-Token-of-the-health-page";

let scenario: SmokeScenario;
const servers = new Servers();

beforeEach(async () => {
  scenario = await SmokeScenario.start();
});

afterEach(async () => {
  await servers.close();
  await scenario.close();
});

/** @param commits what its health page shows, request by request; the last one from then on. */
function service(commits: readonly string[], address = "127.0.0.1", port = 0): Promise<ScriptedServer> {
  let at = 0;
  return servers.start(
    ScriptedServer.http(
      (response) => {
        const commit = commits[Math.min(at++, commits.length - 1)];
        response.setHeader("content-type", "application/json").end(JSON.stringify({ status: "ok", commit }));
      },
      { address, port },
    ),
  );
}

describe("a service that is healthy", () => {
  test("takes one line, and is asked three times", async () => {
    const server = await service(["x"]);
    const { exitCode, outputs, result } = await scenario.run({ url: server.url("/health"), ...QUICK });
    expect([exitCode, outputs.get("verdict"), result?.verdict]).toEqual([0, "pass", "pass"]);
    expect([server.requests.length, server.connections()]).toEqual([3, 3]);
  });

  test("by TLS of a private authority, with days left", async () => {
    const server = await servers.start(ScriptedServer.http((response) => response.end(), { tls: SERVICE.valid }));
    const { exitCode, result } = await scenario.run({
      url: server.secureUrl("/", "localhost"),
      "certificate-authority": SERVICE_AUTHORITY,
      "tls-days": "30",
      passes: "1",
    });
    expect([exitCode, result?.checks[0]?.last[0]?.tlsDays]).toEqual([0, expect.any(Number)]);
  });

  test("at pinned addresses, whatever proxy the machine has", async () => {
    const server = await service(["x"]);
    const { exitCode } = await scenario.run(
      { url: server.url("/", "app.invalid"), addresses: "127.0.0.1", passes: "1" },
      { env: { http_proxy: `http://127.0.0.1:${await closedPort()}` } },
    );
    expect([exitCode, server.requests[0]?.headers.host]).toEqual([0, `app.invalid:${server.port}`]);
  });
});

describe("a deployment", () => {
  test("is waited for until the new version is served, and holds", async () => {
    const server = await service([OLD, OLD, scenario.sha]);
    const { exitCode, outputs, result } = await scenario.run({
      url: server.url("/version"),
      version: scenario.sha,
      "version-at": "$.commit",
      ...QUICK,
    });
    expect([exitCode, outputs.get("served-version")]).toEqual([0, scenario.sha]);
    expect(result?.checks[0]?.history).toEqual(["failed", "failed", "passed", "passed", "passed"]);
    expect(result?.checks[0]?.versions.map(({ version }) => version)).toEqual([OLD, scenario.sha]);
  });

  test("that one of two hosts has missed is red, and names the host", async () => {
    const fresh = await service([scenario.sha], "127.0.2.1");
    await service([OLD], "127.0.2.2", fresh.port);
    const { exitCode, outputs, result, summary } = await scenario.run({
      url: fresh.url("/version", "app.invalid"),
      version: scenario.sha,
      "version-at": "$.commit",
      addresses: "127.0.2.1\n127.0.2.2",
      ...BRIEF,
    });
    expect([exitCode, outputs.get("verdict"), outputs.get("served-version")]).toEqual([1, "fail", ""]);
    expect(result?.checks[0]?.last.map(({ address, version }) => [address, version])).toEqual([
      ["127.0.2.1", scenario.sha],
      ["127.0.2.2", OLD],
    ]);
    expect(summary).toContain("127.0.2.2");
  });
});

describe("a service that is not healthy", () => {
  test("and hangs: red at the deadline", async () => {
    const server = await servers.start(ScriptedServer.raw(() => undefined));
    const { exitCode, outputs, result } = await scenario.run({ url: server.url(), ...BRIEF });
    expect([exitCode, outputs.get("verdict"), result?.end]).toEqual([1, "fail", "deadline"]);
  });

  test("and whose certificate has expired: red at once, since no waiting mends it", async () => {
    const server = await servers.start(ScriptedServer.http((response) => response.end(), { tls: SERVICE.expired }));
    const { exitCode, result, summary } = await scenario.run({
      url: server.secureUrl("/", "localhost"),
      "certificate-authority": SERVICE_AUTHORITY,
    });
    expect([exitCode, result?.end, result?.rounds.length]).toEqual([1, "hopeless", 1]);
    expect(summary).toContain("expired on 2021-03-04");
  });

  test("and whose name nobody knows: inconclusive, which is told apart", async () => {
    const inputs = { url: "http://nothing.invalid/", ...BRIEF };
    const { exitCode, outputs } = await scenario.run(inputs);
    expect([exitCode, outputs.get("verdict")]).toEqual([1, "inconclusive"]);
    const warned = await scenario.run({ ...inputs, "on-inconclusive": "warn" });
    expect([warned.exitCode, warned.outputs.get("verdict")]).toEqual([0, "inconclusive"]);
  });

  test("and answers with markup and commands: they stay text", async () => {
    const body =
      '<script>alert(1)</script>\n```\n::error::planted\n::set-output name=verdict::pass\n@octocat </details> "';
    const server = await servers.start(
      ScriptedServer.http((response) => response.writeHead(500, { "content-type": "text/html" }).end(body)),
    );
    const { outputs, summary, log, annotations } = await scenario.run({ url: server.url(), ...BRIEF });
    expect(outputs.get("verdict")).toBe("fail");
    // The excerpt's fence is longer than any in it.
    expect(summary).toContain(`\`\`\`\`\n${body}\n\`\`\`\``);
    expect(summary.replace(body, "")).not.toMatch(/<script|@octocat/);
    expect(log).not.toMatch(/::error::planted|::set-output/);
    expect(annotations.filter(({ message }) => message === "planted")).toEqual([]);
  });

  test("and leads to the metadata service: refused, by any way", async () => {
    const server = await servers.start(
      ScriptedServer.http((response) => response.writeHead(302, { location: "http://[::ffff:a9fe:a9fe]/" }).end()),
    );
    const { exitCode, outputs, result } = await scenario.run({
      "on-inconclusive": "warn",
      checks: `http://169.254.169.254/latest\n${server.url()} redirect=follow`,
    });
    expect([exitCode, outputs.get("verdict"), result?.end]).toEqual([1, "fail", "hopeless"]);
    for (const { last } of result?.checks ?? [])
      expect(last[0]?.problems[0]?.message).toContain("is a cloud's metadata service");
  });
});

describe("credentials", () => {
  test("reach the service, and nothing else, not even when it shows them", async () => {
    const other = await service(["x"]);
    const server = await servers.start(
      ScriptedServer.http((response, { path, headers }) => {
        if (path === "/moved") response.writeHead(302, { location: other.url("/", "localhost") }).end();
        else response.writeHead(500, { "x-echo": headers.authorization }).end(`you sent ${headers.authorization}`);
      }),
    );
    const header = "  headers:\n    Authorization: Bearer ${API_TOKEN}";
    const { exitCode, traces } = await scenario.run(
      {
        checks: `- url: ${server.url("/echo")}\n${header}\n- url: ${server.url("/moved")}\n  redirect: follow\n${header}`,
        ...BRIEF,
      },
      { env: { API_TOKEN: TOKEN } },
    );
    expect(exitCode).toBe(1);
    expect(server.requests[0]?.headers.authorization).toBe(`Bearer ${TOKEN}`);
    expect(other.requests.length).toBeGreaterThan(0);
    expect(other.requests.every(({ headers }) => headers.authorization === undefined)).toBe(true);
    expect(traces).not.toContain(TOKEN);
    expect(traces).not.toContain(btoa(TOKEN));
  });
});

test("no check at all is an error", async () => {
  const { exitCode, annotations } = await scenario.run({ checks: "# nothing yet\n" });
  expect(exitCode).toBe(1);
  expect(annotations.map(({ message }) => message).join()).toContain("nothing would be judged");
});

test("a cancelled run ends while it waits for an answer", async () => {
  const cancel = new AbortController();
  const server = await servers.start(ScriptedServer.raw(() => cancel.abort()));
  const { outcome } = await scenario.run({ url: server.url() }, { signal: cancel.signal });
  expect(outcome).toBe("cancelled");
});
