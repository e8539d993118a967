import type { RemoteScript } from "./remote-script.ts";
import { SCRIPT_MARK, type ScriptTag, tagWords } from "./script-tag.ts";
import { shellQuote } from "./shell-quote.ts";
import { exportLines } from "./variables.ts";

/** A script as it travels to a host: see `wrapScript`. */
export interface WrappedScript {
  /** What the login shell runs. It is in the process list of the host, and holds nothing but words and one text. */
  readonly command: string;
  /** The first part of standard input. After it follow beats, `STOP`, or its end. */
  readonly input: string;
  /** Begins each line that is about the script instead of from it. */
  readonly nonce: string;
}

/** On the host, seconds without a beat until a script is ended: the runner or the way to it is gone. */
export const SILENCE_SECONDS = 30;
/** How often the runner sends a beat, in milliseconds. */
export const BEAT_INTERVAL = 5000;
export const BEAT = ".\n";
/** Makes the host end the script, and say when nothing of it is left. */
export const STOP = "stop\n";
/** Seconds between SIGTERM and SIGKILL. */
const GRACE_SECONDS = 2;

/** More would take seconds to get there, since shells read standard input byte by byte. */
export const MAX_SCRIPT_BYTES = 512 * 1024;

/**
 * Wraps a script for a host's sh (bash, dash, busybox), whatever the login shell is.
 *
 * The command in argv only reads text from standard input and evaluates it: no variable and no line of a script is ever in
 * a process list. What it evaluates starts two processes in groups of their own: the script, with an empty standard input
 * and one stream for both outputs; and a watchdog, which reads the rest of standard input, and ends the script's group
 * when it is told to, when the input ends (the runner died), or when no beat came for `SILENCE_SECONDS` (the way is cut,
 * and sshd may not notice for hours). Only a script that arrived whole is run.
 *
 * @param random 32 hexadecimal digits that nothing else knows: what a script prints can look like no fact and no end.
 */
export function wrapScript(script: RemoteScript, tag: ScriptTag, random: string): WrappedScript {
  if (!/^[0-9a-f]{32}$/.test(random)) throw new Error("a nonce has 32 hexadecimal digits");
  const nonce = `@${random}@`;
  const words = tagWords(tag);
  const supervisor = supervisorText(scriptText(script, nonce, tag), words, nonce);
  const input = `${random}\n${supervisor}\n${random}\n`;
  if (Buffer.byteLength(input) > MAX_SCRIPT_BYTES)
    throw new Error(
      `the script ${JSON.stringify(script.title)} has more than ${MAX_SCRIPT_BYTES / 1024} KB with its variables`,
    );
  return { command: `exec sh -c '${LOADER}' ${words}`, input, nonce };
}

/**
 * Reads lines up to one that repeats the first, and evaluates them. In one line without quotes, backslashes but one, and
 * exclamation marks, so that fish, csh and every sh take it for the same words.
 */
export const LOADER = [
  'jessy_n=$(printf "\\n_")',
  "jessy_n=${jessy_n%_}",
  "jessy_s=",
  "IFS= read -r jessy_e || exit 97",
  'while IFS= read -r jessy_l; do if test "$jessy_l" = "$jessy_e"; then eval "$jessy_s"; exit; fi; jessy_s=$jessy_s$jessy_l$jessy_n; done',
  "exit 97",
].join("; ");

/** What the script's own sh evaluates. */
function scriptText({ body, environment }: RemoteScript, nonce: string, tag: ScriptTag): string {
  const half = nonce.length / 2;
  // In halves: a line of `set -x` would look like a fact.
  return `exec 9>&1
jessy_self=${shellQuote(`${SCRIPT_MARK} ${tag.run} ${tag.id}`)}
jessy_line='
'
fact() {
  jessy_rest=$2
  jessy_word=fact
  while :; do
    printf '%s%s %s %s %s\\n' '${nonce.slice(0, half)}' '${nonce.slice(half)}' "$jessy_word" "$1" "\${jessy_rest%%"$jessy_line"*}" >&9
    case $jessy_rest in *"$jessy_line"*) jessy_rest=\${jessy_rest#*"$jessy_line"} ;; *) break ;; esac
    jessy_word=more
  done
}
PATH="\${PATH:-/usr/bin:/bin}:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
export PATH
${exportLines(environment)}set -eu
${body}
`;
}

function supervisorText(text: string, words: string, nonce: string): string {
  return `printf '%s start\\n' '${nonce}'
command -v setsid >/dev/null 2>&1 || { printf '%s unfit setsid\\n' '${nonce}'; exit 97; }
exec 8<&0
jessy_stopped=
trap 'jessy_stopped=yes' USR1
jessy_text=${shellQuote(text)}
printf '%s' "$jessy_text" | setsid sh -c 'eval "$(cat)"' ${words} 2>&1 8<&- &
jessy_script=$!
setsid sh -c ${shellQuote(WATCHDOG)} ${words} "$$" "$jessy_script" <&8 8<&- >/dev/null 2>&1 &
jessy_watchdog=$!
exec 8<&- </dev/null 2>/dev/null
while :; do
  wait "$jessy_script"
  jessy_code=$?
  kill -0 "$jessy_script" 2>/dev/null || break
done
jessy_gone=ended
if [ -n "$jessy_stopped" ]; then
  while :; do
    wait "$jessy_watchdog" || jessy_gone=left
    kill -0 "$jessy_watchdog" 2>/dev/null || break
  done
fi
kill -KILL "-$jessy_watchdog" 2>/dev/null || kill -KILL "$jessy_watchdog" 2>/dev/null
if [ -n "$jessy_stopped" ]; then printf '%s stopped %s\\n' '${nonce}' "$jessy_gone"
else printf '%s end %s\\n' '${nonce}' "$jessy_code"; fi
exit 0`;
}

/**
 * Its arguments: the two words of the tag, who waits for the script, and the script's group. Every beat ends the timer and
 * starts a new one; what such a timer slept by ends with the watchdog's group.
 */
const WATCHDOG = `
stop() {
  kill -USR1 "$3" 2>/dev/null
  kill -TERM "-$4" 2>/dev/null
  i=0
  while kill -0 "-$4" 2>/dev/null; do
    i=$((i + 1))
    [ "$i" -gt ${GRACE_SECONDS * 10} ] && kill -KILL "-$4" 2>/dev/null
    [ "$i" -gt ${(GRACE_SECONDS + 2) * 10} ] && exit 1
    sleep 0.1 2>/dev/null || { i=$((i + 9)); sleep 1; }
  done
  exit 0
}
timer=
arm() {
  [ -z "$timer" ] || kill "$timer" 2>/dev/null
  ( sleep ${SILENCE_SECONDS}; ( stop "$@" ); kill -KILL 0 ) </dev/null &
  timer=$!
}
arm "$@"
while IFS= read -r line; do
  [ "$line" = stop ] && break
  arm "$@"
done
kill "$timer" 2>/dev/null
stop "$@"
`;
