import { ENVIRONMENT } from "./environment-variables.mjs";
import { code, page, table } from "./markdown.mjs";

/** docs/reference/environment.md */
export const environmentPage = () =>
  page("Environment", [
    "An empty variable counts as unset. Plain `http` is refused for every address but this machine's.",
    table(
      ["variable", "meaning", "default"],
      ENVIRONMENT.map(({ names, meaning, standard }) => [
        names.map(code).join(", "),
        meaning,
        standard === undefined ? "" : standard.startsWith("the ") ? standard : code(standard),
      ]),
    ),
    "Options come first, then the stack file of `--stack`, then the environment.",
  ]);
