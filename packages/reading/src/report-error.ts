/**
 * A coverage report that cannot be used as it is. The message is one line, without the file's name: the caller knows it. What it quotes
 * of the report is untrusted.
 */
export class ReportError extends Error {
  override readonly name = "ReportError";

  constructor(message: string, options?: ErrorOptions) {
    super(message.replace(/[\u0000-\u001f\u007f]+/g, " ").slice(0, MAX_CHARACTERS), options);
  }
}

/** What a report holds can be endless; what is said of it is not. */
const MAX_CHARACTERS = 500;
