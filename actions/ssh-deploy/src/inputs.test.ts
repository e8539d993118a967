import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { InputReader } from "@jessy-actions/kit/runner/inputs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { askedInputs, declaredInputs } from "../../../packages/local-runner/testing/action-inputs.ts";
import { inputsOf, problemsOf } from "../testing/written-inputs.ts";
import { readInputs } from "./inputs.ts";

const LEAST = { hosts: "deploy@api-1.example.com", path: "/srv/api", agent: "/run/agent.sock" };
const MINUTE = 60_000;

const declared = parse(readFileSync(new URL("../action.yml", import.meta.url), "utf8")) as {
  inputs: Record<string, { default?: string; description: string }>;
};

test("every input that is read is in action.yml with the default that it has, and the other way round", async () => {
  expect(await askedInputs(readInputs)).toEqual(declaredInputs(resolve(import.meta.dirname, "..")));
  const written = Object.entries(declared.inputs).flatMap(([name, { default: value }]) =>
    value === undefined || name === "github-token" ? [] : [[name, value]],
  );
  expect(inputsOf({ ...LEAST, ...Object.fromEntries(written) })).toEqual(inputsOf(LEAST));
});

test("every key that the description of `gates` names is one that a gate takes", () => {
  const keys = [...declared.inputs.gates!.description.matchAll(/`([a-z-]+)=`/g)].map(([, key]) => key!);
  const values: Readonly<Record<string, string>> = { status: "200", version: "$.commit", timeout: "2s" };
  expect(keys).toContain("contains");
  for (const key of keys)
    expect(
      problemsOf({ ...LEAST, version: "1", gates: `http://x/ version=body\nhttp://x/ ${key}=${values[key] ?? "x"}` }),
    ).toEqual([]);
});

test("the least that can be written", () => {
  expect(inputsOf(LEAST)).toMatchObject({
    hosts: [{ address: "api-1.example.com", user: "deploy", port: 22, jumps: [] }],
    ssh: { privateKey: "", agent: "/run/agent.sock", hostKeys: "" },
    deploy: { mode: "files", source: ".", exclude: [], transfer: "auto", shared: [], keep: 5, activate: "" },
    path: "/srv/api",
    environmentVariables: {},
    secretValues: [],
    gates: [],
    gateTiming: { deadline: MINUTE, interval: 1000, passes: 3 },
    version: undefined,
    fleet: { canary: 0, soak: 0, batches: [{ percent: 100 }], pause: 0, maxFailures: { hosts: 0 } },
    lock: { name: "deploy", wait: 10 * MINUTE, staleAfter: 360 * MINUTE },
    record: "auto",
    environment: "",
    timeouts: { connect: 15_000, script: 10 * MINUTE, total: 30 * MINUTE },
    dryRun: false,
    onCancel: "rollback",
  });
});

test("all problems are named at once", () => {
  expect(problemsOf({ mode: "docker", timeout: "1d", batches: "0" })).toEqual([
    "input `hosts` is missing; write, for example, `hosts: deploy@api-1.example.com`",
    "input `timeout` is `1d`; write a duration from `1m` to `350m`",
    "input `private-key` is empty, and there is no `agent`; is the secret set in the repository, and spelt like this?",
    "input `image` is missing; write, for example, `image: ghcr.io/acme/api@sha256:...`",
    "input `container` is missing; write, for example, `container: api`",
    "input `path` is missing; write, for example, `path: /srv/api`",
    "input `batches` has `0`; write numbers or percentages above 0, such as `1, 25%, 100%`",
  ]);
});

const DOCKER = { mode: "docker", image: "ghcr.io/acme/api:1", container: "api" };

