import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { cruise, type ICruiseResult } from 'dependency-cruiser';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import directions from '../../.dependency-cruiser.mjs';

/** Imports against the directions: the file, what it imports, and the rules that must refuse it. */
const FORBIDDEN = [
  ['core/a.ts', 'feed/append.ts', ['core-imports-nothing']],
  ['core/b.ts', 'node:fs', ['core-imports-nothing']],
  ['feed/a.ts', 'subgraphs/kit/transact.ts', ['feed']],
  ['feed/b.ts', 'prisma/generated/pricing/client.ts', ['feed']],
  ['subgraphs/kit/a.ts', 'subgraphs/pricing/store/prices.ts', ['kit']],
  ['subgraphs/kit/b.ts', 'gateway/http.ts', ['kit']],
  ['subgraphs/pricing/rules/a.ts', 'node:crypto', ['rules-are-pure']],
  ['subgraphs/pricing/rules/b.ts', 'graphql', ['rules-are-pure']],
  ['subgraphs/pricing/rules/c.ts', 'subgraphs/pricing/store/prices.ts', ['rules-are-pure']],
  ['subgraphs/pricing/rules/d.ts', 'subgraphs/kit/transact.ts', ['rules-are-pure']],
  ['subgraphs/pricing/store/a.ts', 'prisma/generated/catalogue/client.ts', ['store', 'subgraph-alone']],
  ['subgraphs/pricing/store/b.ts', 'subgraphs/pricing/commands/publish.ts', ['store']],
  ['subgraphs/pricing/store/c.ts', 'feed/append.ts', ['store']],
  ['subgraphs/pricing/events/a.ts', 'subgraphs/pricing/store/prices.ts', ['events-take-only-types']],
  ['subgraphs/pricing/events/b.ts', 'graphql', ['events-take-only-types']],
  ['subgraphs/pricing/events/c.ts', 'gateway/http.ts', ['events', 'events-take-only-types', 'subgraph-alone']],
  ['subgraphs/pricing/commands/a.ts', 'subgraphs/pricing/graph/price.ts', ['commands']],
  ['subgraphs/pricing/commands/b.ts', 'feed/append.ts', ['commands']],
  ['subgraphs/pricing/apply.ts', 'subgraphs/pricing/graph/price.ts', ['commands']],
  ['subgraphs/pricing/follow.ts', 'subgraphs/catalogue/store/regions.ts', ['commands', 'subgraph-alone']],
  ['subgraphs/pricing/graph/a.ts', 'subgraphs/pricing/events/published.ts', ['graph']],
  ['subgraphs/pricing/graph/b.ts', 'feed/append.ts', ['graph']],
  ['subgraphs/pricing/graph/c.ts', 'subgraphs/catalogue/graph/region.ts', ['graph', 'subgraph-alone']],
  ['subgraphs/pricing/routes/a.ts', 'subgraphs/pricing/graph/price.ts', ['routes']],
  ['subgraphs/pricing/routes/b.ts', 'feed/append.ts', ['routes']],
  ['subgraphs/pricing/d.ts', 'subgraphs/catalogue/rules/coverage.ts', ['subgraph-alone']],
  ['subgraphs/feed/graph/a.ts', 'prisma/storage/database.ts', ['feed-graph']],
  ['subgraphs/index.ts', 'gateway/http.ts', ['list-of-subgraphs']],
  ['subgraphs/serve.ts', 'gateway/http.ts', ['serve']],
  ['gateway/a.ts', 'subgraphs/pricing/store/prices.ts', ['gateway']],
  ['gateway/b.ts', 'subgraphs/kit/transact.ts', ['gateway', 'gateway-takes-only-types-of-the-kit']],
  ['gateway/c.ts', 'subgraphs/kit/executor.ts', ['gateway-takes-only-types-of-the-kit']],
  ['gateway/d.ts', 'prisma/generated/pricing/client.ts', ['gateway']],
  ['aggregator/a.ts', 'gateway/http.ts', ['aggregator']],
  ['aggregator/b.ts', 'subgraphs/kit/transact.ts', ['aggregator-takes-only-types-of-the-kit']],
  ['prisma/storage/a.ts', 'feed/append.ts', ['storage']],
  ['schema/a.ts', 'subgraphs/pricing/store/prices.ts', ['schema']],
  ['gateway/e.ts', 'vitest', ['no-tool-or-test-in-the-product']],
  ['feed/c.ts', 'test/support/hub.ts', ['feed', 'no-import-of-tests']],
  ['core/c.ts', './missing.ts', ['core-imports-nothing', 'every-import-resolves']],
] as const;

