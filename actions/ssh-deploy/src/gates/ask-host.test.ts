import { chmodSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Host } from "@jessy-actions/deployment/hosts/host";
import { afterEach, describe, expect, test } from "vitest";
import { hostShells, type Shell } from "../../../../packages/deployment/testing/shells.ts";
import { ScriptedServer } from "../../../../packages/kit/testing/scripted-server.ts";
import { checkOf } from "../../testing/check-of.ts";
import { shellRemote } from "../../testing/shell-remote.ts";
import type { Gate } from "../inputs.ts";
import { type Asking, askHost } from "./ask-host.ts";

const HOST: Host = { name: "h", alias: "host-1", address: "127.0.0.1", port: 22, user: "u", jumps: [] };
const ASKING: Asking = {
  version: undefined,
  environmentVariables: {},
  project: undefined,
  timeout: 5000,
  now: Date.now(),
  signal: new AbortController().signal,
};
const SHELLS = hostShells();
const BASH = SHELLS.find(({ name }) => name === "bash")!;

const cleanUps: (() => unknown)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
});

async function serving(...args: Parameters<typeof ScriptedServer.http>): Promise<ScriptedServer> {
  const server = await ScriptedServer.http(...args);
  cleanUps.push(() => server.close());
  return server;
}

function http(line: string): Gate & { kind: "http"; from: "host" } {
  return { kind: "http", from: "host", check: checkOf(line) };
}

const ask = (shell: Shell, gate: Parameters<typeof askHost>[0], changes: Partial<Asking> = {}) =>
  askHost(gate, HOST, shellRemote(shell), { ...ASKING, ...changes });

/** A machine that has only some of this one's programs. */
function only(...programs: string[]): Shell {
  const folder = mkdtempSync(join(tmpdir(), "jessy-programs-"));
  cleanUps.push(() => rmSync(folder, { recursive: true }));
  const basic = ["bash", "sh", "mktemp", "rm", "head", "tail", "cat", "od", "tr", "cp"];
  for (const name of [...basic, ...programs]) {
    const path = ["/usr/bin", "/bin"]
      .map((place) => join(place, name))
      .find((each) => readdirSync(join(each, "..")).includes(name));
    if (path !== undefined) symlinkSync(path, join(folder, name));
  }
  return { name: "few programs", command: ["/bin/bash"], searchPath: folder };
}

describe.each(SHELLS)("over HTTP, under $name", (shell) => {
  test("an answer passes, and a status that is not asked for does not", async () => {
    let status = 200;
    const server = await serving((response) => response.writeHead(status).end('{"status":"it\'s \\"up\\""}'));
    const gate = http(`http://127.0.0.1:${server.port}/health`);
    expect(await ask(shell, gate)).toMatchObject({ problem: undefined, seen: "200", status: 200 });
    status = 503;
    expect(await ask(shell, gate)).toMatchObject({
      problem: "the status is 503, not 200 to 299",
      status: 503,
      isFinal: false,
    });
  });

  test("nothing listens there", async () => {
    const server = await serving(() => undefined);
    const { port } = server;
    await server.close();
    const finding = await ask(shell, http(`http://127.0.0.1:${port}/`));
    expect(finding).toMatchObject({ seen: "refused", status: null });
    expect(finding.problem).toMatch(/refused|connect/i);
  });

  test("an answer that never comes", async () => {
    const server = await serving(() => undefined);
    const finding = await ask(shell, http(`http://127.0.0.1:${server.port}/ timeout=1s`));
    expect(finding).toMatchObject({ seen: "timeout", status: null });
  });

  test("a body without end is cut", async () => {
    const server = await serving((response) => {
      response.writeHead(200);
      const fill = () => {
        while (response.write("x".repeat(65_536)));
        response.once("drain", fill);
      };
      response.on("error", () => undefined);
      fill();
    });
    const finding = await ask(shell, http(`http://127.0.0.1:${server.port}/`));
    expect(finding).toMatchObject({ problem: undefined, status: 200 });
    expect(finding.body).toHaveLength(4000);
  });

  test("the version that a host tells", async () => {
    const server = await serving((response) => response.writeHead(200).end('{"commit":"abc1234"}'));
    const gate = http(`http://127.0.0.1:${server.port}/ version=$.commit`);
    expect(await ask(shell, gate, { version: "abc1234" })).toMatchObject({ problem: undefined });
    expect((await ask(shell, gate, { version: "def5678" })).problem).toMatch(/abc1234/);
  });
});

