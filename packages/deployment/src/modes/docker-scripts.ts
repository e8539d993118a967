import { RELEASE_ROOM } from "../releases/release-room.ts";
import { ENGINE, loginVariables, type RegistryLogin } from "./engine.ts";
import { HOST_CHECK } from "./host-check.ts";
import { type ModeScripts, UNKNOWN_RELEASE } from "./mode.ts";
import { isExclusive, runArguments, variablesByName } from "./run-options.ts";

export interface DockerOptions {
  /** `repository@sha256:…` */
  readonly image: string;
  readonly container: string;
  /** Options of `docker run`, one a line. */
  readonly run: readonly string[];
  readonly login: RegistryLogin | undefined;
  /** Seconds in which the container must be healthy. */
  readonly wait: number;
  /** Tells one set of options from another. */
  readonly settings: string;
}

/**
 * The container that serves has the name that was asked for; NAME-next is made while nothing is switched yet, and
 * NAME-previous stays, stopped, until the release after. `.jessy/switch` holds their ids, since names change hands.
 */
const CONTAINERS = `
# Exactly that name: inspect would take the beginning of an id as well.
id_of() {
  found=$(docker ps --all --no-trunc --format '{{.ID}} {{.Names}}') || return 1
  say "$found" | awk -v name="$1" '{ count = split($2, names, ","); for (at = 1; at <= count; at++) if (names[at] == name) print $1 }'
}
is_there() { [ -n "$1" ] && docker inspect --type container "$1" >/dev/null 2>&1; }
is_running() { [ "$(docker inspect --type container --format '{{.State.Running}}' "$1" 2>/dev/null)" = true ]; }
label() { docker inspect --type container --format "{{with index .Config.Labels \\"$2\\"}}{{.}}{{end}}" "$1"; }
remove() {
  if is_there "$1"; then
    docker stop "$1" >/dev/null
    docker rm --force "$1" >/dev/null
  fi
}
serves() {
  id=$(id_of "$JESSY_CONTAINER") || return 1
  if [ -z "$id" ]; then return; fi
  state=$(docker inspect --format '{{.State.Running}}' "$id") || return 1
  if [ "$state" != true ]; then return; fi
  release=$(label "$id" jessy.release) || return 1
  say "\${release:-$JESSY_UNKNOWN}"
}
# Whether a container is what this deployment asks for: image, options, and the values of variables that come by name.
is_asked() {
  if [ -z "$1" ] || ! is_running "$1"; then return 1; fi
  if [ "$(label "$1" jessy.release)" != "$JESSY_RELEASE" ] || [ "$(label "$1" jessy.settings)" != "$JESSY_SETTINGS" ]; then return 1; fi
  has=$(docker inspect --format '{{range .Config.Env}}{{println .}}{{end}}' "$1")
  for name in $JESSY_BY_NAME; do
    eval "value=\\\${$name-}"
    if ! say "$has" | grep -Fxq -e "$name=$value"; then return 1; fi
  done
}
# Without a health check a container counts once it has stood for a look, so that one that falls over is seen.
wait_healthy() {
  deadline=$(($(date +%s) + JESSY_WAIT))
  looked=
  while :; do
    state=$(docker inspect --format '{{.State.Status}} {{.State.ExitCode}} {{with index .State "Health"}}{{.Status}}{{else}}-{{end}} {{.State.StartedAt}} {{.RestartCount}}' "$1")
    case $state in
      "running "*" healthy "*) return ;;
      "running "*" unhealthy "*) fail "$JESSY_CONTAINER is unhealthy" ;;
      "running "*" - "*) if [ "$state" = "$looked" ]; then return; fi ;;
      "exited "* | "dead "*) fail "$JESSY_CONTAINER ended with exit code $(say "$state" | cut -d ' ' -f 2)" ;;
    esac
    if [ "$(date +%s)" -ge "$deadline" ]; then fail "$JESSY_CONTAINER is not healthy after $JESSY_WAIT s: $state"; fi
    looked=$state
    sleep 1
  done
}
# What is parked must not come back when the machine starts again; its restart policy is kept for a rollback.
park() {
  old=$(id_of "$JESSY_CONTAINER-previous")
  if [ "$old" != "$1" ]; then
    if [ -n "$old" ]; then docker rm --force "$old" >/dev/null; fi
    docker inspect --format '{{.HostConfig.RestartPolicy.Name}}:{{.HostConfig.RestartPolicy.MaximumRetryCount}}' "$1" |
      sed 's/:0$//' >.jessy/restart-policy.new
    mv -f .jessy/restart-policy.new .jessy/restart-policy
    docker rename "$1" "$JESSY_CONTAINER-previous"
  fi
  docker update --restart no "$1" >/dev/null
  docker stop "$1" >/dev/null
}
unpark() {
  if [ "$(id_of "$JESSY_CONTAINER-previous")" = "$1" ]; then
    policy=$(cat .jessy/restart-policy 2>/dev/null || :)
    docker update --restart "\${policy:-no}" "$1" >/dev/null
  fi
  docker start "$1" >/dev/null
}
take_name() {
  holder=$(id_of "$JESSY_CONTAINER")
  if [ "$holder" != "$1" ]; then
    if [ -n "$holder" ]; then remove "$holder"; fi
    docker rename "$1" "$JESSY_CONTAINER"
  fi
}
`;

