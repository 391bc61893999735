export { addresseeOf } from "./addressee.ts";
export { deliver } from "./deliver.ts";
export { headerOf, headerSource } from "./header-source.ts";
export { documentOf, filesOf, localSource, referenceOf, sourceOf } from "./media-source.ts";
export { readList, readObject } from "./read-data.ts";
