import { RELEASE_ROOM } from "../releases/release-room.ts";
import { HOST_CHECK } from "./host-check.ts";
import type { ModeScripts } from "./mode.ts";

/** Scripts of the user; empty: none. They run in the folder of the deployment with `JESSY_RELEASE` and `JESSY_PREVIOUS`. */
export interface CommandOptions {
  readonly switch: string;
  readonly rollback: string;
  /** Says what is served in its first line. */
  readonly serving: string;
}

const FUNCTIONS = `${RELEASE_ROOM}
serves() {
  if [ -n "$JESSY_SERVING" ]; then
    said=$(run_script "$JESSY_SERVING") || return 1
    say "$said" | sed -n '/[^[:blank:]]/{s/^[[:blank:]]*//;s/[[:blank:]]*$//;p;q;}' | cut -c 1-200
  else cat .jessy/serving 2>/dev/null || :; fi
}
report() {
  fact serving "$1"
  if [ -z "$JESSY_SERVING" ]; then fact assumed true; fi
}
remember() {
  say "$1" >.jessy/serving.new
  mv -f .jessy/serving.new .jessy/serving
}
`;

const PREFLIGHT = `${FUNCTIONS}${HOST_CHECK}
check_tools
check_place
if [ -d "$JESSY_PATH" ]; then
  enter
  if is_recorded; then fact leftover "the switch to $(recorded to) was neither finished nor undone"; fi
fi
# Before the first deployment there may be nothing that answers.
served=$(serves) || served=
report "$served"
fact previous "$(if [ -f .jessy/good ]; then grep -Fxv -e "$served" .jessy/good | tail -n 1; fi)"
`;

const PREPARE = `
mkdir -p -- "$JESSY_PATH/.jessy"
`;

const SWITCH = `${FUNCTIONS}
enter
JESSY_PREVIOUS=$(serves) || JESSY_PREVIOUS=
begin_switch "$JESSY_PREVIOUS" "$JESSY_RELEASE"
JESSY_PREVIOUS=$(recorded from)
export JESSY_PREVIOUS
run_script "$JESSY_SWITCH"
remember "$JESSY_RELEASE"
served=$(serves)
report "$served"
`;

const SERVING = `${FUNCTIONS}
if [ -d "$JESSY_PATH" ]; then enter; fi
served=$(serves)
report "$served"
`;

const ROLLBACK = `${FUNCTIONS}
if [ -d "$JESSY_PATH" ]; then enter; fi
if ! is_recorded; then fact nothing true
else
  if [ -z "$JESSY_ROLLBACK" ]; then fail "there is no script to go back with (rollback)"; fi
  JESSY_PREVIOUS=$(recorded from)
  export JESSY_PREVIOUS
  run_script "$JESSY_ROLLBACK"
  remember "$JESSY_PREVIOUS"
  end_switch
fi
served=$(serves) || served=
report "$served"
`;

const DIAGNOSE = `${FUNCTIONS}
if [ -d "$JESSY_PATH" ]; then enter; fi
if [ -n "$JESSY_SERVING" ]; then run_script "$JESSY_SERVING" 2>&1 | tail -n 20; fi
`;

const FINISH = `${FUNCTIONS}
enter
mark_good "$JESSY_RELEASE"
end_switch
`;

/** The user's own scripts, with the record of what they came from. */
export function commandScripts(options: CommandOptions): ModeScripts {
  return {
    tools: [{ name: "awk", purpose: "reads the free space" }],
    environment: {
      JESSY_SWITCH: options.switch,
      JESSY_ROLLBACK: options.rollback,
      JESSY_SERVING: options.serving,
    },
    preflight: PREFLIGHT,
    prepare: PREPARE,
    switch: SWITCH,
    serving: SERVING,
    rollback: ROLLBACK,
    diagnose: DIAGNOSE,
    finish: FINISH,
    discard: ":",
  };
}
