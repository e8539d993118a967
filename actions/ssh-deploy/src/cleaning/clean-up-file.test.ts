import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { cleanUp, stepsOf } from "./clean-up.ts";
import { openJournal, readJournal } from "./clean-up-file.ts";
import type { CleanUp } from "./journal.ts";

const HOST = { name: "a", alias: "host-0", address: "a.example.com", port: 22, user: "deploy", jumps: [] };
const PLAN: CleanUp = {
  onCancel: "rollback",
  hosts: [{ host: HOST, variables: { JESSY_PATH: "/srv/api", TOKEN: "secret" } }],
  scripts: { rollback: "r", finish: "f", unlock: "u" },
};
const SWITCHED = { locked: ["a"], switched: ["a"], isCommitted: false };

let folder: string;

beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), "jessy-journal-")), "gate");
});

afterEach(() => rmSync(join(folder, ".."), { recursive: true, force: true }));

describe("what a run keeps for its clean-up", () => {
  test("is read as it was written last, and is for its owner alone", () => {
    const journal = openJournal(folder, PLAN);
    expect(readJournal(folder)).toEqual({ plan: PLAN, entry: { locked: [], switched: [], isCommitted: false } });
    journal.write({ locked: ["a"], switched: [], isCommitted: false });
    journal.write(SWITCHED);
    expect(readJournal(folder)).toEqual({ plan: PLAN, entry: SWITCHED });
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
  });

  test("is gone when nothing is left, and not read from the run before", () => {
    const journal = openJournal(folder, PLAN);
    journal.write(SWITCHED);
    openJournal(folder, PLAN);
    expect(readJournal(folder)?.entry).toEqual({ locked: [], switched: [], isCommitted: false });
    journal.remove();
    expect(readJournal(folder)).toBeUndefined();
    expect(readdirSync(folder)).toEqual([]);
  });

  test("that is not ours is an error, and no script", () => {
    openJournal(folder, PLAN);
    writeFileSync(join(folder, "progress.json"), `{"locked":"a"}`);
    expect(() => readJournal(folder)).toThrow("its hosts may still be locked");
  });

  test("is never there in half", () => {
    const journal = openJournal(folder, PLAN);
    journal.write(SWITCHED);
    chmodSync(folder, 0o700);
    writeFileSync(join(folder, "progress.json.new"), `{"locked":["a"`);
    expect(readJournal(folder)?.entry).toEqual(SWITCHED);
    expect(existsSync(join(folder, "clean-up.json"))).toBe(true);
  });
});

describe("what is left to do on a host", () => {
  const locked = { locked: ["a"], switched: [], isCommitted: false };
  test.each([
    ["that was not locked", { ...locked, locked: [] }, "rollback", ""],
    ["that was not switched", locked, "rollback", "unlock"],
    ["that was switched", SWITCHED, "rollback", "rollback unlock"],
    ["that was switched and is to be left so", SWITCHED, "leave", "unlock"],
    ["of a fleet that passed all gates", { ...SWITCHED, isCommitted: true }, "rollback", "finish unlock"],
    [
      "of a fleet that passed all gates, whatever was asked",
      { ...SWITCHED, isCommitted: true },
      "leave",
      "finish unlock",
    ],
  ] as const)("%s", (_, entry, onCancel, steps) => {
    expect(stepsOf({ onCancel }, entry, "a").join(" ")).toBe(steps);
  });

  const ended = (exitCode: number, facts = {}) => ({ kind: "exited", exitCode, facts, tail: "", duration: 1 }) as const;

  test("stays locked when it could not be taken back", async () => {
    const ran: string[] = [];
    const results = await cleanUp(PLAN, SWITCHED, async (_, { title, environment }) => {
      ran.push(`${title} ${environment.TOKEN}`);
      return ended(title === "rollback" ? 1 : 0);
    });
    expect(ran).toEqual(["rollback secret"]);
    expect(results).toEqual([{ host: "a", isDone: false, note: "the rollback ended with exit code 1" }]);
  });

  test("is nothing when another run has taken it over", async () => {
    const results = await cleanUp(PLAN, SWITCHED, async () => ended(0, { lock: "other" }));
    expect(results).toEqual([{ host: "a", isDone: true, note: "unlocked already, or taken over by another run" }]);
  });
});
