import type { z } from "zod";
import type { Severity, WhatsAppAnswer } from "../../issue.ts";

/** A broken rule, at a place inside the value that the rule looks at. */
export interface Problem {
  code: string;
  message: string;
  hint: string;
  /** An error when it is left out. */
  severity?: Severity;
  /** Where, from the value; the value itself when it is left out. */
  at?: readonly (string | number)[];
  whatsapp?: WhatsAppAnswer;
}

export type Rule<T> = (value: T) => Iterable<Problem>;

/** Attaches a rule to a shape: it runs when the value has the shape, also beside other problems. */
export function obeys<T>(rule: Rule<T>): z.core.CheckFn<T> {
  return ({ value, issues }) => {
    for (const problem of rule(value))
      issues.push({
        code: "custom",
        input: value,
        path: [...(problem.at ?? [])],
        message: problem.message,
        params: { problem },
        // Otherwise zod would skip the rules of everything around it.
        continue: true,
      });
  };
}
