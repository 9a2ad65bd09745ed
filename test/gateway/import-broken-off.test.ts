import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { readImportRequest } from '../../gateway/files/import-request.ts';
import { runImport } from '../../gateway/files/import-run.ts';
import { reachHub } from '../../gateway/files/reached-hub.ts';
import { listen } from '../../gateway/listen.ts';

const server = createServer((request, response) => {
  request.resume();
  request.once('end', () => {
    response.writeHead(200, { 'content-type': 'application/x-ndjson' });
    response.write('{"progress":{"stage":"READING","prices":999}}\n', () => response.destroy());
  });
});
let folder: string;
let url: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'import-'));
  await writeFile(join(folder, '价目表.csv'), '项目编码,项目名称,计价单位,价格\n');
  url = await listen(server, '127.0.0.1', 0);
});
afterAll(async () => {
  server.close();
  await rm(folder, { recursive: true });
});

it('an import whose answer breaks off says in words that either list may be in force, and leaves no report', async () => {
  const told = vi.spyOn(console, 'error').mockReturnValue();
  const words = [
    '--institution',
    'a',
    '--kind',
    'SERVICE',
    '--effective',
    '2026-12-01',
    '--url',
    url,
    '--token',
    'a.b.c',
  ];
  const reading = readImportRequest(['prices', join(folder, '价目表.csv'), ...words]);
  if ('problems' in reading) throw new Error(reading.problems.join());
  const hub = await reachHub(reading.request, { DATA: folder });
  await expect(runImport(hub, reading.request)).rejects.toThrow(/answer broke off: .*import the same file/);
  expect(told.mock.calls).toEqual([['READING 999']]);
  expect(await readdir(folder)).toEqual(['价目表.csv']);
});
