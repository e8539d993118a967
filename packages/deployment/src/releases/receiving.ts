import { LOADER } from "../shell/wrap-script.ts";

/**
 * What a host does while a release arrives. Standard input is the script, a few lines that say what it is about, and then a
 * manifest, or an archive. The command itself is always the same: a process list tells nothing. Every answer begins with a token that the first lines gave: whatever else a login shell says is not ours.
 */

/**
 * Input: path, release, token, whether files may be linked to the release before (`yes`), whether rsync may be used, and the
 * manifest. Answers `TOKEN by tar|rsync`, `TOKEN base NAME` (the release that unchanged files come from), `TOKEN need NAME` for
 * each plain name that is not there yet, `TOKEN end`.
 */
const EXPECT = `
IFS= read -r room; IFS= read -r release; IFS= read -r token; IFS= read -r links; IFS= read -r rsync
mkdir -p -- "$room"
cd -- "$room"
room=$PWD
mkdir -p releases .jessy/manifests .jessy/incoming
into=$room/.jessy/incoming/$release
manifest=$into.manifest
rm -rf -- "$into" "$into".*
mkdir "$into"
cat >"$manifest"
base=
served=$(readlink current || :)
if [ "$links" = yes ]; then
  for name in "\${served##*/}" "$(tail -n 1 .jessy/good 2>/dev/null || :)"; do
    if [ -n "$name" ] && [ -f ".jessy/manifests/$name" ] && [ -d "releases/$name" ]; then base=$name; break; fi
  done
fi
if [ "$rsync" = yes ] && command -v rsync >/dev/null; then by=rsync; else by=tar; fi
echo "$token by $by"
echo "$token base $base"
if [ "$by" = tar ]; then
  # A cp without --parents links nothing: then all files are asked for.
  if [ -n "$base" ]; then
    both ".jessy/manifests/$base" "$manifest" | sed -n "s/^f [0-9a-f]* [0-7]* //p" | tr "\\n" "\\0" | (
      cd "releases/$base"
      xargs -0 -r sh -c "cp -lP --parents -- \\"\\$@\\" \\"\\$0\\"" "$into"
    ) >/dev/null 2>&1 || :
  fi
  sed -n "s/^f [0-9a-f]* [0-7]* //p" "$manifest" >"$manifest.names"
  (cd "$into" && find . -type f) | sed "s,^[.]/,," >"$manifest.there"
  second "$manifest.there" "$manifest.names" | sed "s/^/$token need /"
fi
echo "$token end"
`;

/**
 * Input: path, release, token, how it comes (`tar`: the archive follows; `rsync`: it is there), the number of links. Answers
 * `TOKEN bad NAME` for files that are not what the manifest says, `TOKEN inodes` with a line of df, or `TOKEN whole`.
 */
const RECEIVE = `
IFS= read -r room; IFS= read -r release; IFS= read -r token; IFS= read -r by; IFS= read -r links
cd -- "$room"
room=$PWD
into=$room/.jessy/incoming/$release
manifest=$into.manifest
if [ "$by" = tar ] && ! tar -xpof - -C "$into"; then
  echo "$token inodes $(df -Pi . 2>/dev/null | tail -n 1)"
  rm -rf -- "$into"
  exit 1
fi
cat >/dev/null
cd "$into"
for mode in 600 644 755; do
  find . -type f -perm "0$mode" -print0 | xargs -0 -r sha256sum |
    sed -n -e "s/^[\\\\]//" -e "s/^\\([0-9a-f]\\{64\\}\\)  [.]\\//f \\1 $mode /p"
done >"$manifest.found"
second "$manifest.found" "$manifest" | sed -n "/^f /p" >"$manifest.bad"
sed -n "s/^[fh] \\([0-9a-f]* [0-7]*\\).*/\\1/p" "$manifest" | sort >"$manifest.wanted"
cut -d " " -f 2,3 "$manifest.found" | sort >"$manifest.counted"
if [ "$(sha256sum <"$manifest.counted")" != "$(sha256sum <"$manifest.wanted")" ]; then echo files >>"$manifest.bad"; fi
if [ "$(find . -type l -print0 | tr -cd "\\0" | wc -c)" -ne "$links" ]; then echo links >>"$manifest.bad"; fi
find . ! -type f ! -type d ! -type l >>"$manifest.bad"
if [ -s "$manifest.bad" ]; then
  sed -n "s/^f [0-9a-f]* [0-7]* /$token bad /p" "$manifest.bad" | head -n 20
  echo "$token bad"
  exit 1
fi
cd "$room"
rm -f -- "$manifest".*
mv -f -- "$manifest" "$into.whole"
echo "$token whole"
`;

/** Lines that two files share, and lines that the second alone has. There is a busybox without comm. */
const LINES = `
both() { awk "FILENAME == ARGV[1] { seen[\\$0]; next } \\$0 in seen" "$1" "$2"; }
second() { awk "FILENAME == ARGV[1] { seen[\\$0]; next } !(\\$0 in seen)" "$1" "$2"; }
`;

/** Takes a script from standard input, whatever the login shell is, and leaves it what follows. */
export const DATA_COMMAND = `exec sh -c '${LOADER}'`;

/** What comes before the data. @param token 24 hexadecimal digits that no other line has */
const scriptText = (script: string, token: string): string =>
  `${token}\nset -eu; umask 022; export LC_ALL=C\n${LINES}${script}${token}\n`;

export const expectScript = (token: string): string => scriptText(EXPECT, token);
export const receiveScript = (token: string): string => scriptText(RECEIVE, token);
