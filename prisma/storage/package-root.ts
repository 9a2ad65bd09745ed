import { createRequire } from 'node:module';
import { dirname } from 'node:path';

/**
 * The folder of package.json. Asked of the package itself, because the code runs from its source and from `dist/`,
 * while migrations, schema files and the worker always stay where the source has them.
 */
export const PACKAGE_ROOT = dirname(createRequire(import.meta.url).resolve('#package.json'));