describe("over HTTP", () => {
  const TRICKY = `it's "quoted" \\ $(touch PWNED) \`id\` %`;

  test("curl gets method, headers and body as they are, and no secret in its arguments", async () => {
    const server = await serving((response) => response.writeHead(204).end());
    const check = {
      ...checkOf(`POST http://127.0.0.1:${server.port}/a?token=s3cret`),
      headers: [["X-Tricky", TRICKY]] as const,
      body: `${TRICKY}\nsecond\tline`,
    };
    expect(await ask(BASH, { kind: "http", from: "host", check })).toMatchObject({ problem: undefined, status: 204 });
    expect(server.requests).toMatchObject([
      { method: "POST", path: "/a?token=s3cret", headers: { "x-tricky": TRICKY }, body: `${TRICKY}\nsecond\tline` },
    ]);
  });

  test("a file beside the user's own .curlrc, a proxy and a redirect change nothing", async () => {
    const server = await serving((response, { path }) =>
      path === "/" ? response.writeHead(302, { location: "/there" }).end() : response.writeHead(200).end(),
    );
    const home = mkdtempSync(join(tmpdir(), "jessy-home-"));
    cleanUps.push(() => rmSync(home, { recursive: true }));
    writeFileSync(join(home, ".curlrc"), "location\n");
    const remote = shellRemote(BASH);
    const gate = http(`http://127.0.0.1:${server.port}/`);
    const finding = await askHost(
      gate,
      HOST,
      {
        run: (host, script) =>
          remote.run(host, {
            ...script,
            environment: { ...script.environment, HOME: home, http_proxy: "http://127.0.0.1:1" },
          }),
      },
      ASKING,
    );
    expect(finding).toMatchObject({ problem: "the status is 302, not 200 to 299, and leads to `/there`" });
    expect(server.requests).toHaveLength(1);
  });

  test("GNU wget where there is no curl: the body of an error, no redirect followed", async () => {
    const server = await serving((response, { path }) =>
      path === "/" ? response.writeHead(500).end("database is down") : response.writeHead(302, { location: "/" }).end(),
    );
    const shell = only("wget");
    expect(await ask(shell, http(`http://127.0.0.1:${server.port}/`))).toMatchObject({
      problem: "the status is 500, not 200 to 299",
      body: "database is down",
    });
    expect(await ask(shell, http(`http://127.0.0.1:${server.port}/moved`))).toMatchObject({ status: 302 });
    expect(server.requests).toHaveLength(2);
  });

  test.each([
    ["no program at all", [], "http://127.0.0.1:1/", "neither curl nor wget is on the host"],
    ["only wget, for a query", ["wget"], "http://127.0.0.1:1/?token=x", "wget would show the request"],
  ])("%s: asking again cannot help", async (_, programs, line, problem) => {
    const finding = await ask(only(...programs), http(line));
    expect(finding.problem).toContain(problem);
    expect(finding.isFinal).toBe(true);
  });

  test("only wget, for a header: it would be in its arguments", async () => {
    const check = { ...checkOf("http://127.0.0.1:1/"), headers: [["A", "b"]] as const };
    expect(await ask(only("wget"), { kind: "http", from: "host", check })).toMatchObject({ isFinal: true });
  });

  test("no file is left on the host", async () => {
    const folder = mkdtempSync(join(tmpdir(), "jessy-left-"));
    cleanUps.push(() => rmSync(folder, { recursive: true }));
    const remote = shellRemote(BASH);
    const run: typeof remote.run = (host, script) =>
      remote.run(host, { ...script, environment: { ...script.environment, TMPDIR: folder } });
    await askHost(http("http://127.0.0.1:1/"), HOST, { run }, ASKING);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe.each(SHELLS)("a port, under $name", (shell) => {
  test("that takes connections, and one that does not", async () => {
    const server = await serving(() => undefined);
    expect(await ask(shell, { kind: "tcp", from: "host", port: server.port })).toMatchObject({ problem: undefined });
    await server.close();
    expect(await ask(shell, { kind: "tcp", from: "host", port: server.port })).toMatchObject({
      problem: "nothing takes connections",
    });
  });
});

describe("a command", () => {
  test.each<[string, string, Partial<Asking>, string | undefined]>([
    ["that succeeds", "true", {}, undefined],
    ["that fails", "echo why; exit 3", {}, "exit code 3"],
    ["that fails in the middle", "false; true", {}, "exit code 1"],
    ["with a variable", '[ "$NAME" = "a b" ]', { environmentVariables: { NAME: "a b" } }, undefined],
    ["that tells the version", "fact version abc1234", { version: "abc1234" }, undefined],
    ["that tells another one", "fact version old", { version: "abc1234" }, "the version is `old`, not `abc1234`"],
    ["that hangs", "sleep 60", { timeout: 100 }, "no answer in 100 ms"],
  ])("%s", async (_, script, changes, problem) => {
    expect(await ask(BASH, { kind: "command", script }, changes)).toMatchObject({ problem });
  });

  test("its last lines are kept", async () => {
    expect(await ask(BASH, { kind: "command", script: "echo why; exit 3" })).toMatchObject({ log: "why" });
  });
});

test("a lost connection is no answer", async () => {
  const run = async () => ({ kind: "lost", message: "broken pipe", tail: "", duration: 1 }) as const;
  expect(await askHost({ kind: "command", script: ":" }, HOST, { run }, ASKING)).toMatchObject({
    problem: "the connection to the host was lost: broken pipe",
    isFinal: false,
  });
});

describe("the health of a container", () => {
  const gate: Gate = { kind: "health", container: "api.v1" };

  /** A docker that has these containers by name, or by service. */
  function docker(byName: string, byService: string, inspect = ""): Shell {
    const shell = only();
    const file = join(shell.searchPath, "docker");
    writeFileSync(
      file,
      `#!/bin/bash\nif [ "$1" = ps ]; then case "$*" in *'name=^/?api\\.v1$'*) echo '${byName}' ;; *service=api.v1*project=shop*) echo '${byService}' ;; esac\nelif [[ "$*" == *Output* ]]; then echo 'connection refused'; else printf '%s\\n' '${inspect}'; fi\n`,
    );
    chmodSync(file, 0o755);
    return shell;
  }

  test.each<[string, string, string, string, object]>([
    ["healthy", "c1", "", "running 0 healthy", { problem: undefined, seen: "healthy" }],
    ["without a health check", "c1", "", "running 0 none", { problem: undefined, seen: "running" }],
    ["of a service", "", "c1 c2", "running 0 healthy\nrunning 0 healthy", { problem: undefined, seen: "healthy" }],
    [
      "of which one starts",
      "",
      "c1 c2",
      "running 0 healthy\nrunning 0 starting",
      { problem: "the container is starting" },
    ],
    [
      "unhealthy",
      "c1",
      "",
      "running 0 unhealthy",
      { problem: "the container is unhealthy", log: "connection refused" },
    ],
    ["exited", "c1", "", "exited 3 none", { problem: "the container is exited", identity: "3" }],
    ["that nobody has", "", "", "", { problem: "no container or service is called api.v1" }],
  ])("%s", async (_, byName, byService, inspect, expected) => {
    expect(await ask(docker(byName, byService, inspect), gate, { project: "shop" })).toMatchObject(expected);
  });

  test("docker is not there", async () => {
    expect(await ask(only(), gate)).toMatchObject({ problem: "docker is not on the host", isFinal: true });
  });
});
