/** github.com, or the GitHub Enterprise Server that the runner belongs to. */
export function apiUrls(environment: Readonly<Record<string, string | undefined>>): {
  readonly apiUrl: string;
  readonly graphqlUrl: string;
} {
  return {
    apiUrl: environment.GITHUB_API_URL || "https://api.github.com",
    graphqlUrl: environment.GITHUB_GRAPHQL_URL || "https://api.github.com/graphql",
  };
}