describe("what is read", () => {
  test.each<[string, Record<string, string>, object]>([
    ["batches", { batches: "1, 25%\n100%" }, { fleet: { batches: [{ hosts: 1 }, { percent: 25 }, { percent: 100 }] } }],
    ["failures in hosts", { "max-failures": "2" }, { fleet: { maxFailures: { hosts: 2 } } }],
    ["failures in per cent", { "max-failures": "10%" }, { fleet: { maxFailures: { percent: 10 } } }],
    ["a slash at the end of the path", { path: "/srv/api//" }, { path: "/srv/api" }],
    ["a path in the home", { path: "apps/api" }, { path: "apps/api" }],
    [
      "variables, and those that are secret by input or by name",
      { env: "A=1\n# no\n\nAPI_TOKEN=t0ken value \nB=x=y", secrets: "KEY<<END\nline 1\n  line 2\nEND\nC=" },
      {
        environmentVariables: { A: "1", API_TOKEN: "t0ken value ", B: "x=y", KEY: "line 1\n  line 2", C: "" },
        secretValues: ["t0ken value ", "line 1\n  line 2"],
      },
    ],
    [
      "an image that must be signed",
      { ...DOCKER, "verify-image": "signature", "verify-identity": "https://github.com/acme/api/**" },
      {
        deploy: {
          image: {
            verify: "signature",
            identity: "https://github.com/acme/api/**",
            issuer: "https://token.actions.githubusercontent.com",
          },
        },
      },
    ],
    ["an image without a word on verification", DOCKER, { deploy: { image: { verify: "digest", keys: [] } } }],
    [
      "a Compose project",
      { mode: "compose" },
      { deploy: { mode: "compose", files: ["compose.yaml"], image: undefined } },
    ],
    [
      "own commands",
      { mode: "command", switch: "./deploy.sh", rollback: "./back.sh" },
      { deploy: { mode: "command", switch: "./deploy.sh", rollback: "./back.sh", serving: "" } },
    ],
  ])("%s", (_, written, expected) => {
    expect(inputsOf({ ...LEAST, ...written })).toMatchObject(expected);
  });
});

