/** The variables of a process; unset ones are undefined. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Whether the job has `id-token: write`: only then the runner says where to ask for a token of OpenID Connect. */
export function mayRequestIdentity({ ACTIONS_ID_TOKEN_REQUEST_TOKEN: token }: Environment): boolean {
  return token !== undefined && token !== "";
}
