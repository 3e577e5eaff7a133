import { crc32, deflateSync, inflateSync } from "node:zlib";

/** Pixels of four bytes each, as a canvas has them. */
export interface Picture {
  width: number;
  height: number;
  data: Uint8ClampedArray;
}

interface Header {
  width: number;
  height: number;
  depth: number;
  /** 0 grey, 2 colour, 3 by a table, 4 grey with alpha, 6 colour with alpha. */
  kind: number;
}

const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
const channelsOfKind: Record<number, number> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** Reads a PNG that is not interlaced; what is transparent becomes white paper. */
export function readPng(bytes: Buffer): Picture {
  const parts = chunksOf(bytes);
  const head = parts.get("IHDR") ?? Buffer.alloc(13);
  const header: Header = {
    ...{ width: head.readUInt32BE(0), height: head.readUInt32BE(4) },
    ...{ depth: head.readUInt8(8), kind: head.readUInt8(9) },
  };
  if (head.readUInt8(12) !== 0) throw new Error("Interlaced pictures are not read.");
  const table = parts.get("PLTE") ?? Buffer.alloc(0);
  const alphas = parts.get("tRNS") ?? Buffer.alloc(0);
  const rows = unfilter(inflateSync(parts.get("IDAT") ?? Buffer.alloc(0)), header);
  const { width, height, kind } = header;
  const data = new Uint8ClampedArray(width * height * 4);
  const look = { ...header, ...(kind === 3 && { table, alphas }) };
  for (const [y, row] of rows.entries())
    for (let x = 0; x < width; x += 1) {
      const [red = 0, green = 0, blue = 0, alpha = 255] = colourAt(row, x, look);
      const onPaper = (value: number) => 255 + ((value - 255) * alpha) / 255;
      data.set([onPaper(red), onPaper(green), onPaper(blue), 255], (y * width + x) * 4);
    }
  return { width, height, data };
}

/** Writes a PNG, for whatever wants a file. */
export function writePng({ width, height, data }: Picture): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const rows = Buffer.alloc(height * (width * 4 + 1));
  for (let y = 0; y < height; y += 1)
    rows.set(data.subarray(y * width * 4, (y + 1) * width * 4), y * (width * 4 + 1) + 1);
  const chunk = (name: string, content: Buffer) => {
    const named = Buffer.concat([Buffer.from(name), content]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(content.length);
    sum.writeUInt32BE(crc32(named));
    return Buffer.concat([length, named, sum]);
  };
  const parts = [chunk("IHDR", header), chunk("IDAT", deflateSync(rows))];
  return Buffer.concat([signature, ...parts, chunk("IEND", Buffer.alloc(0))]);
}

function chunksOf(bytes: Buffer): Map<string, Buffer> {
  if (!bytes.subarray(0, 8).equals(signature)) throw new Error("This is no PNG.");
  const parts = new Map<string, Buffer>();
  for (let at = 8; at < bytes.length;) {
    const length = bytes.readUInt32BE(at);
    const name = bytes.toString("latin1", at + 4, at + 8);
    const content = bytes.subarray(at + 8, at + 8 + length);
    parts.set(name, Buffer.concat([parts.get(name) ?? Buffer.alloc(0), content]));
    at += length + 12;
  }
  return parts;
}

/** Each row is written as what differs from its neighbours. */
function unfilter(raw: Buffer, { width, height, depth, kind }: Header): Buffer[] {
  const bits = depth * (channelsOfKind[kind] ?? 1);
  const [rowBytes, step] = [Math.ceil((width * bits) / 8), Math.max(1, bits >> 3)];
  const rows: Buffer[] = [];
  let above = Buffer.alloc(rowBytes);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (rowBytes + 1)] ?? 0;
    const row = Buffer.from(raw.subarray(y * (rowBytes + 1) + 1, (y + 1) * (rowBytes + 1)));
    for (let at = 0; at < rowBytes; at += 1) {
      const left = row[at - step] ?? 0;
      const up = above[at] ?? 0;
      const corner = at >= step ? (above[at - step] ?? 0) : 0;
      const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0;
      row[at] = ((row[at] ?? 0) + guess) & 255;
    }
    rows.push(row);
    above = row;
  }
  return rows;
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner;
  const [a, b, c] = [left, up, corner].map((near) => Math.abs(guess - near));
  if ((a ?? 0) <= (b ?? 0) && (a ?? 0) <= (c ?? 0)) return left;
  return (b ?? 0) <= (c ?? 0) ? up : corner;
}

function colourAt(
  row: Buffer,
  x: number,
  { depth, kind, table, alphas }: Header & { table?: Buffer; alphas?: Buffer },
): number[] {
  const channels = channelsOfKind[kind] ?? 1;
  const values = Array.from({ length: channels }, (_, channel) => {
    const bit = (x * channels + channel) * depth;
    if (depth >= 8) return row[bit >> 3] ?? 0;
    return ((row[bit >> 3] ?? 0) >> (8 - depth - (bit & 7))) & ((1 << depth) - 1);
  });
  const [first = 0, second = 255] = values;
  if (table) {
    const colour = [0, 1, 2].map((channel) => table[first * 3 + channel] ?? 0);
    return [...colour, alphas?.[first] ?? 255];
  }
  if (channels >= 3) return values;
  const grey = depth < 8 ? (first * 255) / ((1 << depth) - 1) : first;
  return [grey, grey, grey, channels === 2 ? second : 255];
}
