import { describe, expect, test } from "vitest";
import { foreignEnvironment } from "./foreign-environment.ts";

const TOKEN = "ghs_0123456789";
const of = (environment: Record<string, string | undefined>, passed: readonly string[] = [], token = TOKEN) =>
  leaveOut(foreignEnvironment(environment, { token, passed, temporary: "/private" }));

/** The folder for temporary files is in each. */
function leaveOut({ variables: { TMPDIR, ...variables }, withheld }: ReturnType<typeof foreignEnvironment>) {
  expect(TMPDIR).toBe("/private");
  return { variables, withheld };
}

describe("the runner's own are held back without a word", () => {
  test.each([
    "ACTIONS_RUNTIME_TOKEN",
    "ACTIONS_RESULTS_URL",
    "ACTIONS_ID_TOKEN_REQUEST_URL",
    "INPUT_COMMAND",
    "INPUT_GITHUB-TOKEN",
    "STATE_x",
    "GITHUB_TOKEN",
    "GITHUB_OUTPUT",
    "GITHUB_ENV",
    "GITHUB_PATH",
    "GITHUB_STEP_SUMMARY",
    "GITHUB_STATE",
    "GITHUB_EVENT_PATH",
    "GITHUB_WORKSPACE_X",
    "github_output",
    "RUNNER_TEMP",
    "RUNNER_WORKSPACE",
    "RUNNER_TRACKING_ID",
    "TMPDIR",
    "TEMP",
  ])("%s", (name) => {
    expect(of({ [name]: "x" })).toEqual({ variables: {}, withheld: [] });
  });
});

describe("what looks like a secret is held back and named", () => {
  test.each([
    "NPM_TOKEN",
    "MY_SECRET",
    "DB_PASSWORD",
    "PASSWD",
    "GPG_PASSPHRASE",
    "GOOGLE_APPLICATION_CREDENTIALS",
    "API_KEY",
    "APIKEY",
    "AWS_ACCESS_KEY_ID",
    "SSH_PRIVATE_KEY",
    "SIGNING_KEY",
    "DEPLOY_KEY",
    "SSH_KEYS",
    "GH_PAT",
    "PAT",
    "BASIC_AUTH",
    "AUTH_HEADER",
    "SSH_AUTH_SOCK",
    "NETRC",
    "CONNECTION_STRING",
    "DATABASE_URL",
    "SLACK_WEBHOOK",
    "SENTRY_DSN",
    "lower_case_token",
  ])("%s", (name) => {
    expect(of({ [name]: "x" })).toEqual({ variables: {}, withheld: [name] });
  });
});

test.each([
  "PATH",
  "HOME",
  "CI",
  "GITHUB_ACTIONS",
  "GITHUB_WORKSPACE",
  "GITHUB_SHA",
  "GITHUB_REF",
  "GITHUB_REF_NAME",
  "GITHUB_REPOSITORY",
  "RUNNER_OS",
  "RUNNER_TOOL_CACHE",
  "CARGO_HOME",
  "CARGO_TERM_COLOR",
  "RUSTFLAGS",
  "GOFLAGS",
  "GOROOT_1_22_X64",
  "CGO_ENABLED",
  "CC",
  "NODE_OPTIONS",
  "PYTHONHASHSEED",
  "LD_LIBRARY_PATH",
  "JAVA_HOME_21_X64",
  "ANDROID_SDK_ROOT",
  "VCPKG_INSTALLATION_ROOT",
  "CHROMEWEBDRIVER",
  "AGENT_TOOLSDIRECTORY",
  "ImageVersion",
  "XDG_RUNTIME_DIR",
  "https_proxy",
])("%s is passed on", (name) => {
  expect(of({ [name]: "x" })).toEqual({ variables: { [name]: "x" }, withheld: [] });
});

test.each(["KEYBOARD", "XPATH", "AUTHOR", "PATTERN", "MYAPP_SIZE", "CCX", "GIT_DIR"])(
  "%s is on no list, so it is named, and the workflow may pass it",
  (name) => {
    expect(of({ [name]: "x" })).toEqual({ variables: {}, withheld: [name] });
    expect(of({ [name]: "x" }, [name])).toEqual({ variables: { [name]: "x" }, withheld: [] });
  },
);

