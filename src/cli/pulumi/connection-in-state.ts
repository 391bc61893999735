import { isObject } from "../../model/text/index.ts";
import type { Stack } from "../../stack/types.ts";
import { type NoState, readStackState, type StackState, type StateSource } from "./stack-state.ts";

/** The id of a declared connection, or why it is not known and what to do about that. */
export type ConnectionReading = { id: string; why?: never; hint?: never } | { id?: never; why: string; hint: string };

const CONNECTION_TYPE = "pulumi-nodejs:dynamic/mycobot:Connection";

const HINTS: Readonly<Record<NoState, (stack: Stack) => string>> = {
  "no-project": () => "Run the command in the project's folder",
  "no-engine": () => "Install the engine: npm install pulumi && npx pulumi version",
  "no-stack": ({ name }) =>
    `Run \`pulumi up --stack ${name}\`, or select the backend that has the stack: \`pulumi login\``,
  timeout: () => "Try again",
  failed: () => "Check PULUMI_BACKEND_URL and the login of Pulumi: `pulumi whoami`",
};

/** Looks up a connection that a stack declares by its app: only Pulumi's state has its id. */
export async function connectionInState(
  key: string,
  stack: Stack,
  source: Omit<StateSource, "stack">,
): Promise<ConnectionReading> {
  const reading = await readStackState({ ...source, stack });
  if (reading.state === undefined) return { why: reading.message, hint: HINTS[reading.why](stack) };
  const id = idOf(key, reading.state);
  if (id !== undefined) return { id };
  return { why: `the connection ${key} is not created yet`, hint: `Run \`pulumi up --stack ${stack.name}\`` };
}

/** From the outputs; from the resources if the run that created it failed, or a program of one's own exports something else. */
function idOf(key: string, { outputs, resources }: StackState): string | undefined {
  const { connections } = outputs;
  const exported = isObject(connections) && Object.hasOwn(connections, key) ? connections[key] : undefined;
  if (typeof exported === "string") return exported;
  return resources.find(({ type, urn }) => type === CONNECTION_TYPE && urn.endsWith(`::${key}`))?.id;
}
