/**
 * A report that cannot be used as it is. The message is one line without the file's name, which the caller knows. Text
 * that it quotes from the report is untrusted.
 */
export class ReportError extends Error {
  override readonly name = "ReportError";

  constructor(message: string, options?: ErrorOptions) {
    super(message.replace(/[\u0000-\u001f\u007f]+/g, " ").slice(0, MAX_CHARACTERS), options);
  }
}

/** A report can be endless; a message about it is not. */
const MAX_CHARACTERS = 500;
