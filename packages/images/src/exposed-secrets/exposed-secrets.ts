import { readJsonDocument } from "../oci/json-document.ts";
import { type Encoding, findValue, type KnownSecret, type ValueSearch, valueSearch } from "./known-values.ts";
import { placeOf } from "./place.ts";
import { findShapes } from "./shapes.ts";
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
  readonly encoding: Encoding;
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
  const searches = known.map(valueSearch);
  const findings = new Map<string, ExposedSecret>();
  for (const { name, bytes } of documents) {
    const texts = readJsonDocument(name, bytes, MAX_DOCUMENT_BYTES, [], textsOf);
    for (const placed of texts) {
      for (const hit of hitsOf(placed, searches)) {
        const finding = { document: name, place: placeOf(placed, (text) => hitsIn(text, searches).length > 0), ...hit };
        const key = JSON.stringify([finding.document, finding.place, finding.secret]);
        if (!findings.has(key)) findings.set(key, finding);
      }
    }
  }
  const all = [...findings.values()];
  return {
    findings: all.slice(0, MAX_FINDINGS),
    more: Math.max(0, all.length - MAX_FINDINGS),
    notSearched: searches.filter(({ needles }) => needles.length === 0).map(({ secret }) => secret.name),
  };
}

type Hit = Pick<ExposedSecret, "secret" | "evidence" | "encoding">;

function hitsIn(text: string, searches: readonly ValueSearch[]): readonly Hit[] {
  const readings = readingsOf(text);
  const known = searches.flatMap((search): readonly Hit[] => {
    for (const reading of readings) {
      const encoding = findValue(reading.text, search);
      if (encoding === undefined) continue;
      const outer = reading.encoding === "plain" ? encoding : reading.encoding;
      return [{ secret: search.secret.name, evidence: "known", encoding: outer }];
    }
    return [];
  });
  const shapes = readings.flatMap((reading) =>
    findShapes(reading.text).map((secret): Hit => ({ secret, evidence: "shape", encoding: reading.encoding })),
  );
  return [...known, ...shapes];
}

/** A name tells what its value is: `AWS_SECRET_ACCESS_KEY` and forty characters. */
function hitsOf(placed: PlacedText, searches: readonly ValueSearch[]): readonly Hit[] {
  const hits = hitsIn(placed.text, searches);
  const last = placed.path.at(-1);
  if (placed.isName || typeof last !== "string") return hits;
  const ofName = findShapes(last);
  const named = findShapes(`${last}=${placed.text}`).filter((secret) => !ofName.includes(secret));
  return [...hits, ...named.map((secret): Hit => ({ secret, evidence: "shape", encoding: "plain" }))];
}
