import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PACKAGE_ROOT } from '../../prisma/storage/package-root.ts';
import { FINDINGS } from '../../subgraphs/pricing/rules/finding-codes.ts';

describe('the findings of price lists', () => {
  it('stand in schema/FINDINGS.md, each with its severity, its rules and its words, and no others', async () => {
    const text = await readFile(join(PACKAGE_ROOT, 'schema/FINDINGS.md'), 'utf8');
    const rows = text.split('\n').filter((line) => line.startsWith('| `'));
    const told = rows.map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
    const expected = Object.entries(FINDINGS).map(([code, { severity, rules, en, fixEn, zh }]) => [
      ...[`\`${code}\``, severity, rules.join(', '), `${en} ${fixEn}`, zh],
    ]);
    expect(told).toEqual(expected);
  });
});
