const LITERAL = /[.+^${}()|[\]\\]/g;

function globToRegex(glob: string): RegExp {
  const source = glob
    .replace(LITERAL, "\\$&")
    .replace(/\*\*|\*|\?/g, (mark) => (mark === "**" ? ".*" : mark === "*" ? "[^/]*" : "[^/]"));
  return new RegExp(`^${source}$`);
}

/** A test for `path` (and `query`, with its "?"): a glob over the path, or `/regex/flags` over both. */
export function pathPattern(pattern: string): (path: string, query: string) => boolean {
  const [, source, flags] = /^\/(.+)\/([a-z]*)$/.exec(pattern) ?? [];
  if (source !== undefined && /[\\^$()|[\]+{]|\.\*/.test(source)) {
    const regex = new RegExp(source, flags);
    return (path, query) => regex.test(path + query);
  }
  const regex = globToRegex(pattern);
  return (path) => regex.test(path);
}
