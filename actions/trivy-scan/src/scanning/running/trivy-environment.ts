import type { Environment } from "@jessy-actions/kit/runner/environment";

/** Folders of a run, absolute. */
export interface RunFolders {
  readonly home: string;
  readonly temporary: string;
}

/** Nothing listens there (`discard`). */
const CLOSED = "http://127.0.0.1:9";

/** What Windows needs to start a program at all. */
const OF_WINDOWS = ["SystemRoot", "SYSTEMROOT"];

/**
 * All that Trivy gets: no token, no variable of the runner, of a cloud or of Trivy's own (`TRIVY_*` would be settings), and
 * a home of its own, in which no Docker login and no configuration is.
 *
 * @param isProxied whether the network must be closed by a proxy that leads nowhere
 */
export function trivyEnvironment(
  { PATH, ...environment }: Environment,
  { home, temporary }: RunFolders,
  isProxied: boolean,
): Readonly<Record<string, string>> {
  const kept = OF_WINDOWS.flatMap((name) => (environment[name] === undefined ? [] : [[name, environment[name]]]));
  return {
    ...(PATH === undefined ? {} : { PATH }),
    ...(Object.fromEntries(kept) as Record<string, string>),
    HOME: home,
    USERPROFILE: home,
    TMPDIR: temporary,
    TMP: temporary,
    TEMP: temporary,
    LANG: "C.UTF-8",
    // A crash is one line then: the rest would be Go's stacks.
    GOTRACEBACK: "none",
    ...(isProxied
      ? { HTTP_PROXY: CLOSED, HTTPS_PROXY: CLOSED, http_proxy: CLOSED, https_proxy: CLOSED, NO_PROXY: "", no_proxy: "" }
      : {}),
  };
}
