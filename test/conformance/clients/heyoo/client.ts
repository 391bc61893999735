import type { ForeignClient } from "../../harness/foreign-client.ts";
import { python } from "../../harness/python.ts";

export const heyoo: ForeignClient = {
  name: "heyoo",
  version: "0.1.2",
  language: "Python",
  use: "a small wrapper of the first Cloud API, last released in 2024; calls v14.0 and v15.0",
  reached: "its attributes `base_url`, `v15_base_url` and `url`",
  ...python(import.meta.dirname),
};
