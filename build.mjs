import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { build } from 'esbuild';

/** What can be started: the program in `dist/`, and the file it begins with. */
const PROGRAMS = {
  gateway: 'gateway/index.ts',
  token: 'gateway/token.ts',
  import: 'gateway/import.ts',
  export: 'gateway/export.ts',
  pull: 'gateway/pull.ts',
  aggregator: 'gateway/aggregator.ts',
  restored: 'gateway/restored.ts',
  'demo-city': 'gateway/demo/city.ts',
  subgraph: 'subgraphs/serve.ts',
  'schema-print': 'schema/print.ts',
  'schema-check': 'schema/check.ts',
};

/** Replaces a file in one step, so that a program that starts at the same time never reads half of it. */
async function replace(/** @type {string} */ path, /** @type {Uint8Array} */ contents) {
  const present = await readFile(path).catch(() => null);
  if (present?.equals(contents)) return;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.${String(process.pid)}`, contents);
  await rename(`${path}.${String(process.pid)}`, path);
}

const { outputFiles } = await build({
  absWorkingDir: import.meta.dirname,
  entryPoints: PROGRAMS,
  outdir: 'dist',
  chunkNames: 'part-[hash]',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  packages: 'external',
  sourcemap: true,
  write: false,
  logLevel: 'warning',
}).catch(() => process.exit(1));

await Promise.all(outputFiles.map(({ path, contents }) => replace(path, contents)));
