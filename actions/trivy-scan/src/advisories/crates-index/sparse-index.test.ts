import type { ServerResponse } from "node:http";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { LoopbackServer } from "../../../../../packages/local-runner/src/github/loopback-server.ts";
import { recordedLog } from "../../../../../packages/local-runner/testing/recorded-log.ts";
import { openSparseIndex } from "./sparse-index.ts";

let server: LoopbackServer;
let requests: string[];
let answers: Map<string, (response: ServerResponse) => void>;
let busy: { now: number; most: number };

const text =
  (body: string | Uint8Array, status = 200) =>
  (response: ServerResponse) =>
    response.writeHead(status).end(body);
const line = (name: string, vers: string, yanked = false) => `${JSON.stringify({ name, vers, yanked })}\n`;

beforeEach(async () => {
  server = await LoopbackServer.start();
  requests = [];
  busy = { now: 0, most: 0 };
  answers = new Map([["/config.json", text('{"dl":"https://static.crates.io/crates"}')]]);
  server.onRequest(async ({ url = "", headers }, response) => {
    requests.push(url);
    expect(headers).not.toHaveProperty("authorization");
    busy.most = Math.max(busy.most, ++busy.now);
    await new Promise((resolve) => setTimeout(resolve, 2));
    busy.now--;
    (answers.get(url) ?? text("", 404))(response);
  });
});

afterEach(() => server.close());

const open = (location = server.url) => openSparseIndex(location, { log: recordedLog() }, { sleep: async () => {} });

test("each crate is asked about once, at the place that the index has for it", async () => {
  answers.set("/se/rd/serde", text(line("serde", "1.0.0") + line("serde", "1.0.1", true)));
  answers.set("/in/fl/inflector", text(line("Inflector", "0.1.0")));
  const index = await open();
  expect(index.about).toEqual({
    name: "crates-index",
    version: null,
    updatedAt: null,
    origin: new URL(server.url).host,
  });
  const { answers: said, refusals } = await index.ask(["serde", "Inflector", "serde", "gone"]);
  await index.ask(["serde", "gone"]);
  expect(requests.toSorted()).toEqual(["/config.json", "/go/ne/gone", "/in/fl/inflector", "/se/rd/serde"]);
  expect(said.get("serde")).toEqual(
    new Map([
      ["1.0.0", false],
      ["1.0.1", true],
    ]),
  );
  // The index says that it has no such crate.
  expect(said.get("gone")).toEqual(new Map());
  expect(refusals).toEqual(new Map());
});

test.each(["/", "//", "/index", "/index/"])("an address that ends in %j", async (end) => {
  const path = end.replace(/\/+$/, "");
  answers = new Map([
    [`${path}/config.json`, text('{"dl":"x"}')],
    [`${path}/1/a`, text(line("a", "1.0.0"))],
  ]);
  const index = await open(`sparse+${server.url}${end}`);
  expect((await index.ask(["a"])).answers.get("a")?.size).toBe(1);
});

test("not more than some at once", async () => {
  const crates = Array.from({ length: 100 }, (_, at) => `crate-${at}`);
  const { answers: said } = await (await open()).ask(crates);
  expect(said.size).toBe(100);
  expect(busy.most).toBeLessThanOrEqual(16);
  expect(busy.most).toBeGreaterThan(1);
});

test("an index that stumbles is asked again", async () => {
  const faults = [text("", 503), text("", 429), (response: ServerResponse) => response.destroy()];
  answers.set("/1/a", (response) => (faults.shift() ?? text(line("a", "1.0.0")))(response));
  const { answers: said } = await (await open()).ask(["a"]);
  expect(said.get("a")?.size).toBe(1);
  expect(requests).toHaveLength(5);
});

describe("a crate without an answer that can be used is refused by its reason, never green", () => {
  test.each<[string, (response: ServerResponse) => void, string]>([
    ["an outage", text("", 503), "The index of crates.io (127.0.0.1:"],
    ["a refusal", text("no", 403), "gave no answer about a: status 403"],
    ["a redirect", (response) => response.writeHead(302, { location: "https://example.com/" }).end(), "status 302"],
    [
      "half an answer",
      (response) => response.writeHead(200, { "content-length": 99 }).end("x", () => response.destroy()),
      "gave no answer about a: ",
    ],
    ["a line that was cut off", text(line("a", "1.0.0").slice(0, 20)), "the answer is not valid JSON on line 1"],
    ["another crate", text(line("b", "1.0.0")), "the answer is about another crate on line 1"],
    ["nothing", text(""), "the answer is empty"],
    ["more than there can be", text(Buffer.alloc(50_000_001)), "the answer is larger than 50 MB"],
  ])("%s", async (_, answer, reason) => {
    answers.set("/1/a", answer);
    const { answers: said, refusals } = await (await open()).ask(["a"]);
    expect(said.has("a")).toBe(false);
    expect(refusals.get("a")).toContain(reason);
  });

  test("a name that would lead elsewhere is never asked about", async () => {
    const { refusals } = await (await open()).ask(["../../x", "a?b"]);
    expect([...refusals.values()]).toEqual(["is not a name that crates.io has", "is not a name that crates.io has"]);
    expect(requests).toEqual(["/config.json"]);
  });

  test("names and answers that cannot be used do not stand for an index that is down", async () => {
    const odd = ["a?b", "c d", "e/f", "g#h"];
    for (const crate of ["a", "b", "c", "d"]) answers.set(`/1/${crate}`, text("{"));
    answers.set("/1/e", text(line("e", "1.0.0")));
    const { answers: said, refusals } = await (await open()).ask([...odd, "a", "b", "c", "d", "e"]);
    expect([said.size, refusals.size]).toEqual([1, 8]);
  });

  test("once an index is down the rest is not asked about", async () => {
    const crates = Array.from({ length: 100 }, (_, at) => `crate-${at}`);
    for (const crate of crates) answers.set(`/cr/at/${crate}`, text("", 403));
    const { refusals } = await (await open()).ask(crates);
    expect(refusals.size).toBe(100);
    expect(requests.length).toBeLessThan(40);
    expect(refusals.get("crate-99")).toBe("was not asked about, after others got no answer");
  });
});

describe("what is not an index is an error of the input", () => {
  test.each<[string, (response: ServerResponse) => void, string]>([
    ["a place without its configuration", text("", 404), "does not say that it is one: status 404"],
    ["a page", text("<html>"), "does not say that it is one: its answer cannot be used"],
    ["another configuration", text("{}"), "its answer cannot be used: `dl` is not a string but missing"],
  ])("%s", async (_, answer, message) => {
    answers.set("/config.json", answer);
    await expect(open()).rejects.toThrow(message);
    await expect(open()).rejects.toThrow("; correct `crates-index`, or leave it empty");
  });

  test.each([
    "http://index.crates.io",
    "http://127.0.0.1.example.com",
    "ftp://127.0.0.1/",
    "https://user:secret@index.crates.io",
    "https://index.crates.io/?a=b",
    "https://",
  ])("%s", async (location) => {
    await expect(open(location)).rejects.toThrow(
      /^input `crates-index` is .*; write `https:\/\/index\.crates\.io`, or/,
    );
    expect(requests).toEqual([]);
  });
});
