import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';

const names = z.record(z.string(), z.string());
const overrides = z.record(z.string(), z.union([z.string(), names]));
const manifest = z.object({ dependencies: names, devDependencies: names, overrides });

const read = (path: string): Promise<string> => readFile(new URL(`../../${path}`, import.meta.url), 'utf8');
const { dependencies, devDependencies, overrides: pins } = manifest.parse(JSON.parse(await read('package.json')));
const text = await read('DEPENDENCIES.md');

/** The lines of the list under a heading, each from its dash to its end. */
function listUnder(heading: string): readonly string[] {
  const section = text.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
  return section.split('\n').filter((line) => line.startsWith('- '));
}

const namesIn = (line: string): readonly string[] =>
  [...(line.split(':')[0] ?? '').matchAll(/`([^`]+)`/g)].flatMap(([, name]) => name ?? []);

/** The overrides as DEPENDENCIES.md names them: a nested one after its parent. */
const pinned = Object.entries(pins).flatMap(([name, pin]) =>
  typeof pin === 'string' ? [name] : Object.keys(pin).map((child) => `${name} > ${child}`),
);

describe('DEPENDENCIES.md', () => {
  it.each([
    ['At run time', Object.keys(dependencies)],
    ['For development', Object.keys(devDependencies)],
    ['Overrides', pinned],
  ])('says under "%s" what package.json has, no more and no less', (heading, expected) => {
    expect(listUnder(heading).flatMap(namesIn).sort()).toEqual([...expected].sort());
  });

  it.each([...listUnder('At run time'), ...listUnder('For development')])(
    'names the true licence: %s',
    async (line) => {
      const [name = ''] = namesIn(line);
      const { license } = z
        .object({ license: z.string() })
        .parse(JSON.parse(await read(`node_modules/${name}/package.json`)));
      expect(/\((?:[^)]*, )?([\w.-]+)\)/.exec(line)?.[1]).toBe(license);
    },
  );

  it.each(Object.entries({ ...dependencies, ...devDependencies }))(
    'rests on an exact version of %s',
    (_name, version) => {
      expect(version).toMatch(/^\d+\.\d+\.\d+(?:-[\w.-]+)?$/);
    },
  );
});
