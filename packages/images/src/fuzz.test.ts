import { readFileSync } from "node:fs";
import { ReportError } from "@jessy-actions/reading/report-error";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { runs } from "../../reading/testing/depth.ts";
import { IMAGE, RECORDING, recordedKey } from "../testing/cosign-made.ts";
import { findExposedSecrets } from "./exposed-secrets/exposed-secrets.ts";
import { digestOf } from "./oci/digest.ts";
import { readImageConfig } from "./oci/image-config.ts";
import { checkLayoutFile, layoutRoot } from "./oci/layout.ts";
import { readManifest } from "./oci/manifest.ts";
import { addReferrer, readReferrers } from "./oci/referrers.ts";
import { signBytes } from "./signatures/algorithm.ts";
import { signBundle, verifyBundle } from "./signatures/bundle.ts";
import { KeyError } from "./signatures/key-error.ts";
import { readSigningKey, readVerificationKey } from "./signatures/keys.ts";
import { verifySimple } from "./signatures/simple-signing.ts";

const KEY = recordedKey("cosign 3");
const BUILT: { readonly "index.json": string; readonly blobs: Readonly<Record<string, string>> } = JSON.parse(
  readFileSync(new URL("oci/fixtures/buildx.json", import.meta.url), "utf8"),
);
const [INDEX, MANIFEST, CONFIG] = Object.values(BUILT.blobs) as [string, string, string];
const PROVENANCE = Object.values(BUILT.blobs).at(-1)!;
const REFERRERS = RECORDING.signatures.find(({ referrers }) => referrers !== undefined)!.referrers!;
const ENTRY = readReferrers(Buffer.from(REFERRERS))[0]!;
const BUNDLE = Buffer.from(signBundle(KEY, { digest: IMAGE })).toString();
const PAYLOAD = RECORDING.signatures[0]!.layers[1]!;

/** A payload with a good signature, whatever it says. */
function checkPayload(bytes: Uint8Array) {
  const annotations = { "dev.cosignproject.cosign/signature": signBytes(KEY.key, bytes).toString("base64") };
  const layer = { mediaType: "application/x", digest: digestOf(bytes), size: bytes.length, annotations };
  return verifySimple(KEY.verification, layer, bytes, { digest: IMAGE });
}

/** Each reader with a document that it takes. */
const READERS: Readonly<Record<string, readonly [read: (bytes: Uint8Array) => unknown, seed: string]>> = {
  manifest: [(bytes) => readManifest(bytes), MANIFEST],
  index: [(bytes) => readManifest(bytes), INDEX],
  config: [readImageConfig, CONFIG],
  "table of contents": [(bytes) => layoutRoot(bytes), BUILT["index.json"]],
  "layout file": [checkLayoutFile, '{"imageLayoutVersion":"1.0.0"}'],
  referrers: [readReferrers, REFERRERS],
  "referrers that grow": [(bytes) => addReferrer(bytes, { ...ENTRY, digest: IMAGE }), REFERRERS],
  bundle: [(bytes) => verifyBundle(KEY.verification, bytes, { digest: IMAGE }), BUNDLE],
  payload: [checkPayload, PAYLOAD],
  provenance: [(bytes) => findExposedSecrets([{ name: "it", bytes }], []), PROVENANCE],
};

/** Either a result or an error of one line that says what is wrong. */
function survives(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch (error) {
    if (!(error instanceof ReportError) && !(error instanceof KeyError)) throw error;
    expect(error.message).toMatch(/^[^\n]{5,}$/);
    return false;
  }
}

/** What stands in a damaged document in place of a value. */
const WRONG: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  Number.MAX_VALUE,
  "",
  "x",
  [],
  [null],
  [[]],
  {},
  { a: 1 },
  "\u0000",
  "9".repeat(5000),
];

function* replaced(value: unknown): Iterable<unknown> {
  yield* WRONG;
  if (typeof value !== "object" || value === null) return;
  for (const [name, member] of Object.entries(value)) {
    for (const other of replaced(member)) {
      yield Array.isArray(value) ? value.with(Number(name), other) : { ...value, [name]: other };
    }
    if (!Array.isArray(value)) yield Object.fromEntries(Object.entries(value).filter(([each]) => each !== name));
  }
}

