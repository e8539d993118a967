import type { Observation, Round } from "@jessy-actions/deployment/checks/round";
import { afterEach, describe, expect, test, vi } from "vitest";
import { exampleCheck } from "../../../../packages/deployment/testing/outcomes.ts";
import { closedPort, ScriptedServer } from "../../../../packages/kit/testing/scripted-server.ts";
import type { Probing } from "./probing.ts";
import { askInRounds, latestStart, type RoundCourse } from "./rounds.ts";

const servers: ScriptedServer[] = [];

afterEach(async () => {
  vi.restoreAllMocks();
  for (const server of servers.splice(0)) await server.close();
});

async function started(server: Promise<ScriptedServer>): Promise<ScriptedServer> {
  servers.push(await server);
  return server;
}

const healthy = (address = "127.0.0.1", port = 0) =>
  started(ScriptedServer.http((response) => response.end(), { address, port }));

/** What came of each question of each round: a status, or the name of a failure. */
async function rounds(asked: Partial<Probing>, count: number): Promise<string[][]> {
  const seen: string[][] = [];
  await askInRounds(
    probing(asked),
    course(({ end, observations }) => {
      seen.push(observations.map(shown));
      return seen.length < count ? end + 10 : undefined;
    }),
  );
  return seen;
}

/** @param decide when the next round begins. */
function course(decide: (round: Round) => number | undefined): RoundCourse {
  let next: number | undefined = 0;
  return {
    get next() {
      return next;
    },
    add(round) {
      next = decide(round);
    },
  };
}

const probing = (asked: Partial<Probing>): Probing => ({
  checks: [],
  pins: new Map(),
  eachAddress: false,
  family: undefined,
  certificateAuthority: undefined,
  allowsMetadata: false,
  deadline: 60_000,
  ...asked,
});

const shown = ({ check, address, outcome }: Observation) =>
  `${check}${address === undefined ? "" : `@${address}`} ${outcome.kind === "answer" ? outcome.status : outcome.failure}`;

