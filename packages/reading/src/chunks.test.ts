import { expect, test } from "vitest";
import { joinChunks, MAX_WHOLE_BYTES } from "./chunks.ts";
import { ReportError } from "./report-error.ts";

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

test.each([
  ["nothing", [], ""],
  ["an empty piece", [""], ""],
  ["one piece", ["abc"], "abc"],
  ["several, empty ones between them", ["a", "", "bc", ""], "abc"],
])("%s", (_, pieces, expected) => {
  expect(text(joinChunks(pieces.map((piece) => new TextEncoder().encode(piece))))).toBe(expected);
});

test.each([
  ["Uint8Array", (size: number) => new Uint8Array(size)],
  // A Buffer's `slice` is a view, not a copy.
  ["Buffer", (size: number) => Buffer.alloc(size)],
])("a %s that the caller fills again for each piece", (_, allocate) => {
  function* pieces(whole: string): Iterable<Uint8Array> {
    const buffer = allocate(3);
    for (let at = 0; at < whole.length; at += 3) {
      const { written } = new TextEncoder().encodeInto(whole.slice(at, at + 3), buffer);
      yield buffer.subarray(0, written);
    }
  }
  expect(text(joinChunks(pieces("abc")))).toBe("abc");
  expect(text(joinChunks(pieces("abcdefgh")))).toBe("abcdefgh");
});

test("more than can be one string is refused before it is copied", () => {
  let given = 0;
  function* endless(): Iterable<Uint8Array> {
    while (true) {
      given++;
      // Only its length is looked at: half a gigabyte would take its time.
      yield Object.defineProperty(new Uint8Array(1), "length", { value: MAX_WHOLE_BYTES + 1 });
    }
  }
  expect(() => joinChunks(endless())).toThrow(new ReportError("the report is larger than 500 MB; split it"));
  expect(given).toBe(1);
});
