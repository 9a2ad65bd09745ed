import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { madeFiles, SHARED_DATA } from '../../prisma/sample/made.ts';
import { PACKAGE_ROOT } from '../../prisma/storage/package-root.ts';

describe.skipIf(!existsSync(SHARED_DATA))('the files of facts', () => {
  it('are what `npm run sample:make` makes of the shared data', async () => {
    for (const [name, text] of await madeFiles(SHARED_DATA)) {
      const committed = await readFile(join(PACKAGE_ROOT, 'prisma/sample', name), 'utf8');
      expect(committed === text, `prisma/sample/${name} differs: run npm run sample:make`).toBe(true);
    }
  });
});
