/** The shape that `--dry-run --json` prints, for help. */
export const DRY_RUN_JSON = "with --dry-run: { version: 1, request: { method, url, headers, body? } }";
