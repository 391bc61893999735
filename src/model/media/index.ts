export {
  lintMedia,
  MAX_MEDIA_BYTES,
  MEDIA_TYPES,
  type MediaFacts,
  type MediaKind,
  type MediaType,
  typeOfName,
} from "./media-types.ts";
export { isSampleFormat, megabytes, SAMPLE_FORMATS, type SampleFormat, sampleProblem } from "./sample-formats.ts";
