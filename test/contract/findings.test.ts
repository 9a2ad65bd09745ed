import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PACKAGE_ROOT } from '../../prisma/storage/package-root.ts';
import { FINDINGS } from '../../subgraphs/pricing/rules/finding-codes.ts';

const meanings = Object.entries(FINDINGS);

describe('the findings of price lists', () => {
  it('stand in schema/FINDINGS.md, each with its severity, its rules and its words, and no others', async () => {
    const text = await readFile(join(PACKAGE_ROOT, 'schema/FINDINGS.md'), 'utf8');
    const rows = text.split('\n').filter((line) => line.startsWith('| `'));
    const told = rows.map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()));
    const expected = meanings.map(([code, { severity, rules, en, fixEn, zh }]) => [
      ...[`\`${code}\``, severity, rules.join(', '), `${en} ${fixEn}`, zh],
    ]);
    expect(told).toEqual(expected);
  });

  it.each(meanings)('%s says what was found and what to do in both languages', (_code, meaning) => {
    expect(meaning.rules.every((rule) => /^H\d{1,2}$/.test(rule))).toBe(true);
    for (const text of [meaning.zh, meaning.fixZh]) expect(text).toMatch(/[一-龥].*。$/);
    for (const text of [meaning.en, meaning.fixEn]) expect(text).toMatch(/^[A-Z"{].*\.$/);
  });
});
