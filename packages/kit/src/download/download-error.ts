/**
 * Why a file did not come. `address`: it is none that a download may ask. `redirect`: the server leads elsewhere.
 * `refused`: it answers, and has no file. `unreachable`: it does not answer. `stalled`, `late`, `cut`: it did not send
 * all. `too-large`, `page`, `digest`: what it sends is not the file.
 */
export type DownloadFault =
  | "address"
  | "redirect"
  | "refused"
  | "unreachable"
  | "stalled"
  | "late"
  | "cut"
  | "too-large"
  | "page"
  | "digest";

interface Detail {
  /** Of a refusal. */
  readonly status?: number;
  /** The header Retry-After of a refusal. */
  readonly retryAfter?: string | undefined;
  /** SHA-256 of what came, hexadecimal, where that is what is wrong. */
  readonly found?: string;
  /** Another attempt would end in the same way. */
  readonly isFinal?: boolean;
}

/** A download that did not bring its file. The message is half a sentence that names the server. */
export class DownloadError extends Error {
  override readonly name = "DownloadError";
  readonly fault: DownloadFault;
  readonly status: number;
  readonly retryAfter: string | undefined;
  readonly found: string | undefined;
  readonly isFinal: boolean;

  constructor(fault: DownloadFault, message: string, { status = 0, retryAfter, found, isFinal = false }: Detail = {}) {
    super(message);
    this.fault = fault;
    this.status = status;
    this.retryAfter = retryAfter;
    this.found = found;
    this.isFinal = isFinal;
  }
}
