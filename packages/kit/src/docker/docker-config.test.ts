import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { HUB_KEY, storedCredential } from "./config-file.ts";
import { type Login, makePrivateConfig, type PrivateConfigOptions, removePrivateConfig } from "./docker-config.ts";

const HUB: Login = {
  registry: "docker.io",
  username: "jessy",
  password: "p:w",
  repositories: ["acme/app", "acme/web"],
};
const GHCR: Login = { registry: "ghcr.io", username: "octo", password: "token", repositories: ["acme/app"] };
const base64 = (text: string) => Buffer.from(text).toString("base64");
const RUNNERS_OWN = { [HUB_KEY]: { auth: base64("githubactions:pull") } };

let folder: string;
let own: string;
let masked: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "jessy-docker-config-"));
  own = join(folder, "home", ".docker");
  mkdirSync(own, { recursive: true });
  masked = [];
});

afterEach(() => rmSync(folder, { recursive: true }));

const put = (path: string, content: unknown) => {
  mkdirSync(join(own, path, ".."), { recursive: true });
  writeFileSync(join(own, path), typeof content === "string" ? content : JSON.stringify(content));
};

const make = (options: Partial<PrivateConfigOptions>) =>
  makePrivateConfig({
    temporary: join(folder, "temporary"),
    environment: { HOME: join(folder, "home") },
    logins: [HUB, GHCR],
    hasRepositoryScopes: false,
    needsHubLogin: false,
    log: { mask: (secret) => void masked.push(secret) },
    ...options,
  });

const written = (made: ReturnType<typeof make>) =>
  JSON.parse(readFileSync(join(made.environment.DOCKER_CONFIG, "config.json"), "utf8"));

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

describe("the private config", () => {
  test("holds several logins, masked, in files of its user alone", () => {
    const made = make({});
    const { DOCKER_CONFIG } = made.environment;
    expect(written(made)).toEqual({
      auths: { [HUB_KEY]: { auth: base64("jessy:p:w") }, "ghcr.io": { auth: base64("octo:token") } },
    });
    expect(storedCredential(made.config, "ghcr.io")).toEqual({ username: "octo", password: "token" });
    expect(masked).toEqual(["p:w", base64("jessy:p:w"), "token", base64("octo:token")]);
    expect([modeOf(DOCKER_CONFIG), modeOf(join(DOCKER_CONFIG, "config.json"))]).toEqual(["700", "600"]);
    expect(readdirSync(own)).toEqual([]);
    expect(made.environment.BUILDX_CONFIG).toBe(join(own, "buildx"));
  });

  test("keeps all that the user's holds", () => {
    const mine = {
      auths: { "quay.io": { auth: base64("q:q") } },
      credHelpers: { "gcr.io": "gcloud" },
      proxies: { default: { httpProxy: "http://proxy:3128" } },
      currentContext: "remote",
      cliPluginsExtraDirs: ["/opt/plugins"],
      HttpHeaders: { "X-Meta": "1" },
    };
    put("config.json", mine);
    put("cli-plugins/docker-buildx", "plugin");
    put("contexts/meta/a/meta.json", "{}");
    put("ca.pem", "certificate");
    const made = make({ logins: [GHCR] });
    const { DOCKER_CONFIG } = made.environment;
    expect(written(made)).toEqual({ ...mine, auths: { ...mine.auths, "ghcr.io": { auth: base64("octo:token") } } });
    expect(readFileSync(join(DOCKER_CONFIG, "cli-plugins/docker-buildx"), "utf8")).toBe("plugin");
    expect(existsSync(join(DOCKER_CONFIG, "contexts/meta/a/meta.json"))).toBe(true);
    expect(readFileSync(join(DOCKER_CONFIG, "ca.pem"), "utf8")).toBe("certificate");
  });

  test("goes before credential programs, for its registries alone", () => {
    put("config.json", { credsStore: "desktop", credHelpers: { "ghcr.io": "ghcr", "gcr.io": "gcloud" } });
    expect(written(make({ logins: [GHCR] }))).toMatchObject({
      credsStore: "desktop",
      credHelpers: { "ghcr.io": "", "gcr.io": "gcloud" },
    });
  });

  test("follows DOCKER_CONFIG and BUILDX_CONFIG", () => {
    const [config, buildx] = [join(folder, "other"), join(folder, "builders")];
    mkdirSync(config);
    writeFileSync(join(config, "config.json"), '{"currentContext":"other"}');
    const made = make({ environment: { DOCKER_CONFIG: config, BUILDX_CONFIG: buildx } });
    expect(written(made)).toMatchObject({ currentContext: "other" });
    expect(made.environment.BUILDX_CONFIG).toBe(buildx);
  });

  test.each([
    ["damaged", '{"auths": secret', "is not valid JSON"],
    ["a list", "[]", "is not a JSON object"],
    ["with damaged logins", '{"auths":{"a":{"auth":1}}}', "has something else than a text in auths: a: auth"],
    ["with a path as a program", '{"credsStore":"../../x"}', "names a credential program that is not a plain name"],
  ])("a config.json of the user's that is %s", (_, content, problem) => {
    put("config.json", content);
    expect(() => make({})).toThrow(`${join(own, "config.json")} ${problem}: correct it, or set DOCKER_CONFIG`);
  });

  test("takes the place of one that a killed run left, and is removed without what its links lead to", () => {
    put("cli-plugins/docker-buildx", "plugin");
    make({});
    const { DOCKER_CONFIG } = make({ logins: [] }).environment;
    expect(readFileSync(join(DOCKER_CONFIG, "config.json"), "utf8")).not.toContain(base64("jessy:p:w"));
    removePrivateConfig(join(folder, "temporary"));
    removePrivateConfig(join(folder, "temporary"));
    expect(existsSync(DOCKER_CONFIG)).toBe(false);
    expect(readFileSync(join(own, "cli-plugins/docker-buildx"), "utf8")).toBe("plugin");
  });
});

