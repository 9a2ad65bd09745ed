import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { download } from '../../gateway/files/download.ts';
import { readExportRequest } from '../../gateway/files/export-request.ts';

describe('the command line of npm run export', () => {
  it('names whose prices of which kind, and where they go', () => {
    const words = ['prices', '--institution', 'a b', '--kind', 'DRUG', '--on', '2026-11-01', '--out', 'x/y.ndjson'];
    expect(readExportRequest(words)).toEqual({
      request: {
        ...{ path: '/exports/prices', file: 'x/y.ndjson', url: null, token: null, report: null },
        signIn: { role: 'EDITOR', region: null },
        parameters: { institution: 'a b', kind: 'DRUG', on: '2026-11-01', format: 'ndjson' },
      },
    });
    expect(readExportRequest(['prices', '--list', 'l', '--out', 'y.XLSX'])).toMatchObject({
      request: { parameters: { list: 'l', format: 'xlsx' } },
    });
    expect(readExportRequest(['prices', '--region', '140521', '--kind', 'SERVICE', '--out', 'y.csv'])).toMatchObject({
      request: { parameters: { region: '140521', kind: 'SERVICE', format: 'csv' } },
    });
  });

  it('is refused with all its mistakes at once', () => {
    expect(readExportRequest(['prices', '--list', 'l', '--region', '14', '--out', 'a.txt'])).toEqual({
      problems: [
        'expected one of --institution, --region and --list, got --region, --list',
        '--region: expected the six digits of a region code, got "14"',
        '--out: expected a file that ends with .ndjson, .csv or .xlsx, got "a.txt"',
      ],
    });
    expect(readExportRequest(['prices', '--kind', 'FOOD', '--out', 'a.csv'])).toEqual({
      problems: [
        'expected one of --institution, --region and --list, got none',
        '--kind: expected SERVICE, DRUG or CONSUMABLE, got "FOOD"',
      ],
    });
    expect(readExportRequest(['people', '--region', '140521', '--out', 'a.csv'])).toEqual({
      problems: ['expected "catalogue" or "prices" first, got "people"'],
    });
  });
});

describe('a download', () => {
  const FILE = Buffer.from('0123456789'.repeat(1_000));
  let folder: string;
  let server: Server;
  /** After how many bytes each answer breaks off; whole ones when there is nothing left. */
  let breaks: number[];
  let asked: Record<string, string>[];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'download-'));
    [breaks, asked] = [[], []];
    server = createServer((request, response) => {
      const { searchParams } = new URL(request.url ?? '/', 'http://hub');
      const rest = FILE.subarray(Number(searchParams.get('offset') ?? 0));
      const end = breaks.shift();
      response.writeHead(200, { etag: '"state"' });
      if (end === undefined) response.end(rest);
      else response.write(rest.subarray(0, end), () => setImmediate(() => response.destroy()));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterEach(async () => {
    server.closeAllConnections();
    server.close();
    await rm(folder, { recursive: true, force: true });
  });

  const into = (file: string) =>
    download(join(folder, file), (more) => {
      asked.push({ ...more });
      const { port } = server.address() as AddressInfo;
      return fetch(`http://127.0.0.1:${String(port)}/?${new URLSearchParams(more).toString()}`);
    });

  it('goes on where it broke off until the file is whole', async () => {
    breaks = [3_000, 2_000];
    expect(await into('a.csv')).toMatchObject({ done: { bytes: FILE.length } });
    expect(await readFile(join(folder, 'a.csv'))).toEqual(FILE);
    expect(asked).toEqual([{}, { offset: '3000', state: '"state"' }, { offset: '5000', state: '"state"' }]);
  });

  it('gives up when nothing more comes, and leaves no file', async () => {
    breaks = [3_000, 0, 0, 0];
    await expect(into('a.csv')).rejects.toThrow(/broke off after 3000 bytes/);
    expect(await readdir(folder)).toEqual([]);
  });

  it('says where it can not write', async () => {
    await expect(into('no/such/a.csv')).rejects.toThrow(/expected a file that can be written, got ENOENT/);
  });
});
