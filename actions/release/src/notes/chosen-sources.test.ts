import { expect, test } from "vitest";
import type { Inputs, NotesSource } from "../inputs.ts";
import { chooseSources } from "./chosen-sources.ts";

test.each<[Inputs["notes"], string | undefined, readonly NotesSource[]]>([
  ["auto", undefined, ["commits"]],
  ["auto", "# Changelog", ["changelog"]],
  ["auto", "", ["changelog"]],
  [["github", "file"], undefined, ["github", "file"]],
  [["commits"], "# Changelog", ["commits"]],
])("`notes: %j` with the changelog %j: %j", (notes, changelog, sources) => {
  expect(chooseSources(notes, changelog)).toEqual(sources);
});
