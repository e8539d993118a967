/** A coverage report that cannot be used as it is. The message is one line, without the file's name: the caller knows it. */
export class ReportError extends Error {
  override readonly name = "ReportError";
}
