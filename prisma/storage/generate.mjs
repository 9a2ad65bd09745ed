/**
 * Makes every owner's Prisma client and Pothos types from its schema files: `npm run generate`.
 *
 * Prisma's command line starts by fetching an engine binary, which a closed network can not reach. The generators
 * themselves need none, so they are called here directly. An owner whose schema files have not changed since the last
 * run is left alone; `--force` makes all of them again.
 */
import console from 'node:console';
import { createHash } from 'node:crypto';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const PRISMA = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const PACKAGES = ['@prisma/client-generator-ts', '@prisma/get-dmmf', '@pothos/plugin-prisma'];

/** @typedef {{ owner: string, folder: string, files: [path: string, content: string][] }} Owner */

/** @returns {Promise<Owner[]>} every folder beside this one which has a `schema` folder with Prisma files in it */
async function readOwners() {
  const entries = await readdir(PRISMA, { withFileTypes: true });
  const owners = entries
    .filter((entry) => entry.isDirectory())
    .map(async ({ name: owner }) => {
      const folder = join(PRISMA, owner, 'schema');
      const names = await readdir(folder, { recursive: true }).catch(() => []);
      const paths = names
        .filter((name) => name.endsWith('.prisma'))
        .sort()
        .map((name) => join(folder, name));
      const read = paths.map(async (path) => /** @type {[string, string]} */ ([path, await readFile(path, 'utf8')]));
      return { owner, folder, files: await Promise.all(read) };
    });
  return (await Promise.all(owners)).filter(({ files }) => files.length > 0);
}

/** The installed version; some of these packages do not export their package.json. @param {string} name */
const readVersion = (name) => require(join(PRISMA, '..', 'node_modules', name, 'package.json')).version;

/** A digest of all that the generated files depend on. @param {Owner} owner */
function fingerprint({ files, folder }) {
  const versions = PACKAGES.map(readVersion);
  const texts = files.map(([path, content]) => [path.slice(folder.length), content]);
  return createHash('sha256')
    .update(JSON.stringify([versions, texts]))
    .digest('hex');
}

/** What Prisma hands to a generator, for each generator of the schema. @param {Owner} owner */
async function readGeneratorOptions({ folder, files }) {
  const { default: wasm } = await import('@prisma/prisma-schema-wasm');
  const { getDMMF } = await import('@prisma/get-dmmf');
  const dmmf = getDMMF({ datamodel: files });
  if ('error' in dmmf) throw new Error(readWasmError(dmmf.error));
  const { config, errors } = JSON.parse(wasm.get_config(JSON.stringify({ prismaSchema: files })));
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  const engineVersion = readVersion('@prisma/prisma-schema-wasm').split('.').at(-1);
  const datamodel = wasm.merge_schemas(JSON.stringify({ schema: files }));
  for (const generator of config.generators) {
    const base = dirname(generator.sourceFilePath ?? join(folder, '.'));
    generator.output = { value: resolve(base, generator.output.value), fromEnvVar: null };
    generator.isCustomOutput = true;
  }
  return config.generators.map((/** @type {{ provider: { value: string } }} */ generator) => ({
    generator,
    otherGenerators: config.generators.filter((/** @type {object} */ other) => other !== generator),
    schemaPath: folder,
    dmmf,
    datasources: config.datasources,
    datamodel,
    version: engineVersion,
    allowNoModels: true,
  }));
}

/** The schema engine wraps its message in JSON. @param {Error} error */
function readWasmError({ message }) {
  try {
    return JSON.parse(message).message;
  } catch {
    return message;
  }
}

/** @param {import('@prisma/generator-helper').GeneratorOptions} options */
async function generateClient(options) {
  const { PrismaClientTsGenerator } = require('@prisma/client-generator-ts'); // its ESM build does not load in Node
  await new PrismaClientTsGenerator().generate(options);
}

/** This generator speaks JSON-RPC over its standard streams only, so it is a process of its own.
 *  @param {import('@prisma/generator-helper').GeneratorOptions} options */
async function generatePothosTypes(options) {
  const { GeneratorProcess } = require('@prisma/generator-helper');
  const program = join(dirname(require.resolve('@pothos/plugin-prisma')), '..', 'bin', 'generator.js');
  const child = new GeneratorProcess(program, { isNode: true });
  await child.init();
  try {
    await child.generate(options);
  } finally {
    child.stop();
  }
}

/** @type {Record<string, (options: import('@prisma/generator-helper').GeneratorOptions) => Promise<void>>} */
const GENERATORS = { 'prisma-client': generateClient, 'prisma-pothos-types': generatePothosTypes };

/** @param {Owner} owner @returns {Promise<boolean>} whether anything had to be made */
async function generate(owner) {
  const stamp = join(PRISMA, 'generated', owner.owner, '.made-from');
  const now = fingerprint(owner);
  const before = await readFile(stamp, 'utf8').catch(() => '');
  if (before === now && !process.argv.includes('--force')) return false;
  const all = await readGeneratorOptions(owner);
  if (all.length === 0) return false; // an owner may keep to SQL
  for (const options of all) {
    const run = GENERATORS[options.generator.provider.value];
    if (!run)
      throw new Error(
        `unknown generator ${options.generator.provider.value}; expected ${Object.keys(GENERATORS).join(' or ')}`,
      );
    await run(options);
  }
  await mkdir(dirname(stamp), { recursive: true });
  await writeFile(stamp, now);
  return true;
}

const made = await Promise.all(
  (await readOwners()).map(async (owner) => {
    try {
      return (await generate(owner)) ? owner.owner : null;
    } catch (error) {
      process.exitCode = 1;
      console.error(`prisma/${owner.owner}/schema: ${error instanceof Error ? error.message : String(error)}`);
      return null;
    }
  }),
);
const names = made.filter((name) => name !== null);
if (names.length > 0) console.log(`generated: ${names.join(', ')}`);
