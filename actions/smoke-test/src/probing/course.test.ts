import type { Check } from "@jessy-actions/deployment/checks/check";
import { Course } from "@jessy-actions/deployment/checks/course";
import { afterEach, describe, expect, test } from "vitest";
import { exampleCheck } from "../../../../packages/deployment/testing/outcomes.ts";
import { Servers } from "../../../../packages/kit/testing/probing.ts";
import { ScriptedServer } from "../../../../packages/kit/testing/scripted-server.ts";
import type { Probing } from "./probing.ts";
import { askInRounds, type RoundCourse } from "./rounds.ts";

/** Real answers, judged: what a deployment looks like from outside. */

const OLD = "1111111111111111111111111111111111111111";
const NEW = "2222222222222222222222222222222222222222";
const version = { in: "json", path: { text: "$.commit", segments: ["commit"] } } as const;

const servers = new Servers();

afterEach(() => servers.close());

/** @param commits what a health page shows, request by request; the last one from then on. */
const releases = (commits: readonly (string | undefined)[], address = "127.0.0.1", port = 0) => {
  let at = 0;
  return servers.start(
    ScriptedServer.http(
      (response) => {
        const commit = commits[Math.min(at++, commits.length - 1)];
        if (commit === undefined) response.writeHead(503).end("starting");
        else response.setHeader("content-type", "application/json").end(JSON.stringify({ commit }));
      },
      { address, port },
    ),
  );
};

/** @param limit rounds after which a course that goes on is left. */
async function run(
  checks: readonly Check[],
  { pins = new Map(), limit = 100 }: Partial<Probing> & { limit?: number } = {},
) {
  const deadline = 60_000;
  const course = new Course(checks, { version: NEW, started: Date.now(), deadline, interval: 5 });
  const limited: RoundCourse = {
    get next() {
      return course.rounds.length < limit ? course.next : undefined;
    },
    add: (round) => course.add(round),
  };
  const rest = { eachAddress: false, family: undefined, certificateAuthority: undefined, allowsMetadata: false };
  await askInRounds({ checks, pins, deadline, ...rest }, limited);
  const last = course.rounds.at(-1)!.observations;
  return {
    end: course.end ?? "none",
    rounds: course.rounds.length,
    versions: course.rounds.map((round) => round.observations.map((one) => one.version?.[0] ?? "-").join("")),
    problems: last.flatMap(({ problems }) => problems.map(({ kind }) => kind)),
  };
}

describe("a deployment", () => {
  test("that is slow to start, serves the old version for a while, and then the new one", async () => {
    const server = await releases([undefined, undefined, OLD, OLD, NEW]);
    const { end, versions } = await run([exampleCheck({ url: server.url(), expect: { version } })]);
    expect([end, versions]).toEqual(["held", ["-", "-", "1", "1", "2", "2", "2"]]);
  });

  test("that answers 200 with the old version for ever is not deployed", async () => {
    const server = await releases([OLD]);
    const { end, problems } = await run([exampleCheck({ url: server.url(), expect: { version } })], { limit: 4 });
    expect([end, problems]).toEqual(["none", ["version"]]);
  });

  test("that flaps between both versions never holds", async () => {
    const server = await releases(Array.from({ length: 1000 }, (_, at) => (at % 2 === 0 ? NEW : OLD)));
    const { end, rounds } = await run([exampleCheck({ url: server.url(), expect: { version } })], { limit: 9 });
    expect([end, rounds]).toEqual(["none", 9]);
  });

  test("of two hosts, of which one still serves the old version", async () => {
    const fresh = await releases([NEW], "127.0.2.1");
    await releases([OLD], "127.0.2.2", fresh.port);
    const checks = [exampleCheck({ url: fresh.url("/", "app.test"), expect: { version } })];
    const pins = new Map([["app.test", ["127.0.2.1", "127.0.2.2"]]]);
    const { end, versions, problems } = await run(checks, { pins, limit: 4 });
    expect([end, versions.at(-1), problems]).toEqual(["none", "21", ["version"]]);
  });

  test("of two hosts that switch one after the other", async () => {
    const first = await releases([OLD, NEW], "127.0.2.1");
    await releases([OLD, OLD, OLD, NEW], "127.0.2.2", first.port);
    const checks = [exampleCheck({ url: first.url("/", "app.test"), expect: { version } })];
    const pins = new Map([["app.test", ["127.0.2.1", "127.0.2.2"]]]);
    const { end, versions } = await run(checks, { pins });
    expect([end, versions]).toEqual(["held", ["11", "21", "21", "22", "22", "22"]]);
  });
});

describe("an answer", () => {
  test.each<[string, number, Readonly<Record<string, string>>, string, Partial<Check["expect"]>, readonly string[]]>([
    [
      "of the home page for a path of the API",
      200,
      { "content-type": "text/html" },
      "<!doctype html>",
      { contentType: "application/json" },
      ["content-type"],
    ],
    ["that is empty where a version is asked for", 204, {}, "", { version }, ["version"]],
    ["that a cache has", 304, {}, "", {}, ["status"]],
    ["that leads elsewhere", 302, { location: "https://sso.example/login" }, "", {}, ["status"]],
    ["of a router that has not learned of it", 404, {}, "", {}, ["status"]],
  ])("%s is not what was asked for", async (_, status, headers, body, expected, kinds) => {
    const server = await servers.start(
      ScriptedServer.http((response) => response.writeHead(status, headers).end(body)),
    );
    const { problems } = await run([exampleCheck({ url: server.url(), expect: expected })], { limit: 1 });
    expect(problems).toEqual(kinds);
  });

  test("with credentials that are refused ends it at once", async () => {
    const server = await servers.start(ScriptedServer.http((response) => response.writeHead(401).end()));
    const check = exampleCheck({ url: server.url(), headers: [["Authorization", "Bearer x"]] });
    expect(await run([check])).toMatchObject({ end: "hopeless", rounds: 1 });
  });
});
