import type { EmulatorHandle } from "../../../src/emulator/index.ts";
import type { Checkpoint } from "./checkpoint.ts";
import { connectionsIn, objectsIn, templatesIn } from "./checkpoint.ts";
import type { Row } from "./fault-proxy.ts";
import { complaints } from "./history.ts";

interface HeldTemplate {
  id: string;
  name: string;
  language: string;
  text: string;
}

/** The templates in the account, from the state of the emulator; without WhatsApp's sample. */
export function templatesOf(account: EmulatorHandle): HeldTemplate[] {
  return account
    .state()
    .accounts.flatMap(({ templates }) => templates)
    .filter(({ name }) => name !== "hello_world")
    .map(({ id, name, language, components }) => {
      // The emulator stores components as sent or as WhatsApp returns them.
      const body = (components as { type: string; text?: string }[]).find(({ type }) => type === "BODY");
      return { id, name: String(name), language: String(language), text: body?.text ?? "" };
    });
}

/** Differences between account and file: undeclared, missing, duplicate and different templates. */
export function differences(account: EmulatorHandle, declared: Record<string, string>): string[] {
  const held = templatesOf(account).map((one) => ({ ...one, key: `${one.name}/${one.language}` }));
  const keys = new Set(held.map(({ key }) => key));
  return complaints([
    ...held.map(({ key }) => !(key in declared) && `the account has ${key}, which is not declared`),
    ...held.map(({ key, text }) => key in declared && declared[key] !== text && `${key} has the text "${text}"`),
    ...Object.keys(declared).map((key) => !keys.has(key) && `the account lacks ${key}`),
    keys.size !== held.length && "the account has a template twice",
  ]);
}

/** Differences between state and account: missing resources, wrong ids, and resources that are still to be deleted. */
export function stateFaults(account: EmulatorHandle, checkpoint: Checkpoint): string[] {
  const held = new Map(templatesOf(account).map(({ id, name, language }) => [`${name}/${language}`, id]));
  const kept = templatesIn(checkpoint);
  const ids = new Set(account.state().connections.map(({ id }) => id));
  return complaints([
    kept.length !== held.size && `the state has ${kept.length} templates, but the account has ${held.size}`,
    ...kept.map(({ urn, outputs = {} }) => {
      const id = held.get(`${outputs.name}/${outputs.language}`);
      return id !== outputs.templateId && `${urn} has id ${outputs.templateId}, but the account has ${id}`;
    }),
    ...connectionsIn(checkpoint).map(
      ({ id = "" }) => !ids.has(id) && `the state contains connection ${id}, which is not in the account`,
    ),
    ...objectsIn(checkpoint).map(({ urn, delete: condemned }) => condemned === true && `${urn} is still to be deleted`),
  ]);
}

/** Templates that were created or edited more than once. */
export function repetitions(rows: readonly Row[]): string[] {
  const effects = rows
    .filter(({ method, tookEffect }) => method === "POST" && tookEffect)
    .flatMap(({ path, body }) => {
      if (/\/\d+$/.test(path)) return [`${path} edited`];
      // A create's body is JSON with a name.
      return path.endsWith("/message_templates") ? [`${(JSON.parse(body) as { name: string }).name} created`] : [];
    });
  return [...new Set(effects)]
    .filter((effect) => effects.filter((other) => other === effect).length > 1)
    .map((effect) => `${effect} twice`);
}

/** The lines of an output that describe errors and differences, shortened. */
export function excerpt(output: string): string {
  const lines = output.split("\n").filter((line) => /error|MYCO_|~|\+|- /.test(line));
  return lines.slice(0, 4).join(" | ").replace(/\s+/g, " ").slice(0, 500);
}
