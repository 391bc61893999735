/**
 * What a stack declares, as one compact list with which the next run detects removals: in a preview Pulumi calls no handler for
 * resources that it will delete.
 */

/** One declared template in one language. */
export interface DeclaredIdentity {
  name: string;
  language: string;
  /** Of the content without its name, so that a renamed template is recognized. */
  digest: string;
  /** `onRemove: retain`: it stays in the account when it is removed from the file. */
  retain: boolean;
  /** Pulumi's protect: the engine refuses its deletion. */
  protect?: boolean;
}

/** A template that the state holds and the file no longer declares. */
export interface RemovedIdentity extends DeclaredIdentity {
  waba: string;
  /** The resource's name in the state. */
  logicalName: string;
}

const RETAIN = "retain";
const DELETE = "delete";
const PROTECT = "protect";

/** `name/language`: the label of an identity in messages and logical names. */
export function labelOfIdentity({ name, language }: { name: string; language: string }): string {
  return `${name}/${language}`;
}

/** The identity in the account: `waba/name/language`. */
export function keyOfIdentity(waba: string, identity: { name: string; language: string }): string {
  return `${waba}/${labelOfIdentity(identity)}`;
}

/** One line per identity: no name, language or digest contains a space. */
export function formatDeclared(identities: readonly DeclaredIdentity[]): string {
  return identities
    .map((identity) => {
      const policies = [...(identity.retain ? [RETAIN] : []), ...(identity.protect === true ? [PROTECT] : [])];
      return [labelOfIdentity(identity), identity.digest, ...policies].join(" ");
    })
    .join("\n");
}

export function parseDeclared(text: unknown): DeclaredIdentity[] {
  return linesOf(text).flatMap((line) => {
    const [label = "", digest = "", ...policies] = line.split(" ");
    const protect = policies.includes(PROTECT) ? { protect: true } : {};
    return [{ ...splitLabel(label), digest, retain: policies.includes(RETAIN), ...protect }];
  });
}

export function formatRemoved(identities: readonly RemovedIdentity[]): string {
  return identities
    .map((one) => [one.waba, labelOfIdentity(one), one.digest, one.retain ? RETAIN : DELETE, one.logicalName].join(" "))
    .join("\n");
}

export function parseRemoved(text: unknown): RemovedIdentity[] {
  return linesOf(text).map((line) => {
    const [waba = "", label = "", digest = "", policy, ...logicalName] = line.split(" ");
    return { waba, ...splitLabel(label), digest, retain: policy === RETAIN, logicalName: logicalName.join(" ") };
  });
}

/** Identities in accounts (`waba/name/language`) with the day of an event: `2026-11-24`. */
export type DatedIdentities = Map<string, string>;

export function formatDated(dated: DatedIdentities): string {
  return [...dated].map(([identity, day]) => `${identity} ${day}`).join("\n");
}

export function parseDated(text: unknown): DatedIdentities {
  return new Map(
    linesOf(text).map((line): [string, string] => {
      const [identity = "", day = ""] = line.split(" ");
      return [identity, day];
    }),
  );
}

/**
 * The number of templates that one run may delete, by `settings.maxDeletes` (`0`, `5`, `"10%"`); undefined for an invalid setting.
 * Percentages round down.
 */
export function allowedDeletes(setting: unknown, managed: number): number | undefined {
  if (typeof setting === "number") return Number.isInteger(setting) && setting >= 0 ? setting : undefined;
  const [, percent] = /^(\d{1,3}(?:\.\d+)?)%$/.exec(String(setting)) ?? [];
  if (percent === undefined || Number(percent) > 100) return undefined;
  return Math.floor((managed * Number(percent)) / 100);
}

function linesOf(text: unknown): string[] {
  return typeof text === "string" && text !== "" ? text.split("\n") : [];
}

function splitLabel(label: string): { name: string; language: string } {
  const slash = label.lastIndexOf("/");
  return { name: label.slice(0, slash), language: label.slice(slash + 1) };
}
