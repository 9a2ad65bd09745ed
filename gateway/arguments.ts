import { parseArgs } from 'node:util';

/** Whether an option of the command line carries a value, may be repeated with one, or stands alone. */
export type OptionKind = 'value' | 'values' | 'switch';

/** What stood on a command line, and everything that was wrong with it. */
export interface Arguments {
  /** Every value of each option that was given, in order; a switch that was given has an empty list. */
  readonly options: ReadonlyMap<string, readonly string[]>;
  /** One sentence for each mistake; empty when there is none. */
  readonly problems: readonly string[];
}

/**
 * Reads a command line of long options, without stopping at the first mistake.
 *
 * @param argv - the words after the program's own name
 * @param known - the options that the program takes, named without the leading dashes
 */
export function readArguments(argv: readonly string[], known: Readonly<Record<string, OptionKind>>): Arguments {
  const options = new Map<string, readonly string[]>();
  const problems: string[] = [];
  const { tokens } = parseArgs({ args: [...argv], options: parserOptions(known), strict: false, tokens: true });
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue;
    if (token.kind === 'positional') {
      problems.push(`"${token.value}": expected only options (${listed(known)}), got a word that belongs to none`);
      continue;
    }
    const kind = Object.hasOwn(known, token.name) ? known[token.name] : undefined;
    const earlier = options.get(token.name);
    const problem = kind === undefined ? `expected one of ${listed(known)}` : mistake(kind, token.value, earlier);
    if (problem !== null) problems.push(`${token.rawName}: ${problem}`);
    else options.set(token.name, [...(earlier ?? []), ...(token.value === undefined ? [] : [token.value])]);
  }
  return { options, problems };
}

function parserOptions(known: Readonly<Record<string, OptionKind>>): Record<string, { type: 'string' | 'boolean' }> {
  return Object.fromEntries(
    Object.entries(known).map(([name, kind]) => [name, { type: kind === 'switch' ? 'boolean' : 'string' }]),
  );
}

function mistake(kind: OptionKind, value: string | undefined, earlier: readonly string[] | undefined): string | null {
  if (kind === 'switch') return value === undefined ? null : 'expected no value, got one';
  if (value === undefined || value === '') return 'expected a value after it, got none';
  return kind === 'value' && earlier !== undefined ? 'expected once, got twice' : null;
}

function listed(known: Readonly<Record<string, OptionKind>>): string {
  return Object.keys(known)
    .map((name) => `--${name}`)
    .join(', ');
}
