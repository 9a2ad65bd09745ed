import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Busboy } from '@fastify/busboy';
import { Fault } from '../../core/fault.ts';
import type { RouteRequest } from './route.ts';

/** A file that somebody sent. */
export interface Upload {
  readonly bytes: Uint8Array;
  readonly fileName: string | null;
}

const MOST_PARTS = 20;

/**
 * Reads the file that a request carries: its whole body, of any content type, or the one file field of a form
 * (`multipart/form-data`).
 *
 * @throws Fault BAD_REQUEST for a form that has no file or several, or is cut off; LIMIT_EXCEEDED from the body
 */
export async function readUpload(request: RouteRequest): Promise<Upload> {
  const { headers, query, body } = request;
  const named = query.get('name') ?? fileNameOf(headers['content-disposition']);
  if (/^multipart\//i.test(headers['content-type'] ?? '')) {
    const sent = await fileOfForm(headers['content-type'] ?? '', body);
    return { bytes: sent.bytes, fileName: named ?? sent.fileName };
  }
  return { bytes: await whole(body), fileName: named };
}

async function whole(body: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function fileOfForm(contentType: string, body: AsyncIterable<Uint8Array>): Promise<Upload> {
  const form = formReader(contentType);
  const files: Promise<Upload>[] = [];
  form.on('file', (_field: string, stream: AsyncIterable<Uint8Array>, fileName: string | undefined) => {
    const file = whole(stream).then((bytes) => ({ bytes, fileName: fileName ?? null }));
    file.catch(() => undefined);
    files.push(file);
  });
  await pipeline(Readable.from(body), form).catch((error: unknown) => {
    throw error instanceof Fault ? error : malformed('a form that is cut off or malformed');
  });
  const [file, ...others] = await Promise.all(files);
  if (file !== undefined && others.length === 0) return file;
  throw malformed(file === undefined ? 'none' : `${String(files.length)} files`);
}

function formReader(contentType: string) {
  try {
    return new Busboy({ headers: { 'content-type': contentType }, limits: { parts: MOST_PARTS, headerPairs: 50 } });
  } catch {
    throw malformed('a form without a boundary');
  }
}

function malformed(got: string): Fault {
  return new Fault('BAD_REQUEST', `Expected a file as the body, or a form with one file field, got ${got}.`);
}

/** @see RFC 6266 */
function fileNameOf(disposition: string | undefined): string | null {
  const encoded = /filename\*\s*=\s*utf-8''([^;\s]+)/i.exec(disposition ?? '')?.[1];
  if (encoded !== undefined) return decoded(encoded);
  return (
    /filename\s*=\s*(?:"([^"]*)"|([^;\s]+))/i
      .exec(disposition ?? '')
      ?.slice(1)
      .find(Boolean) ?? null
  );
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
