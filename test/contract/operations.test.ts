import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { buildSchema, parse, validate } from 'graphql';

const OURS = new URL('./operations/', import.meta.url);
const SHARED = new URL('../../../shared/operations/', import.meta.url);
const read = (folder: URL, name: string) => readFile(new URL(name, folder), 'utf8');
const names = (await readdir(OURS)).filter((name) => name.endsWith('.graphql')).sort();

describe('the operations that our users run', () => {
  it.skipIf(!existsSync(SHARED))('are the ones that were agreed on, letter for letter', async () => {
    const agreed = (await readdir(SHARED)).filter((name) => name.endsWith('.graphql')).sort();
    expect(names).toEqual(agreed);
    for (const name of names) expect(await read(OURS, name), name).toBe(await read(SHARED, name));
  });

  it.each(names.filter((name) => name !== 'inputs.graphql'))('of %s fit the schema', async (name) => {
    const schema = buildSchema(await read(new URL('../../schema/', import.meta.url), 'api.graphql'));
    const document = parse(await read(OURS, name));
    expect(document.definitions.length).toBeGreaterThan(0);
    for (const definition of document.definitions)
      expect(validate(schema, { ...document, definitions: [definition] })).toEqual([]);
  });
});
