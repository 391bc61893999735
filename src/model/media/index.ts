export { lintMedia, type MediaFacts } from "./lint-media.ts";
export { MEDIA_TYPES, type MediaKind, type MediaType, typeOfName } from "./media-types.ts";
