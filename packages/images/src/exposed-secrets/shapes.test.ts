import { describe, expect, test } from "vitest";
import { findExposedSecrets } from "./exposed-secrets.ts";
import { findShapes } from "./shapes.ts";

const LETTERS = "aB3dE5fG7hJ9kL1mN2pQ4rS6tU8vW0xYz";
/** Nothing here is a credential: the pieces are put together when the test runs, so that no scanner takes them for one. */
const some = (length: number, letters = LETTERS) => letters.repeat(Math.ceil(length / letters.length)).slice(0, length);
const UPPER = "ABCDEFGH2345";
const key = (label: string, between = "\n") =>
  `-----BEGIN ${label}-----${between}${some(64)}${between}-----END ${label}-----`;
const basic = Buffer.from("acme-ci:hunter2hunter2").toString("base64");

describe("a credential is known by its form", () => {
  test.each<[string, string]>([
    ["GitHub token", `ghp_${some(36)}`],
    ["GitHub token", `https://x-access-token%3Aghs_${some(36)}`],
    ["GitHub token", `gho_${some(40)}`],
    ["GitHub fine-grained token", `github_pat_${some(22)}_${some(59)}`],
    ["GitLab token", `glpat-${some(20)}`],
    ["AWS access key", `AKIA${some(16, UPPER)}`],
    ["AWS access key", `AWS_ACCESS_KEY_ID=ASIA${some(16, UPPER)}`],
    ["AWS secret key", `AWS_SECRET_ACCESS_KEY=${some(40)}`],
    ["AWS secret key", `aws_secret_access_key = "${some(40)}"`],
    ["private key", key("RSA PRIVATE KEY")],
    ["private key", key("PRIVATE KEY", "\\n")],
    ["private key", `{\\"private_key\\":\\"${key("PRIVATE KEY", "\\\\n")}\\"}`],
    ["private key", key("OPENSSH PRIVATE KEY", " ")],
    ["private key", key("PGP PRIVATE KEY BLOCK", "\n\n")],
    ["private key", key("ENCRYPTED SIGSTORE PRIVATE KEY")],
    [
      "private key",
      `-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,${some(32, "0123ABCD")}\n\n${some(64)}`,
    ],
    ["registry login", `{"auths":{"ghcr.io":{"auth":"${basic}"}}}`],
    ["registry login", `RUN echo "{\\"auths\\":{\\"ghcr.io\\":{\\"auth\\": \\"${basic}\\"}}}"`],
    ["Docker Hub token", `dckr_pat_${some(27)}`],
    ["npm token", `npm_${some(36)}`],
    ["npm login", `//registry.acme.com/:_authToken=${some(36)}`],
    ["npm login", `//registry.acme.com/:_password="${some(24)}"`],
    ["PyPI token", `pypi-AgEIcHlwaS5vcmc${some(80)}`],
    ["crates.io token", `cio${some(32)}`],
    ["Slack token", `xoxb-${some(12, "123456")}-${some(12, "123456")}-${some(24)}`],
    ["Slack app token", `xapp-1-A0${some(9)}-${some(13, "1234")}-${some(64)}`],
    ["Slack webhook", `https://hooks.slack.com/services/T${some(8)}/B${some(8)}/${some(24)}`],
    ["Discord webhook", `https://discord.com/api/webhooks/${some(18, "1234567")}/${some(68)}`],
    ["Telegram bot token", `${some(10, "123456")}:AA${some(33)}`],
    ["Google API key", `AIza${some(35)}`],
    ["Google OAuth secret", `GOCSPX-${some(28)}`],
    ["Azure storage key", `AccountKey=${some(86)}==`],
    ["Stripe key", `sk_live_${some(24)}`],
    ["SendGrid key", `SG.${some(22)}.${some(43)}`],
    ["Hugging Face token", `hf_${some(34)}`],
    ["OpenAI key", `sk-proj-${some(20)}T3BlbkFJ${some(20)}`],
    ["Anthropic key", `sk-ant-api03-${some(95)}`],
    ["DigitalOcean token", `dop_v1_${some(64, "0123456789abcdef")}`],
    ["Vault token", `hvs.${some(90)}`],
    ["JSON web token", `eyJ${some(20)}.eyJ${some(40)}.${some(43)}`],
    ["Authorization header", `curl -H "Authorization: Bearer ${some(40)}"`],
    ["Authorization header", `{"Authorization":"Basic ${basic}"}`],
    ["password in an address", "https://ci:hunter2hunter2@pypi.acme.com/simple"],
    ["password in an address", "DATABASE_URL=postgres://app:Tr0ub4dor@db.acme.com/app"],
    ["password in an address", "redis://:Tr0ub4dor@cache.acme.com:6379"],
  ])("%s: %.40s", (name, text) => {
    for (const around of [text, `RUN |1 A=${text} /bin/sh -c x`, `x: '${text}'`])
      expect(findShapes(around)).toContain(name);
  });

  test("also in an address, in a file in base64, and by its name", () => {
    const document = (content: unknown) =>
      findExposedSecrets([{ name: "it", bytes: Buffer.from(JSON.stringify(content)) }], []).findings.map(
        ({ place, secret, evidence, encoding }) => [place, secret, evidence, encoding].join(" | "),
      );
    expect(document({ a: `?u=https%3A%2F%2Fci%3Ahunter2hunter2%40pypi.acme.com` })).toEqual([
      "a | password in an address | shape | URL-encoded",
    ]);
    expect(document({ a: Buffer.from(`FROM scratch\nENV A=ghp_${some(36)}`).toString("base64") })).toEqual([
      "a | GitHub token | shape | base64",
    ]);
    expect(document({ args: { "build-arg:AWS_SECRET_ACCESS_KEY": some(40) } })).toEqual([
      "build argument AWS_SECRET_ACCESS_KEY in the provenance | AWS secret key | shape | plain",
    ]);
    expect(document({ config: { Env: [`AWS_SECRET_ACCESS_KEY=${some(40)}`] } })).toEqual([
      "environment variable AWS_SECRET_ACCESS_KEY | AWS secret key | shape | plain",
    ]);
    expect(document({ config: { Labels: { [`ghp_${some(36)}`]: "x" } } })).toEqual([
      "the name of label *** | GitHub token | shape | plain",
    ]);
  });
});

