import fc from "fast-check";
import { expect, test } from "vitest";
import made from "./fixtures/pep440.json" with { type: "json" };
import { comparePep440, printPep440, readPep440 } from "./pep440.ts";

const versions = made.versions.map(([text, normal, rank]) => ({
  text: String(text),
  normal: String(normal),
  rank: Number(rank),
}));

test("versions have the normal form that Python's packaging gives them", () => {
  expect(versions.length).toBeGreaterThan(300);
  for (const { text, normal } of versions) expect([text, printPep440(readPep440(text)!)]).toEqual([text, normal]);
});

test("versions stand in the order that Python's packaging gives them", () => {
  const all = versions.map(({ text, rank }) => ({ text, rank, version: readPep440(text)! }));
  for (const a of all)
    for (const b of all) {
      const order = Math.sign(comparePep440(a.version, b.version));
      if (order !== Math.sign(a.rank - b.rank)) expect.fail(`${a.text} against ${b.text}: ${order}`);
    }
});

test("what packaging refuses is not a version", () => {
  expect(made.invalid.length).toBeGreaterThan(20);
  for (const text of made.invalid) expect([text, readPep440(text)]).toEqual([text, undefined]);
});

test("any text is a version whose normal form reads the same, or none", () => {
  const text = fc.oneof(fc.string(), fc.stringMatching(/^v?\d[\d.!+_a-z-]{0,20}$/));
  fc.assert(
    fc.property(text, (any) => {
      const read = readPep440(any);
      if (read !== undefined) expect(readPep440(printPep440(read))).toEqual(read);
    }),
  );
});
