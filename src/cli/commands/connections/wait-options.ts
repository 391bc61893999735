/** How long `--wait` waits, in milliseconds. */
export const DEFAULT_TIMEOUT = 5 * 60_000;

export const WAIT_EXIT_CODES = { 8: "with --wait: still PENDING after --timeout" } as const;
