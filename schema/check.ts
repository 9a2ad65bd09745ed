import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../prisma/storage/package-root.ts';
import { printedSchemas } from './printed.ts';

/** `npm run schema:check`: says which committed schemas differ from what the code prints. */
for (const [name, text] of printedSchemas()) {
  const committed = await readFile(join(PACKAGE_ROOT, 'schema', name), 'utf8').catch(() => null);
  if (committed === text) continue;
  console.error(
    `schema/${name}: expected what the code prints, got ${committed === null ? 'no file' : 'another text'}. Run npm run schema:print.`,
  );
  process.exitCode = 1;
}
