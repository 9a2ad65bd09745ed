import { Readable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
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
  const chunks: Uint8Array[] = [];
  const fileName = await receiveFile(request, async (bytes) => {
    for await (const chunk of bytes) chunks.push(chunk);
  });
  return { bytes: Buffer.concat(chunks), fileName };
}

/**
 * Passes on the bytes of the file that a request carries, as {@link readUpload} reads it, at the pace at which they are
 * taken.
 *
 * @returns its name, where one is given
 */
export async function receiveFile(request: RouteRequest, take: Taking): Promise<string | null> {
  const { headers, query, body } = request;
  const named = query.get('name') ?? fileNameOf(headers['content-disposition']);
  const contentType = headers['content-type'] ?? '';
  if (/^multipart\//i.test(contentType)) {
    const sent = await fileOfForm(contentType, body, take);
    return named ?? sent;
  }
  await take(body);
  return named;
}

type Taking = (bytes: AsyncIterable<Uint8Array>) => Promise<void>;

async function fileOfForm(contentType: string, body: AsyncIterable<Uint8Array>, take: Taking): Promise<string | null> {
  const form = formReader(contentType);
  const files: FormFile[] = [];
  form.on('file', (_field: string, stream: Readable, fileName: string | undefined) => {
    // Those after the first are read to their end, to tell how many there are.
    const read = files.length === 0 ? take : () => finished(stream.resume());
    files.push(new FormFile(fileName ?? null, stream, read, () => form.destroy()));
  });
  try {
    await pipeline(Readable.from(body), form);
  } catch (error) {
    const failure = files.find((file) => file.failure !== undefined)?.failure;
    await Promise.all(files.map((file) => file.stop()));
    throw failure ?? (error instanceof Fault ? error : malformed('a form that is cut off or malformed'));
  }
  for (const file of files) await file.end();
  const [file, ...others] = files;
  if (file !== undefined && others.length === 0) return file.name;
  throw malformed(file === undefined ? 'none' : `${String(files.length)} files`);
}

/** A file of a form while it is being read. */
class FormFile {
  readonly name: string | null;
  /** What whoever reads it ran into. */
  failure: Error | undefined;
  readonly #stream: Readable;
  readonly #read: Promise<void>;

  constructor(name: string | null, stream: Readable, take: (stream: Readable) => Promise<void>, onFailure: () => void) {
    this.name = name;
    this.#stream = stream;
    this.#read = take(stream).catch((error: unknown) => {
      this.failure = error instanceof Error ? error : new Error(String(error));
      onFailure();
    });
  }

  async end(): Promise<void> {
    await this.#read;
    if (this.failure !== undefined) throw this.failure;
  }

  /** Ends the reading of a file of which no more will come. */
  async stop(): Promise<void> {
    this.#stream.destroy(new Error('The form was cut off.'));
    await this.#read;
  }
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
