/** Where the repository is found, each without a slash at its end. */
export interface Addresses {
  /** `…/repos/{owner}/{repo}` of the API. */
  readonly api: string;
  /** The same on the host that takes uploads. */
  readonly uploads: string;
  /** The host that gives out what was uploaded. */
  readonly objects: string;
  /** The page that people see. */
  readonly html: string;
}
