/** Two registries on loopback: a plain one, and one with TLS and basic auth. */
import { execFileSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { get } from "node:http";
import { get as getSecurely } from "node:https";
import { join } from "node:path";
import { canIsolate } from "./machine.ts";
import { contentOf, Part, partFolder, program } from "./part.ts";
import type { Programs } from "./programs.ts";

export interface StackRegistry {
  /** `127.0.0.1:PORT`. */
  readonly host: string;
  /** Where it keeps its blobs. */
  readonly folder: string;
  /** Its log: a line for each request. */
  readonly log: string;
}

export interface User {
  readonly username: string;
  readonly password: string;
}

export interface SecuredRegistry extends StackRegistry, User {
  /** Somebody else with the same rights. */
  readonly other: User;
  /** Of its self-signed certificate, for localhost and 127.0.0.1: PEM. */
  readonly caFile: string;
}

export interface Registries {
  readonly plain: StackRegistry;
  readonly secured: SecuredRegistry;
}

/** Nobody's: the registry that asks for them listens on loopback, and ends with the stack. */
const USERS: readonly [User, User] = [
  { username: "jessy", password: 'a pass:word of "tests" & nothing else' },
  { username: "robin", password: "Kw5 of somebody \\ else" },
];

/** One that listens answers at once, unless the loopback interface is down: milliseconds. */
const ANSWER_TIMEOUT = 20_000;

/** @throws Error in one line. */
export async function startRegistries(programs: Programs): Promise<[Registries, Part]> {
  const folder = partFolder();
  try {
    return await startIn(folder, programs);
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

async function startIn(folder: string, { paths, searchPath }: Programs): Promise<[Registries, Part]> {
  const at = (...names: string[]) => join(folder, ...names);
  const caFile = at("registry.pem");
  const scripts = writeSettings(folder, caFile).map((name) =>
    program(folder, name, `${paths.registry} serve ${at(`${name}.yml`)}`),
  );
  const script = {
    start: scripts.map(({ start }) => start).join("\n"),
    stop: scripts.map(({ stop }) => stop).join("\n"),
  };
  const part = new Part(script, { folder, isolated: canIsolate(), searchPath });
  const started = async (name: string, ca?: string): Promise<StackRegistry> => {
    const log = at(`${name}.log`);
    const port = await part.until(name, () => /listening on 127\.0\.0\.1:(\d+)/.exec(contentOf(log))?.[1]);
    const host = `127.0.0.1:${port}`;
    await part.until(name, () => answers(host, ca), ANSWER_TIMEOUT);
    return { host, folder: at(name), log };
  };
  try {
    const [plain, secured] = await Promise.all([started("plain"), started("secured", contentOf(caFile))]);
    return [{ plain, secured: { ...secured, ...USERS[0], other: USERS[1], caFile } }, part];
  } catch (error) {
    await part.stop();
    throw error;
  }
}

/** @returns the names of the registries. */
function writeSettings(folder: string, caFile: string): readonly string[] {
  const at = (...names: string[]) => join(folder, ...names);
  const key = at("registry.key");
  const names = "subjectAltName=DNS:localhost,IP:127.0.0.1";
  const curve = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"];
  const about = ["-subj", "/CN=localhost", "-addext", names, "-keyout", key, "-out", caFile];
  execFileSync("openssl", ["req", "-x509", ...curve, ...about], { stdio: "ignore" });
  writeFileSync(at("htpasswd"), USERS.map((user) => `${user.username}:${bcrypt(user.password)}\n`).join(""));
  const tls = `  tls: {certificate: ${caFile}, key: ${key}}\n`;
  const auth = `auth: {htpasswd: {realm: jessy, path: ${at("htpasswd")}}}\n`;
  const settings = { plain: "", secured: `${tls}${auth}` };
  for (const [name, more] of Object.entries(settings))
    writeFileSync(
      at(`${name}.yml`),
      `version: 0.1
log: {accesslog: {disabled: false}, fields: {service: registry}}
storage: {filesystem: {rootdirectory: ${at(name)}}, delete: {enabled: true}}
http:
  addr: 127.0.0.1:0
  secret: none
${more}`,
    );
  return Object.keys(settings);
}

/** The registry takes bcrypt alone, which the C library makes: perl calls it. */
export function bcrypt(password: string): string {
  const script = "print crypt(<STDIN>, q($2y$05$jessyjessyjessyjessyje))";
  const hash = execFileSync("perl", ["-e", script], { input: password, encoding: "utf8" });
  if (!hash.startsWith("$2y$")) throw new Error("the C library has no bcrypt");
  return hash;
}

function answers(host: string, ca: string | undefined): Promise<boolean> {
  return new Promise((resolve) => {
    const asked =
      ca === undefined
        ? get(`http://${host}/v2/`, done)
        : getSecurely(`https://${host}/v2/`, { ca, rejectUnauthorized: true }, done);
    asked.on("error", () => resolve(false));
    function done(response: { resume(): void; statusCode?: number | undefined }) {
      response.resume();
      resolve(response.statusCode === 200 || response.statusCode === 401);
    }
  });
}