/** Imports along the directions. */
const ALLOWED = [
  ['feed/x.ts', 'core/fault.ts'],
  ['feed/y.ts', 'prisma/generated/feed/client.ts'],
  ['subgraphs/kit/x.ts', 'feed/append.ts'],
  ['subgraphs/pricing/rules/x.ts', 'core/fault.ts'],
  ['subgraphs/pricing/store/x.ts', 'prisma/generated/pricing/client.ts'],
  ['subgraphs/pricing/store/y.ts', 'subgraphs/pricing/rules/price-row.ts'],
  ['subgraphs/pricing/commands/x.ts', 'subgraphs/pricing/events/published.ts'],
  ['subgraphs/pricing/graph/x.ts', 'subgraphs/pricing/commands/publish.ts'],
  ['subgraphs/feed/graph/x.ts', 'feed/append.ts'],
  ['subgraphs/pricing/routes/x.ts', 'subgraphs/pricing/commands/publish.ts'],
  ['subgraphs/pricing/graph/y.ts', 'graphql'],
  ['gateway/x.ts', 'prisma/storage/database.ts'],
  ['prisma/storage/x.ts', 'core/fault.ts'],
] as const;

describe('the import directions', () => {
  let project = '';
  let result: ICruiseResult;

  beforeAll(async () => {
    project = await mkdtemp(join(tmpdir(), 'import-directions-'));
    const targets = [...FORBIDDEN, ...ALLOWED].map(([, to]) => to).filter((to) => to.includes('/'));
    for (const target of targets) if (!target.startsWith('.')) await write(target, 'export const it = 1;\n');
    for (const [from, to] of [...FORBIDDEN, ...ALLOWED]) {
      await write(from, `import { it } from '${specifier(from, to)}';\nexport const also = it;\n`);
    }
    await write('package.json', '{ "dependencies": { "graphql": "*" }, "devDependencies": { "vitest": "*" } }');
    await write('node_modules/graphql/index.js', 'export const it = 1;\n');
    await write('node_modules/vitest/index.js', 'export const it = 1;\n');
    await write('core/one.ts', "export { two } from './two.ts';\nexport const one = 1;\n");
    await write('core/two.ts', "export { one } from './one.ts';\nexport const two = 2;\n");
    await write(
      'subgraphs/pricing/events.ts',
      `import type { it } from './store/prices.ts';\nexport type It = typeof it;\n`,
    );
    const { forbidden = [] } = directions;
    const options = { ...directions.options, tsConfig: {}, baseDir: project, ruleSet: { forbidden }, validate: true };
    const { output } = await cruise(
      ['core', 'feed', 'subgraphs', 'gateway', 'aggregator', 'prisma', 'schema'],
      options,
    );
    if (typeof output === 'string') throw new Error('expected the result as an object');
    result = output;
  });

  afterAll(() => rm(project, { recursive: true }));

  async function write(path: string, text: string): Promise<void> {
    await mkdir(join(project, dirname(path)), { recursive: true });
    await writeFile(join(project, path), text);
  }

  function brokenBy(from: string): readonly string[] {
    return result.summary.violations.filter((violation) => violation.from === from).map(({ rule }) => rule.name);
  }

  it.each(FORBIDDEN)('refuse %s → %s', (from, _to, rules) => {
    expect(new Set(brokenBy(from))).toEqual(new Set(rules));
  });

  it.each(ALLOWED)('let %s import %s', (from) => {
    expect(brokenBy(from)).toEqual([]);
  });

  it('let events take types of their own store', () => {
    expect(brokenBy('subgraphs/pricing/events.ts')).toEqual([]);
  });

  it('refuse a cycle', () => {
    expect(brokenBy('core/one.ts')).toEqual(['no-cycles']);
  });

  it('have a case here for every rule', () => {
    const tried = new Set<string>([...FORBIDDEN.flatMap(([, , rules]) => rules), 'no-cycles']);
    const rules = (directions.forbidden ?? []).map(({ name }) => name);
    expect(rules.filter((name) => name === undefined || !tried.has(name))).toEqual([]);
  });
});

function specifier(from: string, to: string): string {
  if (!to.includes('/') || to.startsWith('.') || to.startsWith('node:')) return to;
  const path = relative(dirname(from), to);
  return path.startsWith('.') ? path : `./${path}`;
}
