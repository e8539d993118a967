import { type JsonValue, parseJson } from "@jessy-actions/reading/json";
import { ReportError } from "@jessy-actions/reading/report-error";

/**
 * Reads a JSON document of a registry. Every error names the document.
 *
 * @param what how errors call it: `the manifest sha256:...`
 * @param maxBytes more is refused unread
 * @param names fields that Go's readers would take under any case of letters (`Manifests` for `manifests`): a name that
 *   differs only in case is refused, since Go and we would read two documents in it
 * @throws ReportError
 */
export function readJsonDocument<Result>(
  what: string,
  bytes: Uint8Array,
  maxBytes: number,
  names: readonly string[],
  read: (root: JsonValue) => Result,
): Result {
  if (bytes.length > maxBytes)
    throw new ReportError(`${what} has ${bytes.length} bytes, and at most ${maxBytes} are allowed`);
  return inDocument(what, () => {
    const root = parseJson([checkUtf8(bytes)]);
    checkNames(root, names);
    return read(root);
  });
}

/** Puts the name of a document before whatever is wrong in it. */
export function inDocument<Result>(what: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof ReportError)) throw error;
    throw new ReportError(`${what}: ${error.message.replace(": the report was cut off", ", as if it was cut off")}`);
  }
}

/** Registries and container engines read UTF-8 without a byte order mark, and nothing else. */
function checkUtf8(bytes: Uint8Array): Uint8Array {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    if (!text.startsWith("\ufeff")) return bytes;
  } catch {
    throw new ReportError("is not valid UTF-8");
  }
  throw new ReportError("begins with a byte order mark");
}

function checkNames(root: JsonValue, names: readonly string[]): void {
  if (!root.isObject) throw root.not("an object");
  for (const [key] of root.entries()) {
    // Upper case first: it also folds the long s and the Kelvin sign, as Go does.
    const folded = key.toUpperCase().toLowerCase();
    const name = names.find((one) => one !== key && one.toLowerCase() === folded);
    if (name !== undefined) throw new ReportError(`has a field ${JSON.stringify(key)} where \`${name}\` is meant`);
  }
}
