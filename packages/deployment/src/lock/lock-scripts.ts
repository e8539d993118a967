/**
 * A lock on a host is a folder, `<path>/.jessy/lock-<name>`, of numbered symbolic links. The one with the highest number
 * counts: its text is the owner (`lock-record.ts`), or `free`. A link is made whole, with its text, or not at all, and only
 * one run can make a number: so nobody sees half a lock, and of two runs that take over the same dead one, one fails.
 * Numbers only grow. To unlock by hand: `rm -r` of that folder.
 *
 * All scripts are POSIX sh and get JESSY_PATH, JESSY_LOCK (name) and JESSY_OWNER (text of our own record).
 */
const COMMON = `
case $JESSY_PATH in /*) jessy_path=$JESSY_PATH ;; *) jessy_path=$HOME/$JESSY_PATH ;; esac
jessy_locks=$jessy_path/.jessy/lock-$JESSY_LOCK
jessy_newest() {
  newest=0
  for entry in "$jessy_locks"/*; do
    number=\${entry##*/}
    case $number in '' | 0* | *[!0-9]* | ??????????*) continue ;; esac
    if [ "$number" -gt "$newest" ]; then newest=$number; fi
  done
  text=free
  if [ "$newest" = 0 ] || text=$(readlink "$jessy_locks/$newest"); then return 0; fi
  text=
  # Nobody else's clean-up was faster: it is there, and not as we make it.
  if [ -L "$jessy_locks/$newest" ] || [ -e "$jessy_locks/$newest" ]; then return 0; fi
  jessy_newest
}
# Older entries say nothing any more.
jessy_prune() {
  for entry in "$jessy_locks"/*; do
    number=\${entry##*/}
    case $number in '' | 0* | *[!0-9]* | ??????????*) continue ;; esac
    if [ "$number" -lt "$newest" ]; then rm -rf "$entry"; fi
  done
}
jessy_age() {
  since=$(stat -c %Y "$jessy_locks/$newest" 2>/dev/null) || since=$(stat -f %m "$jessy_locks/$newest" 2>/dev/null) || since=
  case $since in '' | *[!0-9]*) return 0 ;; esac
  fact age "$(($(date +%s) - since))"
}
jessy_say() {
  fact owner "$(printf '%s' "$text" | LC_ALL=C tr -c ' -~' '?' | head -c 1200)"
  fact number "$newest"
}
`;

/**
 * Takes the lock. JESSY_REPLACES: the number of an entry whose owner is gone, or empty.
 * Facts: `lock` (`taken`, `held`; absent with exit code 1 and `problem`), and of a held one `owner`, `number`, `age` in seconds.
 * Run again by its owner it is `taken`.
 */
export const TAKE_LOCK = `${COMMON}
if ! reason=$(mkdir -p "$jessy_locks" 2>&1); then
  fact problem "$reason"
  exit 1
fi
jessy_tries=0
jessy_taken=no
while :; do
  jessy_newest
  if [ "$text" = "$JESSY_OWNER" ]; then
    jessy_prune
    fact lock taken
    jessy_taken=yes
    break
  fi
  if [ "$text" != free ] && [ "$newest" != "$JESSY_REPLACES" ]; then
    jessy_say
    jessy_age
    fact lock held
    break
  fi
  jessy_tries=$((jessy_tries + 1))
  if reason=$(ln -s "$JESSY_OWNER" "$jessy_locks/$((newest + 1))" 2>&1); then continue; fi
  # Somebody was faster, or nobody can make links there.
  if [ ! -L "$jessy_locks/$((newest + 1))" ] || [ "$jessy_tries" -gt 20 ]; then
    fact problem "$reason"
    exit 1
  fi
done
`;

/** Changes nothing. Facts of a lock that somebody holds: `owner`, `number`, `age` in seconds. */
export const READ_LOCK = `${COMMON}
jessy_newest
if [ "$text" != free ]; then
  jessy_say
  jessy_age
fi
`;

/** Lets the lock go, if it is ours. Fact `lock`: `released`, `free`, or `other` with `owner`. Can be run again. */
export const RELEASE_LOCK = `${COMMON}
jessy_newest
if [ "$text" = "$JESSY_OWNER" ]; then
  ln -s free "$jessy_locks/$((newest + 1))"
  jessy_newest
  jessy_prune
  fact lock released
elif [ "$text" = free ]; then
  fact lock free
else
  jessy_say
  fact lock other
fi
`;

/** Behind `TAKE_LOCK`: goes on with the script behind it only if the lock was taken. */
export const IF_TAKEN = `
if [ "$jessy_taken" = no ]; then exit 0; fi
`;

/** Goes on with the script behind it only while the lock is ours; else fact `lock` is `other`, and the exit code 0. */
export const ONLY_WITH_LOCK = `${COMMON}
jessy_newest
if [ "$text" != "$JESSY_OWNER" ]; then
  jessy_say
  fact lock other
  exit 0
fi
`;
