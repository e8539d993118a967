import type { SecretEncoding } from "@jessy-actions/reading/secret-forms";
import { readJsonDocument } from "../oci/json-document.ts";
import { findValue, type KnownSecret, KnownValues, type ValueSearch } from "./known-values.ts";
import { placeOf } from "./place.ts";
import { findShapes, possibleShapes, type Shape } from "./shapes.ts";
import { type PlacedText, readingsOf, textsOf } from "./texts.ts";

/** A JSON document of an image: its config, a provenance, an SBOM, a manifest with its annotations. */
export interface ImageDocument {
  /** How findings call it: `the config of linux/amd64`. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A secret that everybody who can pull the image can read. It says where, and never the value. */
export interface ExposedSecret {
  readonly document: string;
  readonly place: string;
  /** The name of a known secret, or the kind of a credential: `GitHub token`. */
  readonly secret: string;
  /** `known` is a value of this run; `shape` looks like a credential of its kind. */
  readonly evidence: "known" | "shape";
  readonly encoding: SecretEncoding;
}

export interface SecretSearch {
  readonly findings: readonly ExposedSecret[];
  /** How many more there are than are listed. */
  readonly more: number;
  /** Names of secrets whose values are too short to be looked for. */
  readonly notSearched: readonly string[];
}

/** SBOMs of large images have some ten MB. */
export const MAX_DOCUMENT_BYTES = 64 * 1024 * 1024;
export const MAX_FINDINGS = 200;

/**
 * Looks for secrets in what an image says of itself: exact values that the run knows, also encoded, and credentials
 * that their form gives away. Every text of every document counts: variables, history, labels, annotations, build
 * arguments, and the Dockerfile that a provenance holds.
 *
 * @throws ReportError on a document that cannot be read: what was not looked at is not clean
 */
export function findExposedSecrets(documents: readonly ImageDocument[], known: readonly KnownSecret[]): SecretSearch {
  const all = new KnownValues(known);
  const findings = documents.flatMap(({ name, bytes }) => findingsIn(name, bytes, all));
  return {
    findings: findings.slice(0, MAX_FINDINGS),
    more: Math.max(0, findings.length - MAX_FINDINGS),
    notSearched: all.notSearched,
  };
}

/** What is looked for. Most documents hold nothing: one look at all their texts together leaves little to look for. */
interface Search {
  readonly values: readonly ValueSearch[];
  readonly shapes: readonly Shape[];
}

function findingsIn(document: string, bytes: Uint8Array, all: KnownValues): readonly ExposedSecret[] {
  const texts = readJsonDocument(document, bytes, MAX_DOCUMENT_BYTES, [], (root) => [...textsOf(root)]);
  const together = texts
    .flatMap((placed) => [
      withName(placed),
      ...readingsOf(placed.text)
        .slice(1)
        .map(({ text }) => text),
    ])
    .join("\n");
  const values = all.possible(together);
  const search = { values, shapes: possibleShapes(together) };
  if (search.values.length === 0 && search.shapes.length === 0) return [];
  const secrecy = {
    isSecret: (text: string) => hitsIn(text, search).length > 0,
    isKnown: (text: string) => hitsIn(text, { values, shapes: [] }).length > 0,
  };
  const findings = new Map<string, ExposedSecret>();
  for (const placed of texts) {
    for (const hit of hitsOf(placed, search)) {
      const place = placeOf(placed, secrecy);
      const key = JSON.stringify([place, hit.secret]);
      if (!findings.has(key)) findings.set(key, { document, place, ...hit });
    }
  }
  return [...findings.values()];
}

type Hit = Pick<ExposedSecret, "secret" | "evidence" | "encoding">;

function hitsIn(text: string, { values, shapes }: Search): readonly Hit[] {
  const readings = readingsOf(text);
  const known = values.flatMap((value): readonly Hit[] => {
    for (const reading of readings) {
      const encoding = findValue(reading.text, value);
      if (encoding === undefined) continue;
      const outer = reading.encoding === "plain" ? encoding : reading.encoding;
      return [{ secret: value.secret.name, evidence: "known", encoding: outer }];
    }
    return [];
  });
  const shaped = readings.flatMap((reading) =>
    findShapes(reading.text, shapes).map((secret): Hit => ({ secret, evidence: "shape", encoding: reading.encoding })),
  );
  return [...known, ...shaped];
}

function hitsOf(placed: PlacedText, search: Search): readonly Hit[] {
  const hits = hitsIn(placed.text, search);
  const named = withName(placed);
  if (named === placed.text) return hits;
  const ofName = findShapes(String(placed.path.at(-1)), search.shapes);
  const more = findShapes(named, search.shapes).filter((secret) => !ofName.includes(secret));
  return [...hits, ...more.map((secret): Hit => ({ secret, evidence: "shape", encoding: "plain" }))];
}

/** A name tells what its value is: `AWS_SECRET_ACCESS_KEY` and forty characters. */
function withName({ path, text, isName }: PlacedText): string {
  const last = path.at(-1);
  return isName || typeof last !== "string" ? text : `${last}=${text}`;
}
