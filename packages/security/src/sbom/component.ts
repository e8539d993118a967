import { createHash } from "node:crypto";
import type { SbomPackage, SbomSource } from "./sbom.ts";
import { licenseExpression } from "./spdx-license.ts";

/** A package once, however many files name it. */
export interface Component {
  readonly name: string;
  readonly version: string;
  readonly purl: string | undefined;
  /** Expressions of SPDX where they are some, sorted. */
  readonly licenses: readonly string[];
  readonly files: readonly string[];
  /** Hexadecimal digits that stand for it alone. */
  readonly digest: string;
  /** Digests of others, sorted. */
  readonly dependsOn: readonly string[];
}

interface Gathered {
  /** Of those with one purl the one that comes first, so that their order does not matter. */
  example: SbomPackage;
  readonly purl: string | undefined;
  readonly licenses: Set<string>;
  readonly files: Set<string>;
  readonly dependsOn: Set<string>;
}

/** Packages as components, sorted by what they are called. Packages without a name are left out. */
export function components(packages: readonly SbomPackage[]): readonly Component[] {
  const gathered = new Map<string, Gathered>();
  const byId = new Map<string, string>();
  for (const one of packages) {
    if (one.name === "") continue;
    const key = keyOf(one);
    const { purl } = one;
    const component = gathered.get(key) ?? {
      example: one,
      purl: isPurl(purl) ? purl : undefined,
      licenses: new Set(),
      files: new Set(),
      dependsOn: new Set(),
    };
    gathered.set(key, component);
    if (called(one) < called(component.example)) component.example = one;
    for (const license of one.licenses)
      if (license.trim() !== "") component.licenses.add(licenseExpression(license) ?? license.trim());
    if (one.file !== "") component.files.add(one.file);
    if (one.id !== undefined) byId.set(JSON.stringify([one.file, one.id]), key);
  }
  for (const one of packages) {
    for (const id of one.dependsOn ?? []) {
      const other = byId.get(JSON.stringify([one.file, id]));
      if (other !== undefined && other !== keyOf(one)) gathered.get(keyOf(one))?.dependsOn.add(other);
    }
  }
  return [...gathered]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, { example, purl, licenses, files, dependsOn }]) => ({
      name: example.name,
      version: example.version,
      purl,
      licenses: [...licenses].sort(),
      files: [...files].sort(),
      digest: digestOf(key),
      dependsOn: [...dependsOn].map(digestOf).sort(),
    }));
}

/** Components that no other one needs. */
export function roots(all: readonly Component[]): readonly Component[] {
  const needed = new Set(all.flatMap(({ dependsOn }) => dependsOn));
  return all.filter(({ digest }) => !needed.has(digest));
}

/** A UUID that stands for a document's whole content (RFC 9562, version 8). */
export function documentId({ subject, tools, time }: SbomSource, all: readonly Component[]): string {
  const hash = createHash("sha256").update(JSON.stringify([subject, tools, time]));
  for (const component of all) hash.update(JSON.stringify(component));
  const digits = hash.digest("hex");
  const variant = ((Number.parseInt(digits.charAt(16), 16) & 3) | 8).toString(16);
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `8${digits.slice(13, 16)}`,
    variant + digits.slice(17, 20),
    digits.slice(20, 32),
  ].join("-");
}

function keyOf(one: SbomPackage): string {
  return isPurl(one.purl) ? one.purl : called(one);
}

const called = ({ name, version }: SbomPackage): string => JSON.stringify([name, version]);

function isPurl(purl: string | undefined): purl is string {
  return purl !== undefined && /^pkg:[a-z][a-z0-9.+-]*\/[\u0021-\u007e]+$/i.test(purl);
}

const digestOf = (key: string): string => createHash("sha256").update(key).digest("hex").slice(0, 32);
