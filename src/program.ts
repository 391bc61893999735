// The Pulumi program: declares what stacks/<stack>.yaml says.
import { isMycobotError } from "./errors/index.ts";
import { MessagingStack } from "./resources/index.ts";
import * as pulumi from "./resources/pulumi.ts";
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

/**
 * The SDK takes a stack trace for every resource and promise, by an error without a message: a third of a preview, and paths of
 * this machine in the state. These come out empty; errors that have something to say keep theirs. Only in this program: in
 * that of a project that uses the library it would be a surprise.
 */
function leaveOutMarkerTraces(): void {
  const translate = Error.prepareStackTrace;
  Error.prepareStackTrace = (error, callSites) =>
    error.message === "" || translate === undefined ? String(error) : translate(error, callSites);
}

leaveOutMarkerTraces();
const stack = await load(pulumi.getStack());
for (const issue of stack.issues) {
  if (issue.severity === "warning")
    await pulumi.log.warn(`${place(issue)}: ${issue.message}. ${issue.hint} [${issue.code}]`);
}
const messaging = new MessagingStack(stack.name, stack);

/** Each key's current remote name, for senders. */
export const templateNames = messaging.templateNames;
