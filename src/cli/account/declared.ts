import { dirname } from "node:path";
import { MycobotError } from "../../errors/index.ts";
import { listing } from "../../model/text/index.ts";
import type { DeclaredAt, DeclaredStack, DeclaredStacks } from "../../stack/index.ts";
import type { Stack } from "../../stack/types.ts";
import type { Context } from "../context.ts";
import { visibleLine } from "../output/visible.ts";
import { connectionsInState } from "../pulumi/connection-in-state.ts";

/** What the stack files of the project declare: of the current folder, or of the file of `--stack`. */
export async function projectStacks(context: Context, stack?: Pick<Stack, "file">): Promise<DeclaredStacks> {
  const { declaredStacks } = await import("../../stack/index.ts");
  const { cwd } = context.io;
  return declaredStacks(stack === undefined ? cwd : dirname(stack.file), cwd);
}

/** Something that a stack file declares. */
export interface Declaration extends DeclaredAt {
  /** `the template order_shipped en_US` */
  what: string;
  /** The section of the file. */
  section: "templates" | "profiles" | "connections" | "account";
  stack: string;
}

/** The declared ones of these templates. @param waba undefined if the account is not known: then any stack counts */
export function declaredTemplates(
  { stacks }: DeclaredStacks,
  waba: string | undefined,
  templates: readonly { name: string; language: string }[],
): Declaration[] {
  return templates.flatMap(({ name, language }) =>
    stacks
      .filter(({ account }) => waba === undefined || account.waba === waba)
      .flatMap((stack) => stack.templates.map((declared) => ({ ...declared, stack: stack.name })))
      .filter((declared) => declared.name === name && declared.language === language)
      .map(({ key, place, stack }): Declaration => {
        return { what: `the template ${name} ${language}`, section: "templates", key, place, stack };
      }),
  );
}

/** The declarations of the profile of a phone number. */
export function declaredProfiles({ stacks }: DeclaredStacks, phone: string): Declaration[] {
  return stacks.flatMap(({ name: stack, profiles }) =>
    profiles
      .filter(({ key }) => key === phone)
      .map(({ key, place }): Declaration => {
        return { what: `the profile of the phone number ${phone}`, section: "profiles", key, place, stack };
      }),
  );
}

type KnownConnection = Pick<Declaration, "section" | "key" | "place"> & { id: string };

/** The connections of a stack: its own, and the one that it uses. */
export interface StackConnections {
  stack: DeclaredStack;
  /** Those with a known id. */
  known: KnownConnection[];
  /** Why the ids of others are not known. Absent if none is created yet. */
  unread?: string;
}

/** The ids of the connections of each stack; Pulumi's state is read for those that are declared by their app. */
export function stackConnections({ stacks }: DeclaredStacks, { io }: Context): Promise<StackConnections[]> {
  return Promise.all(
    stacks.map(async (stack) => {
      const { connections, account, connectionPlace = stack.file } = stack;
      const keys = connections.filter(({ id }) => id === undefined).map(({ key }) => key);
      const readings = await connectionsInState(keys, stack, { io, signal: io.interrupts });
      const known = connections.flatMap(({ key, place, id: own }): KnownConnection[] => {
        const id = own ?? readings.find((reading) => reading.key === key)?.id;
        return id === undefined ? [] : [{ section: "connections", key, place, id }];
      });
      const chosen = account.connection;
      if (chosen !== undefined && connections.every(({ key }) => key !== chosen)) {
        known.push({ section: "account", key: "connection", place: connectionPlace, id: chosen });
      }
      const unread = readings.find((reading) => reading.id === undefined && !reading.absent);
      return { stack, known, ...(unread?.why === undefined ? {} : { unread: unread.why }) };
    }),
  );
}

/** The declarations of a connection. */
export function declaredConnections(stacks: readonly StackConnections[], connection: string): Declaration[] {
  return stacks.flatMap(({ stack, known }) =>
    known
      .filter(({ id }) => id === connection)
      .map((each) => ({ ...each, what: `the connection ${connection}`, stack: stack.name })),
  );
}

/** Notes which stacks may have further connections, once per cause. */
export function noteUnreadStates(stacks: readonly StackConnections[], context: Context): void {
  for (const why of new Set(stacks.flatMap(({ unread }) => unread ?? []))) {
    const names = stacks.filter(({ unread }) => unread === why).map(({ stack }) => stack.name);
    context.note(`note: the connections of ${listing(names, "and")} are not known: ${visibleLine(why)}`);
  }
}

const ADVICE = {
  deleted: "Remove it from the file",
  changed: "Change it in the file",
} as const;

/**
 * Refuses to change by hand what a stack file declares: the next run of Pulumi would find an undeclared difference. With
 * `force`, warns.
 * @throws MYCO_DECLARED
 */
export function refuseDeclared(
  declarations: readonly Declaration[],
  how: keyof typeof ADVICE,
  force: boolean | undefined,
  context: Context,
): void {
  const [first] = declarations;
  if (first === undefined) return;
  const places = declarations.map(({ what, section, key, place }) => `${what} (${place}, ${section}.${key})`);
  const stacks = listing([...new Set(declarations.map(({ stack }) => `\`pulumi up --stack ${stack}\``))], "and");
  if (force === true) {
    context.note(
      `warning: ${visibleLine(`declared in a stack file: ${places.join(", ")}`)}; ${stacks} will see the difference.`,
    );
    return;
  }
  throw new MycobotError("MYCO_DECLARED", `Not ${how}: a stack file declares ${listing(places, "and")}.`, {
    hint: `${ADVICE[how]} and run ${stacks}, or pass --force.`,
  });
}

/** Warns about stack files that cannot be read: what they declare is not protected. */
export function noteUnreadableStacks({ unreadable }: DeclaredStacks, context: Context): void {
  for (const { file, message } of unreadable) {
    context.note(`warning: cannot read everything that ${file} declares: ${visibleLine(message)}`);
  }
}
