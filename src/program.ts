/**
 * The Pulumi program: declares the resources of `stacks/<stack>.yaml` in the project that Pulumi runs. A repository of its own
 * has a program of one line: `export * from "pulumi-mycobot/program"`.
 *
 * @module
 */
import { isMycobotError } from "./errors/index.ts";
import { loadStack, MessagingStack } from "./resources/index.ts";
import * as pulumi from "./resources/pulumi.ts";
import { findProjectRoot, StackError, type StackIssue } from "./stack/index.ts";

function position(issue: StackIssue): string {
  return `${issue.file}:${issue.line}:${issue.column}`;
}

/** Loads the stack. Errors are printed without a stack trace: the problem is in the file, not in this program. */
async function load(name: string) {
  try {
    return await loadStack(name, { projectRoot: findProjectRoot(process.cwd()) });
  } catch (error) {
    throw isMycobotError(error) && !(error instanceof StackError) ? new pulumi.RunError(error.describe()) : error;
  }
}

/**
 * The SDK records a stack trace for every resource and promise. That takes a third of a preview, and puts paths of this machine
 * into the state. Called after everything is read, so that earlier errors have a stack trace. Only this program does so:
 * projects that use the library expect stack traces.
 */
function disableStackTraces(): void {
  Error.stackTraceLimit = 0;
  // The SDK ignores the limit for the position of a resource.
  Error.prepareStackTrace = (error) => String(error);
}

const stack = await load(pulumi.getStack());
const warnings = stack.issues.filter(({ severity }) => severity === "warning");
await Promise.all(
  warnings.map((issue) => pulumi.log.warn(`${position(issue)}: ${issue.message}. ${issue.hint} [${issue.code}]`)),
);
disableStackTraces();
const messaging = new MessagingStack(stack.name, stack);

/** The current remote name of each key, as declared. */
export const templateNames = messaging.templateNames;

/** The id of each declared connection, for scripts. */
export const connections = messaging.connectionIds;

/** Status, category and reason of a rejection of each template, from the state: `pulumi up --refresh` reads the account. */
export const templates = messaging.templateStates;

/** For senders, by key and language: the name of the newest version that is APPROVED as of the last read. */
export const sendableNames = messaging.sendableNames;

/** By key: the languages without an APPROVED version. */
export const unsendable = messaging.unsendable;
