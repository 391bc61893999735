function parts(version: string): number[] {
  return version.replace(/^v/, "").split(/[.-]/, 3).map(Number);
}

/** Whether `version` stands before `least`, both as `3.248.0`. What follows the third number does not count. */
export function isOlder(version: string, least: string): boolean {
  const [have, want] = [parts(version), parts(least)];
  for (const [index, wanted] of want.entries()) {
    const difference = (have[index] ?? 0) - wanted;
    if (difference !== 0) return difference < 0;
  }
  return false;
}