const FUNCTIONS = `${RELEASE_ROOM}${ENGINE}${CONTAINERS}`;

const PREFLIGHT = `${FUNCTIONS}${HOST_CHECK}
check_tools
check_place
check_engine
served=$(serves)
fact serving "$served"
previous=$(id_of "$JESSY_CONTAINER-previous")
fact previous "\${previous:+$(label "$previous" jessy.release)}"
if [ -d "$JESSY_PATH" ]; then enter; fi
if is_recorded; then fact leftover "a switch of $JESSY_CONTAINER was neither finished nor undone"
elif
  own=$(id_of "$JESSY_CONTAINER")
  is_asked "$own"
then fact unchanged true; fi
`;

const PREPARE = `${FUNCTIONS}
mkdir -p -- "$JESSY_PATH"
enter
mkdir -p .jessy
if ! docker image inspect "$JESSY_IMAGE" >/dev/null 2>&1; then with_login docker pull --quiet "$JESSY_IMAGE"; fi
own=$(id_of "$JESSY_CONTAINER")
if is_asked "$own"; then say "$JESSY_CONTAINER runs this already"
else
  left=$(id_of "$JESSY_CONTAINER-next")
  if [ -n "$left" ]; then remove "$left"; fi
  set --
  while IFS= read -r each; do if [ -n "$each" ]; then set -- "$@" "$each"; fi; done <<END
$JESSY_RUN
END
  docker create --pull never --name "$JESSY_CONTAINER-next" --label "jessy.release=$JESSY_RELEASE" \\
    --label "jessy.settings=$JESSY_SETTINGS" "$@" "$JESSY_IMAGE" >/dev/null
fi
`;

const SWITCH = `${FUNCTIONS}
enter
now=$(id_of "$JESSY_CONTAINER")
next=$(id_of "$JESSY_CONTAINER-next")
if [ -z "$next" ]; then
  if ! is_asked "$now"; then fail "release $JESSY_RELEASE is not prepared on this host"; fi
  next=$now
fi
begin_switch "$now" "$next"
from=$(recorded from)
if [ "$next" != "$now" ]; then
  if [ -n "$JESSY_OVERLAP" ]; then
    docker start "$next" >/dev/null
    wait_healthy "$next"
  fi
  if [ -n "$now" ] && [ "$now" = "$from" ]; then park "$now"; fi
  take_name "$next"
  docker start "$next" >/dev/null
fi
wait_healthy "$next"
served=$(serves)
fact serving "$served"
`;

const SERVING = `${FUNCTIONS}
served=$(serves)
fact serving "$served"
`;