describe("the runner's own credentials for Docker Hub", () => {
  beforeEach(() => put("config.json", { auths: RUNNERS_OWN }));

  test("stay, and the login counts for its repositories alone", () => {
    put("buildx/instances/mine", "{}");
    put("buildx/config/registry-1.docker.io/other/config.json", "{}");
    put("buildx/config/ghcr.io/config.json", '{"auths":{}}');
    const made = make({ hasRepositoryScopes: true, needsHubLogin: true });
    const { BUILDX_CONFIG } = made.environment;
    expect(written(made).auths[HUB_KEY]).toEqual(RUNNERS_OWN[HUB_KEY]);
    for (const repository of HUB.repositories) {
      const path = join(BUILDX_CONFIG, "config/registry-1.docker.io", repository, "config.json");
      expect(JSON.parse(readFileSync(path, "utf8"))).toEqual({ auths: { [HUB_KEY]: { auth: base64("jessy:p:w") } } });
      expect(modeOf(path)).toBe("600");
    }
    expect(existsSync(join(BUILDX_CONFIG, "instances/mine"))).toBe(true);
    expect(existsSync(join(BUILDX_CONFIG, "config/ghcr.io/config.json"))).toBe(true);
    expect(existsSync(join(own, "buildx/config/registry-1.docker.io/acme"))).toBe(false);
    expect(made.notes).toEqual([]);
  });

  test("stay with an older buildx, too: the push is not buildx's", () => {
    const made = make({});
    expect(written(made).auths[HUB_KEY]).toEqual(RUNNERS_OWN[HUB_KEY]);
    expect(written(made).auths["ghcr.io"]).toBeDefined();
    expect(made.notes).toEqual([]);
  });

  test("are replaced where the build needs the login and buildx cannot tell them apart, and that is said", () => {
    const made = make({ needsHubLogin: true });
    expect(written(made).auths[HUB_KEY]).toEqual({ auth: base64("jessy:p:w") });
    expect(made.notes).toEqual([expect.stringContaining("buildx 0.31 or later can tell them apart")]);
  });

  test("a repository that would lead out of the folder", () => {
    const logins = [{ ...HUB, repositories: ["../../x"] }];
    expect(() => make({ logins, hasRepositoryScopes: true })).toThrow("is not the name of a repository");
  });
});