describe("gates", () => {
  test.each<[string, object]>([
    [
      "http://127.0.0.1:8080/health",
      { kind: "http", from: "host", check: { name: "GET /health", method: "GET", timeout: 5000, redirect: "none" } },
    ],
    [
      "runner HEAD https://api.example.com/ 2xx,301 timeout=500ms",
      {
        kind: "http",
        from: "runner",
        check: {
          method: "HEAD",
          timeout: 500,
          expect: {
            statuses: [
              { from: 200, to: 299 },
              { from: 301, to: 301 },
            ],
          },
        },
      },
    ],
    [
      'http://127.0.0.1/ contains="all is well" $.status=up',
      {
        check: {
          expect: {
            body: [{ matcher: { kind: "contains", value: "all is well" } }],
            json: [{ path: { text: "$.status" }, matcher: { kind: "equals", value: "up" } }],
          },
        },
      },
    ],
    ["tcp 5432", { kind: "tcp", from: "host", port: 5432 }],
    ["runner tcp 443", { kind: "tcp", from: "runner", port: 443 }],
    ["command systemctl is-active api", { kind: "command", script: "systemctl is-active api" }],
  ])("%s", (line, expected) => {
    expect(inputsOf({ ...LEAST, gates: line }).gates).toMatchObject([expected]);
  });

  test.each<[string, object]>([
    ["$.build['git sha'][0]", { in: "json", path: { segments: ["build", "git sha", 0] } }],
    ["header:X-Version", { in: "header", name: "X-Version" }],
    ["body", { in: "body" }],
  ])("where a host tells its version: %s", (place, expected) => {
    const { gates } = inputsOf({ ...LEAST, version: "abc", gates: `http://127.0.0.1/ version="${place}"` });
    expect(gates[0]).toMatchObject({ check: { expect: { version: expected } } });
  });

  test("a deadline that is shorter than the time of an answer limits it", () => {
    const { gates } = inputsOf({ ...LEAST, gates: "http://127.0.0.1/", "gate-deadline": "3s" });
    expect(gates).toMatchObject([{ check: { timeout: 3000 } }]);
  });

  const YAML = `
# All that must hold.
- tcp 5432
- url: http://127.0.0.1:8080/health
  headers: {Authorization: "Bearer \${API_TOKEN}"}
  expect: {json: {$.status: up}}
- {from: runner, tcp: 443}
- health: api
- command: |
    test -e ready
    test -e steady
`;

  test("as YAML, with a header from a secret, which is hidden", () => {
    const written = { ...LEAST, ...DOCKER, secrets: "API_TOKEN=t0ken-of-ours", gates: YAML };
    const { gates, secretValues } = inputsOf(written);
    expect(gates).toMatchObject([
      { kind: "tcp", from: "host", port: 5432 },
      {
        kind: "http",
        from: "host",
        check: { name: "GET /health", headers: [["Authorization", "Bearer t0ken-of-ours"]] },
      },
      { kind: "tcp", from: "runner", port: 443 },
      { kind: "health", container: "api" },
      { kind: "command", script: "test -e ready\ntest -e steady\n" },
    ]);
    expect(secretValues).toEqual(["t0ken-of-ours"]);
  });

  test.each<[string, string]>([
    ["ftp://x/", "has the line `ftp://x/`: it has `ftp://x/` where the address stands"],
    ["http://u:p4ss@x/", "has the line `http://...@x/`: "],
    ["http://x/ 99", "it has `99`; write a status"],
    ["http://x/ stat=200", "the key `stat` is not known"],
    ["http://x/ timeout=0s", "`timeout`"],
    ["http://x/ version=$..a", "`version`"],
    ["http://x/ optional", "a gate that may fail is none"],
    ["http://x/ redirect=follow", "on the host a redirect is the answer"],
    ["https://x/ tls-days=9", "`tls-days` is seen from the runner alone"],
    ["tcp 70000", "the port is `70000`; write a number from 1 to 65535"],
    ["tcp", "the port is ``; write a number from 1 to 65535"],
    ["health", "it names no container or service; write `health api`"],
    ["health $(id)", "it names no container or service; write `health api`"],
    ["command", "it has no command; write `command systemctl is-active api`"],
    ["runner health api", "`health` is asked on the host, not from the runner"],
    [
      "http://x/ timeout=90s",
      "has a `timeout=` that is longer than `gate-deadline`, after which no answer counts; write at most 60000 ms",
    ],
    ["- {tcp: 1, health: api}", "a gate is one of `url`, `tcp`, `health` and `command`"],
    ["- {tcp: 1, timeout: 5s}", "beside `tcp` only `from` may stand"],
    ["- {url: http://x/, from: moon}", "line 1: `from` is `host` or `runner`"],
    ["- [tcp, 1]", "input `gates` cannot be used: line 1: a gate is a map"],
    ["- {}", "line 1: a gate is one of `url`, `tcp`, `health` and `command`, and it has none of them"],
    ["tpc 80", "has the line `tpc 80`: `tpc` is no gate; write an address, `tcp PORT`"],
    ["healthy", "`healthy` is no gate; write"],
    ["# later", "input `gates` has no gates, so nothing would be judged; write one a line"],
    ["[]", "input `gates` has no gates"],
    [
      "http://x/ latency=10s",
      "`latency` is 10000 ms, and a request ends after 5000 ms; write a longer `timeout` beside",
    ],
    ["- {url: http://x/", "is not valid YAML"],
    ["- {url: http://x/, headers: {A: '${NO}'}}", "cannot be asked: the check `GET /` needs the variable `NO`"],
    [Array.from({ length: 21 }, (_, at) => `tcp ${at + 1}`).join("\n"), "has 21 gates; write at most 20"],
  ])("%s is wrong", (line, problem) => {
    const problems = problemsOf({ ...LEAST, ...DOCKER, gates: line }).join("\n");
    expect(problems).toContain(problem);
    expect(problems).not.toContain("p4ss");
  });
});

