/** A registry's user, as Docker's configuration file writes it. */
export interface RegistryLogin {
  /** `ghcr.io`; Docker Hub has a name of its own, see `registryKey`. */
  readonly registry: string;
  readonly username: string;
  readonly password: string;
}

/** Under which name `config.json` keeps a login. */
const registryKey = (registry: string): string => (registry === "docker.io" ? "https://index.docker.io/v1/" : registry);

/** Variables of `with_login`; without a login none of them says anything. */
export function loginVariables(login: RegistryLogin | undefined): Readonly<Record<string, string>> {
  if (login === undefined) return { JESSY_REGISTRY: "", JESSY_REGISTRY_AUTH: "" };
  const { registry, username, password } = login;
  return {
    JESSY_REGISTRY: registryKey(registry),
    JESSY_REGISTRY_AUTH: Buffer.from(`${username}:${password}`).toString("base64"),
  };
}

/**
 * Functions of `sh` around a host's Docker. `with_login` gives a command a configuration of its own, that of the user with
 * one login more, readable by the user alone and removed with the command: `docker login` would leave it to everybody.
 */
export const ENGINE = `
check_engine() {
  if ! said=$(docker version --format '{{.Server.Version}}' 2>&1); then
    problem "$(id -un) cannot use Docker: $(printf '%s\\n' "$said" | tail -n 1)"
  fi
}
with_login() (
  if [ -n "$JESSY_REGISTRY_AUTH" ]; then
    context=$(docker context show 2>/dev/null || echo default)
    if [ "$context" != default ]; then export DOCKER_CONTEXT="$context"; fi
    umask 077
    login=$(mktemp -d "$PWD/.jessy/login.XXXXXX")
    trap 'rm -rf -- "$login"' EXIT
    trap 'exit 143' HUP INT TERM
    for each in "\${DOCKER_CONFIG:-$HOME/.docker}"/*; do
      if [ -e "$each" ] && [ "\${each##*/}" != config.json ]; then ln -s -- "$each" "$login/"; fi
    done
    printf '{"auths":{"%s":{"auth":"%s"}}}\\n' "$JESSY_REGISTRY" "$JESSY_REGISTRY_AUTH" >"$login/config.json"
    export DOCKER_CONFIG="$login"
  fi
  "$@"
)
# The digest by which this host knows an image: of its own repository, of another, or its id.
locked() {
  case $1 in *@sha256:*) say "$1"; return ;; esac
  repository=$1
  case \${1##*/} in *:*) repository=\${1%:*} ;; esac
  known=$(docker image inspect --format '{{range .RepoDigests}}{{println .}}{{end}}{{.Id}}' "$1")
  say "$known" | awk -v own="$repository@" '
    NF && index($0, own) == 1 { print; found = 1; exit }
    NF && first == "" { first = $0 }
    END { if (!found) print first }'
}
`;
