/** The remote name of a version: WhatsApp knows no versions, so from 2 on the name carries it. */
export function nameOfVersion(name: string, version: number): string {
  return version === 1 ? name : `${name}_v${version}`;
}

/** The version after the one that a remote name carries. */
export function nextVersion(name: string): number {
  return Number(/_v(\d{1,6})$/.exec(name)?.[1] ?? 1) + 1;
}
