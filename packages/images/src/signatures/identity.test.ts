import { expect, test } from "vitest";
import {
  expectedSigner,
  type IdentityExpectation,
  identityMismatch,
  tokenIdentity,
  WORKFLOW_ISSUER,
} from "./identity.ts";

const SUBJECT = "https://github.com/acme/app/.github/workflows/release.yml@refs/tags/v1.2.3";
const workflow = (more: object = {}): IdentityExpectation => ({
  issuer: WORKFLOW_ISSUER,
  signer: { workflow: { server: "https://github.com", repository: "acme/app", ...more } },
});

test.each<[string, IdentityExpectation, string | undefined, string | undefined, string | undefined]>([
  ["a subject", { issuer: WORKFLOW_ISSUER, signer: { subject: SUBJECT } }, WORKFLOW_ISSUER, SUBJECT, undefined],
  [
    "an address",
    { issuer: "https://accounts.google.com", signer: { subject: "a@acme.com" } },
    "https://accounts.google.com",
    "a@acme.com",
    undefined,
  ],
  ["any workflow", workflow(), WORKFLOW_ISSUER, SUBJECT, undefined],
  ["a workflow", workflow({ path: ".github/workflows/release.yml" }), WORKFLOW_ISSUER, SUBJECT, undefined],
  ["a ref", workflow({ ref: "refs/tags/v*" }), WORKFLOW_ISSUER, SUBJECT, undefined],
  [
    "a branch with a slash",
    workflow({ ref: "refs/heads/**" }),
    WORKFLOW_ISSUER,
    SUBJECT.replace("tags/v1.2.3", "heads/a/b"),
    undefined,
  ],
  ["a server with a slash", workflow({ server: "https://github.com/" }), WORKFLOW_ISSUER, SUBJECT, undefined],
  [
    "another issuer",
    workflow(),
    "https://evil.example",
    SUBJECT,
    `it was signed by an identity of https://evil.example, and not of ${WORKFLOW_ISSUER}`,
  ],
  [
    "no issuer",
    workflow(),
    undefined,
    SUBJECT,
    `it was signed by an identity of nobody, and not of ${WORKFLOW_ISSUER}`,
  ],
  [
    "an issuer that begins alike",
    workflow(),
    `${WORKFLOW_ISSUER}.evil.example`,
    SUBJECT,
    `it was signed by an identity of ${WORKFLOW_ISSUER}.evil.example, and not of ${WORKFLOW_ISSUER}`,
  ],
  [
    "another subject",
    { issuer: WORKFLOW_ISSUER, signer: { subject: "a" } },
    WORKFLOW_ISSUER,
    "ab",
    "it was signed by ab, and not by a",
  ],
  ["no subject", workflow(), WORKFLOW_ISSUER, undefined, "it was signed by nobody, and not by a workflow of acme/app"],
  [
    "an owner that begins alike",
    workflow(),
    WORKFLOW_ISSUER,
    SUBJECT.replace("acme", "acme-evil"),
    `it was signed by ${SUBJECT.replace("acme", "acme-evil")}, and not by a workflow of acme/app`,
  ],
  [
    "a repository that begins alike",
    workflow(),
    WORKFLOW_ISSUER,
    SUBJECT.replace("/app/", "/app2/"),
    `it was signed by ${SUBJECT.replace("/app/", "/app2/")}, and not by a workflow of acme/app`,
  ],
  [
    "a server inside an address",
    workflow(),
    WORKFLOW_ISSUER,
    `https://evil.example/${SUBJECT}`,
    `it was signed by https://evil.example/${SUBJECT}, and not by a workflow of acme/app`,
  ],
  [
    "no workflow",
    workflow(),
    WORKFLOW_ISSUER,
    "https://github.com/acme/app/issues",
    "it was signed by https://github.com/acme/app/issues, which is not a workflow",
  ],
  [
    "a folder of workflows",
    workflow(),
    WORKFLOW_ISSUER,
    SUBJECT.replace("release", "a/b"),
    `it was signed by ${SUBJECT.replace("release", "a/b")}, which is not a workflow`,
  ],
  [
    "another workflow",
    workflow({ path: ".github/workflows/a.yml" }),
    WORKFLOW_ISSUER,
    SUBJECT,
    "it was signed by the workflow .github/workflows/release.yml, and not by .github/workflows/a.yml",
  ],
  [
    "another ref",
    workflow({ ref: "refs/heads/main" }),
    WORKFLOW_ISSUER,
    SUBJECT,
    "it was signed for refs/tags/v1.2.3, and not for refs/heads/main",
  ],
  [
    "no ref",
    workflow({ ref: "refs/heads/*" }),
    WORKFLOW_ISSUER,
    SUBJECT.split("@")[0],
    "it was signed for no ref, and not for refs/heads/*",
  ],
  [
    "a ref that hides another",
    workflow({ ref: "refs/heads/main" }),
    WORKFLOW_ISSUER,
    `${SUBJECT}@refs/heads/main`,
    "it was signed for refs/tags/v1.2.3@refs/heads/main, and not for refs/heads/main",
  ],
])("%s", (_, expected, issuer, subject, mismatch) => {
  expect(identityMismatch(expected, { issuer, subject })).toBe(mismatch);
});

