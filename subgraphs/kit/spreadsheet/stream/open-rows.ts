import { createGunzip } from 'node:zlib';
import { spool, type Spooled } from '../../spool.ts';
import { delimiterOf } from '../delimiter.ts';
import { fileKind } from '../file-kind.ts';
import type { StreamLimits } from '../limits.ts';
import { unreadable } from '../unreadable.ts';
import { batched } from './batched.ts';
import { csvRows } from './csv-rows.ts';
import { decoded } from './decoded.ts';
import type { OpenedFile, OpenedSheet } from './opened-file.ts';
import { surveyText, type Bytes } from './text-file.ts';
import { unpacked } from './unpacked.ts';
import { openWorkbook } from './workbook/open-workbook.ts';

export type { OpenedFile } from './opened-file.ts';

const EXPECTED = '.xlsx 或 .csv 文件，或其 .gz 压缩包';
const HEAD_BYTES = 64;

/**
 * Opens a file to read it as it comes, in little memory whatever its size: an `.xlsx` workbook, a text of cells or
 * JSON, or one of these packed by gzip. What it is, its bytes tell and not its name. Of a text all of it is read once
 * to know its encoding, so one that is no text is refused here; what is wrong with single rows, while they are read.
 *
 * @param file - must not be disposed of while it is read
 * @throws Refused with the code FILE_UNREADABLE: another kind of file, a damaged one, an unknown encoding
 * @throws Fault LIMIT_EXCEEDED
 */
export async function openRows(file: Spooled, limits: StreamLimits): Promise<OpenedFile> {
  if (file.size === 0) throw unreadable(EXPECTED, '空文件');
  const isCompressed = fileKind(await file.read(0, HEAD_BYTES)) === 'GZIP';
  const bytes: Bytes = isCompressed ? () => gunzipped(file, limits) : () => file.bytes();
  const head = await headOf(bytes());
  const kind = fileKind(head);
  if (kind === 'ARCHIVE') {
    const archive = isCompressed ? await spool(bytes()) : file;
    if (isCompressed) file.keepBeside(archive);
    return { ...(await openWorkbook(archive, limits)), isCompressed };
  }
  if (kind === 'GZIP') throw unreadable(EXPECTED, 'gzip 压缩包里的 gzip 压缩包');
  if (kind !== 'TEXT') throw unreadable(EXPECTED, kind.other);
  if (head.length === 0) throw unreadable(EXPECTED, '空文件');
  return { ...(await openText(bytes, head, limits)), isCompressed };
}

function gunzipped(file: Spooled, { unpackedBytes }: StreamLimits): AsyncGenerator<Uint8Array, void, void> {
  const damaged = (why: string) => unreadable('完整的 .gz 压缩包', `损坏或不完整的 gzip 压缩包（${why}）`);
  const gunzip = createGunzip({ chunkSize: 65_536 });
  return unpacked(file.bytes(), gunzip, { packedBytes: file.size, limit: unpackedBytes, damaged });
}

async function headOf(bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  let head = new Uint8Array();
  for await (const piece of bytes) {
    head = Buffer.concat([head, piece.subarray(0, HEAD_BYTES)]);
    if (head.length >= HEAD_BYTES) break;
  }
  return head;
}

async function openText(
  bytes: Bytes,
  head: Uint8Array,
  limits: StreamLimits,
): Promise<Omit<OpenedFile, 'isCompressed'>> {
  const { encoding, label, isJson, sample } = await surveyText(bytes, head, limits);
  const text = () => decoded(bytes(), label);
  const delimiter = isJson ? null : delimiterOf(sample);
  const sheets = delimiter === null ? [] : [textSheet(text, delimiter, limits)];
  return { format: isJson ? 'json' : 'csv', encoding, delimiter, text, sheets: () => streamOf(sheets) };
}

function textSheet(text: () => AsyncIterable<string>, delimiter: string, limits: StreamLimits): OpenedSheet {
  const rows = { [Symbol.asyncIterator]: () => batched(csvRows(text(), delimiter, limits)) };
  return { name: null, merges: [], rows };
}

async function* streamOf<Value>(values: readonly Value[]): AsyncGenerator<Value, void, void> {
  yield* await Promise.resolve(values);
}
