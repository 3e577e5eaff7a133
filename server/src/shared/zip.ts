import { crc32, deflateRawSync } from "node:zlib";

export interface ZipFile {
  name: string;
  content: string;
}

/** 1 January 1980: the same files make the same archive. */
const anyDate = 0x0021;
const deflated = 8;
const namesAreUtf8 = 0x0800;

/** An archive of texts that every program for it opens. */
export function zipOf(files: readonly ZipFile[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of files) {
    const bytes = Buffer.from(content, "utf8");
    const packed = deflateRawSync(bytes);
    const named = Buffer.from(name, "utf8");
    const described = describe(packed, bytes, named);
    const local = Buffer.concat([numbers([0x04034b50, 4], [20, 2]), described, named, packed]);
    const listed = numbers([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]);
    directory.push(numbers([0x02014b50, 4], [20, 2], [20, 2]), described, listed, named);
    parts.push(local);
    offset += local.length;
  }
  const listing = Buffer.concat(directory);
  const end = numbers(
    ...([
      [0x06054b50, 4],
      [0, 2],
      [0, 2],
      [files.length, 2],
      [files.length, 2],
    ] as const),
    ...([
      [listing.length, 4],
      [offset, 4],
      [0, 2],
    ] as const),
  );
  return Buffer.concat([...parts, listing, end]);
}

function describe(packed: Buffer, bytes: Buffer, named: Buffer): Buffer {
  return numbers(
    ...([
      [namesAreUtf8, 2],
      [deflated, 2],
      [0, 2],
      [anyDate, 2],
      [crc32(bytes), 4],
    ] as const),
    ...([
      [packed.length, 4],
      [bytes.length, 4],
      [named.length, 2],
      [0, 2],
    ] as const),
  );
}

/** Numbers of so many bytes, the smallest byte first. */
function numbers(...all: readonly (readonly [value: number, bytes: 2 | 4])[]): Buffer {
  return Buffer.concat(
    all.map(([value, bytes]) => {
      const buffer = Buffer.alloc(bytes);
      buffer.writeUIntLE(value, 0, bytes);
      return buffer;
    }),
  );
}