describe("the time of one request", () => {
  const timeoutOf = (written: Record<string, string>) =>
    inputsOf({ ...LEAST, "gate-passes": "1", ...written }).gates.map(
      (gate) => gate.kind === "http" && gate.check.timeout,
    );

  test.each<[string, string, number]>([
    ["2s", "http://x/", 2000],
    ["4999ms", "http://x/", 4999],
    ["5s", "- url: http://x/", 5000],
    ["2s", "- http://x/", 2000],
    ["1m", "http://x/", 5000],
    ["1m", "http://x/ timeout=20s", 20_000],
  ])("gates that have %s, asked by %s", (deadline, gates, timeout) => {
    expect(timeoutOf({ "gate-deadline": deadline, gates })).toEqual([timeout]);
  });
});

describe("times that nobody wrote end with the deployment", () => {
  test.each<[string, Record<string, string>]>([
    ["left out", {}],
    ["as the runner hands over defaults", { "script-timeout": "10m", "lock-wait": "10m", "gate-deadline": "1m" }],
  ])("%s", (_, written) => {
    expect(inputsOf({ ...LEAST, timeout: "1m", ...written })).toMatchObject({
      timeouts: { script: 60_000, total: 60_000 },
      lock: { wait: 60_000 },
      gateTiming: { deadline: 60_000 },
    });
  });

  test.each(["script-timeout", "lock-wait", "gate-deadline"])("%s that was written is an error", (name) => {
    expect(problemsOf({ ...LEAST, timeout: "2m", [name]: "3m" }).join()).toContain(
      `input \`${name}\` is longer than \`timeout\``,
    );
  });
});

