import { UserError } from "@jessy-actions/reading/user-error";
import { expect, test } from "vitest";
import { JAVA_ARCHIVES, VULNERABILITIES } from "./database-kind.ts";
import { parseRepositories } from "./repository.ts";

const DIGEST = `sha256:${"ab".repeat(32)}`;

test.each<[string, readonly [text: string, registry: string, repository: string, reference: string]]>([
  ["ghcr.io/acme/db:2", ["ghcr.io/acme/db:2", "ghcr.io", "acme/db", "2"]],
  ["ghcr.io/acme/db", ["ghcr.io/acme/db:2", "ghcr.io", "acme/db", "2"]],
  ["localhost:5000/db:x", ["localhost:5000/db:x", "localhost:5000", "db", "x"]],
  ["aquasec/trivy-db:2", ["docker.io/aquasec/trivy-db:2", "docker.io", "aquasec/trivy-db", "2"]],
  [`ghcr.io/acme/db@${DIGEST}`, [`ghcr.io/acme/db@${DIGEST}`, "ghcr.io", "acme/db", DIGEST]],
  [`ghcr.io/acme/db:2@${DIGEST}`, [`ghcr.io/acme/db:2@${DIGEST}`, "ghcr.io", "acme/db", DIGEST]],
])("%s", (written, [text, registry, repository, reference]) => {
  const pin = written.includes("@") ? DIGEST : undefined;
  expect(parseRepositories([written], VULNERABILITIES)).toEqual([{ text, registry, repository, reference, pin }]);
});

test("the tag is the schema of the database", () => {
  expect(parseRepositories(["ghcr.io/acme/db"], JAVA_ARCHIVES)[0]?.reference).toBe("1");
});

test.each([
  [[], "input `db-repositories` is empty"],
  [["https://ghcr.io/acme/db"], 'input `db-repositories`: "https://ghcr.io/acme/db" '],
  [["ghcr.io/acme/db", "ghcr.io"], "input `db-repositories`: "],
  [[`ghcr.io/acme/db@sha512:${"ab".repeat(64)}`], "by SHA-512; write its sha256: digest"],
])("%j", (texts, message) => {
  expect(() => parseRepositories(texts, VULNERABILITIES)).toThrow(message);
  expect(() => parseRepositories(texts, VULNERABILITIES)).toThrow(UserError);
});
