import { expect, test } from "vitest";
import type { Inputs, ModeInputs } from "../inputs.ts";
import type { ImageResult } from "../result.ts";
import { modeScripts } from "./mode-scripts.ts";

const DIGEST = `sha256:${"a".repeat(64)}`;
const IMAGE: ImageResult = {
  reference: "ghcr.io/acme/api:1",
  digest: DIGEST,
  signature: "not-asked",
  signedBy: null,
};
const image = (reference: string, username = "", password = "") =>
  ({ reference, username, password, verify: "none", keys: [], identity: undefined, issuer: undefined }) as const;

const MODES: Readonly<Record<string, ModeInputs>> = {
  files: { mode: "files", source: ".", exclude: [], transfer: "auto", shared: ["a/", "b c"], keep: 5, activate: "x" },
  compose: {
    mode: "compose",
    files: ["compose.yaml", "nginx.conf", "prod.yml"],
    project: "",
    services: ["web", "worker"],
    envFile: ".env",
    image: undefined,
  },
  docker: {
    mode: "docker",
    image: image("ghcr.io/acme/api:1", "robot", "planted-secret"),
    container: "api",
    run: ["-p 80:80", "-e TOKEN"],
  },
  command: { mode: "command", switch: "planted-script", rollback: "undo", serving: "" },
};

const scriptsOf = (deploy: ModeInputs, path = "/srv/My App.v2", resolved: ImageResult | null = IMAGE) =>
  modeScripts({ deploy, path, gateTiming: { deadline: 60_500 } } as Inputs, "20261128T112857Z-391bb57-1.1", resolved);

test.each<[string, Readonly<Record<string, string>>]>([
  ["files", { JESSY_SHARED: "a/\nb c", JESSY_KEEP: "5", JESSY_ACTIVATE: "x" }],
  [
    "compose",
    {
      JESSY_COMPOSE_FILES: "compose.yaml\nprod.yml",
      JESSY_PROJECT: "myappv2",
      JESSY_SERVICES: "web worker",
      JESSY_ENV_FILE: ".env",
      JESSY_IMAGE: `ghcr.io/acme/api@${DIGEST}`,
      JESSY_REGISTRY_AUTH: "",
      JESSY_WAIT: "61",
    },
  ],
  [
    "docker",
    {
      JESSY_IMAGE: `ghcr.io/acme/api@${DIGEST}`,
      JESSY_RUN: "-p\n80:80\n-e\nTOKEN",
      JESSY_BY_NAME: "TOKEN",
      JESSY_OVERLAP: "",
      JESSY_REGISTRY: "ghcr.io",
      JESSY_REGISTRY_AUTH: Buffer.from("robot:planted-secret").toString("base64"),
    },
  ],
  ["command", { JESSY_SWITCH: "planted-script", JESSY_ROLLBACK: "undo", JESSY_SERVING: "" }],
])("%s: values come by variables, and no script holds one", (mode, environment) => {
  const { environment: variables, tools, ...scripts } = scriptsOf(MODES[mode]!);
  expect(variables).toMatchObject({
    ...environment,
    JESSY_PATH: "/srv/My App.v2",
    JESSY_RELEASE: "20261128T112857Z-391bb57-1.1",
  });
  expect(Object.keys(variables).filter((name) => !name.startsWith("JESSY_"))).toEqual([]);
  expect(tools.length).toBeGreaterThan(0);
  const other = scriptsOf({
    ...MODES[mode]!,
    container: "other",
    project: "other",
    switch: "other",
  } as unknown as ModeInputs);
  for (const [phase, body] of Object.entries(scripts)) {
    expect(body).not.toMatch(/planted|My App|ghcr\.io/);
    expect(other[phase as keyof typeof scripts]).toBe(body);
  }
});

test.each([
  ["alpine", `alpine@${DIGEST}`],
  ["docker.io/acme/api:2", `acme/api@${DIGEST}`],
  ["localhost:5000/api", `localhost:5000/api@${DIGEST}`],
])("an image as Docker names it: %s", (reference, expected) => {
  const { environment } = scriptsOf(MODES.docker!, "/srv/api", { ...IMAGE, reference });
  expect(environment.JESSY_IMAGE).toBe(expected);
});

test("Docker Hub's login has a name of its own", () => {
  const deploy = { ...MODES.docker, image: image("acme/api", "robot", "x") } as ModeInputs;
  expect(scriptsOf(deploy).environment.JESSY_REGISTRY).toBe("https://index.docker.io/v1/");
});

test("another option is another setting, and the same is the same", () => {
  const settings = (run: readonly string[]) =>
    scriptsOf({ ...MODES.docker, run } as ModeInputs).environment.JESSY_SETTINGS;
  expect(settings(["-p 80:80"])).toBe(settings(["-p 80:80"]));
  expect(settings(["-p 80:80"])).not.toBe(settings(["-p 81:80"]));
});

test.each(["", "../x", "a/b", "-x", "a\nb", "a b", "x".repeat(201)])("a release cannot be called %j", (release) => {
  expect(() => modeScripts({ deploy: MODES.command } as Inputs, release, null)).toThrow(
    "cannot be the name of a release",
  );
});
