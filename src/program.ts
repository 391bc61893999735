// The Pulumi program: declares what stacks/<stack>.yaml says.
import { isMycobotError } from "./errors/index.ts";
import { MessagingStack } from "./resources/index.ts";
import * as pulumi from "./resources/pulumi.ts";
import { findProjectRoot, loadStack, StackError, type StackIssue } from "./stack/index.ts";

function place(issue: StackIssue): string {
  return `${issue.file}:${issue.line}:${issue.column}`;
}

/** The stack, or an error without a stack trace: what is wrong stands in a file, not in this program. */
async function load(name: string) {
  try {
    return await loadStack(name, { projectRoot: findProjectRoot(import.meta.dirname) });
  } catch (error) {
    if (error instanceof StackError) throw new pulumi.RunError(error.message);
    throw isMycobotError(error) ? new pulumi.RunError(error.describe()) : error;
  }
}

/**
 * The SDK takes a stack trace for every resource and promise: a third of a preview, and paths of this machine in the state. Called
 * when everything has been read, so that an error up to there shows where it happened. Only this program does so: in a
 * project that uses the library, missing stack traces would be a surprise.
 */
function leaveOutStackTraces(): void {
  Error.stackTraceLimit = 0;
  // For the position of a resource, the SDK sets the limit aside.
  Error.prepareStackTrace = (error) => String(error);
}

const stack = await load(pulumi.getStack());
const warnings = stack.issues.filter(({ severity }) => severity === "warning");
await Promise.all(
  warnings.map((issue) => pulumi.log.warn(`${place(issue)}: ${issue.message}. ${issue.hint} [${issue.code}]`)),
);
leaveOutStackTraces();
const messaging = new MessagingStack(stack.name, stack);

/** Each key's current remote name, for senders. */
export const templateNames = messaging.templateNames;