describe("what only looks like one is left alone", () => {
  test.each([
    ["a digest", `sha256:${some(64, "0123456789abcdef")}`],
    ["a commit", some(40, "0123456789abcdef")],
    ["the example of AWS", `AKIAIOSFODNN7${"EXAMPLE"}`],
    ["the secret example of AWS", `aws_secret_access_key=wJalrXUtnFEMI/K7MDENG/bPxRfiCY${"EXAMPLE"}KEY`],
    ["a placeholder", `ghp_${"x".repeat(36)}`],
    ["a masked token", `ghp_${"*".repeat(36)}`],
    ["a token that is too short", `ghp_${some(35)}`],
    ["a variable in an address", "https://$" + "{USER}:$" + "{TOKEN}@github.com/acme/app"],
    ["a variable of a shell", "https://x:$TOKEN@github.com/acme/app"],
    ["an argument of a template", "https://x:{{token}}@github.com"],
    ["a placeholder in an address", "https://user:<token>@github.com"],
    ["a test database", "postgres://postgres:postgres@localhost:5432/test"],
    ["a test database with its word", "postgres://app:password@db/app"],
    ["a local proxy", "http://ci:Tr0ub4dor@127.0.0.1:3128"],
    ["a host of an example", "https://ci:Tr0ub4dor@example.com"],
    ["a remote of git", "git@github.com:acme/app.git"],
    ["an address with a port and an @", "https://cdn.acme.com:8443/npm/@scope/pkg@1.2.3"],
    ["an image by digest", "docker://ghcr.io/acme/app:1.2.3@sha256:abc"],
    ["the first line of a key", "grep -q -----BEGIN PRIVATE KEY----- key.pem"],
    ["a public key", key("PUBLIC KEY")],
    ["a certificate", key("CERTIFICATE")],
    ["a login by variable", 'RUN echo "//registry.npmjs.org/:_authToken=$' + '{NPM_TOKEN}" > .npmrc'],
    ["a header by variable", 'curl -H "Authorization: Bearer $TOKEN"'],
    ["a header of a manual", "Authorization: Bearer YOUR_ACCESS_TOKEN_HERE"],
    ["a field called auth", '{"auth":"required"}'],
    ["a login that is not base64 of a login", `{"auth":"${Buffer.from("not a login").toString("base64")}"}`],
    ["a name of a token", "GITHUB_TOKEN_PATH=/run/secrets/github_token"],
    ["a helper's token", `npm_config_${some(36)}`],
    ["a word with cio", `suspicio${some(32)}`],
    ["a plain history", "RUN /bin/sh -c apt-get update && apt-get install -y curl=7.88.1-10+deb12u8 # buildkit"],
  ])("%s", (_, text) => {
    expect(findShapes(text)).toEqual([]);
  });
});

test("the search takes time linear to the text, whatever it is made of", () => {
  // Each piece begins a pattern; a backtracking search would take hours for half a million characters of them.
  const pieces = [
    "-----BEGIN PRIVATE KEY-----",
    "eyJ",
    "eyJa.",
    "a://",
    "a://b:",
    "https://u:",
    "ghp_",
    "xoxb-",
    "AKIA",
    '"auth":',
    "authorization: bearer ",
    "aws_secret_key = ",
    "a",
    "a.",
    "/",
    "+",
    "-",
    "_",
    "%41",
    "sk-",
    "SG.",
    "1",
    "hooks.slack.com/services/",
    "Proc-Type: a\n",
    "\\n",
    " ",
  ];
  for (const piece of pieces) findShapes(piece.repeat(Math.ceil(500_000 / piece.length)));
});
