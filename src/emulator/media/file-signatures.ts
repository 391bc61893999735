interface Signature {
  type: string;
  at: number;
  /** Bytes in Latin-1. */
  bytes: string;
}

const ZIP = "application/zip";
/** Office files before 2007: Word, Excel and PowerPoint look alike from outside. */
const OLE = "application/x-ole-storage";

const SIGNATURES: readonly Signature[] = [
  { type: "image/jpeg", at: 0, bytes: "\xff\xd8\xff" },
  { type: "image/png", at: 0, bytes: "\x89PNG\r\n\x1a\n" },
  { type: "image/webp", at: 8, bytes: "WEBP" },
  { type: "image/gif", at: 0, bytes: "GIF8" },
  { type: "video/3gpp", at: 4, bytes: "ftyp3g" },
  { type: "audio/mp4", at: 4, bytes: "ftypM4A" },
  { type: "video/mp4", at: 4, bytes: "ftyp" },
  { type: "audio/ogg", at: 0, bytes: "OggS" },
  { type: "audio/amr", at: 0, bytes: "#!AMR" },
  { type: "audio/mpeg", at: 0, bytes: "ID3" },
  { type: "audio/aac", at: 0, bytes: "\xff\xf1" },
  { type: "audio/aac", at: 0, bytes: "\xff\xf9" },
  { type: "audio/mpeg", at: 0, bytes: "\xff\xfb" },
  { type: "audio/mpeg", at: 0, bytes: "\xff\xf3" },
  { type: "audio/mpeg", at: 0, bytes: "\xff\xf2" },
  { type: "application/pdf", at: 0, bytes: "%PDF" },
  { type: "audio/wav", at: 8, bytes: "WAVE" },
  { type: OLE, at: 0, bytes: "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" },
  { type: ZIP, at: 0, bytes: "PK\x03\x04" },
];

/** Longest part of a file that a signature looks at, with the flags of a WebP file. */
export const HEAD_BYTES = 32;

/** Type of a file by its first bytes; undefined when none of the signatures fits. */
export function sniff(head: Buffer): string | undefined {
  const text = head.toString("latin1", 0, HEAD_BYTES);
  return SIGNATURES.find(({ at, bytes }) => text.startsWith(bytes, at))?.type;
}

const OOXML = "application/vnd.openxmlformats-officedocument.";

/** Whether a file that looks like one type may be declared as another. */
export function agrees(declared: string, looks: string | undefined): boolean {
  if (declared === looks) return true;
  if (declared === "text/plain") return looks === undefined;
  if (declared.startsWith(OOXML)) return looks === ZIP;
  if (declared === "application/msword" || declared.startsWith("application/vnd.ms-")) return looks === OLE;
  // Containers of both kinds, and voice notes in Ogg.
  const inMp4 = ["audio/mp4", "video/mp4", "video/3gpp"];
  if (inMp4.includes(declared)) return inMp4.includes(looks ?? "");
  if (declared === "audio/opus") return looks === "audio/ogg";
  return ["image/jpeg", "image/png"].includes(declared) && ["image/jpeg", "image/png"].includes(looks ?? "");
}

/** An animated WebP says so in the flags of its extended header. */
export function isAnimatedWebp(head: Buffer): boolean {
  return head.toString("latin1", 12, 16) === "VP8X" && ((head[20] ?? 0) & 0b10) !== 0;
}
