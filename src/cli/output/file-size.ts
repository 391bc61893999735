const UNITS = ["B", "kB", "MB", "GB"] as const;

/** `940 B`, `1.2 MB`: 1024 bytes are a kB, as WhatsApp counts its limits. */
export function fileSize(bytes: number): string {
  const step = bytes === 0 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log(bytes) / Math.log(1024)));
  const amount = bytes / 1024 ** step;
  return `${step === 0 ? amount : amount.toFixed(1).replace(/\.0$/, "")} ${UNITS[step]}`;
}
