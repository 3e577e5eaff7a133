import type { FileEncoding } from "./table-layout.ts";

export interface DetectedEncoding {
  encoding: FileEncoding;
  /** Of the mark at the beginning, which is no text. */
  markBytes: number;
}

/** How a text is written, by its mark or by its first bytes. Null where it is no text at all. */
export function detectEncoding(bytes: Uint8Array): DetectedEncoding | null {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf)
    return { encoding: "UTF_8", markBytes: 3 };
  if (first === 0xff && second === 0xfe) return { encoding: "UTF_16LE", markBytes: 2 };
  if (first === 0xfe && second === 0xff) return { encoding: "UTF_16BE", markBytes: 2 };
  const wide = wideWithoutMark(bytes);
  if (wide) return { encoding: wide, markBytes: 0 };
  if (bytes.subarray(0, 65_536).includes(0)) return null;
  return { encoding: isUtf8(bytes) ? "UTF_8" : "WINDOWS_1252", markBytes: 0 };
}

/** Of latin letters in UTF-16 every other byte is 0. */
function wideWithoutMark(bytes: Uint8Array): FileEncoding | null {
  const sample = bytes.subarray(0, 4_096 - (4_096 % 2));
  const pairs = Math.floor(sample.length / 2);
  if (pairs < 2) return null;
  let [even, odd] = [0, 0];
  for (let at = 0; at < pairs * 2; at += 2) {
    even += sample[at] === 0 ? 1 : 0;
    odd += sample[at + 1] === 0 ? 1 : 0;
  }
  if (odd > pairs * 0.7 && even === 0) return "UTF_16LE";
  if (even > pairs * 0.7 && odd === 0) return "UTF_16BE";
  return null;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Windows 1252 takes any byte; what says that it is Unicode and is not, is refused by the decoder. */
export function decoderOf(encoding: FileEncoding): InstanceType<typeof TextDecoder> {
  switch (encoding) {
    case "UTF_8":
      return new TextDecoder("utf-8", { fatal: true });
    case "UTF_16LE":
      return new TextDecoder("utf-16le", { fatal: true });
    case "UTF_16BE":
      return new TextDecoder("utf-16be", { fatal: true });
    case "WINDOWS_1252":
      return new TextDecoder("windows-1252");
  }
}
