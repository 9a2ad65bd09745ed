import { unreadable } from './unreadable.ts';

const END_RECORD = 0x06054b50;
const DIRECTORY_RECORD = 0x02014b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;
const OF_ZIP64 = 0xffffffff;
const WHOLE = '完整的 .xlsx 文件';

/**
 * How many bytes the parts of a ZIP archive have once unpacked, by its directory and without unpacking anything. Only
 * the plain form that spreadsheet programs write is taken, so that whoever unpacks reads the same directory; none of
 * its parts may then unpack to more than is declared.
 *
 * @throws Refused for an archive that is cut off or of an unusual form
 */
export function unpackedBytes(archive: Uint8Array): number {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = archive.length - END_BYTES;
  if (end < 0 || view.getUint32(end, true) !== END_RECORD) throw unreadable(WHOLE, '不完整的压缩包');
  const entries = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  let bytes = 0;
  for (let entry = 0; entry < entries; entry += 1) {
    if (at + ENTRY_BYTES > end || view.getUint32(at, true) !== DIRECTORY_RECORD) {
      throw unreadable(WHOLE, '目录损坏的压缩包');
    }
    const [packed, declared] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
    if (packed === OF_ZIP64 || declared === OF_ZIP64) throw unreadable(WHOLE, 'ZIP64 压缩包');
    // Two bytes are what nothing packs to; a part that declares no size must be empty.
    if (declared === 0 && packed > 2) throw unreadable(WHOLE, '未注明大小的压缩包');
    bytes += declared;
    const variable = view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    at += ENTRY_BYTES + variable;
  }
  return bytes;
}
