import { expect, test } from "vitest";
import { decodeText } from "./text.ts";

test.each([
  ["UTF-8", Buffer.from("a\u00b5"), "a\u00b5"],
  ["UTF-8 with BOM", Buffer.from("\ufeffa\u00b5"), "a\u00b5"],
  ["UTF-16, little", Buffer.from("\ufeffa\u00b5", "utf16le"), "a\u00b5"],
  ["UTF-16, big", Buffer.from("\ufeffa\u00b5", "utf16le").swap16(), "a\u00b5"],
  ["UTF-16, cut in the middle of a letter", Buffer.from("\ufeffa\u00b5", "utf16le").subarray(0, 5), "a\ufffd"],
  ["UTF-16, half of a pair", Buffer.from("\ufeffa\ud83d", "utf16le"), "a\ufffd"],
  ["a second BOM, which is a letter", Buffer.from("\ufeff\ufeffa"), "\ufeffa"],
  ["no UTF-8", Buffer.from([0x61, 0xff]), "a\ufffd"],
  ["a BOM alone", Buffer.from([0xff, 0xfe]), ""],
  ["half of a BOM", Buffer.from([0xff]), "\ufffd"],
  ["nothing", Buffer.alloc(0), ""],
])("text of %s", (_, bytes, text) => {
  expect(decodeText(bytes)).toBe(text);
});