describe("what is wrong", () => {
  test.each<[string, Record<string, string>, string]>([
    ["path: the root", { path: "/" }, "input `path` is `/`, a folder of the system"],
    ["path: of the system", { path: "/etc/" }, "input `path` is `/etc/`, a folder of the system"],
    ["path: home by a tilde", { path: "~/api" }, "and `~` is not read there; write `api`"],
    ["path: up", { path: "/srv/../etc" }, "which leads through `.` or `..`"],
    ["path: an option", { path: "-rf" }, "which looks like an option"],
    ["path: hidden characters", { path: "/srv/a\u202epi" }, "characters that cannot be seen"],
    ["an input of another mode", { image: "a/b:1" }, "input `image` is for `mode: compose` and `mode: docker`"],
    ["source out of the workspace", { source: "../x" }, "input `source` has `../x`; write a relative path"],
    ["shared out of the release", { shared: "/etc/x" }, "input `shared` has `/etc/x`; write a relative path"],
    ["keep one", { keep: "1" }, "input `keep` is `1`; write a whole number from 2 to 1000"],
    ["all fail and it passes", { "max-failures": "100%" }, "a deployment that failed everywhere would pass"],
    [
      "no number of failures",
      { "max-failures": "few" },
      "input `max-failures` is `few`; write a number or a percentage",
    ],
    [
      "the canary is everything",
      { canary: "1" },
      "input `canary` is 1, and `hosts` has 1: no host would be left to follow it; write less",
    ],
    ["soak without a canary", { soak: "1m" }, "nothing is watched"],
    ["pause without batches", { pause: "1m" }, "all hosts are switched at once"],
    ["soak beyond the end", { canary: "0", soak: "2h" }, "is longer than `timeout`"],
    [
      "passes that do not fit",
      { gates: "tcp 1", "gate-interval": "30s" },
      "is 60000 ms and ends before 3 answers can be asked, 30000 ms apart; raise it",
    ],
    ["a host twice", { hosts: "u@a\nu@a" }, "input `hosts`: "],
    ["a host with an option", { hosts: "-oProxyCommand=x" }, "input `hosts`: "],
    ["a jump with a blank in it", { jump: "u@$(id)" }, "input `jump`: "],
    ["a version that nobody tells", { gates: "tcp 1", version: "abc" }, "no gate says where a host tells its version"],
    ["a place without a version", { gates: "http://x/ version=body" }, "input `version` is empty, and a gate says"],
    ["health without containers", { gates: "health api" }, "asks for the health of a container, and `mode` is `files`"],
    ["no way back", { mode: "command", switch: "x", gates: "tcp 1" }, "a host whose gate fails could not go back"],
    ["a lock that is a path", { lock: "a/b" }, "input `lock` is `a/b`; write a name of letters"],
    ["a passphrase alone", { "private-key": " ", passphrase: "x" }, "and `private-key` is empty"],
    ["a key for no jump", { "jump-key": "x" }, "input `jump-key` is set, and `jump` is empty"],
    ["an agent that is no path", { agent: "sock" }, "the absolute path of an agent's socket"],
    ["a record of nothing", { record: "required", "github-token": "t" }, "`environment` is empty, and `record`"],
    [
      "an address with a password",
      { "environment-url": "https://a:b@c/" },
      "has a user name or password in its address",
    ],
    ["a probe of a file", { "probe-url": "file:///x" }, "input `probe-url` is `file:///x`; write an address"],
    ["a variable of the shell", { env: "IFS=x" }, "sets `IFS`, which is one that the shell keeps for itself"],
    [
      "a variable that changes the shell",
      { env: "BASH_ENV=x" },
      "sets `BASH_ENV`, which the shell or this action sets",
    ],
    ["variables that are too long", { env: `A=${"x".repeat(100_001)}` }, "sets `A` to more than 100 kB"],
    [
      "variables that are too long together",
      { secrets: ["A", "B", "C"].map((name) => `${name}=${"x".repeat(90_000)}`).join("\n") },
      "and `secrets` have more than 256 kB",
    ],
    ["a public key", { "private-key": "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI" }, "input `private-key` is a public key"],
    ["no certificate", { "private-key": "x", certificate: "x" }, "input `certificate` "],
    [
      "a host key by MD5",
      { "host-keys": "MD5:00:11:22:33:44:55:66:77:88:99:aa:bb:cc:dd:ee:ff" },
      "line 1 is an MD5 fingerprint",
    ],
    ["a variable of ours", { secrets: "JESSY_HOST=x" }, "sets `JESSY_HOST`, which the shell or this action sets"],
    ["a variable twice", { env: "A=1", secrets: "A=2" }, "sets `A`, and so does `env`"],
    ["a variable without an end", { env: "A<<END\nx" }, "has no line with the end of `A` alone"],
    ["no variable", { env: "A=1\ns3cret" }, "has a line 2 that is not `NAME=value`"],
    ["signed by anybody", { ...DOCKER, "verify-image": "signature" }, "a signature of just anybody proves nothing"],
    ["a key and no check", { ...DOCKER, "verify-key": "x" }, "is set, and `verify-image` is `digest`"],
    ["an image that is no reference", { ...DOCKER, image: "A B" }, "input `image`: "],
    ["half a login", { ...DOCKER, "registry-username": "x" }, "input `registry-password` is empty"],
    ["an option that is ours", { ...DOCKER, run: "--name=x" }, "has `--name=x`, which this action sets itself"],
    ["not an option", { ...DOCKER, run: "busybox" }, "has `busybox`; write one option a line"],
    ["a container with a blank", { ...DOCKER, container: "a b" }, "input `container` has `a b`"],
    ["verification without an image", { mode: "compose", "verify-image": "signature" }, "is set, and `image` is not"],
  ])("%s", (_, written, problem) => {
    expect(problemsOf({ ...LEAST, ...written }).join("\n")).toContain(problem);
  });

  test("no message quotes a line of variables that may be a secret", () => {
    expect(problemsOf({ ...LEAST, secrets: "s3cret line" }).join()).not.toContain("s3cret");
  });

  test("secrets are in no debug log", () => {
    const written = {
      ...LEAST,
      "private-key": "s3cret-a",
      passphrase: "s3cret-b",
      env: "A=s3cret-c",
      secrets: "B=s3cret-d",
    };
    const reader = new InputReader(
      Object.fromEntries(Object.entries(written).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
    );
    readInputs(reader);
    expect(reader.described.join()).not.toContain("s3cret");
  });
});
