import { RELEASE_ROOM, RETENTION } from "../releases/release-room.ts";
import { COMPOSE } from "./compose-functions.ts";
import { ENGINE, loginVariables, type RegistryLogin } from "./engine.ts";
import { filesScripts } from "./files-scripts.ts";
import { HOST_CHECK } from "./host-check.ts";
import { type ModeScripts, UNKNOWN_RELEASE } from "./mode.ts";

export interface ComposeOptions {
  /** Of the release, in the order in which they add to one another. */
  readonly files: readonly string[];
  readonly project: string;
  /** Empty: all. */
  readonly services: readonly string[];
  /** A file of the release; empty: none. */
  readonly envFile: string;
  /** `repository@sha256:…`, for `${JESSY_IMAGE}` and for every service with an image of its repository; undefined: none. */
  readonly image: string | undefined;
  readonly login: RegistryLogin | undefined;
  /** Seconds in which services must be healthy. */
  readonly wait: number;
}

/** Releases are small here: files of a project, and images that only they name. */
const KEPT = 3;

const TOOLS = [
  ...filesScripts({ shared: [], keep: KEPT, activate: "" }).tools,
  { name: "docker", purpose: "starts containers" },
];

const FUNCTIONS = `${RELEASE_ROOM}${ENGINE}${COMPOSE}`;

/** Back to what a release was before it was prepared once more. */
const AS_BEFORE = `
as_before() {
  if [ -d "releases/$1/.jessy.before" ]; then
    rm -rf "releases/$1/.jessy"
    mv -Tf "releases/$1/.jessy.before" "releases/$1/.jessy"
  fi
}
`;

const PREFLIGHT = `${FUNCTIONS}${HOST_CHECK}
check_tools
check_place
check_engine
case $(docker compose version --short 2>/dev/null || :) in
  [2-9]* | v[2-9]*) ;;
  *) problem "docker compose is not version 2 or later" ;;
esac
if [ -d "$JESSY_PATH" ]; then
  enter
  if [ -e current ] && [ ! -L current ]; then
    problem "$JESSY_PATH/current is not a link: move it away, for example by mv current before, and deploy again"
  fi
fi
served=$(serves)
fact serving "$served"
fact previous "$(last_good_but "$served")"
left=
if is_recorded; then left="the switch to $(release_of "$(recorded to)") was neither finished nor undone"; fi
if [ "$served" = "$JESSY_UNKNOWN" ]; then
  left="$left\${left:+; }containers of $JESSY_PROJECT run that are those of no release: a rollback could not start them again"
fi
if [ -n "$left" ]; then fact leftover "$left"
elif [ "$served" = "$JESSY_RELEASE" ]; then
  # A tag may lead to another image by now.
  by_tag=$(images_of "$served" | ours | while read -r service image; do
    case $image in *@sha256:*) continue ;; esac
    if [ -z "$JESSY_IMAGE" ] || ! grep -Fxq -e "    image: $JESSY_IMAGE" "releases/$served/.jessy/locked.yaml"; then say "$service"; continue; fi
    case $image in "\${JESSY_IMAGE%@*}" | "\${JESSY_IMAGE%@*}":*) ;; *) say "$service" ;; esac
  done)
  if [ -z "$by_tag" ]; then fact unchanged true; fi
fi
`;

const PREPARE = `${filesScripts({ shared: [], keep: KEPT, activate: "" }).prepare}${ENGINE}${COMPOSE}
own=releases/$JESSY_RELEASE/.jessy
umask 077
# The same files again, and perhaps other images: what runs now stays known.
if [ "$(linked)" = "$JESSY_RELEASE" ] && [ -f "$own/running" ] && [ ! -d "$own.before" ]; then
  rm -rf "$own.copy"
  cp -Rp "$own" "$own.copy"
  mv -Tf "$own.copy" "$own.before"
fi
mkdir -p "$own"
(
  cd "releases/$JESSY_RELEASE"
  set -- --project-name "$JESSY_PROJECT"
  if [ -n "$JESSY_ENV_FILE" ]; then set -- "$@" --env-file "$JESSY_ENV_FILE"; fi
  while IFS= read -r each; do set -- "$@" -f "$each"; done <<END
$JESSY_COMPOSE_FILES
END
  export JESSY_IMAGE
  docker compose "$@" config >.jessy/compose.yaml 2>.jessy/said || {
    cat .jessy/said >&2
    exit 1
  }
)
# An empty value starts something else than what was meant.
if unset=$(grep -i 'variable is not set' "$own/said"); then
  fail "a variable of the compose file has no value; if it may be empty, write \\\${NAME:-} there: $unset"
fi
rm -f "$own/said"
images=$(images_of "$JESSY_RELEASE")
for service in $(docker compose --project-name "$JESSY_PROJECT" -f "$own/compose.yaml" config --services); do
  if ! say "$images" | grep -q "^$service "; then fail "service $service has no image: build it before it is deployed"; fi
done

# Services with an image of the repository that was resolved and verified get exactly that one.
repository=\${JESSY_IMAGE%@*}
pins=$(say "$images" | awk -v repository="$repository" -v image="$JESSY_IMAGE" '
  repository != "" {
    name = $2
    sub(/@.*/, "", name)
    if (name != repository) sub(/:[^:\\/]*$/, "", name)
    if (name == repository) print $1, image
  }')
if [ -n "$JESSY_IMAGE" ] && [ -z "$pins" ]; then fail "no service has an image of $repository, which this deployment is about"; fi
override() { awk 'BEGIN { print "services:" } NF { print "  " $1 ":\\n    image: " $2; any = 1 } END { if (!any) print "  {}" }'; }
say "$pins" | override >"$own/locked.yaml"
with_login compose "$JESSY_RELEASE" pull --quiet --include-deps $JESSY_SERVICES
all=
for service in $(say "$images" | cut -d ' ' -f 1); do
  image=$(say "$pins" | awk -v service="$service" '$1 == service { print $2 }')
  if [ -z "$image" ]; then image=$(say "$images" | awk -v service="$service" '$1 == service { print $2 }'); fi
  if ! docker image inspect "$image" >/dev/null 2>&1; then
    if [ -n "$(say "$service" | ours)" ]; then fail "$image of service $service is not on this host after pulling"; fi
    continue
  fi
  all="$all$service $(locked "$image")
"
done
say "$all" | override >"$own/locked.yaml.new"
mv -f "$own/locked.yaml.new" "$own/locked.yaml"
say "$all" | awk 'NF { print $2 }' | sort -u >"$own/images"
fact images "$(say "$all" | awk 'NF { printf "%s%s=%s", (any++ ? " " : ""), $1, $2 }')"
`;

