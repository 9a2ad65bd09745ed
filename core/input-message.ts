/**
 * What an error about input says, without the values that came in: they may be personal. Types, fields of the schema and
 * what was expected stay; everything from the first value on goes.
 *
 * @param message - one of GraphQL's own messages, or one that reads `Expected …, got …`
 */
export function withoutValues(message: string): string {
  for (const [pattern, instead] of PATTERNS) {
    if (pattern.test(message)) return message.replace(pattern, instead);
  }
  return message;
}

/** In their order; of each message the first that fits. What stands before a value is never taken from the input. */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/^(Variable "\$\w+" got invalid value) .*/s, '$1.'],
  [/^(Argument "\w+"(?: of type "[^"]*")? has invalid value) .*/s, '$1.'],
  [/^Field ".*" is not defined by type ("\w+")\..*/s, 'A field is not defined by type $1.'],
  [/^Value ".*" does not exist in ("\w+") enum\..*/s, 'Expected a value of the enum $1.'],
  [/^(Syntax Error: .*?\b(?:String|BlockString|Name|Int|Float)) ".*/s, '$1.'],
  [/^(Syntax Error: (?:Invalid|Unexpected character)[^:]*): .*/s, '$1.'],
  [/^((?!Syntax Error)[^;]*?)(?:, got |, found |(?<=value): ).*/s, '$1.'],
];
