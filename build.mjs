import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

/** What can be started: the program in `dist/`, and the file it begins with. */
const PROGRAMS = {
  gateway: 'gateway/index.ts',
  token: 'gateway/token.ts',
  subgraph: 'subgraphs/serve.ts',
  'schema-print': 'schema/print.ts',
  'schema-check': 'schema/check.ts',
};

const root = dirname(fileURLToPath(import.meta.url));

/**
 * Lets a bundled file find its neighbours (migrations, the worker of the database) where its source stands.
 * All programs and their shared parts lie flat in `dist/`, so one step up is always the project.
 *
 * @type {import('esbuild').Plugin}
 */
const locations = {
  name: 'locations',
  setup({ onLoad }) {
    onLoad({ filter: /[.](?:ts|mjs)$/ }, async ({ path }) => {
      const text = await readFile(path, 'utf8');
      if (!text.includes('import.meta.url')) return null;
      const source = relative(root, path).replaceAll('\\', '/');
      const contents = text.replaceAll(
        'import.meta.url',
        `new URL(${JSON.stringify(`../${source}`)}, import.meta.url).href`,
      );
      return { contents, loader: path.endsWith('.ts') ? 'ts' : 'js' };
    });
  },
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
  absWorkingDir: root,
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
  plugins: [locations],
  write: false,
  logLevel: 'warning',
}).catch(() => process.exit(1));

await Promise.all(outputFiles.map(({ path, contents }) => replace(path, contents)));
