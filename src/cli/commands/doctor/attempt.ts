import { isMycobotError, type MycobotError } from "../../../errors/index.ts";

export type Attempted<Value> = { value: Value; error?: never } | { error: MycobotError; value?: never };

/** A value, or the error of ours that came instead: a finding. Interruptions and defects are thrown on. */
export async function attempt<Value>(work: () => Promise<Value>): Promise<Attempted<Value>> {
  try {
    return { value: await work() };
  } catch (error) {
    if (!isMycobotError(error) || error.code === "MYCO_INTERRUPTED") throw error;
    return { error };
  }
}
