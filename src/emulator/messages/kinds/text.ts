import { exact, flag, optional, required, text as textShape } from "../../graph/shape.ts";
import type { MessageKind } from "./message-kind.ts";

export const TEXT_MAX = 4096;

const shape = exact({ body: required(textShape({ min: 1, max: TEXT_MAX })), preview_url: optional(flag) });

/** `text`: a body, with or without a preview of its first link. */
export const text: MessageKind = { check: (_, value, path) => shape(value, path) };
