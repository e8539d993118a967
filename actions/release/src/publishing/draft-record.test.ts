import { expect, test } from "vitest";
import { COMMIT, OTHER_COMMIT } from "../../testing/facts.ts";
import { notesOfSomebody, recordedCommit, withoutRecord, withRecord } from "./draft-record.ts";

const record = (sha: string) => `<!-- jessy-actions: the files are of ${sha} -->`;

test.each<[string, string | null, string | undefined, string | undefined]>([
  ["nothing", null, undefined, undefined],
  ["a branch", "notes", "main", undefined],
  ["a target", "notes", COMMIT, COMMIT],
  ["a record", withRecord("notes", COMMIT), "main", COMMIT],
  ["a record before the target", withRecord("notes", COMMIT), OTHER_COMMIT, COMMIT],
  ["a record of SHA-256", withRecord("", "e".repeat(64)), undefined, "e".repeat(64)],
  ["one that GitHub gave carriage returns", `notes\r\n\r\n${record(COMMIT)}\r\n`, "main", COMMIT],
  ["one that is not at the end", `${record(OTHER_COMMIT)}\nnotes`, COMMIT, COMMIT],
  ["notes that forge one: the last one counts", withRecord(`${record(OTHER_COMMIT)}\n\nx`, COMMIT), "main", COMMIT],
  ["a short id", record("abc"), "main", undefined],
])("a draft with %s", (_, body, target, commit) => {
  expect(recordedCommit({ body, ...(target !== undefined && { target_commitish: target }) })).toBe(commit);
});

test("a record is replaced, and taken away again", () => {
  const text = withRecord(withRecord("notes", OTHER_COMMIT), COMMIT);
  expect(text).toBe(`notes\n\n<!-- jessy-actions: the files are of ${COMMIT}, the notes ab5aa97074c454a0 -->`);
  expect(withoutRecord(text)).toBe("notes");
});

test.each([
  [124_889, true],
  [124_890, false],
])("of %i characters of notes, a record has room: %s", (length, fits) => {
  const text = withRecord("x".repeat(length), COMMIT);
  expect([text.length, recordedCommit({ body: text })]).toEqual(fits ? [125_000, COMMIT] : [length, undefined]);
});

test("a body of blank lines and broken records is read at once", () => {
  expect(withoutRecord("\n".repeat(1_000_000))).toHaveLength(1_000_000);
  expect(recordedCommit({ body: "<!-- jessy-actions: the files are of ".repeat(100_000) })).toBeUndefined();
});

test.each<[name: string, body: string | null, somebodys: string | undefined]>([
  ["nothing", null, undefined],
  ["blanks", " \n", undefined],
  ["our notes", withRecord("notes", COMMIT), undefined],
  ["our notes with other line ends", withRecord("a\nb", COMMIT).replaceAll("\n", "\r\n"), undefined],
  ["our notes, edited", withRecord("notes", COMMIT).replace("notes\n", "notes, edited\n"), "notes, edited"],
  ["notes without a record", "by hand", "by hand"],
  ["notes of this run without a record", "this run", undefined],
  ["kept notes", withRecord("by hand", COMMIT, false), "by hand"],
  ["a record alone", withRecord("", COMMIT), undefined],
])("a draft with %s", (_, body, somebodys) => {
  expect(notesOfSomebody({ draft: true, body }, "this run")).toBe(somebodys);
  expect(notesOfSomebody({ draft: false, body }, "this run")).toBeUndefined();
});