const token = (claims: unknown) => `e30.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.c2ln`;
const CALLED = "acme/shared/.github/workflows/build.yml@refs/heads/main";

test("a token says whom Fulcio will certify: the called workflow, on its own server", () => {
  const claims = {
    iss: WORKFLOW_ISSUER,
    job_workflow_ref: CALLED,
    workflow_ref: "acme/app/.github/workflows/ci.yml@refs/heads/main",
  };
  expect(tokenIdentity(token(claims))).toEqual({ issuer: WORKFLOW_ISSUER, subject: `https://github.com/${CALLED}` });
  expect(tokenIdentity(token({ ...claims, server_url: "https://acme.ghe.com" })).subject).toBe(
    `https://acme.ghe.com/${CALLED}`,
  );
});

// As Go prints a parsed address (net/url, `validEncoded` and `shouldEscape`): Fulcio writes that into the certificate.
test.each([
  ["feature/x", "feature/x"],
  ["fix(ci)!", "fix(ci)!"],
  ["straße", "stra%C3%9Fe"],
  ["ұ", "%D2%B1"],
  ["(ä)", "%28%C3%A4%29"],
  ["a#1", "a#1"],
  ["a{b}", "a%7Bb%7D"],
])("the branch %s is certified as %s", (branch, expected) => {
  const ref = "acme/app/.github/workflows/ci.yml@refs/heads/";
  const { subject } = tokenIdentity(token({ iss: WORKFLOW_ISSUER, job_workflow_ref: `${ref}${branch}` }));
  expect(subject).toBe(`https://github.com/${ref}${expected}`);
});

test.each<[string, string, string | undefined]>([
  ["https://github.com/acme/app/.github/workflows/release.yml@refs/tags/v*", SUBJECT, undefined],
  ["https://github.com/acme/**", SUBJECT, undefined],
  ["https://github.com/acme/*", SUBJECT, `it was signed by ${SUBJECT}, which https://github.com/acme/* does not match`],
  ["https://github.com/acm/**", SUBJECT, `it was signed by ${SUBJECT}, which https://github.com/acm/** does not match`],
  ["*@acme.com", "a@acme.com", undefined],
  [
    "*@acme.com",
    "a@acme.com.evil.example",
    "it was signed by a@acme.com.evil.example, which *@acme.com does not match",
  ],
  [SUBJECT, SUBJECT, undefined],
  [
    "https://github.com/acme/ap?",
    "https://github.com/acme/app",
    "it was signed by https://github.com/acme/app, and not by https://github.com/acme/ap?",
  ],
])("the identity %s, and the signer %s", (identity, subject, mismatch) => {
  const expected = { issuer: WORKFLOW_ISSUER, signer: expectedSigner(identity) };
  expect(identityMismatch(expected, { issuer: WORKFLOW_ISSUER, subject })).toBe(mismatch);
});

test("a glob is matched in time that grows with its length and the name's", () => {
  const signer = expectedSigner(`https://github.com/acme/${"*a".repeat(500)}`);
  const subject = `https://github.com/acme/${"a".repeat(20_000)}b`;
  expect(identityMismatch({ issuer: WORKFLOW_ISSUER, signer }, { issuer: WORKFLOW_ISSUER, subject })).toBeDefined();
});

test.each([
  ["", "is not a JSON web token"],
  ["a.b", "is not a JSON web token"],
  ["a.b.c.d", "is not a JSON web token"],
  [`a.${"b".repeat(100_000)}.c`, "is not a JSON web token"],
  ["a.b.c", "is not of GitHub Actions"],
  [token([]), "is not of GitHub Actions"],
  [token({ iss: 5, job_workflow_ref: CALLED }), "is not of GitHub Actions"],
  [token({ iss: WORKFLOW_ISSUER, sub: "secret-sub" }), "is not of GitHub Actions"],
])("a token that is none is an error that does not quote it: %.20s", (text, message) => {
  expect(() => tokenIdentity(text)).toThrow(message);
  expect(() => tokenIdentity(text)).not.toThrow("secret-sub");
});
