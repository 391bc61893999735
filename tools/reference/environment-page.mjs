import { environmentVariables } from "./environment-variables.mjs";
import { code, page, table } from "./markdown.mjs";

/** docs/reference/environment.md */
export const environmentPage = ({ gatewayDefaults }) =>
  page("Environment", [
    "An empty variable is treated as unset. Plain `http` is allowed only for loopback addresses.",
    table(
      ["variable", "meaning", "default"],
      environmentVariables(gatewayDefaults).map(({ names, meaning, standard }) => [
        names.map(code).join(", "),
        meaning,
        standard === undefined ? "" : standard.startsWith("the ") ? standard : code(standard),
      ]),
    ),
    "Options take precedence over the stack file of `--stack`, which takes precedence over the environment.",
  ]);
