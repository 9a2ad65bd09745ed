import { crc32, deflateRawSync } from 'node:zlib';

/** A part of an archive that is to be written, and what shall be wrong with it. */
export interface Part {
  readonly path: string;
  readonly content: string | Uint8Array;
  readonly isStored?: boolean;
  /** What the directory says of it in place of the truth. */
  readonly declared?: {
    readonly size?: number;
    readonly sum?: number;
    readonly flags?: number;
    readonly method?: number;
  };
}

/** Writes a ZIP archive as spreadsheet programs do. */
export function archiveOf(parts: readonly Part[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const part of parts) {
    const content = Buffer.from(part.content);
    const packed = part.isStored === true ? content : deflateRawSync(content);
    const name = Buffer.from(part.path);
    const fields = fieldsOf(part, content, packed.length, name.length);
    const local = Buffer.concat([uint(0x04034b50, 4), uint(20, 2), fields, name, packed]);
    directory.push(
      Buffer.concat([
        uint(0x02014b50, 4),
        uint(20, 2),
        uint(20, 2),
        fields,
        uint(0, 2),
        uint(0, 2),
        uint(0, 2),
        uint(0, 4),
        uint(at, 4),
        name,
      ]),
    );
    bodies.push(local);
    at += local.length;
  }
  const listed = Buffer.concat(directory);
  const count = uint(parts.length, 2);
  const end = [uint(0x06054b50, 4), uint(0, 4), count, count, uint(listed.length, 4), uint(at, 4), uint(0, 2)];
  return Buffer.concat([...bodies, listed, ...end]);
}

/** What stands of a part both before it and in the directory: flags, method, time, sum, sizes, lengths of names. */
function fieldsOf(part: Part, content: Buffer, packed: number, nameLength: number): Buffer {
  const {
    flags = 0,
    method = part.isStored === true ? 0 : 8,
    sum = crc32(content),
    size = content.length,
  } = part.declared ?? {};
  return Buffer.concat([
    uint(flags, 2),
    uint(method, 2),
    uint(0, 4),
    uint(sum, 4),
    uint(packed, 4),
    uint(size, 4),
    uint(nameLength, 2),
    uint(0, 2),
  ]);
}

function uint(value: number, bytes: 2 | 4): Buffer {
  const buffer = Buffer.alloc(bytes);
  if (bytes === 2) buffer.writeUInt16LE(value);
  else buffer.writeUInt32LE(value);
  return buffer;
}
