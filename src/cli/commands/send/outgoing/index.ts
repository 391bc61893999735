export { addresseeOf } from "./addressee.ts";
export { deliver } from "./deliver.ts";
export { headerOf, headerSource } from "./header-source.ts";
export { filesOf, referenceOf } from "./media-source.ts";
export { readList, readObject } from "./read-data.ts";
