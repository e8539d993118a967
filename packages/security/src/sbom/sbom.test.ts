import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MANY, runs } from "../../../reading/testing/depth.ts";
import { EXAMPLE_SBOM } from "../../testing/example-sbom.ts";
import { cycloneDx } from "./cyclonedx.ts";
import type { SbomPackage, SbomSource } from "./sbom.ts";
import { spdx } from "./spdx.ts";

const NAMESPACE = "https://github.com/org/app";
const text = (parts: Iterable<string>): string => [...parts].join("");

// biome-ignore lint/suspicious/noExplicitAny: a test says what it expects.
const cyclone = (source: SbomSource): any => JSON.parse(text(cycloneDx(source)));
// biome-ignore lint/suspicious/noExplicitAny: as above.
const spdxDocument = (source: SbomSource): any => JSON.parse(text(spdx(source, NAMESPACE)));

describe("CycloneDX", () => {
  test("what it says of a repository", () => {
    const { serialNumber, ...document } = cyclone(EXAMPLE_SBOM);
    expect(serialNumber).toMatch(/^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const odd = document.components[0]["bom-ref"];
    expect(odd).toMatch(/^component:[0-9a-f]{32}$/);
    expect(document).toEqual({
      $schema: "http://cyclonedx.org/schema/bom-1.6.schema.json",
      bomFormat: "CycloneDX",
      specVersion: "1.6",
      version: 1,
      metadata: {
        timestamp: "2026-11-28T12:00:00Z",
        tools: {
          components: [
            { type: "application", name: "trivy-scan", version: "1.0.0" },
            { type: "application", name: "trivy", version: "0.74.0" },
          ],
        },
        component: { "bom-ref": "subject", type: "application", name: "org/app", version: "a".repeat(40) },
      },
      components: [
        { type: "library", "bom-ref": odd, name: "odd", licenses: [{ license: { name: "Public domain, mostly" } }] },
        {
          type: "library",
          "bom-ref": "pkg:cargo/app@0.1.0",
          name: "app",
          version: "0.1.0",
          purl: "pkg:cargo/app@0.1.0",
          evidence: { occurrences: [{ location: "Cargo.lock" }] },
        },
        {
          type: "library",
          "bom-ref": "pkg:cargo/serde@1.0.0",
          name: "serde",
          version: "1.0.0",
          licenses: [{ expression: "MIT OR Apache-2.0" }],
          purl: "pkg:cargo/serde@1.0.0",
          evidence: { occurrences: [{ location: "Cargo.lock" }, { location: "tools/Cargo.lock" }] },
        },
        {
          type: "library",
          "bom-ref": "pkg:deb/debian/zlib1g@1.2",
          name: "zlib1g",
          version: "1.2",
          licenses: [{ license: { id: "ISC" } }, { license: { id: "Zlib" } }],
          purl: "pkg:deb/debian/zlib1g@1.2",
          evidence: { occurrences: [{ location: "var/lib/dpkg/status" }] },
        },
      ],
      dependencies: [
        { ref: "subject", dependsOn: [odd, "pkg:cargo/app@0.1.0", "pkg:deb/debian/zlib1g@1.2"] },
        { ref: odd },
        { ref: "pkg:cargo/app@0.1.0", dependsOn: ["pkg:cargo/serde@1.0.0"] },
        { ref: "pkg:cargo/serde@1.0.0" },
        { ref: "pkg:deb/debian/zlib1g@1.2" },
      ],
    });
  });

  test.each<[licenses: readonly string[], written: unknown]>([
    [[], undefined],
    [[" "], undefined],
    [["MIT"], [{ license: { id: "MIT" } }]],
    [["MIT OR ISC", "Zlib"], [{ expression: "(MIT OR ISC) AND Zlib" }]],
    [
      ["MIT OR ISC", "own"],
      [{ license: { name: "MIT OR ISC" } }, { license: { name: "own" } }],
    ],
  ])("licences %j", (licenses, written) => {
    const packages = [{ name: "a", version: "1", licenses, file: "" }];
    expect(cyclone({ ...EXAMPLE_SBOM, packages }).components[0].licenses).toEqual(written);
  });

  test("an image is a container", () => {
    const subject = { name: "ghcr.io/org/app", kind: "image" as const };
    expect(cyclone({ ...EXAMPLE_SBOM, subject }).metadata.component).toEqual({
      "bom-ref": "subject",
      type: "container",
      name: "ghcr.io/org/app",
    });
  });
});

describe("SPDX", () => {
  test("what it says of a repository", () => {
    const { packages, relationships, hasExtractedLicensingInfos, documentNamespace, ...head } =
      spdxDocument(EXAMPLE_SBOM);
    expect(head).toEqual({
      spdxVersion: "SPDX-2.3",
      dataLicense: "CC0-1.0",
      SPDXID: "SPDXRef-DOCUMENT",
      name: "org/app",
      creationInfo: { created: "2026-11-28T12:00:00Z", creators: ["Tool: trivy-scan-1.0.0", "Tool: trivy-0.74.0"] },
    });
    expect(documentNamespace).toMatch(/^https:\/\/github\.com\/org\/app\/spdx\/[0-9a-f-]{36}$/);
    expect(hasExtractedLicensingInfos).toEqual([
      {
        licenseId: expect.stringMatching(/^LicenseRef-[0-9a-f]{16}$/),
        name: "Public domain, mostly",
        extractedText: "Public domain, mostly",
      },
    ]);
    const [subject, odd, app, serde, zlib] = packages;
    expect(subject).toMatchObject({ SPDXID: "SPDXRef-Subject", primaryPackagePurpose: "APPLICATION" });
    expect(odd.licenseDeclared).toBe(hasExtractedLicensingInfos[0].licenseId);
    expect(odd).not.toHaveProperty("versionInfo");
    expect(odd).not.toHaveProperty("externalRefs");
    expect(app.licenseDeclared).toBe("NOASSERTION");
    expect(serde).toEqual({
      SPDXID: expect.stringMatching(/^SPDXRef-Package-[0-9a-f]{32}$/),
      name: "serde",
      versionInfo: "1.0.0",
      downloadLocation: "NOASSERTION",
      filesAnalyzed: false,
      licenseConcluded: "NOASSERTION",
      licenseDeclared: "MIT OR Apache-2.0",
      copyrightText: "NOASSERTION",
      sourceInfo: "found in Cargo.lock, tools/Cargo.lock",
      primaryPackagePurpose: "LIBRARY",
      externalRefs: [
        { referenceCategory: "PACKAGE-MANAGER", referenceType: "purl", referenceLocator: "pkg:cargo/serde@1.0.0" },
      ],
    });
    expect(zlib.licenseDeclared).toBe("ISC AND Zlib");
    expect(relationships).toEqual([
      { spdxElementId: "SPDXRef-DOCUMENT", relationshipType: "DESCRIBES", relatedSpdxElement: "SPDXRef-Subject" },
      ...[odd, app, zlib].map(({ SPDXID }) => ({
        spdxElementId: "SPDXRef-Subject",
        relationshipType: "DEPENDS_ON",
        relatedSpdxElement: SPDXID,
      })),
      { spdxElementId: app.SPDXID, relationshipType: "DEPENDS_ON", relatedSpdxElement: serde.SPDXID },
    ]);
  });
});

describe("both", () => {
  const both = (source: SbomSource): string => text(cycloneDx(source)) + text(spdx(source, NAMESPACE));

  test("the same content is the same document, in whatever order it came", () => {
    const packages = EXAMPLE_SBOM.packages.toReversed();
    expect(both({ ...EXAMPLE_SBOM, packages })).toBe(both(EXAMPLE_SBOM));
  });

  test.each<[name: string, change: Partial<SbomSource>]>([
    ["another time", { time: EXAMPLE_SBOM.time + 1000 }],
    ["another package", { packages: EXAMPLE_SBOM.packages.slice(0, 2) }],
    ["another commit", { subject: { ...EXAMPLE_SBOM.subject, version: "b" } }],
    ["another tool", { tools: EXAMPLE_SBOM.tools.slice(1) }],
  ])("%s is another serial number", (_, change) => {
    const serial = (source: SbomSource) => [cyclone(source).serialNumber, spdxDocument(source).documentNamespace];
    const [serialNumber, namespace] = serial({ ...EXAMPLE_SBOM, ...change });
    expect(serial(EXAMPLE_SBOM)).not.toContain(serialNumber);
    expect(serial(EXAMPLE_SBOM)).not.toContain(namespace);
  });

  test("many packages are written one by one", () => {
    const packages = Array.from({ length: MANY }, (_, index) => ({
      id: `${index}`,
      name: `n${index}`,
      version: "1",
      licenses: ["MIT"],
      file: "a.lock",
      dependsOn: [`${index + 1}`],
    }));
    for (const parts of [cycloneDx({ ...EXAMPLE_SBOM, packages }), spdx({ ...EXAMPLE_SBOM, packages }, NAMESPACE)])
      expect(Math.max(...[...parts].map(({ length }) => length))).toBeLessThan(2_000);
  });

  test("of two names for one purl the first in order counts", () => {
    const packages = ["b", "a"].map((name) => ({ name, version: "1", purl: "pkg:a/x@1", licenses: [], file: "" }));
    expect(cyclone({ ...EXAMPLE_SBOM, packages }).components).toMatchObject([{ name: "a" }]);
  });

  test("no package at all", () => {
    const none = { ...EXAMPLE_SBOM, packages: [] };
    expect(cyclone(none)).toMatchObject({ components: [], dependencies: [{ ref: "subject", dependsOn: [] }] });
    expect(spdxDocument(none).packages).toHaveLength(1);
  });

  test("whatever packages say, every reference means something, once", () => {
    const word = fc.oneof(
      fc.constantFrom("a", "b", "", "pkg:a/b", "subject"),
      fc.string({ unit: "binary", maxLength: 3 }),
    );
    const packages = fc.array(
      fc.record<SbomPackage>({
        id: word,
        name: word,
        version: word,
        purl: word,
        licenses: fc.array(word, { maxLength: 3 }),
        file: word,
        dependsOn: fc.array(word, { maxLength: 3 }),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(packages, (all) => {
        const source = { ...EXAMPLE_SBOM, packages: all };
        const { components, dependencies } = cyclone(source);
        const refs = ["subject", ...components.map((one: { "bom-ref": string }) => one["bom-ref"])];
        expect(new Set(refs).size).toBe(refs.length);
        expect(dependencies.map(({ ref }: { ref: string }) => ref)).toEqual(refs);
        for (const { dependsOn = [] } of dependencies) expect(refs).toEqual(expect.arrayContaining(dependsOn));
        const document = spdxDocument(source);
        const ids = ["SPDXRef-DOCUMENT", ...document.packages.map(({ SPDXID }: { SPDXID: string }) => SPDXID)];
        expect(new Set(ids).size).toBe(ids.length);
        for (const { spdxElementId, relatedSpdxElement } of document.relationships)
          expect(ids).toEqual(expect.arrayContaining([spdxElementId, relatedSpdxElement]));
      }),
      runs(1000),
    );
  });
});
