import type { Host } from "@jessy-actions/deployment/hosts/host";
import { describe, expect, test } from "vitest";
import { checkOf } from "../../testing/check-of.ts";
import type { GateEnd } from "../deploying/parts.ts";
import type { Gate, Inputs } from "../inputs.ts";
import type { Asking } from "./ask-host.ts";
import { type Finding, failed, PASSED } from "./finding.ts";
import { gateName } from "./gate-name.ts";
import { gatePasser } from "./pass-gate.ts";

const HOST: Host = { name: "h", alias: "host-1", address: "127.0.0.1", port: 22, user: "u", jumps: [] };
const GATE: Gate = { kind: "http", from: "host", check: checkOf("http://127.0.0.1/health") };
const DOWN = failed("the status is 503, not 200 to 299", { seen: "503", status: 503, body: "down", log: "x" });

interface Course {
  readonly end: GateEnd;
  readonly lines: readonly string[];
  readonly asked: readonly Asking[];
}

/** Asks a gate whose answers come in this order, the last one for ever; each takes 100 ms of a clock that nobody waits for. */
async function course(
  findings: readonly Finding[],
  timing: Partial<Inputs["gateTiming"]> = {},
  gate = GATE,
): Promise<Course> {
  let now = 0;
  const [lines, asked]: [string[], Asking[]] = [[], []];
  const pass = gatePasser(
    {
      version: undefined,
      environmentVariables: {},
      deploy: { mode: "compose", files: [], project: "", services: [], envFile: "", image: undefined },
      path: "/srv/shop",
      gateTiming: { deadline: 10_000, interval: 1000, passes: 3, ...timing },
    },
    {
      remote: { run: () => Promise.reject(new Error("not asked")) },
      release: "r1",
      clock: {
        now: () => now,
        wait: async (time) => {
          now += time;
        },
      },
      ask: async (_, __, asking) => {
        asked.push(asking);
        now += 100;
        return findings[Math.min(asked.length, findings.length) - 1]!;
      },
    },
  );
  const end = await pass(gate, HOST, { onLine: (line) => lines.push(line), signal: new AbortController().signal });
  return { end, lines, asked };
}

describe("a gate", () => {
  test("passes once it has passed as often in a row as asked for", async () => {
    const { end, lines, asked } = await course([{ ...PASSED, seen: "200" }]);
    expect(end).toEqual({ passed: true, note: "GET /health: 200 3 times in a row" });
    expect(asked).toHaveLength(3);
    expect(lines).toEqual(["GET /health: 200"]);
  });

  test("passes after a service has started, and each other answer is a line of the log", async () => {
    const starting = failed("connection refused");
    const { end, lines } = await course([starting, starting, DOWN, { ...PASSED, seen: "200" }]);
    expect(end).toEqual({ passed: true, note: "GET /health: 200 3 times in a row, asked 6 times" });
    expect(lines).toEqual([
      "GET /health: connection refused",
      "GET /health: the status is 503, not 200 to 299",
      "GET /health: 200",
    ]);
  });

  test("that flaps has not passed, and its failure is what is told", async () => {
    const flapping = Array.from({ length: 20 }, (_, at) => (at % 3 === 2 ? DOWN : PASSED));
    const { end } = await course(flapping);
    expect(end).toEqual({
      passed: false,
      message:
        "GET /health: the status is 503, not 200 to 299, asked 9 times in 8.9 s, passed at most 2 of 3 times in a row",
      status: 503,
      body: "down",
      log: "x",
    });
  });

  test("ends at its deadline, and the last question has only what is left of it", async () => {
    const { end, asked } = await course([DOWN], { deadline: 5000 });
    expect(end).toMatchObject({ passed: false, status: 503, body: "down", log: "x" });
    expect(asked.map(({ timeout }) => timeout)).toEqual([5000, 3900, 2800, 1700, 600]);
  });

  test("tells what was answered, not that its last question was cut off", async () => {
    const cut = failed("no answer in 600 ms", { isCut: true });
    expect((await course([DOWN, cut])).end).toMatchObject({ status: 503, message: expect.stringContaining("503") });
    expect((await course([cut])).end).toMatchObject({ message: expect.stringContaining("no answer in 600 ms") });
  });

  test("that began to pass just before its deadline has not passed", async () => {
    const { end } = await course([DOWN, DOWN, DOWN, PASSED], { deadline: 5000 });
    expect(end).toMatchObject({ passed: false });
  });

  test("that cannot pass is not asked again", async () => {
    const { end, asked } = await course([failed("curl is not on the host", { isFinal: true })]);
    expect(end).toMatchObject({ passed: false, message: "GET /health: curl is not on the host" });
    expect(asked).toHaveLength(1);
  });

  test("of a container that is started again and again has not passed, although it runs whenever it is looked at", async () => {
    const restarting = Array.from({ length: 30 }, (_, at) => ({ ...PASSED, seen: "running", identity: String(at) }));
    const { end } = await course(restarting, {}, { kind: "health", container: "api" });
    expect(end).toMatchObject({
      passed: false,
      message: expect.stringContaining("passed at most 1 of 3 times in a row"),
    });
  });

  test("takes more passes from its own check", async () => {
    const check = { ...checkOf("http://127.0.0.1/health"), passes: 5 };
    expect((await course([PASSED], {}, { kind: "http", from: "host", check })).asked).toHaveLength(5);
  });

  test("knows the Compose project by the path, and tells scripts what is deployed where", async () => {
    expect((await course([PASSED])).asked[0]).toMatchObject({
      project: "shop",
      environmentVariables: { JESSY_RELEASE: "r1", JESSY_HOST: "h", JESSY_PATH: "/srv/shop", JESSY_VERSION: "" },
    });
  });

  test("ends when the time of the deployment is over", async () => {
    const controller = new AbortController();
    const pass = gatePasser(
      {
        version: undefined,
        environmentVariables: {},
        deploy: { mode: "command", switch: ":", rollback: ":", serving: "" },
        path: "/srv/shop",
        gateTiming: { deadline: 10_000, interval: 1000, passes: 3 },
      },
      {
        remote: { run: () => Promise.reject(new Error("not asked")) },
        release: "r1",
        clock: {
          now: () => 0,
          wait: () => {
            controller.abort(new Error("over"));
            return Promise.reject(new Error("over"));
          },
        },
        ask: async () => DOWN,
      },
    );
    const end = await pass(GATE, HOST, { onLine: () => undefined, signal: controller.signal });
    expect(end).toMatchObject({
      passed: false,
      message: expect.stringContaining("when the time of the deployment was over"),
    });
  });
});

test.each<[Gate, string]>([
  [GATE, "GET /health"],
  [{ kind: "http", from: "runner", check: checkOf("HEAD http://127.0.0.1/a?b=s3cret") }, "HEAD /a from the runner"],
  [{ kind: "tcp", from: "runner", port: 443 }, "port 443 from the runner"],
  [{ kind: "tcp", from: "host", port: 5432 }, "port 5432"],
  [{ kind: "health", container: "api" }, "health of api"],
  [{ kind: "command", script: "  a\n  b " }, "a b"],
  [{ kind: "command", script: "x".repeat(61) }, `${"x".repeat(57)}...`],
])("%j is called %s", (gate, name) => expect(gateName(gate)).toBe(name));
