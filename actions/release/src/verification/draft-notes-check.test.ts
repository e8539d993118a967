import { expect, test } from "vitest";
import { checkDraftNotes } from "./draft-notes-check.ts";

const FOUND = "The draft has notes that somebody wrote or edited";

test.each([
  ["keep", undefined, []],
  ["replace", undefined, []],
  ["keep", "", [`${FOUND}: they and its title are kept; \`draft-notes: replace\` takes this run's`]],
  ["replace", "By hand", [`${FOUND}: they are replaced, and this report has them`]],
] as const)("`draft-notes: %s`, and somebody wrote %j", (draftNotes, somebodys, messages) => {
  expect(checkDraftNotes({ draftNotes }, somebodys)).toEqual(
    messages.map((message) => ({ subject: "notes", state: "warning", message })),
  );
});
