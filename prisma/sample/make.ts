import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { madeFiles, SHARED_DATA } from './made.ts';

for (const [name, text] of await madeFiles(SHARED_DATA)) {
  await writeFile(join(import.meta.dirname, name), text);
  console.log(`prisma/sample/${name}: ${text.length} characters`);
}
