/** A request as it came in, without its token. */
export interface RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly body: unknown;
  /** 0: the connection ended before there was an answer. */
  readonly status: number;
  /** Of an upload, which goes to a host of its own and whose content is not recorded. */
  readonly upload?: { readonly contentType: string | undefined; readonly size: number };
}
