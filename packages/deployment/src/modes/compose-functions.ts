/**
 * Functions of `sh` for a project of Compose. What a release starts is written down while it is prepared, with every
 * variable filled in and every image by its digest: a rollback starts that, whatever has changed since.
 *
 *     releases/NAME/.jessy/compose.yaml   the configuration; only the user can read it
 *     releases/NAME/.jessy/locked.yaml    the images of its services, by digest
 *     releases/NAME/.jessy/running        services and their configuration's hash, once they ran
 */
export const COMPOSE = `
export COMPOSE_ANSI=never COMPOSE_PROGRESS=plain COMPOSE_MENU=false

compose() {
  own=releases/$1/.jessy
  shift
  docker compose --project-name "$JESSY_PROJECT" -f "$own/compose.yaml" -f "$own/locked.yaml" "$@"
}

# SERVICE IMAGE of a configuration as Compose writes it.
images_of() {
  awk '/^[^ ]/ { inside = $0 == "services:" }
    inside && /^  [^ ]/ { service = $1; sub(/:$/, "", service); gsub(/"/, "", service) }
    inside && /^    image: / { print service, $2 }' "releases/$1/.jessy/compose.yaml"
}
# Services that may end: those that say they are not started again, and those that others wait for the end of.
may_end() {
  awk '/^[^ ]/ { inside = $0 == "services:" }
    inside && /^  [^ ]/ { service = $1; sub(/:$/, "", service); gsub(/"/, "", service) }
    inside && /^    [^ ]/ { depends = $1 == "depends_on:" }
    inside && /^    restart: .?(no|on-failure)/ { print service }
    depends && /^      [^ ]/ { other = $1; sub(/:$/, "", other); gsub(/"/, "", other) }
    depends && /^        condition: service_completed_successfully/ { print other }' "releases/$1/.jessy/compose.yaml"
}
# Lines whose first word is a service that this deployment is about.
ours() {
  awk -v services="$JESSY_SERVICES" 'BEGIN { count = split(services, names); for (at in names) is[names[at]] }
    count == 0 || $1 in is'
}
of_project() {
  docker ps --no-trunc --filter "label=com.docker.compose.project=$JESSY_PROJECT" \\
    --filter label=com.docker.compose.oneoff=False "$@"
}
# SERVICE HASH of what runs.
running() {
  found=$(of_project --format '{{.Label "com.docker.compose.service"}} {{.Label "com.docker.compose.config-hash"}}') || return 1
  say "$found" | ours | sort -u | grep . || :
}
lasting() {
  ending=" $(may_end "$1" | tr '\\n' ' ')"
  awk -v ending="$ending" 'NF && index(ending, " " $1 " ") == 0'
}
serves() {
  now=$(running) || return 1
  if [ -z "$now" ]; then return; fi
  for name in "$(linked)" $(ls releases 2>/dev/null || :); do
    known=releases/$name/.jessy/running
    if [ -n "$name" ] && [ -f "$known" ] && [ "$(say "$now" | lasting "$name")" = "$(cat "$known")" ]; then
      say "$name"
      return
    fi
  done
  say "$JESSY_UNKNOWN"
}

# The client's own type has no .State.Health where there is no check: index asks what the engine said.
# SERVICE STATUS EXIT-CODE HEALTH ID START RESTARTS of all containers, ended ones too.
states() {
  ids=$(of_project --all --quiet) || return 1
  if [ -n "$ids" ]; then
    docker inspect --format '{{index .Config.Labels "com.docker.compose.service"}} {{.State.Status}} {{.State.ExitCode}} {{with index .State "Health"}}{{.Status}}{{else}}-{{end}} {{.Id}} {{.State.StartedAt}} {{.RestartCount}}' $ids | ours
  fi
}
# Says what is wrong, or "wait" where nothing is decided yet.
faults() {
  awk -v ending=" $(may_end "$1" | tr '\\n' ' ')" '
    $2 == "running" && ($4 == "-" || $4 == "healthy") { next }
    $2 == "exited" && $3 == 0 {
      if (index(ending, " " $1 " ") == 0) print $1 " ended, and nothing says that it may (restart: \\"no\\")"
      next
    }
    $2 == "exited" || $2 == "dead" { print $1 " ended with exit code " $3; next }
    $4 == "unhealthy" { print $1 " is unhealthy"; next }
    { print "wait " $1 " is " ($2 == "running" ? $4 : $2) }'
}
unchecked() { awk '$4 == "-"'; }
# A container without a health check counts once it has stood for a look, so that one that falls over is seen.
wait_healthy() {
  deadline=$(($(date +%s) + JESSY_WAIT))
  looked=$(say "$2" | unchecked)
  while :; do
    seen=$(states) || seen=
    if [ -n "$seen" ]; then
      found=$(say "$seen" | faults "$1")
      case $found in
        "") if [ "$(say "$seen" | unchecked)" = "$looked" ]; then return; fi ;;
        *) if say "$found" | grep -qv '^wait '; then fail "$(say "$found" | grep -v '^wait ' | sort -u)"; fi ;;
      esac
    else found="wait nothing has started"; fi
    if [ "$(date +%s)" -ge "$deadline" ]; then
      if [ -z "$found" ]; then found="wait containers do not stay up"; fi
      fail "after $JESSY_WAIT s: $(say "$found" | sed 's/^wait //' | sort -u)"
    fi
    looked=$(say "$seen" | unchecked)
    sleep 1
  done
}
start() {
  before=$(states) || before=
  if [ -n "$JESSY_SERVICES" ]; then compose "$1" up --detach --no-build --quiet-pull $JESSY_SERVICES
  else compose "$1" up --detach --no-build --quiet-pull --remove-orphans; fi
  wait_healthy "$1" "$before"
  running | lasting "$1" >"releases/$1/.jessy/running"
}
`;
