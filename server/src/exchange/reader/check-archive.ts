import { inflateRawSync } from "node:zlib";
import { RefusedFile } from "../domain/refused-file.ts";

/** What an archive says of itself, before any of it is unpacked. */
interface ArchiveEntry {
  name: string;
  method: number;
  isEncrypted: boolean;
  packedBytes: number;
  bytes: number;
  offset: number;
}

const endSignature = 0x06054b50;
const entrySignature = 0x02014b50;
const fileSignature = 0x04034b50;
const stored = 0;
const deflated = 8;

const entriesAtMost = 2_000;
const unpackedAtMost = 160 * 1024 * 1024;
/** Sheets of like rows pack well; nothing that people typed packs a thousand times. */
const ratioAtMost = 400;
const smallEntryBytes = 1024 * 1024;

export const isArchive = (bytes: Buffer) => bytes.toString("latin1", 0, 2) === "PK";

/**
 * Looks at the list of an archive's contents alone, which takes milliseconds whatever is packed: what
 * is too much, is protected, or no workbook is refused before a byte is unpacked.
 */
export function checkArchive(bytes: Buffer): ArchiveEntry[] {
  const entries = readEntries(bytes);
  const names = new Set(entries.map(({ name }) => name));
  const total = entries.reduce((sum, entry) => sum + entry.bytes, 0);
  if (entries.some(({ isEncrypted }) => isEncrypted)) throw new RefusedFile("PASSWORD");
  if (total > unpackedAtMost) throw new RefusedFile("BOMB");
  if (entries.some(isPackedTooWell)) throw new RefusedFile("BOMB");
  if (names.size < entries.length) throw new RefusedFile("DAMAGED");
  if (entries.some(({ method }) => method !== stored && method !== deflated))
    throw new RefusedFile("DAMAGED");
  if (!names.has("[Content_Types].xml")) throw new RefusedFile("NOT_A_WORKBOOK");
  if (![...names].some((name) => /^xl\/workbook\.(xml|bin)$/u.test(name)))
    throw new RefusedFile("NOT_A_WORKBOOK");
  return entries;
}

function isPackedTooWell({ bytes, packedBytes }: ArchiveEntry): boolean {
  return bytes > smallEntryBytes && bytes > packedBytes * ratioAtMost;
}

function readEntries(bytes: Buffer): ArchiveEntry[] {
  const end = bytes.lastIndexOf(Buffer.from("PK\u0005\u0006", "latin1"));
  if (end < 0 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== endSignature)
    throw new RefusedFile("DAMAGED");
  const count = bytes.readUInt16LE(end + 10);
  let at = bytes.readUInt32LE(end + 16);
  if (count === 0 || count > entriesAtMost) throw new RefusedFile(count === 0 ? "DAMAGED" : "BOMB");
  const entries: ArchiveEntry[] = [];
  for (let read = 0; read < count; read += 1) {
    if (at + 46 > end || bytes.readUInt32LE(at) !== entrySignature)
      throw new RefusedFile("DAMAGED");
    const nameLength = bytes.readUInt16LE(at + 28);
    entries.push({
      name: bytes.toString("utf8", at + 46, at + 46 + nameLength),
      method: bytes.readUInt16LE(at + 10),
      isEncrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      packedBytes: bytes.readUInt32LE(at + 20),
      bytes: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

/**
 * Unpacks every entry up to the length that the list promises and no further: a list that lies is found
 * out here, under a limit, and not by a reader without one. Definitions of entities are of no use in a
 * workbook, and of much to whoever attacks one.
 */
export function checkContents(bytes: Buffer, entries: readonly ArchiveEntry[]): void {
  for (const entry of entries) {
    const content = unpack(bytes, entry);
    if (content.length !== entry.bytes) throw new RefusedFile("DAMAGED");
    if (!/\.(xml|rels)$/iu.test(entry.name)) continue;
    const text = content[1] === 0 || content[0] === 0 || content[0] === 0xff ? null : content;
    if (!text || text.includes("<!DOCTYPE") || text.includes("<!ENTITY"))
      throw new RefusedFile("ENTITIES");
  }
}

function unpack(
  bytes: Buffer,
  { method, packedBytes, offset, bytes: length }: ArchiveEntry,
): Buffer {
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== fileSignature)
    throw new RefusedFile("DAMAGED");
  const from = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const packed = bytes.subarray(from, from + packedBytes);
  if (packed.length < packedBytes) throw new RefusedFile("DAMAGED");
  if (method === stored) return packed;
  try {
    return inflateRawSync(packed, { maxOutputLength: length + 1 });
  } catch {
    throw new RefusedFile("DAMAGED");
  }
}
