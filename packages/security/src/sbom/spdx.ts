import { createHash } from "node:crypto";
import { type Component, components, documentId, roots } from "./component.ts";
import { type SbomSource, timestamp } from "./sbom.ts";
import { allOf, licenseExpression } from "./spdx-license.ts";

const DOCUMENT = "SPDXRef-DOCUMENT";
const SUBJECT = "SPDXRef-Subject";
const UNKNOWN = "NOASSERTION";

/**
 * An SPDX 2.3 document, in parts; each pass writes it anew.
 *
 * @param namespace an `https:` URL of the repository, without a slash at its end: the document's own name begins so.
 */
export function spdx(source: SbomSource, namespace: string): Iterable<string> {
  const all = components(source.packages);
  return {
    *[Symbol.iterator]() {
      const { subject, tools, time } = source;
      const head = {
        spdxVersion: "SPDX-2.3",
        dataLicense: "CC0-1.0",
        SPDXID: DOCUMENT,
        name: subject.name,
        documentNamespace: `${namespace}/spdx/${documentId(source, all)}`,
        creationInfo: {
          created: timestamp(time),
          creators: tools.map(({ name, version }) => `Tool: ${name}-${version}`),
        },
      };
      yield `${JSON.stringify(head).slice(0, -1)},"packages":[`;
      yield JSON.stringify({
        SPDXID: SUBJECT,
        name: subject.name,
        ...(subject.version !== undefined && { versionInfo: subject.version }),
        ...UNSTATED,
        licenseDeclared: UNKNOWN,
        primaryPackagePurpose: subject.kind === "image" ? "CONTAINER" : "APPLICATION",
      });
      const unlisted = new Set<string>();
      for (const component of all) yield `,${JSON.stringify(packageDocument(component, unlisted))}`;
      yield `],"relationships":[${relationship(DOCUMENT, "DESCRIBES", SUBJECT)}`;
      for (const component of roots(all)) yield `,${relationship(SUBJECT, "DEPENDS_ON", reference(component.digest))}`;
      for (const { digest, dependsOn } of all) {
        for (const other of dependsOn) yield `,${relationship(reference(digest), "DEPENDS_ON", reference(other))}`;
      }
      const extracted = [...unlisted].sort().map((text) => ({
        licenseId: licenseReference(text),
        name: text,
        extractedText: text,
      }));
      yield `]${extracted.length === 0 ? "" : `,"hasExtractedLicensingInfos":${JSON.stringify(extracted)}`}}\n`;
    },
  };
}

/** What no lock file says. */
const UNSTATED = {
  downloadLocation: UNKNOWN,
  filesAnalyzed: false,
  licenseConcluded: UNKNOWN,
  copyrightText: UNKNOWN,
};

/** @param unlisted gets the licences that are not on SPDX's list. */
function packageDocument(component: Component, unlisted: Set<string>): object {
  const { name, version, purl, files, digest } = component;
  return {
    SPDXID: reference(digest),
    name,
    ...(version !== "" && { versionInfo: version }),
    ...UNSTATED,
    licenseDeclared: declared(component, unlisted),
    ...(files.length > 0 && { sourceInfo: `found in ${files.join(", ")}` }),
    primaryPackagePurpose: "LIBRARY",
    ...(purl !== undefined && {
      externalRefs: [{ referenceCategory: "PACKAGE-MANAGER", referenceType: "purl", referenceLocator: purl }],
    }),
  };
}

function declared({ licenses }: Component, unlisted: Set<string>): string {
  if (licenses.length === 0) return UNKNOWN;
  return allOf(
    licenses.map((text) => {
      const expression = licenseExpression(text);
      if (expression !== undefined) return expression;
      unlisted.add(text);
      return licenseReference(text);
    }),
  );
}

function licenseReference(text: string): string {
  return `LicenseRef-${createHash("sha256").update(text).digest("hex").slice(0, 16)}`;
}

function reference(digest: string): string {
  return `SPDXRef-Package-${digest}`;
}

function relationship(spdxElementId: string, relationshipType: string, relatedSpdxElement: string): string {
  return JSON.stringify({ spdxElementId, relationshipType, relatedSpdxElement });
}
