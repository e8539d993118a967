import * as core from "@actions/core";
import { revealInvisible } from "../report/escape.ts";
import type { Annotation } from "../report/report.ts";

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
  /** Tells the runner to hide a value from now on. */
  mask(secret: string): void;
}

const ANNOTATE = { error: core.error, warning: core.warning, notice: core.notice };

/** The step's log: standard output, by @actions/core, which escapes what a command carries. @param now milliseconds. */
export function createLog(now: () => number = () => performance.now()): Log {
  return {
    // core writes it as it is: a line of it that looks like a command would be one.
    info: (message) => core.info(inert(message)),
    // A debug log quotes what others wrote: file names, messages, answers.
    debug: (message) => core.debug(revealInvisible(message)),
    notice: (message) => core.notice(shown(message)),
    warning: (message) => core.warning(shown(message)),
    error: (message) => core.error(shown(message)),
    annotate: (annotation) => ANNOTATE[annotation.level](shown(annotation.message), placeOf(annotation)),
    // Not core.group, which ends the group before the line with the time could be written.
    async group(title, work) {
      core.startGroup(shown(title));
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
      core.info(text.replace(/\n$/, ""));
      core.info(`::${token}::`);
    },
    // core hides a text of several lines only as a whole, and with an empty one every character of the log.
    mask(secret) {
      for (const value of new Set([secret, ...secret.split(/\r?\n/)].map((part) => part.trim()))) {
        if (value !== "") core.setSecret(value);
      }
    },
  };
}

/** Text of a command, which may quote what others wrote: names that hide something, or that would move a terminal's cursor. */
function shown(text: string): string {
  return revealInvisible(text.replace(/\r\n?/g, "\n"));
}

/** Titles and paths are shown as messages are; core only escapes what would end the property. */
function placeOf({ title, file, startLine, endLine }: Annotation): core.AnnotationProperties {
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
