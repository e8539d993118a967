import { describe, expect, test } from "vitest";
import { benchmarkEnvironment } from "./environment.ts";

const TOKEN = "ghs_0123456789";
const of = (environment: Record<string, string | undefined>, passed: readonly string[] = [], token = TOKEN) =>
  benchmarkEnvironment(environment, { token, passed });

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
  "RUNNER_TEMP",
  "CARGO_HOME",
  "GOFLAGS",
  "KEYBOARD",
  "XPATH",
  "AUTHOR",
  "PATTERN",
  "JAVA_HOME_21_X64",
])("%s is passed on", (name) => {
  expect(of({ [name]: "x" })).toEqual({ variables: { [name]: "x" }, withheld: [] });
});

test("the token is held back under any name, and as git gets it", () => {
  const basic = Buffer.from(`x-access-token:${TOKEN}`).toString("base64");
  expect(
    of({ HARMLESS: TOKEN, URL: `https://x:${TOKEN}@github.com`, GIT_CONFIG_VALUE_0: `AUTHORIZATION: basic ${basic}` }),
  ).toEqual({ variables: {}, withheld: ["GIT_CONFIG_VALUE_0", "HARMLESS", "URL"] });
  // Without a token, nothing holds it.
  expect(of({ HARMLESS: "x" }, [], "").withheld).toEqual([]);
});

test("what the workflow passes by name comes through, whatever it is", () => {
  const environment = { NPM_TOKEN: "a", HARMLESS: TOKEN, GITHUB_RUN_ID: "7", API_KEY: "b" };
  expect(of(environment, ["NPM_TOKEN", "GITHUB_RUN_ID", "HARMLESS"])).toEqual({
    variables: { NPM_TOKEN: "a", GITHUB_RUN_ID: "7", HARMLESS: TOKEN },
    withheld: ["API_KEY"],
  });
});

test("the names are sorted; what is not set is nothing", () => {
  expect(of({ Z_TOKEN: "1", A_TOKEN: "2", B: undefined })).toEqual({ variables: {}, withheld: ["A_TOKEN", "Z_TOKEN"] });
});
