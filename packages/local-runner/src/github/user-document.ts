/** A user as every answer of GitHub has them (schema `simple-user`). */
export function userDocument(login: string): Readonly<Record<string, unknown>> {
  const bot = login.endsWith("[bot]");
  const api = `https://api.github.com/users/${encodeURIComponent(login)}`;
  const id = userId(login);
  return {
    login,
    id,
    node_id: `U_${id}`,
    avatar_url: `https://avatars.githubusercontent.com/u/${id}`,
    gravatar_id: "",
    url: api,
    html_url: `https://github.com/${bot ? `apps/${login.slice(0, -"[bot]".length)}` : login}`,
    followers_url: `${api}/followers`,
    following_url: `${api}/following{/other_user}`,
    gists_url: `${api}/gists{/gist_id}`,
    starred_url: `${api}/starred{/owner}{/repo}`,
    subscriptions_url: `${api}/subscriptions`,
    organizations_url: `${api}/orgs`,
    repos_url: `${api}/repos`,
    events_url: `${api}/events{/privacy}`,
    received_events_url: `${api}/received_events`,
    type: bot ? "Bot" : "User",
    site_admin: false,
  };
}

/** GitHub's own number of the workflow's bot; others are made up. */
export function userId(login: string): number {
  if (login === "github-actions[bot]") return 41_898_282;
  return [...login].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)!) % 100_000_000, 7);
}
