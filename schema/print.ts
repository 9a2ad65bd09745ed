import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../prisma/storage/package-root.ts';
import { printedSchemas } from './printed.ts';

/** `npm run schema:print`: writes the schemas of this folder from the code. */
for (const [name, text] of printedSchemas()) await writeFile(join(PACKAGE_ROOT, 'schema', name), text);
