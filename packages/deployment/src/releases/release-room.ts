/**
 * Functions of `sh` for the folder of a deployment on a host, `JESSY_PATH`:
 *
 *     releases/NAME           what was copied
 *     current -> releases/NAME  what is served; changed by rename(2) alone
 *     shared/                 what outlives releases
 *     .jessy/good             names of releases whose gates passed, the latest last
 *     .jessy/switch           what a switch came from and went to, until it is finished or undone
 *     .jessy/manifests/NAME   SHA-256 of the files of a release that came by us
 *     .jessy/incoming/NAME    a release while it is copied; NAME.whole, its manifest, once it is verified
 *
 * Files are written beside their place and renamed, so that a host that loses its power has the old one or the new one.
 */
export const RELEASE_ROOM = `
say() { printf '%s\\n' "$*"; }
fail() { say "$*" >&2; exit 1; }
# A script of the user's: a shell of its own, since bash forgets -e in $(...), and none of its text in a process list.
run_script() (
  export JESSY_PATH JESSY_RELEASE
  exec sh -eu /dev/fd/3 3<<END </dev/null
$1
END
)
enter() { cd -- "$JESSY_PATH" || fail "$JESSY_PATH cannot be entered"; }

is_recorded() { grep -q '^to=.' .jessy/switch 2>/dev/null; }
recorded() { sed -n "s/^$1=//p" .jessy/switch; }
# A switch that nobody finished or undid was never found good: what it came from stays what there is to go back to.
begin_switch() {
  from=$1
  if is_recorded && [ "$(recorded to)" = "$1" ]; then from=$(recorded from); fi
  mkdir -p .jessy
  printf 'from=%s\\nto=%s\\n' "$from" "$2" >.jessy/switch.new
  mv -f .jessy/switch.new .jessy/switch
}
end_switch() { rm -f .jessy/switch; }

target() { readlink current || :; }
release_of() {
  case $1 in
    releases/*) say "\${1#releases/}" ;;
    "$PWD"/releases/*) say "\${1#"$PWD"/releases/}" ;;
    *) say "$1" ;;
  esac
}
linked() { if [ -L current ] && [ -e current ]; then release_of "$(target)"; fi; }
# mv would move a link into the folder that current leads to: -T.
point() {
  rm -f .jessy/current.new
  ln -s -- "$1" .jessy/current.new
  mv -Tf -- .jessy/current.new current
}

good_releases() {
  if [ -f .jessy/good ]; then
    while IFS= read -r name; do if [ -d "releases/$name" ]; then say "$name"; fi; done <.jessy/good
  fi
}
last_good_but() { good_releases | grep -Fxv -e "$1" | tail -n 1; }
mark_good() {
  { if [ -f .jessy/good ]; then grep -Fxv -e "$1" .jessy/good || [ $? = 1 ]; fi; say "$1"; } >.jessy/good.new
  mv -f .jessy/good.new .jessy/good
}
`;

/**
 * `prune N`: keeps the last N good releases, what is served, the good one before it, and any that a process works in.
 * Removes the rest of what arrived by us, and never a folder that did not.
 */
export const RETENTION = `
prune() {
  served=$(linked)
  kept="
$(good_releases | tail -n "$1")
$(last_good_but "$served")
$served
"
  working=$(ls -l /proc/[0-9]*/cwd 2>/dev/null || :)
  room=$(pwd -P)
  removed=0
  mkdir -p .jessy/trash
  for manifest in .jessy/manifests/*; do
    name=\${manifest##*/}
    case $kept in *"
$name
"*) continue ;; esac
    case "$working
" in *" -> $room/releases/$name
"* | *" -> $room/releases/$name/"*)
      say "releases/$name stays: a process works in it"
      continue
      ;;
    esac
    if [ -d "releases/$name" ]; then
      mv -Tf -- "releases/$name" ".jessy/trash/$name"
      removed=$((removed + 1))
    fi
    rm -f -- "$manifest"
  done
  rm -rf .jessy/incoming .jessy/trash || say "a part of old releases could not be removed" >&2
  fact removed "$removed"
}
`;
