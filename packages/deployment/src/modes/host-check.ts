/**
 * Functions of `sh` that ask a host what a deployment needs, and change nothing. `problem` ends the script: one reason is
 * enough not to deploy. `JESSY_TOOLS` has a line for each program that must be there: its name, a blank, what for.
 */
export const HOST_CHECK = `
problem() { fact problem "$*"; exit 0; }

check_tools() {
  there= missing=
  while read -r name purpose; do
    if [ -z "$name" ]; then continue; fi
    if command -v "$name" >/dev/null 2>&1; then there="$there $name"; else missing="$missing, $name ($purpose)"; fi
  done <<END
$JESSY_TOOLS
END
  fact tools "\${there# }"
  if [ -n "$missing" ]; then problem "not installed: \${missing#, }"; fi
}

# The nearest folder that exists: what is missing below it is made later.
check_place() {
  place=$JESSY_PATH
  until [ -e "$place" ] || [ -L "$place" ]; do
    case $place in
      */*) place=\${place%/*}; if [ -z "$place" ]; then place=/; fi ;;
      *) place=. ;;
    esac
  done
  if [ ! -d "$place" ]; then problem "$place is not a folder"; fi
  for each in "$place" "$JESSY_PATH/releases" "$JESSY_PATH/shared" "$JESSY_PATH/.jessy" "$JESSY_PATH/.jessy/good"; do
    if [ -e "$each" ] && [ ! -w "$each" ]; then problem "$(id -un) cannot write to $each"; fi
  done
  measure_free free-kb -k
  measure_free free-inodes -i
}

# A file system without a limit of inodes says 0 or "-": then there is no fact.
measure_free() {
  free=$(df -P "$2" -- "$place" 2>/dev/null | awk 'NR == 2 {
    for (i = 5; i <= NF; i++) if ($i ~ /^[0-9]+%$/) { if ($(i - 3) > 0) print $(i - 1); exit }
  }')
  if [ -n "$free" ]; then fact "$1" "$free"; fi
}
`;
