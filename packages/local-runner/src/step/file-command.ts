/** A file command that the runner cannot read. It fails the step. */
export class FileCommandError extends Error {
  override readonly name = "FileCommandError";
}

/** The runner blocks it: it would inject code into every later Node action (FileCommandManager.cs). */
const BLOCKED_VARIABLES = new Set(["NODE_OPTIONS"]);

/**
 * The `name=value` and heredoc lines of GITHUB_OUTPUT, GITHUB_STATE and GITHUB_ENV (FileCommandManager.cs,
 * `EnvFileKeyValuePairs`). Whichever of `=` and `<<` comes first decides; a heredoc must end with its delimiter on a
 * line of its own.
 */
export function parseFileCommands(content: string): Map<string, string> {
  const values = new Map<string, string>();
  let at = 0;
  while (at < content.length) {
    const end = lineEnd(content, at);
    const line = content.slice(at, end);
    at = end + 1;
    if (line === "") continue;
    const equals = line.indexOf("=");
    const heredoc = line.indexOf("<<");
    if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
      if (equals === 0) throw new FileCommandError(`Invalid format '${line}'. Name must not be empty`);
      values.set(line.slice(0, equals), line.slice(equals + 1));
      continue;
    }
    const delimiter = line.slice(heredoc + 2);
    if (heredoc <= 0 || delimiter === "") throw new FileCommandError(`Invalid format '${line}'`);
    const lines: string[] = [];
    while (true) {
      if (at > content.length || at === content.length)
        throw new FileCommandError(`Invalid value. Matching delimiter not found '${delimiter}'`);
      const stop = lineEnd(content, at);
      const text = content.slice(at, stop);
      at = stop + 1;
      if (text === delimiter) break;
      lines.push(text);
    }
    values.set(line.slice(0, heredoc), lines.join("\n"));
  }
  return values;
}

/** Values for later steps' environment. @throws FileCommandError for a variable that may not be set. */
export function parseEnvironmentFile(content: string): Map<string, string> {
  const values = parseFileCommands(content);
  for (const name of values.keys()) {
    if (BLOCKED_VARIABLES.has(name.toUpperCase()))
      throw new FileCommandError(`Can't store ${name} output parameter using '$GITHUB_ENV' command.`);
  }
  return values;
}

/** Above it the runner uploads no summary at all (CreateStepSummaryCommand). */
export const SUMMARY_MAX_BYTES = 1_048_576;

export function checkSummarySize(bytes: number): string | undefined {
  if (bytes <= SUMMARY_MAX_BYTES) return undefined;
  return `$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of ${SUMMARY_MAX_BYTES / 1024}k, got ${Math.ceil(bytes / 1024)}k.`;
}

function lineEnd(content: string, from: number): number {
  const newline = content.indexOf("\n", from);
  return newline === -1 ? content.length : newline;
}
