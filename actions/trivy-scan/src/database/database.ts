/** One source of what is known of flaws, as the report shows it. */
export interface Database {
  readonly name: "trivy-db" | "trivy-java-db" | "rustsec" | "crates-index" | "govulncheck";
  /** A digest or a commit; null where it has none. */
  readonly version: string | null;
  /** When its content was made, in milliseconds since 1970; null where nobody knows. */
  readonly updatedAt: number | null;
  /** Where it came from: a repository, `the cache`, or a folder. One line. */
  readonly origin: string;
  /** Why it is not the newest, a sentence; e.g. that every mirror answered 429. */
  readonly warning?: string;
}