const ROLLBACK = `${FUNCTIONS}
if [ -d "$JESSY_PATH" ]; then enter; fi
if ! is_recorded; then
  fact nothing true
else
  from=$(recorded from)
  to=$(recorded to)
  if [ -z "$from" ]; then
    say "nothing ran before: the new container is removed"
    remove "$to"
  else
    if ! is_there "$from"; then fail "the container that ran before is gone"; fi
    if [ -n "$JESSY_OVERLAP" ] || [ "$to" = "$from" ]; then unpark "$from"; wait_healthy "$from"; fi
    if [ "$to" != "$from" ]; then remove "$to"; fi
    unpark "$from"
    take_name "$from"
    wait_healthy "$from"
  fi
  end_switch
fi
served=$(serves)
fact serving "$served"
`;

const DIAGNOSE = `${FUNCTIONS}
if [ -d "$JESSY_PATH" ]; then enter; fi
id=
if is_recorded; then id=$(recorded to); fi
if ! is_there "$id"; then id=$(id_of "$JESSY_CONTAINER"); fi
if [ -n "$id" ]; then
  docker inspect --format '{{.Name}}: {{.State.Status}}, exit code {{.State.ExitCode}}{{with .State.Error}}, {{.}}{{end}}{{with index .State "Health"}}, health {{.Status}}{{range .Log}}{{"\\n"}}health check ended with {{.ExitCode}}: {{.Output}}{{end}}{{end}}' "$id" | tail -n 8
  docker logs --tail 30 "$id" 2>&1
fi
`;

const FINISH = `${FUNCTIONS}
enter
served=$(serves)
if [ "$served" != "$JESSY_RELEASE" ]; then fail "this host serves \${served:-nothing}, not $JESSY_RELEASE"; fi
mark_good "$JESSY_RELEASE"
end_switch
rm -rf .jessy/login.*
previous=$(id_of "$JESSY_CONTAINER-previous")
kept=
if [ -n "$previous" ]; then kept=$(docker inspect --format '{{.Config.Image}}' "$previous"); fi
# Images that came by us alone, and nobody uses.
removed=0
{ cat .jessy/images 2>/dev/null || :; say "$JESSY_IMAGE"; } | sort -u >.jessy/images.new
while read -r image; do
  if [ "$image" = "$JESSY_IMAGE" ] || [ "$image" = "$kept" ]; then say "$image"
  elif docker image rm "$image" >/dev/null 2>&1; then removed=$((removed + 1)); fi
done <.jessy/images.new >.jessy/images.kept
mv -f .jessy/images.kept .jessy/images
rm -f .jessy/images.new
fact removed "$removed"
`;

const DISCARD = `${FUNCTIONS}
if [ -d "$JESSY_PATH" ]; then
  enter
  rm -rf .jessy/login.*
fi
next=$(id_of "$JESSY_CONTAINER-next")
if [ -n "$next" ] && ! { is_recorded && [ "$(recorded to)" = "$next" ]; }; then remove "$next"; fi
`;

/** One container, behind its health. */
export function dockerScripts({ image, container, run, login, wait, settings }: DockerOptions): ModeScripts {
  return {
    tools: [
      { name: "docker", purpose: "starts the container" },
      { name: "awk", purpose: "reads the free space" },
    ],
    environment: {
      ...loginVariables(login),
      JESSY_CONTAINER: container,
      JESSY_IMAGE: image,
      JESSY_RUN: runArguments(run).join("\n"),
      JESSY_BY_NAME: variablesByName(run).join(" "),
      JESSY_OVERLAP: isExclusive(run) ? "" : "true",
      JESSY_SETTINGS: settings,
      JESSY_WAIT: String(wait),
      JESSY_UNKNOWN: UNKNOWN_RELEASE,
    },
    preflight: PREFLIGHT,
    prepare: PREPARE,
    switch: SWITCH,
    serving: SERVING,
    rollback: ROLLBACK,
    diagnose: DIAGNOSE,
    finish: FINISH,
    discard: DISCARD,
  };
}
