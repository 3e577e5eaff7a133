import { inflateSync } from "node:zlib";

const woffHead = 44;
const woffEntry = 20;
const sfntHead = 12;
const sfntEntry = 16;

/**
 * The same font with its tables unpacked. Read as it is, each letter would unpack the whole table of
 * letters again, which takes a sheet half a minute.
 */
export function sfntOfWoff(woff: Buffer): Buffer {
  const tables = woff.readUInt16BE(12);
  const head = Buffer.alloc(sfntHead + sfntEntry * tables);
  woff.copy(head, 0, 4, 8);
  const power = 2 ** Math.floor(Math.log2(tables));
  head.writeUInt16BE(tables, 4);
  head.writeUInt16BE(power * 16, 6);
  head.writeUInt16BE(Math.log2(power), 8);
  head.writeUInt16BE((tables - power) * 16, 10);
  const parts: Buffer[] = [head];
  let at = head.length;
  for (let table = 0; table < tables; table += 1) {
    const from = woffHead + woffEntry * table;
    const packedAt = woff.readUInt32BE(from + 4);
    const packedLength = woff.readUInt32BE(from + 8);
    const length = woff.readUInt32BE(from + 12);
    const packed = woff.subarray(packedAt, packedAt + packedLength);
    const to = sfntHead + sfntEntry * table;
    woff.copy(head, to, from, from + 4);
    woff.copy(head, to + 4, from + 16, from + 20);
    head.writeUInt32BE(at, to + 8);
    head.writeUInt32BE(length, to + 12);
    // A table that does not get smaller is stored as it is.
    const unpacked = packedLength < length ? inflateSync(packed) : packed;
    const padding = Buffer.alloc((4 - (length % 4)) % 4);
    parts.push(unpacked, padding);
    at += length + padding.length;
  }
  return Buffer.concat(parts);
}
