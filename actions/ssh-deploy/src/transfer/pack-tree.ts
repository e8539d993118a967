import { withFile } from "@jessy-actions/kit/runner/file-content";
import { diskPath, shownName, type Tree, type TreeFile } from "./read-tree.ts";
import { TAR_END, tarHeader, tarPadding } from "./tar-header.ts";

const PIECE_BYTES = 1024 * 1024;

/** Small files are joined to pieces of this size: a write for each would cost more than its bytes. */
const JOINED_BYTES = 64 * 1024;

/**
 * A tar archive of all folders and links of a tree and some of its files, in pieces. It holds nothing but what `readTree` found.
 *
 * @throws Error when a file has another size by now
 */
export function* packTree(tree: Tree, files: readonly TreeFile[]): Generator<Buffer> {
  let waiting: Buffer[] = [];
  let bytes = 0;
  for (const part of membersOf(tree, files)) {
    waiting.push(part);
    bytes += part.length;
    if (bytes < JOINED_BYTES) continue;
    yield Buffer.concat(waiting);
    waiting = [];
    bytes = 0;
  }
  yield Buffer.concat(waiting);
}

function* membersOf(tree: Tree, files: readonly TreeFile[]): Generator<Buffer> {
  for (const name of tree.folders) yield tarHeader({ name, kind: "folder", mode: "755", size: 0, mtime: 0 });
  for (const file of files) {
    yield tarHeader({ ...file, kind: "file" });
    yield* contentOf(tree.root, file);
    yield tarPadding(file.size);
  }
  for (const { name, target } of tree.links)
    yield tarHeader({ name, target, kind: "link", mode: "755", size: 0, mtime: 0 });
  yield TAR_END;
}

function* contentOf(root: string, { name, size }: TreeFile): Generator<Buffer> {
  for (let start = 0; start < size; start += PIECE_BYTES) {
    const bytes = Math.min(PIECE_BYTES, size - start);
    const piece = withFile(diskPath(root, name), (file) => {
      if (file.size !== size) throw changed(name);
      return file.part(start, bytes);
    });
    if (piece.length !== bytes) throw changed(name);
    yield Buffer.from(piece);
  }
}

const changed = (name: string) => new Error(`\`${shownName(name)}\` was changed while it was copied`);
