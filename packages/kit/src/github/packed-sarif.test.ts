import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { packSarif } from "./packed-sarif.ts";

/** A file of so many results that do not compress. */
function write(results: number) {
  return {
    results,
    content: {
      *[Symbol.iterator]() {
        yield "[";
        for (let n = 0; n < results; n++) yield `"${createHash("sha512").update(`${n}`).digest("base64")}",`;
        yield "]";
      },
    },
  };
}

const text = (results: number): string => [...write(results).content].join("");

test("what fits is packed whole", async () => {
  const { written, gzip } = (await packSarif(write, 5_000))!;
  expect(written.results).toBe(5_000);
  expect(gunzipSync(gzip).toString()).toBe(text(5_000));
});

test("what does not fit has fewer results, and nearly as many as would", async () => {
  const limit = 100_000;
  const { written, gzip } = (await packSarif(write, 5_000, limit))!;
  expect(gzip.length).toBeLessThanOrEqual(limit);
  expect(gzip.length).toBeGreaterThan(limit * 0.9);
  expect(gunzipSync(gzip).toString()).toBe(text(written.results));
});

test("at the limit and one byte below", async () => {
  const { gzip } = (await packSarif(write, 10))!;
  expect((await packSarif(write, 10, gzip.length))!.written.results).toBe(10);
  expect((await packSarif(write, 10, gzip.length - 1))!.written.results).toBeLessThan(10);
});

test("what is too large without any result cannot be packed", async () => {
  expect(await packSarif(write, 10, 5)).toBeUndefined();
});

test("a result that is too large by itself ends with none", async () => {
  const large = (results: number) => ({ results, content: results === 0 ? ["[]"] : [text(1_000)] });
  expect((await packSarif(large, 3, 1_000))!.written.results).toBe(0);
});
