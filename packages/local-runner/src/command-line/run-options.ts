import { parseArgs } from "node:util";
import { nearest } from "@jessy-actions/reading/nearest";
import { LOCAL_EVENTS, type LocalEvent } from "../checkout/checkout.ts";
import { UsageError } from "./usage-error.ts";

/** What stands after `jessy run`. */
export interface RunOptions {
  /** A name, a folder, or what `uses:` says; undefined when none is given. */
  readonly action: string | undefined;
  readonly inputs: Readonly<Record<string, string>>;
  readonly event: LocalEvent;
  readonly base: string | undefined;
  readonly defaultBranch: string | undefined;
  readonly title: string | undefined;
  readonly cwd: string;
  readonly from: string | undefined;
  readonly report: string | undefined;
  readonly json: boolean;
  readonly debug: boolean;
  readonly help: boolean;
}

const OPTIONS = {
  with: { type: "string", multiple: true },
  event: { type: "string", default: "pull_request" },
  base: { type: "string" },
  "default-branch": { type: "string" },
  title: { type: "string" },
  cwd: { type: "string", default: "." },
  from: { type: "string" },
  report: { type: "string" },
  json: { type: "boolean", default: false },
  debug: { type: "boolean", default: false },
  help: { type: "boolean", short: "h", default: false },
} as const;

/** The options as people read them. */
export const RUN_OPTIONS_HELP = `Options of run:
  --with NAME=VALUE     an input, once each; the lines of a list are lines of its value: --with files=$'a.info\\nb.info'
  --event NAME          ${LOCAL_EVENTS.join(", ")} (default: pull_request)
  --base REVISION       where the change starts (default: the merge base with the default branch, else the commit before HEAD)
  --default-branch NAME the repository's default branch (default: what origin/HEAD says, else main or master)
  --title TEXT          the title of the pull request (default: the first line of HEAD's message)
  --cwd FOLDER          the checkout to run in (default: the current folder)
  --from REPOSITORY     where \`owner/repository/folder@ref\` is downloaded from: a git repository, or a folder that is the tree at any ref
                        (default: https://github.com/owner/repository)
  --report FILE         write the comment and the job summary as GitHub would show them, as an HTML page
  --json                print the step's outcome, outputs, annotations and summary as JSON, and nothing else
  --debug               run as a re-run with debug logging does, and show requests to the emulated GitHub and its git commands
  --help                with an action: its inputs and their defaults
`;

/** Pure. @throws UsageError in one line. */
export function parseRunOptions(args: readonly string[]): RunOptions {
  const { values, positionals } = parse(args);
  const [action, ...surplus] = positionals;
  if (surplus.length > 0) throw new UsageError(`\`${surplus[0]}\` is too much; inputs are given by --with name=value`);
  return {
    action,
    inputs: parseInputs(values.with ?? []),
    event: parseEvent(values.event),
    base: values.base,
    defaultBranch: values["default-branch"],
    title: values.title,
    cwd: values.cwd,
    from: values.from,
    report: values.report,
    json: values.json,
    debug: values.debug,
    help: values.help,
  };
}

function parse(args: readonly string[]): ReturnType<typeof parseStrictly> {
  try {
    return parseStrictly(args);
  } catch (error) {
    throw new UsageError(parseProblem((error as Error).message));
  }
}

function parseStrictly(args: readonly string[]) {
  return parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
}

/** What Node's parser says, in one line and with the option that was probably meant. */
function parseProblem(message: string): string {
  const unknown = /^Unknown option '(--?[^']*)'/.exec(message)?.[1];
  if (unknown === undefined) return message.split("\n")[0]!;
  const near = nearest(unknown.replace(/^-+/, ""), Object.keys(OPTIONS));
  return near === undefined
    ? `Unknown option '${unknown}'; \`jessy --help\` lists the options`
    : `Unknown option '${unknown}'; did you mean --${near}?`;
}

function parseEvent(text: string): LocalEvent {
  const event = LOCAL_EVENTS.find((each) => each === text);
  if (event !== undefined) return event;
  const near = nearest(text, LOCAL_EVENTS);
  throw new UsageError(
    `--event ${text} cannot be run here; ${near === undefined ? `write one of ${LOCAL_EVENTS.join(", ")}` : `did you mean ${near}?`}`,
  );
}

function parseInputs(pairs: readonly string[]): Record<string, string> {
  const inputs: Record<string, string> = {};
  for (const pair of pairs) {
    const equals = pair.indexOf("=");
    if (equals < 1) throw new UsageError(`--with ${pair} has no name; write --with name=value`);
    const name = pair.slice(0, equals);
    if (Object.hasOwn(inputs, name))
      throw new UsageError(
        `--with ${name} is given twice; an input has one value, and the lines of a list are its lines: --with ${name}=$'one\\ntwo'`,
      );
    inputs[name] = pair.slice(equals + 1);
  }
  return inputs;
}
