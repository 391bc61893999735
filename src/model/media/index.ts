export { lintMedia, type MediaFacts } from "./lint-media.ts";
export { ANIMATED_STICKER_BYTES, MEDIA_TYPES, type MediaKind, type MediaType, typeOfName } from "./media-types.ts";