describe("rounds", () => {
  test("see a service that flaps as it is, by a new connection each time", async () => {
    let asked = 0;
    const server = await started(
      ScriptedServer.http((response) => response.writeHead(asked++ % 2 === 0 ? 200 : 503).end()),
    );
    const checks = [exampleCheck({ url: server.url() })];
    expect((await rounds({ checks }, 4)).flat()).toEqual(["0 200", "0 503", "0 200", "0 503"]);
    expect(server.connections()).toBe(4);
  });

  test("see a port that opens", async () => {
    const port = await closedPort();
    const checks = [exampleCheck({ url: `http://127.0.0.1:${port}/` })];
    const seen: string[] = [];
    const opening = course(({ end, observations }) => {
      seen.push(...observations.map(shown));
      if (seen.length === 2) void healthy("127.0.0.1", port);
      return seen.at(-1) === "0 200" ? undefined : end + 20;
    });
    await askInRounds(probing({ checks }), opening);
    expect([seen[0], seen[1], seen.at(-1)]).toEqual(["0 refused", "0 refused", "0 200"]);
  });

  test("look a name up each time: it appears, and then leads elsewhere", async () => {
    const first = await healthy("127.0.2.1");
    const answers = [undefined, "127.0.2.1", "127.0.2.2"];
    vi.spyOn(process.getBuiltinModule("node:dns"), "lookup").mockImplementation(((
      _: string,
      __: object,
      done: (...args: readonly unknown[]) => void,
    ) => {
      const address = answers.shift();
      if (address === undefined) done(Object.assign(new Error(), { code: "ENOTFOUND" }));
      else done(null, [{ address, family: 4 }]);
    }) as never);
    const checks = [exampleCheck({ url: first.url("/", "app.test") })];
    expect((await rounds({ checks }, 3)).flat()).toEqual(["0 name", "0 200", "0 refused"]);
  });

  test("ask every pinned address, each by the name of the URL", async () => {
    const first = await healthy("127.0.2.1");
    const second = await started(
      ScriptedServer.http((response) => response.writeHead(500).end(), { address: "127.0.2.2", port: first.port }),
    );
    const checks = [exampleCheck({ url: first.url("/health", "app.test") })];
    const pins = new Map([["app.test", ["127.0.2.1", "127.0.2.2"]]]);
    expect(await rounds({ checks, pins }, 1)).toEqual([["0@127.0.2.1 200", "0@127.0.2.2 500"]]);
    expect([first, second].map(({ requests }) => requests[0]?.headers.host)).toEqual(
      [first, second].map(({ port }) => `app.test:${port}`),
    );
  });

  test("ask every address of a name, by both families", async () => {
    const server = await healthy();
    await healthy("::1", server.port);
    vi.spyOn(process.getBuiltinModule("node:dns"), "lookup").mockImplementation(((
      _: string,
      __: object,
      done: (...args: readonly unknown[]) => void,
    ) =>
      done(null, [
        { address: "::1", family: 6 },
        { address: "127.0.0.1", family: 4 },
      ])) as never);
    const checks = [
      exampleCheck({ url: server.url("/", "localhost") }),
      exampleCheck({ url: server.url("/", "127.0.0.1") }),
    ];
    expect(await rounds({ checks, eachAddress: true }, 1)).toEqual([
      ["0@::1 200", "0@127.0.0.1 200", "1@127.0.0.1 200"],
    ]);
  });

  test("of 50 checks at 20 addresses ask a thousand times, 32 at once, in the order of the list", async () => {
    const open = { now: 0, most: 0 };
    const server = await started(
      ScriptedServer.http(
        (response) => {
          open.most = Math.max(open.most, ++open.now);
          setTimeout(() => response.end(), 1).unref();
          response.on("close", () => open.now--);
        },
        { address: "0.0.0.0" },
      ),
    );
    const addresses = Array.from({ length: 20 }, (_, at) => `127.0.3.${at + 1}`);
    const checks = Array.from({ length: 50 }, (_, at) => exampleCheck({ url: server.url(`/${at}`, "app.test") }));
    const [seen] = await rounds({ checks, pins: new Map([["app.test", addresses]]) }, 1);
    expect(seen).toEqual(checks.flatMap((_, at) => addresses.map((address) => `${at}@${address} 200`)));
    expect(open.most).toBeGreaterThan(1);
    expect(open.most).toBeLessThanOrEqual(32);
  });

  test("end at the deadline, whatever hangs, and say so", async () => {
    const server = await started(ScriptedServer.raw(() => undefined));
    const checks = [exampleCheck({ url: server.url() }), exampleCheck({ url: server.secureUrl() })];
    const messages: string[] = [];
    const endless = course(({ observations }) => {
      for (const { outcome } of observations) messages.push(outcome.kind === "failure" ? outcome.message : "");
      return 0;
    });
    await askInRounds(probing({ checks, deadline: 100 }), endless);
    expect(messages[0]).toMatch(/^no answer from 127\.0\.0\.1:\d+ within 0\.\d+ s, when the deadline was over$/);
    expect(messages[1]).toMatch(/^no TLS handshake with .*, when the deadline was over$/);
  });

  test("ask once even with a deadline of zero", async () => {
    const server = await healthy();
    const seen: number[] = [];
    const endless = course(({ observations }) => {
      seen.push(observations.length);
      return 0;
    });
    await askInRounds(probing({ checks: [exampleCheck({ url: server.url() })], deadline: 0 }), endless);
    expect(seen).toEqual([1]);
  });

  test("use what is left before the deadline: a pause that is too long is cut", async () => {
    const server = await healthy();
    const at: number[] = [];
    const late = course((round) => {
      at.push(round.at);
      return 1_000_000;
    });
    await askInRounds(probing({ checks: [exampleCheck({ url: server.url() })], deadline: 1000 }), late);
    expect(at).toHaveLength(2);
  });

  test.each([
    [0, 0],
    [1000, 900],
    [9990, 8991],
    [10_000, 9000],
    [120_000, 119_000],
  ])("of a deadline of %i ms begin at %i ms at the latest", (deadline, latest) => {
    expect(latestStart(deadline)).toBe(latest);
  });
});
