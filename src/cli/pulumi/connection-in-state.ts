import { isObject } from "../../model/text/index.ts";
import { recordedConnections } from "./recorded.ts";
import { type NoState, readStackState, type StackState, type StateSource } from "./stack-state.ts";

/** The id of a declared connection, or why it is not known and what to do about that. */
export type ConnectionReading =
  | { id: string; why?: never; hint?: never }
  | {
      id?: never;
      why: string;
      hint: string;
      /** The state could be read: the stack, or its connection, is not created yet. */
      absent: boolean;
    };

const HINTS: Readonly<Record<NoState, (stack: StateSource["stack"]) => string>> = {
  "no-project": () => "Run the command in the project's folder",
  "no-engine": () => "Install the engine: npm install pulumi && npx pulumi version",
  "no-stack": ({ name }) =>
    `Run \`pulumi up --stack ${name}\`, or select the backend that has the stack: \`pulumi login\``,
  timeout: () => "Try again",
  failed: () => "Check PULUMI_BACKEND_URL and the login of Pulumi: `pulumi whoami`",
};

/** Looks up connections that a stack declares by their app, in the order of `keys`: only Pulumi's state has their ids. */
export async function connectionsInState(
  keys: readonly string[],
  stack: StateSource["stack"],
  source: Omit<StateSource, "stack">,
): Promise<(ConnectionReading & { key: string })[]> {
  if (keys.length === 0) return [];
  const reading = await readStackState({ ...source, stack });
  return keys.map((key) => {
    if (reading.state === undefined) {
      const { why, message } = reading;
      return { key, why: message, hint: HINTS[why](stack), absent: why === "no-stack" };
    }
    const id = idOf(key, reading.state);
    if (id !== undefined) return { key, id };
    return {
      key,
      why: `${key} has not been created yet`,
      hint: `Run \`pulumi up --stack ${stack.name}\``,
      absent: true,
    };
  });
}

/** From the outputs; from the resources if the run that created it failed, or another program exports something else. */
function idOf(key: string, state: StackState): string | undefined {
  const { connections } = state.outputs;
  const exported = isObject(connections) && Object.hasOwn(connections, key) ? connections[key] : undefined;
  if (typeof exported === "string") return exported;
  return recordedConnections(state).find((recorded) => recorded.key === key)?.id;
}
