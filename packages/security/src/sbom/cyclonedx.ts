import { type Component, components, documentId, roots } from "./component.ts";
import { type SbomSource, timestamp } from "./sbom.ts";
import { allOf, isSingle, licenseExpression } from "./spdx-license.ts";

/** What was scanned, among the references of a document. */
const SUBJECT = "subject";

/** A CycloneDX 1.6 document, in parts; each pass writes it anew. */
export function cycloneDx(source: SbomSource): Iterable<string> {
  const all = components(source.packages);
  return {
    *[Symbol.iterator]() {
      const { subject, tools, time } = source;
      const head = {
        $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
        bomFormat: "CycloneDX",
        specVersion: "1.6",
        serialNumber: `urn:uuid:${documentId(source, all)}`,
        version: 1,
        metadata: {
          timestamp: timestamp(time),
          tools: { components: tools.map((tool) => ({ type: "application", ...tool })) },
          component: {
            "bom-ref": SUBJECT,
            type: subject.kind === "image" ? "container" : "application",
            name: subject.name,
            ...(subject.version !== undefined && { version: subject.version }),
          },
        },
      };
      yield `${JSON.stringify(head).slice(0, -1)},"components":[`;
      let separator = "";
      for (const component of all) {
        yield separator + JSON.stringify(componentDocument(component));
        separator = ",";
      }
      const references = new Map(all.map((component) => [component.digest, reference(component)]));
      yield `],"dependencies":[${JSON.stringify({ ref: SUBJECT, dependsOn: roots(all).map(reference) })}`;
      for (const component of all) {
        const dependsOn = component.dependsOn.map((digest) => references.get(digest)!);
        yield `,${JSON.stringify({ ref: reference(component), ...(dependsOn.length > 0 && { dependsOn }) })}`;
      }
      yield "]}\n";
    },
  };
}

function componentDocument(component: Component): object {
  const { name, version, purl, licenses, files } = component;
  return {
    type: "library",
    "bom-ref": reference(component),
    name,
    ...(version !== "" && { version }),
    ...(licenses.length > 0 && { licenses: licenseDocuments(licenses) }),
    ...(purl !== undefined && { purl }),
    ...(files.length > 0 && { evidence: { occurrences: files.map((location) => ({ location })) } }),
  };
}

/** One expression alone, or any number of licences. */
function licenseDocuments(licenses: readonly string[]): readonly object[] {
  const expressions = licenses.map(licenseExpression);
  const known = expressions.filter((one) => one !== undefined);
  if (known.length === licenses.length && known.some((one) => !isSingle(one))) return [{ expression: allOf(known) }];
  return licenses.map((text, at) => {
    const expression = expressions[at];
    return { license: expression !== undefined && isSingle(expression) ? { id: expression } : { name: text } };
  });
}

function reference({ purl, digest }: Component): string {
  return purl ?? `component:${digest}`;
}
