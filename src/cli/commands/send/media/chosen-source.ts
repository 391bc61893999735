import type { MediaKind } from "../../../../gateway/index.ts";
import type { Io } from "../../../io.ts";
import { UsageError } from "../../../usage-error.ts";
import { localSource, type MediaSource } from "../outgoing/media-source.ts";

/** Where the media come from: one of argument, `--id` and `--link`. @throws UsageError */
export function chosenSource(
  kind: MediaKind,
  { file, id, link }: { file: string | undefined; id?: string | undefined; link?: string | undefined },
  io: Io,
): MediaSource {
  const [first, ...others] = [
    ...(file === undefined ? [] : [localSource(file, kind, io)]),
    ...(id === undefined ? [] : [{ id }]),
    ...(link === undefined ? [] : [{ link }]),
  ];
  if (first !== undefined && others.length === 0) return first;
  throw new UsageError(
    first === undefined ? "It is not said what to send." : "It is said twice what to send.",
    "Give one of: a file, --id, --link.",
  );
}
