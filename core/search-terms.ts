/**
 * The terms of a text in its normal form, given as its characters: every one of them and every two neighbours. Chinese
 * has no spaces between words, so a word of one or two characters is a term itself, and a longer one is looked for among
 * the few texts that have all its pairs.
 */
export function termsOf(characters: readonly string[]): Set<string> {
  const terms = new Set<string>();
  for (const [at, character] of characters.entries()) {
    terms.add(character);
    const next = characters[at + 1];
    if (next !== undefined) terms.add(character + next);
  }
  return terms;
}

/** The terms that a text has which holds a word in its normal form; of more than two characters they do not prove it. */
export function termsOfWord(word: string): string[] {
  const characters = Array.from(word);
  if (characters.length === 1) return [word];
  return characters.slice(1).map((character, at) => `${characters[at] ?? ''}${character}`);
}