describe.each(Object.entries(READERS))("a reader survives: %s", (name, [read, seed]) => {
  test("what it is made for", () => {
    expect(survives(() => read(Buffer.from(seed)))).toBe(true);
  });

  test("every cut", () => {
    const bytes = Buffer.from(seed);
    const step = Math.ceil(bytes.length / 500);
    for (let length = 0; length < bytes.length; length += step) {
      const cut = () => read(bytes.subarray(0, length));
      // A check says so in its result, all others by an error.
      if (name === "bundle" || name === "payload") expect(cut()).toMatchObject({ isValid: false });
      else expect(survives(cut)).toBe(false);
    }
  });

  test("any value in place of any other", () => {
    let left = 3000;
    for (const document of replaced(JSON.parse(seed))) {
      if (left-- === 0) break;
      survives(() => read(Buffer.from(JSON.stringify(document))));
    }
  });

  test("any JSON, any bytes, any damage", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        survives(() => read(Buffer.from(JSON.stringify(value))));
      }),
      runs(300),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        survives(() => read(bytes));
      }),
      runs(300),
    );
    const edit = fc.tuple(
      fc.nat(seed.length),
      fc.nat(12),
      fc.constantFrom("", "{", "]", '"', "\\u0000", "null", "1e999", "\u{1f600}", ","),
    );
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
        const damaged = edits.reduce(
          (text, [at, length, piece]) => text.slice(0, at) + piece + text.slice(at + length),
          seed,
        );
        survives(() => read(Buffer.from(damaged)));
      }),
      runs(1000),
    );
  });

  test("depth without end", () => {
    for (const opening of ["[", '{"a":'])
      expect(survives(() => read(Buffer.from(opening.repeat(1_000_000))))).toBe(
        name === "bundle" || name === "payload",
      );
  });
});

test("no damage of a bundle leaves it valid but for what is not signed", () => {
  const { payload } = JSON.parse(BUNDLE).dsseEnvelope;
  fc.assert(
    fc.property(fc.nat(BUNDLE.length - 1), fc.string({ minLength: 1, maxLength: 2 }), (at, piece) => {
      const damaged = BUNDLE.slice(0, at) + piece + BUNDLE.slice(at + piece.length);
      const { isValid } = verifyBundle(KEY.verification, Buffer.from(damaged), { digest: IMAGE });
      if (isValid) expect(JSON.parse(damaged).dsseEnvelope.payload).toBe(payload);
    }),
    runs(2000),
  );
});

test("keys of any text are read, or refused by name", () => {
  // The oldest plain form: encrypted ones take a tenth of a second each.
  const seed = RECORDING.keys["P-256"]!.plain!;
  fc.assert(
    fc.property(fc.nat(seed.length), fc.nat(12), fc.string({ maxLength: 5 }), (at, length, piece) => {
      const damaged = seed.slice(0, at) + piece + seed.slice(at + length);
      survives(() => readSigningKey(damaged));
      survives(() => readSigningKey(damaged, "password"));
      survives(() => readVerificationKey(damaged));
    }),
    runs(1000),
  );
});

describe("secrets", () => {
  const base64 = (text: string) => Buffer.from(text).toString("base64");
  const secret = fc
    .string({ minLength: 8, maxLength: 60, unit: "grapheme" })
    .filter((value) => new Set(value.trim()).size >= 3 && value.trim().length >= 8);
  const encoding = fc.constantFrom<(text: string) => string>(
    (text) => text,
    encodeURIComponent,
    base64,
    (text) => Buffer.from(text).toString("hex"),
    (text) => JSON.stringify({ a: text }),
    (text) => base64(JSON.stringify({ auth: base64(`user:${text}`) })),
  );

  test("of any value are found in any encoding and place, and never shown", () => {
    fc.assert(
      fc.property(secret, encoding, fc.string({ maxLength: 10 }), fc.nat(3), (value, encode, around, place) => {
        const text = `${encode(`${around}${value}${around}`)}`;
        const content = [
          { config: { Env: [`N=${text}`] } },
          { history: [{ created_by: text }] },
          { config: { Labels: { [text]: "" } } },
          { a: [{ b: text }] },
        ][place];
        const result = findExposedSecrets(
          [{ name: "it", bytes: Buffer.from(JSON.stringify(content)) }],
          [{ name: "S", value }],
        );
        expect(result.findings.map(({ secret: name }) => name)).toContain("S");
        expect(result.findings.filter((finding) => finding.place.includes(value))).toEqual([]);
      }),
      runs(2000),
    );
  });

  test("that are not there are not found", () => {
    fc.assert(
      fc.property(secret, fc.string({ maxLength: 100 }), (value, text) => {
        fc.pre(!text.includes(value.slice(0, 3)));
        const bytes = Buffer.from(JSON.stringify({ a: text }));
        expect(findExposedSecrets([{ name: "it", bytes }], [{ name: "S", value }]).findings).toEqual([]);
      }),
      runs(1000),
    );
  });
});
