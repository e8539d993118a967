import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import fc from "fast-check";
import { expect, test } from "vitest";
import { CacheServiceClientJSON, type Rpc } from "./twirp-client.ts";

const GENERATED = resolve(
  import.meta.dirname,
  "../../../../node_modules/@actions/cache/lib/generated/results/api/v1/cache.twirp-client.js",
);
const generated = (await import(pathToFileURL(GENERATED).href)) as {
  readonly CacheServiceClientJSON: typeof CacheServiceClientJSON;
};

type Method = "CreateCacheEntry" | "FinalizeCacheEntryUpload" | "GetCacheEntryDownloadURL";
const METHODS: readonly Method[] = ["CreateCacheEntry", "FinalizeCacheEntryUpload", "GetCacheEntryDownloadURL"];
const REQUEST = { key: "k", version: "v", sizeBytes: "7", restoreKeys: ["a", "b"] };

/** What a client sends, and what it makes of the answer or of its fault. */
async function course(Client: typeof CacheServiceClientJSON, method: Method, request: typeof REQUEST, answer: unknown) {
  const sent: unknown[] = [];
  const rpc: Rpc = {
    request: async (...given) => {
      sent.push(given.map((each) => JSON.stringify(each)));
      return answer;
    },
  };
  const made = new Client(rpc)[method](request);
  // Behind ` - `, protobuf says more about the one value.
  return {
    sent,
    made: await made.then(
      (fields) => ({ ...fields }),
      (error) => String(error).replace(/ - .*/, ""),
    ),
  };
}

async function expectSame(method: Method, request: typeof REQUEST, answer: unknown): Promise<void> {
  const expected = await course(generated.CacheServiceClientJSON, method, request, answer);
  expect(await course(CacheServiceClientJSON, method, request, answer)).toEqual(expected);
}

test.each(METHODS)("%s sends what the toolkit's own client sends", async (method) => {
  const { sent } = await course(CacheServiceClientJSON, method, REQUEST, {});
  expect(sent).toHaveLength(1);
  await expectSame(method, REQUEST, {});
  await expectSame(method, { key: "", version: "", sizeBytes: "0", restoreKeys: [] }, {});
});

const FIELDS = [
  ...["ok", "message", "signed_upload_url", "signedUploadUrl", "signed_download_url", "signedDownloadUrl"],
  ...["matched_key", "matchedKey", "entry_id", "entryId", "other", "__proto__", "toString"],
];
const LARGE = ["9223372036854775807", "-9223372036854775808", "007", "-0", " 12 ", "0x1f"];

test.each(METHODS)("%s reads any answer as the toolkit's own client reads it", async (method) => {
  const values: unknown[] = [true, false, null, "", "x", "12", "\ud800", 0, 3, -3, 1e20, {}, [], ["x"], ...LARGE];
  for (const field of FIELDS)
    for (const value of values) await expectSame(method, REQUEST, JSON.parse(`{"${field}":${JSON.stringify(value)}}`));
  for (const answer of [null, [], "x", 3, true, undefined]) await expectSame(method, REQUEST, answer);
  const anything = fc.oneof(fc.constantFrom(...values.slice(0, 6)), fc.string());
  await fc.assert(
    fc.asyncProperty(fc.dictionary(fc.constantFrom(...FIELDS), anything), async (answer) => {
      await expectSame(method, REQUEST, answer);
    }),
    { numRuns: 1000 },
  );
});

test.each(["1.5", "x", "1e3", "9223372036854775808"])("%j is no number of an entry", async (entry) => {
  const { made } = await course(CacheServiceClientJSON, "FinalizeCacheEntryUpload", REQUEST, { entry_id: entry });
  expect(made).toMatch(/^Error: Cannot parse JSON string for .*FinalizeCacheEntryUploadResponse#entry_id/);
});
