import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { blockId, blockList, blocksOf } from "./blocks.ts";

describe("blocks", () => {
  test("are all of it, in order, and none is larger or empty", () => {
    fc.assert(
      fc.property(fc.nat(1e9), fc.nat(50_000), fc.integer({ min: 1, max: 1e6 }), (start, length, size) => {
        const blocks = blocksOf({ start, end: start + length }, size);
        expect(blocks.reduce((at, block) => (block.start === at && block.end > at ? block.end : -1), start)).toBe(
          start + length,
        );
        expect(blocks.every((block) => block.end - block.start <= size)).toBe(true);
      }),
    );
  });

  test("are as many as a blob may have, and not more", () => {
    expect(blocksOf({ start: 0, end: 50_000 }, 1)).toHaveLength(50_000);
    const message = "a blob has at most 50000 blocks, and this has 50001";
    expect(() => blocksOf({ start: 0, end: 50_001 }, 1)).toThrow(message);
    expect(() => blocksOf({ start: 0, end: 1 }, 0)).toThrow("a blob has at most 50000 blocks");
  });
});

test("ids of one upload have one length that Azure takes, and keep their order", () => {
  const upload = "6f1f8f0e-0f2c-4a5b-9d3e-0123456789ab";
  const ids = [0, 1, 9, 10, 49_999].map((index) => blockId(upload, index));
  expect(new Set(ids.map((id) => id.length))).toEqual(new Set([64]));
  expect(ids.map((id) => Buffer.from(id, "base64").toString().slice(36))).toEqual([
    "000000000000",
    "000000000001",
    "000000000009",
    "000000000010",
    "000000049999",
  ]);
});

test("the list of blocks", () => {
  expect(blockList(["YQ==", "Yg=="])).toBe(
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><BlockList><Latest>YQ==</Latest><Latest>Yg==</Latest></BlockList>',
  );
});
