import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { SETTINGS, type Setting } from '../../gateway/settings.ts';

/** The cells of each table row that begins with the name of an environment variable. */
function settingRows(markdown: string): readonly string[] {
  const section = markdown.split('\n## Settings\n')[1]?.split('\n## ')[0] ?? '';
  return section
    .split('\n')
    .filter((line) => /^\| *`[A-Z][A-Z_]+` *\|/.test(line))
    .map((line) => line.replaceAll(/ *\| */g, ' | ').trim())
    .sort();
}

const rowOf = ({ variable, option, fallback, means }: Setting<unknown>): string => {
  const name = option === undefined ? means : `${means} Also \`--${option}\`.`;
  return `| \`${variable}\` | ${fallback === null ? '' : `\`${fallback}\``} | ${name} |`
    .replaceAll(/ *\| */g, ' | ')
    .trim();
};

describe('the table of settings in the README', () => {
  it('has a row for each setting, with its fallback and meaning, and no other', async () => {
    const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
    expect(settingRows(readme)).toEqual(Object.values<Setting<unknown>>(SETTINGS).map(rowOf).sort());
  });
});
