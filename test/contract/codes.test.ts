import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { FAULT_CODES } from '../../core/fault.ts';
import { REFUSALS } from '../../core/refusal.ts';

const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');

/** The codes in the first column of the tables under a heading. */
function codesUnder(heading: string): string[] {
  const section = readme.split(`### ${heading}\n`)[1]?.split('\n#')[0] ?? '';
  return [...section.matchAll(/^\| `([A-Z_]+)` +\|/gm)].map((match) => match[1] ?? '').sort();
}

describe('the README', () => {
  it('lists every refusal code and no other', () => {
    expect(codesUnder('Refusals')).toEqual(Object.keys(REFUSALS).sort());
  });

  it('lists every fault code and no other', () => {
    expect(codesUnder('Faults')).toEqual(Object.keys(FAULT_CODES).sort());
  });
});
