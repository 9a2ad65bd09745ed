import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readExportRequest } from '../../gateway/files/export-request.ts';
import { readImportRequest } from '../../gateway/files/import-request.ts';
import { localeOf } from '../../gateway/files/reached-hub.ts';
import { PACKAGE_ROOT } from '../../prisma/storage/package-root.ts';

describe('the command line of imports and exports', () => {
  it('names the file, the region and what the draft is called', () => {
    const words = ['catalogue', 'a/b.xlsx', '--region', '140521', '--edition', '2026', '--effective', '2027-01-01'];
    expect(readImportRequest(words)).toEqual({
      request: {
        file: 'a/b.xlsx',
        path: '/imports/catalogue',
        signIn: { role: 'EDITOR', region: '140521' },
        report: null,
        url: null,
        token: null,
        parameters: { region: '140521', edition: '2026', effectiveOn: '2027-01-01', name: 'b.xlsx' },
      },
    });
  });

  it('is refused with all its mistakes at once', () => {
    expect(readImportRequest(['things', '--region', '14', '--effective', '2027-02-30', '--url', 'ftp://x'])).toEqual({
      problems: [
        'expected "catalogue" or "prices" first, got "things"',
        'expected the file to import after "catalogue", got none',
        '--url: expected a URL that begins with http:// or https://, got "ftp://x"',
        '--region: expected the six digits of a region code, got "14"',
        '--effective: expected a day YYYY-MM-DD, got "2027-02-30"',
      ],
    });
    expect(readImportRequest(['prices', '--kind', 'FOOD', '--sheet', 'a', '--region=140521'])).toEqual({
      problems: [
        'expected the file to import after "prices", got none',
        '--region: expected one of --institution, --kind, --effective, --title, --sheet, --items, --report, --url, --token',
        '--institution: expected the id of an institution, got nothing',
        '--kind: expected SERVICE or DRUG or CONSUMABLE, got "FOOD"',
        '--effective: expected the first day on which it holds, got nothing',
      ],
    });
    expect(readExportRequest(['catalogue', '--region', '140521', '--out', 'a.xls'])).toEqual({
      problems: ['--out: expected a file that ends with .xlsx or .csv, got "a.xls"'],
    });
  });

  it.each([
    [{ LANG: 'en_US.UTF-8' }, 'en'],
    [{ LANG: 'zh_CN.UTF-8' }, 'zh'],
    [{ LC_ALL: 'en_GB', LANG: 'zh_CN' }, 'en'],
    [{ LANG: 'C' }, 'zh'],
    [{}, 'zh'],
  ])('speaks as the terminal does: %j', (env, locale) => {
    expect(localeOf(env)).toBe(locale);
  });
});

describe('npm run export and npm run import', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'files-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const run = (name: string, words: readonly string[], language = 'zh_CN.UTF-8') =>
    new Promise<{ code: unknown; output: string }>((resolve) => {
      const env = { ...process.env, DATA: join(folder, 'data'), PORT: '0', LC_ALL: language };
      const argv = ['--import', 'tsx', join(PACKAGE_ROOT, 'gateway', `${name}.ts`), ...words];
      execFile(process.execPath, argv, { env, cwd: PACKAGE_ROOT }, (error, stdout, stderr) => {
        resolve({ code: error === null ? 0 : error.code, output: stdout + stderr });
      });
    });

  it('work without a running hub: one is started for as long as it takes', { timeout: 180_000 }, async () => {
    const file = join(folder, '目录.csv');
    const written = await run('export', ['catalogue', '--region', '140521', '--out', file]);
    expect(written).toMatchObject({ code: 0 });
    const taken = await run('import', ['catalogue', file, '--region', '140521', '--edition', '2027']);
    expect(taken.output).toContain('已导入 198 个事项');
    expect(taken.code).toBe(0);
    await writeFile(file, (await readFile(file, 'utf8')).replace('■政府网站', '■抖音'));
    const refused = await run('import', ['catalogue', file, '--region', '140521'], 'en_US.UTF-8');
    expect(refused.output).toContain('Sheet "目录", row 5, column H (公开渠道和载体): The cell can not be understood');
    expect(refused.code).toBe(1);
    expect((await run('import', ['catalogue'])).code).toBe(2);
  });
});