describe("what looks like a credential by its value is held back, on whatever list its name is", () => {
  const x = (count: number) => "xY3".repeat(count).slice(0, count);
  test.each([
    ["GitHub", `ghp_${x(36)}`],
    ["an installation", `ghs_${x(36)}`],
    ["a fine-grained token", `github_pat_${x(22)}_${x(59)}`],
    ["GitLab", `glpat-${x(20)}`],
    ["npm", `npm_${x(36)}`],
    ["PyPI", `pypi-${x(60)}`],
    ["AWS", "AKIAIOSFODNN7EXAMPLE"],
    ["AWS, for a time", "ASIAIOSFODNN7EXAMPLE"],
    ["Google", `AIza${x(35)}`],
    ["Slack", "xoxb-1234567890-abc"],
    ["Slack's webhook", "https://hooks.slack.com/services/T0/B0/x"],
    ["Stripe", `sk_live_${x(24)}`],
    ["Docker", `dckr_pat_${x(27)}`],
    ["Azure", `DefaultEndpointsProtocol=https;AccountKey=${x(40)}==`],
    ["a key", "-----BEGIN OPENSSH PRIVATE KEY-----\nabc"],
    ["a key of another form", "-----BEGIN RSA PRIVATE KEY-----"],
    ["a signed token", `eyJ${x(20)}.eyJ${x(20)}.${x(20)}`],
    ["a header", `Authorization: Bearer ${x(24)}`],
    ["an address with a password", "http://user:pass@proxy:3128"],
    ["an address with a password, behind others", "-x -y postgres://u:p4ss@db/x"],
  ])("%s", (_, value) => {
    for (const name of ["CARGO_NET_GIT", "https_proxy", "GITHUB_REF_NAME", "MYAPP_X"]) {
      const isOurs = !name.startsWith("GITHUB_");
      expect(of({ [name]: value }, ["MYAPP_*"])).toEqual({ variables: {}, withheld: isOurs ? [name] : [] });
      expect(of({ [name]: value }, [name]).variables).toEqual({ [name]: value });
    }
  });

  test.each([
    "a basic configuration",
    "/opt/hostedtoolcache/go/1.22/x64/bin:/usr/bin",
    "http://proxy:3128",
    "https://github.com/org/repo",
    "-C target-cpu=native",
    "user@example.com",
    "0123456789abcdef0123456789abcdef01234567",
  ])("`%s` is none", (value) => {
    expect(of({ RUSTFLAGS: value }).withheld).toEqual([]);
  });

  test("a value of any length is looked through in no time", () => {
    for (const part of ["a", "sk-", "a://", "eyJ", "ghp_", "x:"])
      expect(of({ RUSTFLAGS: part.repeat(30_000) }).variables.RUSTFLAGS ?? "withheld").toBeTruthy();
  });
});

test("a pattern passes what it matches, and no credential", () => {
  const environment = { MYAPP_SIZE: "7", MYAPP_TOKEN: "x", MYAPP_URL: "http://u:p@h", OTHER: "1" };
  expect(of(environment, ["MYAPP_*"])).toEqual({
    variables: { MYAPP_SIZE: "7" },
    withheld: ["MYAPP_TOKEN", "MYAPP_URL", "OTHER"],
  });
  expect(of({ GITHUB_TOKEN: "x", RUNNER_TEMP: "/t" }, ["*"])).toEqual({ variables: {}, withheld: [] });
});

test("the token is held back under any name, and as git gets it", () => {
  const basic = Buffer.from(`x-access-token:${TOKEN}`).toString("base64");
  expect(
    of({ HARMLESS: TOKEN, URL: `https://x:${TOKEN}@github.com`, GIT_CONFIG_VALUE_0: `AUTHORIZATION: basic ${basic}` }),
  ).toEqual({ variables: {}, withheld: ["GIT_CONFIG_VALUE_0", "HARMLESS", "URL"] });
  // Without a token, nothing holds it.
  expect(of({ RUSTFLAGS: "x" }, [], "").withheld).toEqual([]);
});

test("what the workflow passes by name comes through, whatever it is", () => {
  const environment = { NPM_TOKEN: "a", HARMLESS: TOKEN, GITHUB_RUN_ID: "7", API_KEY: "b" };
  expect(of(environment, ["NPM_TOKEN", "GITHUB_RUN_ID", "HARMLESS"])).toEqual({
    variables: { NPM_TOKEN: "a", GITHUB_RUN_ID: "7", HARMLESS: TOKEN },
    withheld: ["API_KEY"],
  });
});

test("the names are sorted; what is not set is nothing", () => {
  expect(of({ Z_TOKEN: "1", A_TOKEN: "2", CC: undefined })).toEqual({
    variables: {},
    withheld: ["A_TOKEN", "Z_TOKEN"],
  });
});
