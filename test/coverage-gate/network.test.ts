import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { hits, lcovOf, sourceOf } from "../demo-repository.ts";
import { Scenario } from "../scenario.ts";

/** Loaded into the action before its own code: notes every host that is connected to. */
const WATCH = `
const { appendFileSync } = require("node:fs");
const { Socket } = require("node:net");
const connect = Socket.prototype.connect;
Socket.prototype.connect = function (...args) {
  const options = Array.isArray(args[0]) ? args[0][0] : args[0];
  if (typeof options === "object" && options !== null) appendFileSync(process.env.WATCH_FILE, (options.host ?? options.path ?? "?") + "\\n");
  return connect.apply(this, args);
};
`;

let scenario: Scenario;
let folder: string;

beforeEach(async () => {
  scenario = await Scenario.start();
  folder = mkdtempSync(join(tmpdir(), "jessy-watch-"));
  writeFileSync(join(folder, "watch.cjs"), WATCH);
  writeFileSync(join(folder, "hosts"), "");
});

afterEach(async () => {
  rmSync(folder, { recursive: true });
  await scenario.close();
});

// The Codecov uploader of 2021 sent the environment to a stranger: ours talks to nobody else.
test("an action talks to nobody but the GitHub that it runs on", async () => {
  const env = { NODE_OPTIONS: `--require=${join(folder, "watch.cjs")}`, WATCH_FILE: join(folder, "hosts") };
  const base = scenario.repository.commit({ "src/a.rs": sourceOf(10) });
  scenario.repository.write({ "lcov.info": lcovOf({ "src/a.rs": hits(9, 1) }) });
  await scenario.runPush("main", { files: "lcov.info" }, { env });
  scenario.repository.commit({ "src/a.rs": sourceOf(12) });
  const pull = await scenario.openPullRequest(base);
  const result = await scenario.runPullRequest(pull, { files: "lcov.info" }, { env });
  expect(result.outcome).toBe("success");
  const hosts = new Set(readFileSync(join(folder, "hosts"), "utf8").trim().split("\n"));
  expect([...hosts]).toEqual(["127.0.0.1"]);
});
