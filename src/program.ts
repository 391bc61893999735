// The Pulumi program: declares what stacks/<stack>.yaml says.
import * as pulumi from "@pulumi/pulumi";
import { isMycobotError } from "./errors/index.ts";
import { MessagingStack } from "./resources/index.ts";
import { findProjectRoot, loadStack, StackError, type StackIssue } from "./stack/index.ts";

const place = (issue: StackIssue): string => `${issue.file}:${issue.line}:${issue.column}`;

/** The stack, or an error without a stack trace: what is wrong stands in a file, not in this program. */
async function load(name: string) {
  try {
    return await loadStack(name, { projectRoot: findProjectRoot(import.meta.dirname) });
  } catch (error) {
    if (error instanceof StackError) throw new pulumi.RunError(error.message);
    throw isMycobotError(error) ? new pulumi.RunError(error.describe()) : error;
  }
}

const stack = await load(pulumi.getStack());
for (const issue of stack.issues) {
  if (issue.severity === "warning")
    await pulumi.log.warn(`${place(issue)}: ${issue.message}. ${issue.hint} [${issue.code}]`);
}
const messaging = new MessagingStack(stack.name, stack);

/** Each key's current remote name, for senders. */
export const templateNames = messaging.templateNames;
