import * as core from "@actions/core";
import { revealInvisible } from "../report/escape.ts";
import type { Annotation } from "../report/report.ts";
import { Redaction } from "./redaction.ts";

export interface Log {
  /** A line of our own. What it quotes from outside cannot become a workflow command. */
  info(message: string): void;
  /** Shown only when the run has debug logging on. */
  debug(message: string): void;
  notice(message: string): void;
  warning(message: string): void;
  error(message: string): void;
  annotate(annotation: Annotation): void;
  /** A folded group around some work, ended by a line with the time it took. */
  group<T>(title: string, work: () => Promise<T> | T): Promise<T>;
  /** Output of a tool: shown as it is, between marks that keep the runner from obeying it. */
  foreign(text: string): void;
  /** Hides a value from now on: in the runner's log, and in everything that this run writes. */
  mask(secret: string): void;
  /** What was masked so far. */
  readonly redaction: Redaction;
}

const ANNOTATE = { error: core.error, warning: core.warning, notice: core.notice };

/** The step's log: standard output, by @actions/core, which escapes what a command carries. @param now milliseconds. */
export function createLog(now: () => number = () => performance.now()): Log {
  const redaction = new Redaction();
  const plain = (text: string) => redaction.redact(text);
  return {
    redaction,
    // core writes it as it is: a line of it that looks like a command would be one.
    info: (message) => core.info(inert(plain(message))),
    // A debug log quotes what others wrote: file names, messages, answers.
    debug: (message) => core.debug(revealInvisible(plain(message))),
    notice: (message) => core.notice(shown(plain(message))),
    warning: (message) => core.warning(shown(plain(message))),
    error: (message) => core.error(shown(plain(message))),
    annotate: (annotation) => {
      const { message, ...place } = redaction.redactData(annotation);
      ANNOTATE[annotation.level](shown(message), placeOf(place));
    },
    // Not core.group, which ends the group before the line with the time could be written.
    async group(title, work) {
      core.startGroup(shown(plain(title)));
      const start = now();
      try {
        return await work();
      } finally {
        core.info(`(${((now() - start) / 1000).toFixed(2)} s)`);
        core.endGroup();
      }
    },
    // core has no function for stop-commands.
    foreign(text) {
      const token = crypto.randomUUID();
      core.info(`::stop-commands::${token}`);
      core.info(plain(text).replace(/\n$/, ""));
      core.info(`::${token}::`);
    },
    // core hides a text of several lines only as a whole, and with an empty one every character of the log.
    mask(secret) {
      redaction.add(secret);
      const [whole = "", ...lines] = new Set([secret, ...secret.split(/\r?\n/)].map((part) => part.trim()));
      for (const value of [whole, ...lines.filter((line) => line.length >= MIN_MASKED_LINE)])
        if (value !== "") core.setSecret(value);
    },
  };
}

/** `{`, `},` and `]` are lines of keys in JSON, and stand in every log. */
const MIN_MASKED_LINE = 4;

/** Text of a command, which may quote what others wrote: names that hide something, or that would move a terminal's cursor. */
function shown(text: string): string {
  return revealInvisible(text.replace(/\r\n?/g, "\n"));
}

/** Titles and paths are shown as messages are; core only escapes what would end the property. */
function placeOf({ title, file, startLine, endLine }: Omit<Annotation, "message">): core.AnnotationProperties {
  return {
    ...(title !== undefined && { title: shown(title) }),
    ...(file !== undefined && { file: shown(file) }),
    ...(startLine !== undefined && { startLine }),
    ...(endLine !== undefined && { endLine }),
  };
}

/** The runner obeys `::name::` at the start of a line, after blanks, and the old `##[name]` anywhere (ActionCommand.cs). */
function inert(message: string): string {
  return message
    .split(/\r\n|\r|\n/)
    .map((text) => text.replace(/^(\s*)::/, "$1:\u200b:").replaceAll("##[", "##\u200b["))
    .join("\n");
}
