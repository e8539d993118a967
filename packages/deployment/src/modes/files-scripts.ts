import { RELEASE_ROOM, RETENTION } from "../releases/release-room.ts";
import { HOST_CHECK } from "./host-check.ts";
import type { ModeScripts } from "./mode.ts";

export interface FilesOptions {
  /** Paths in a release that lead to `shared/`; a `/` at the end means a folder. No line breaks. */
  readonly shared: readonly string[];
  /** Good releases that stay. */
  readonly keep: number;
  /** The user's script, run in the release after every change of `current`; empty: none. */
  readonly activate: string;
}

const TOOLS = [
  { name: "tar", purpose: "unpacks a release" },
  { name: "sha256sum", purpose: "verifies its files" },
  { name: "find", purpose: "lists its files" },
  { name: "awk", purpose: "reads the free space" },
] as const;

const FUNCTIONS = `${RELEASE_ROOM}
activate() {
  if [ -n "$JESSY_ACTIVATE" ]; then (
    cd -- current
    run_script "$JESSY_ACTIVATE"
  ); fi
}
`;

const PREFLIGHT = `${RELEASE_ROOM}${HOST_CHECK}
check_tools
check_place
case $(mv --help 2>&1) in *-T*) ;; *) problem "its mv has no option -T, without which current cannot be changed at once" ;; esac
if [ ! -d "$JESSY_PATH" ]; then
  fact serving ""
  exit 0
fi
enter
if [ -e current ] && [ ! -L current ]; then
  problem "$JESSY_PATH/current is not a link: move it away, for example by mv current before, and deploy again"
fi
served=$(linked)
fact serving "$served"
fact previous "$(last_good_but "$served")"
left=
if is_recorded; then left="the switch to $(release_of "$(recorded to)") was neither finished nor undone"; fi
for each in .jessy/incoming/*/; do
  if [ -d "$each" ]; then left="$left\${left:+; }a copy of $(basename "$each") is not complete"; fi
done
if [ -n "$left" ]; then fact leftover "$left"
elif [ "$served" = "$JESSY_RELEASE" ]; then fact unchanged true; fi
`;

const PREPARE = `${RELEASE_ROOM}
enter
arrived=.jessy/incoming/$JESSY_RELEASE
if [ -d "$arrived" ]; then
  if [ ! -f "$arrived.whole" ]; then fail "release $JESSY_RELEASE has not arrived whole"; fi
elif [ ! -d "releases/$JESSY_RELEASE" ]; then fail "release $JESSY_RELEASE has not arrived"; fi
# A release is named by what it is made of: the one that is served is the one that arrived.
if [ "$(linked)" = "$JESSY_RELEASE" ]; then rm -rf -- "$arrived"; fi

# What the release brings is the first content of what is shared.
share() {
  path=\${1%/}
  if [ ! -e "shared/$path" ] && [ ! -L "shared/$path" ]; then
    mkdir -p -- "$(dirname -- "shared/$path")"
    if [ -e "$arrived/$path" ]; then cp -RPp -- "$arrived/$path" "shared/$path.new" && mv -Tf -- "shared/$path.new" "shared/$path"
    elif [ "$path" != "$1" ]; then mkdir -- "shared/$path"
    else fail "shared/$path is missing on this host, and the release has none: put it into $JESSY_PATH/shared"; fi
  fi
  if [ "$path" != "$1" ] && [ ! -d "shared/$path" ]; then fail "shared/$path is not a folder"; fi
  rm -rf -- "$arrived/$path"
  mkdir -p -- "$(dirname -- "$arrived/$path")"
  up=../..
  rest=$path
  while [ "$rest" != "\${rest#*/}" ]; do
    up=$up/..
    rest=\${rest#*/}
  done
  ln -s -- "$up/shared/$path" "$arrived/$path"
}

if [ -d "$arrived" ]; then
  while IFS= read -r each; do if [ -n "$each" ]; then share "$each"; fi; done <<END
$JESSY_SHARED
END
  rm -rf -- "releases/$JESSY_RELEASE"
  mkdir -p releases
  mv -Tf -- "$arrived" "releases/$JESSY_RELEASE"
fi
mkdir -p .jessy/manifests
if [ -f "$arrived.whole" ]; then mv -f -- "$arrived.whole" ".jessy/manifests/$JESSY_RELEASE"; fi
`;

const SWITCH = `${FUNCTIONS}
enter
if [ ! -d "releases/$JESSY_RELEASE" ]; then fail "release $JESSY_RELEASE is not on this host"; fi
if [ -e current ] && [ ! -L current ]; then fail "$JESSY_PATH/current is not a link"; fi
begin_switch "$(target)" "releases/$JESSY_RELEASE"
point "releases/$JESSY_RELEASE"
activate
fact serving "$(linked)"
`;

const SERVING = `${RELEASE_ROOM}
if [ -d "$JESSY_PATH" ]; then
  enter
  fact serving "$(linked)"
else fact serving ""; fi
`;

const ROLLBACK = `${FUNCTIONS}
if [ -d "$JESSY_PATH" ]; then enter; fi
if ! is_recorded; then
  fact nothing true
else
  from=$(recorded from)
  if [ -n "$from" ] && [ ! -e "$from" ]; then
    other=$(last_good_but "$(release_of "$(recorded to)")")
    if [ -z "$other" ]; then fail "$from, which was served before, is gone, and there is no other good release"; fi
    say "$from, which was served before, is gone: back to $other, the last good release"
    from=releases/$other
  fi
  if [ -z "$from" ]; then
    say "nothing was served before: current is removed"
    rm -f current
  else
    point "$from"
    activate
  fi
  end_switch
fi
fact serving "$(linked)"
`;

const DIAGNOSE = `${RELEASE_ROOM}
if [ -d "$JESSY_PATH" ]; then
  enter
  say "current leads to $(target)"
fi
`;

const FINISH = `${RELEASE_ROOM}${RETENTION}
enter
if [ "$(linked)" != "$JESSY_RELEASE" ]; then fail "this host serves $(linked), not $JESSY_RELEASE"; fi
mark_good "$JESSY_RELEASE"
end_switch
prune "$JESSY_KEEP"
`;

const DISCARD = `${RELEASE_ROOM}
if [ -d "$JESSY_PATH" ]; then
  enter
  rm -rf -- ".jessy/incoming/$JESSY_RELEASE" ".jessy/incoming/$JESSY_RELEASE".*
  if [ "$(linked)" = "$JESSY_RELEASE" ]; then say "release $JESSY_RELEASE stays: it is served"
  elif good_releases | grep -Fxq -e "$JESSY_RELEASE"; then say "release $JESSY_RELEASE stays: it was found good before"
  elif is_recorded && [ "$(recorded from)" = "releases/$JESSY_RELEASE" ]; then say "release $JESSY_RELEASE stays: it is what there is to go back to"
  else rm -rf -- "releases/$JESSY_RELEASE" ".jessy/manifests/$JESSY_RELEASE"; fi
fi
`;

/** Releases in folders, and a link to the one that is served. */
export function filesScripts({ shared, keep, activate }: FilesOptions): ModeScripts {
  return {
    tools: TOOLS,
    environment: { JESSY_SHARED: shared.join("\n"), JESSY_KEEP: String(keep), JESSY_ACTIVATE: activate },
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
