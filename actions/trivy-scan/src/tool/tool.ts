/** The Trivy that scans. */
export interface Tool {
  /** Without `v`. */
  readonly version: string;
  /** Absolute. */
  readonly path: string;
  /** `installed`: by the input `trivy-path`, which nobody has verified. */
  readonly origin: "downloaded" | "cached" | "installed";
  /** Of the program, hexadecimal. */
  readonly sha256: string;
}