const SWITCH = `${FUNCTIONS}
enter
if [ ! -f "releases/$JESSY_RELEASE/.jessy/images" ]; then fail "release $JESSY_RELEASE is not prepared on this host"; fi
now=$(target)
runs=$(running)
if [ -z "$now" ] && [ -n "$runs" ]; then now=$JESSY_UNKNOWN; fi
begin_switch "$now" "releases/$JESSY_RELEASE"
start "$JESSY_RELEASE"
point "releases/$JESSY_RELEASE"
served=$(serves)
fact serving "$served"
`;

const SERVING = `${FUNCTIONS}
if [ -d "$JESSY_PATH" ]; then enter; fi
served=$(serves)
fact serving "$served"
`;

const ROLLBACK = `${FUNCTIONS}${AS_BEFORE}
if [ -d "$JESSY_PATH" ]; then enter; fi
if ! is_recorded; then
  fact nothing true
else
  from=$(recorded from)
  to=$(release_of "$(recorded to)")
  if [ "$from" = "$JESSY_UNKNOWN" ]; then
    fail "what ran before was started by something else: there is no configuration to start it again from"
  fi
  if [ -z "$from" ]; then
    say "nothing ran before: the containers of $to are removed, their volumes stay"
    if [ -n "$JESSY_SERVICES" ]; then compose "$to" rm --stop --force $JESSY_SERVICES; else compose "$to" down --remove-orphans; fi
    rm -f current
  else
    back=$(release_of "$from")
    as_before "$back"
    if [ ! -f "releases/$back/.jessy/images" ]; then
      back=$(last_good_but "$to")
      if [ -z "$back" ]; then fail "$from, which ran before, is gone, and there is no other good release"; fi
      say "$from, which ran before, is gone: back to $back, the last good release"
    fi
    start "$back"
    point "releases/$back"
  fi
  end_switch
fi
served=$(serves)
fact serving "$served"
`;

const DIAGNOSE = `${FUNCTIONS}
if [ -d "$JESSY_PATH" ]; then enter; fi
all=$(states) || all=
broken=$(say "$all" | awk 'NF && ($2 != "running" || ($4 != "-" && $4 != "healthy"))')
# All of them are healthy, and a gate is not content: then what each says last may tell why.
lines=30
if [ -z "$broken" ]; then broken=$all lines=15; fi
say "$broken" | while read -r service status code health id rest; do
  if [ -z "$service" ]; then continue; fi
  say "$service: $status, exit code $code, health $health"
  docker inspect --format '{{with index .State "Health"}}{{range .Log}}health check ended with {{.ExitCode}}: {{.Output}}{{"\\n"}}{{end}}{{end}}' "$id" | tail -n 3
  docker logs --tail "$lines" "$id" 2>&1
done
`;

const FINISH = `${FUNCTIONS}${RETENTION}
enter
if [ "$(linked)" != "$JESSY_RELEASE" ]; then fail "this host serves $(linked), not $JESSY_RELEASE"; fi
mark_good "$JESSY_RELEASE"
end_switch
named() { cat releases/*/.jessy/images releases/*/.jessy.before/images 2>/dev/null | sort -u || :; }
all=$(named)
prune "$JESSY_KEEP"
rm -rf .jessy/login.* releases/*/.jessy.before
left=$(named)
# Images that only removed releases named. One that something else uses stays: that is no failure.
for image in $all; do
  if ! say "$left" | grep -Fxq -e "$image"; then docker image rm "$image" >/dev/null 2>&1 || :; fi
done
`;

const DISCARD = `${filesScripts({ shared: [], keep: KEPT, activate: "" }).discard}${AS_BEFORE}
if [ -d "$JESSY_PATH" ]; then
  rm -rf .jessy/login.*
  if ! is_recorded; then as_before "$JESSY_RELEASE"; fi
fi
`;

/** A project of Compose: the files of a release, started from a configuration with every image by digest. */
export function composeScripts(options: ComposeOptions): ModeScripts {
  return {
    tools: TOOLS,
    environment: {
      ...loginVariables(options.login),
      JESSY_PROJECT: options.project,
      JESSY_COMPOSE_FILES: options.files.join("\n"),
      JESSY_SERVICES: options.services.join(" "),
      JESSY_ENV_FILE: options.envFile,
      JESSY_IMAGE: options.image ?? "",
      JESSY_WAIT: String(options.wait),
      JESSY_KEEP: String(KEPT),
      JESSY_SHARED: "",
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
