/** The remote name of a version: WhatsApp knows no versions, so from 2 on the name carries it. */
export function nameOfVersion(name: string, version: number): string {
  return version === 1 ? name : `${name}_v${version}`;
}

/** The version after the one that a remote name carries. */
export function nextVersion(name: string): number {
  return Number(/_v(\d{1,6})$/.exec(name)?.[1] ?? 1) + 1;
}

/** A declared version of a template in one language, with its status in the account. */
export interface TemplateVersion {
  /** 1 is also a template without a version. */
  version?: number | undefined;
  /** The name in the account. */
  name: string;
  language: string;
  status: string | undefined;
}

/** WhatsApp sends a template only while it has this status. */
export const SENDABLE_STATUS = "APPROVED";

/** What senders can use of one template. */
interface SendableVersions {
  /** By language: the newest version that is APPROVED. */
  versions: ReadonlyMap<string, TemplateVersion>;
  /** Languages without an APPROVED version, in the order of their first version. */
  unsendable: string[];
}

/** The newest APPROVED version of one template in each language. */
export function sendableVersions(all: readonly TemplateVersion[]): SendableVersions {
  const versions = new Map<string, TemplateVersion>();
  for (const one of all) {
    if (one.status !== SENDABLE_STATUS) continue;
    const newest = versions.get(one.language);
    if (newest === undefined || numberOf(one) > numberOf(newest)) versions.set(one.language, one);
  }
  const languages = [...new Set(all.map(({ language }) => language))];
  return { versions, unsendable: languages.filter((language) => !versions.has(language)) };
}

/** The versions of one template that the account has, and that a newer APPROVED one replaces in each of their languages, oldest first. */
export function replacedVersions(all: readonly TemplateVersion[]): number[] {
  const { versions } = sendableVersions(all);
  const isReplaced = (one: TemplateVersion) => {
    const sendable = versions.get(one.language);
    return sendable !== undefined && numberOf(sendable) > numberOf(one);
  };
  const existing = all.filter(({ status }) => status !== undefined);
  return [...new Set(existing.map(numberOf))]
    .filter((number) => all.filter((one) => numberOf(one) === number).every(isReplaced))
    .sort((a, b) => a - b);
}

function numberOf({ version = 1 }: TemplateVersion): number {
  return version;
}
