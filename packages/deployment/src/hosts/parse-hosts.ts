import { nearest } from "@jessy-actions/reading/nearest";
import { UserError, UserErrors } from "@jessy-actions/reading/user-error";
import type { Host, HostAddress } from "./host.ts";
import { parseHostAddress, shownAddress } from "./host-address.ts";
import { quoted } from "./quoted.ts";

/** What a line leaves out. */
export interface HostDefaults {
  /** Empty: every line names its own. */
  readonly user: string;
  readonly port: number;
  /** Machines on the way to every host that does not name its own. */
  readonly jumps: readonly HostAddress[];
}

/** More is a mistake, and a report that nobody reads. */
export const MAX_HOSTS = 200;
/** ssh starts a process for each. */
export const MAX_JUMPS = 4;
const MAX_NAME = 64;

const OPTIONS = ["name", "user", "port", "jump"] as const;
type OptionName = (typeof OPTIONS)[number];
type Options = Partial<Readonly<Record<OptionName, string>>>;

/**
 * The hosts of an input, a line each: `[user@]host[:port] [name=NAME] [user=USER] [port=PORT] [jump=HOST,HOST|none]`.
 * Several hosts with the same options may share a line, between commas.
 *
 * @param lines without blank ones and comments.
 * @throws UserErrors with every wrong line, each named by its text.
 */
export function parseHosts(lines: readonly string[], defaults: HostDefaults): readonly Host[] {
  const problems: string[] = [];
  const hosts: Omit<Host, "alias">[] = [];
  for (const line of lines) collectProblems(problems, () => hosts.push(...parseLine(line, defaults)));
  if (hosts.length > MAX_HOSTS)
    problems.push(`there are ${hosts.length} hosts; at most ${MAX_HOSTS} can be deployed to`);
  problems.push(...sameTwice(hosts));
  if (lines.length === 0) problems.push("there are no hosts; write one a line, such as `deploy@web-1.example.com`");
  if (problems.length > 0) throw new UserErrors(problems);
  return hosts.map((host, index) => ({ ...host, alias: `host-${index + 1}` }));
}

/**
 * The machines on the way, in the order that they are passed through: `[user@]host[:port]`, one a line or between commas.
 *
 * @throws UserErrors
 */
export function parseJumps(lines: readonly string[], defaults: Omit<HostDefaults, "jumps">): readonly HostAddress[] {
  const problems: string[] = [];
  const jumps: HostAddress[] = [];
  const texts = lines.flatMap((line) => line.split(/[\s,]+/).filter((text) => text !== ""));
  for (const text of texts) collectProblems(problems, () => jumps.push(parseHostAddress(text, defaults)));
  if (jumps.length > MAX_JUMPS)
    problems.push(`there are ${jumps.length} jump hosts; at most ${MAX_JUMPS} are passed through`);
  const seen = new Set<string>();
  for (const jump of jumps) {
    const shown = shownAddress(jump);
    if (seen.has(shown)) problems.push(`${quoted(shown)} is passed through twice`);
    seen.add(shown);
  }
  if (problems.length > 0) throw new UserErrors(problems);
  return jumps;
}

function parseLine(line: string, defaults: HostDefaults): readonly Omit<Host, "alias">[] {
  const template = /\$\{\{|\$\{|\{\{/.exec(line)?.[0];
  if (template !== undefined)
    throw new UserError(`${quoted(line)} holds ${quoted(template)}, which nothing has replaced by a value`);
  // Blanks around commas belong to the list.
  const [list = "", ...words] = line
    .trim()
    .replace(/\s*,\s*/g, ",")
    .split(/\s+/);
  const texts = list.split(",").filter((text) => text !== "");
  const options = parseOptions(words, line);
  if (texts.length === 0) throw new UserError(`${quoted(line)} has no host`);
  if (texts.length > 1 && options.name !== undefined)
    throw new UserError(`${quoted(line)} gives one name to ${texts.length} hosts; write a line for each`);
  const user = options.user ?? defaults.user;
  const port = options.port === undefined ? defaults.port : Number(options.port);
  const jumps = options.jump === undefined ? defaults.jumps : parseOwnJumps(options.jump, { ...defaults, user });
  return texts.map((text) => {
    const address = parseHostAddress(text, { user, port });
    return { ...address, name: options.name ?? shownAddress(address), jumps };
  });
}

function parseOptions(words: readonly string[], line: string): Options {
  const options: Partial<Record<OptionName, string>> = {};
  for (const word of words) {
    const [, key = "", value = ""] = /^([a-z-]+)=(.*)$/.exec(word) ?? [];
    const name = OPTIONS.find((option) => option === key);
    if (name === undefined) throw new UserError(unknownOption(word, key, line));
    if (options[name] !== undefined) throw new UserError(`${quoted(line)} has \`${name}=\` twice`);
    if (value === "") throw new UserError(`${quoted(line)} has \`${name}=\` without a value`);
    options[name] = value;
  }
  checkName(options.name, line);
  if (options.port !== undefined && !(/^\d{1,5}$/.test(options.port) && +options.port >= 1 && +options.port <= 65_535))
    throw new UserError(`${quoted(line)} has the port ${quoted(options.port)}; write a number from 1 to 65535`);
  return options;
}

function unknownOption(word: string, key: string, line: string): string {
  const near = nearest(key, OPTIONS);
  const instead = near === undefined ? `some of ${OPTIONS.map((name) => `\`${name}=\``).join(", ")}` : `\`${near}=\``;
  return `${quoted(line)} has ${quoted(word)} after the host; write ${instead}, and other hosts on lines of their own`;
}

/** Names stand in reports, in results and in arguments of no program. */
function checkName(name: string | undefined, line: string): void {
  if (name === undefined) return;
  if (name.length > MAX_NAME) throw new UserError(`${quoted(line)} has a name of more than ${MAX_NAME} characters`);
  if (!/^[A-Za-z0-9][A-Za-z0-9._:-]*$/.test(name))
    throw new UserError(`${quoted(line)} has the name ${quoted(name)}; write letters, digits, ".", "_", ":" and "-"`);
}

/** @param text `none`, or jump hosts between commas. */
function parseOwnJumps(text: string, defaults: Omit<HostDefaults, "jumps">): readonly HostAddress[] {
  return text === "none" ? [] : parseJumps([text], { ...defaults, port: 22 });
}

/** A host that is deployed to twice would lock out itself. The same address behind another jump host is another host. */
function sameTwice(hosts: readonly Omit<Host, "alias">[]): readonly string[] {
  const problems = new Set<string>();
  const machines = new Set<string>();
  const names = new Set<string>();
  for (const host of hosts) {
    const machine = JSON.stringify([shownAddress(host), host.jumps.map(shownAddress)]);
    if (machines.has(machine)) problems.add(`${quoted(shownAddress(host))} is there twice`);
    else if (names.has(host.name.toLowerCase()))
      problems.add(`two hosts are called ${quoted(host.name)}; tell them apart by \`name=\``);
    machines.add(machine);
    names.add(host.name.toLowerCase());
  }
  return [...problems];
}

function collectProblems(problems: string[], work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    problems.push(...(error instanceof UserErrors ? error.problems : [error.message]));
  }
}
