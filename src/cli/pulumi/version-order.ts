function parts(version: string): number[] {
  return version.replace(/^v/, "").split(/[.-]/, 3).map(Number);
}

/** Whether `version` precedes `min`, both like `3.248.0`. Only three numbers are compared. */
export function isOlder(version: string, min: string): boolean {
  const own = parts(version);
  for (const [index, required] of parts(min).entries()) {
    const difference = (own[index] ?? 0) - required;
    if (difference !== 0) return difference < 0;
  }
  return false;
}
