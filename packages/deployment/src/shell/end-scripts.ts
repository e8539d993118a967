import { SCRIPT_MARK } from "./script-tag.ts";
import { shellQuote } from "./shell-quote.ts";

/** Seconds that a script has to end by itself. */
const GRACE_SECONDS = 3;

/**
 * Lines of sh that end scripts which an earlier connection left running on a host, with everything that they started: a
 * host that was cut off goes on with a script until its watchdog notices. Waits until they are gone.
 *
 * Fact `ended`: how many there were.
 *
 * @param run as in their tags. @param ids of some of them; default: all of the run. Never of the script that this is a part of.
 */
export function endScripts(run: string, ids: readonly string[] | "all" = "all"): string {
  const patterns =
    ids === "all"
      ? `*${shellQuote(` ${SCRIPT_MARK} ${run} `)}*`
      : ids.map((id) => `*${shellQuote(` ${SCRIPT_MARK} ${run} ${id} `)}*`).join("|");
  if (patterns === "") return "";
  return `jessy_left() {
  for jessy_file in $(grep -ls ${SCRIPT_MARK} /proc/[0-9]*/cmdline 2>/dev/null); do
    jessy_line=$({ tr '\\000' ' ' <"$jessy_file"; } 2>/dev/null) || continue
    case " $jessy_line " in ${patterns}) ;; *) continue ;; esac
    case " $jessy_line " in *" $jessy_self "*) continue ;; esac
    jessy_pid=\${jessy_file#/proc/}
    echo "\${jessy_pid%/cmdline}"
  done
}
jessy_signal() {
  # A script and its watchdog lead groups of their own; who starts them does not.
  for jessy_pid in $2; do kill "-$1" "-$jessy_pid" 2>/dev/null || kill "-$1" "$jessy_pid" 2>/dev/null || :; done
}
jessy_pids=$(jessy_left)
jessy_number=0
for jessy_pid in $jessy_pids; do jessy_number=$((jessy_number + 1)); done
jessy_signal TERM "$jessy_pids"
jessy_waited=0
while [ "$jessy_waited" -lt ${GRACE_SECONDS * 10} ] && [ -n "$(jessy_left)" ]; do
  jessy_waited=$((jessy_waited + 1))
  sleep 0.1 2>/dev/null || { jessy_waited=$((jessy_waited + 9)); sleep 1; }
done
jessy_signal KILL "$jessy_pids"
fact ended "$jessy_number"
`;
}
