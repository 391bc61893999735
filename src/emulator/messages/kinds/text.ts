import { exact, flag, optional, required, text as textShape } from "../../graph/shape.ts";
import type { MessageKind } from "./message-kind.ts";

const TEXT = { body: 4096 } as const;

const shape = exact({ body: required(textShape({ min: 1, max: TEXT.body })), preview_url: optional(flag) });

/** `text`: a body, with or without a preview of its first link. */
export const text: MessageKind = { check: (_, value, path) => shape(value, path) };
