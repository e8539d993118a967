import { expect, test } from "vitest";
import type { Annotation } from "../report/report.ts";
import { selectAnnotations } from "./annotations.ts";

const warning = (at: number): Annotation => ({ level: "warning", message: String(at), importance: at });

test.each([
  [9, 9, 0],
  [10, 10, 0],
  [11, 10, 1],
])("of %d of a level %d are shown", (count, shown, omitted) => {
  const selected = selectAnnotations(Array.from({ length: count }, (_, at) => warning(at)));
  expect([selected.shown.length, selected.omitted]).toEqual([shown, omitted]);
  expect(selected.shown[0]?.message).toBe(String(count - 1));
});

test("each level has its own ten, errors first", () => {
  const levels = (["notice", "warning", "error"] as const).flatMap((level) =>
    Array.from({ length: 12 }, () => ({ level, message: "x" })),
  );
  const { shown } = selectAnnotations(levels);
  expect(shown.map(({ level }) => level)).toEqual([
    ...Array(10).fill("error"),
    ...Array(10).fill("warning"),
    ...Array(10).fill("notice"),
  ]);
});

test.each([4095, 4096, 4097])("a message of %d characters", (length) => {
  const message = selectAnnotations([{ level: "error", message: "x".repeat(length) }]).shown[0]?.message ?? "";
  expect(message.length).toBeLessThanOrEqual(4096);
  expect(message.endsWith(" ...")).toBe(length > 4096);
});

test("a cut never splits a character", () => {
  const message = selectAnnotations([{ level: "error", message: `${"x".repeat(4091)}😀😀😀` }]).shown[0]?.message ?? "";
  expect(message).toBe(`${"x".repeat(4091)} ...`);
});
