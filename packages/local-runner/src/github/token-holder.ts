/** Whose token it is and what it may do, in the words of a workflow's `permissions:`. */
export interface TokenHolder {
  readonly login: string;
  readonly write: boolean;
  /** `deployments: write`. Default: as `write`. */
  readonly deployments?: boolean;
  /** What no workflow token is: an administrator of the repository. */
  readonly admin?: boolean;
  /** What no workflow token has: `workflows: write`. */
  readonly workflows?: boolean;
}
