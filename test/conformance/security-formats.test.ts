import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv } from "ajv";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { codeSpan, escapeMarkdown, escapeTerminal, linkTarget } from "../../packages/kit/src/report/escape.ts";
import { SEVERITIES } from "../../packages/security/src/findings/severity.ts";
import { sarifLog } from "../../packages/security/src/sarif/sarif-log.ts";
import { cycloneDx } from "../../packages/security/src/sbom/cyclonedx.ts";
import { spdx } from "../../packages/security/src/sbom/spdx.ts";
import { exampleFinding, exampleSecret } from "../../packages/security/testing/example-finding.ts";
import { EXAMPLE_SBOM } from "../../packages/security/testing/example-sbom.ts";

/**
 * What others say of the files that a scan writes. Neither is installed with the rest: the program has 104 MB, the
 * schemas belong to their projects.
 *
 * - JESSY_SARIF_MULTITOOL: `Sarif.Multitool` of npm's `@microsoft/sarif-multitool-linux`;
 * - JESSY_SBOM_SCHEMAS: a folder with the schemas of npm's `@cyclonedx/cyclonedx-library` (`res/schema`) and SPDX's own
 *   (`schemas/spdx-schema.json` of spdx/spdx-spec at v2.3).
 */
const multitool = given("JESSY_SARIF_MULTITOOL");
const schemas = given("JESSY_SBOM_SCHEMAS");

function given(variable: string): string | undefined {
  const value = process.env[variable];
  if (value === undefined) process.stderr.write(`skipped: ${variable} is not set\n`);
  return value;
}

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "jessy-formats-"));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(multitool === undefined)("SARIF, by Microsoft's validator with GitHub's rules", () => {
  test("has neither an error nor a warning", () => {
    const findings = SEVERITIES.flatMap((severity) => [
      exampleFinding({ severity }),
      exampleFinding({ severity, kind: "yanked", id: "yanked", place: { file: "a b/ü#%.lock" } }),
      exampleSecret({ severity, title: "see {0} and [this](1)" }),
    ]);
    const suppressed = [{ finding: exampleFinding({ id: "CVE-2026-2" }), kind: "external" as const }];
    const { content } = sarifLog(
      [
        { category: "trivy-scan/repository", kind: "files", findings, suppressed },
        {
          category: "trivy-scan/image",
          kind: "image",
          findings: [exampleFinding({ place: { target: "host:5000/a:1" } })],
        },
        { category: "trivy-scan/empty", kind: "files", findings: [] },
      ],
      {
        tool: { name: "trivy-scan", version: "0.74.0", informationUri: "https://github.com/org/demo" },
        escapes: { plain: escapeTerminal, markdown: escapeMarkdown, code: codeSpan, link: linkTarget },
      },
    );
    const path = join(folder, "scan.sarif");
    writeFileSync(path, [...content].join(""));
    const args = ["validate", path, "--rule-kind", "GHAS;Sarif", "--level", "Error;Warning"];
    const said = execFileSync(multitool!, args, {
      env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: "1" },
    }).toString();
    expect(said).toContain("Analysis completed successfully.");
    expect(said.split("\n").filter((line) => /: (?:error|warning) /.test(line))).toEqual([]);
  });
});

describe.skipIf(schemas === undefined)("SBOMs, by their schemas", () => {
  const schema = (name: string): object => JSON.parse(readFileSync(join(schemas!, name), "utf8"));
  const schemaAjv = () => new Ajv({ strict: false, validateFormats: false, allErrors: true });

  test("CycloneDX 1.6", () => {
    const ajv = schemaAjv();
    for (const name of ["spdx", "jsf-0.82"]) {
      const file = `${name}.SNAPSHOT.schema.json`;
      ajv.addSchema(schema(file), `http://cyclonedx.org/schema/${file}`);
    }
    const validate = ajv.compile(schema("bom-1.6.SNAPSHOT.schema.json"));
    validate(JSON.parse([...cycloneDx(EXAMPLE_SBOM)].join("")));
    expect(validate.errors).toBeNull();
  });

  test("SPDX 2.3", () => {
    const validate = schemaAjv().compile(schema("spdx-schema.json"));
    validate(JSON.parse([...spdx(EXAMPLE_SBOM, "https://github.com/org/app")].join("")));
    expect(validate.errors).toBeNull();
  });
});
