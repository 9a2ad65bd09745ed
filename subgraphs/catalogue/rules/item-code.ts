/** An item that may have no number yet. */
interface Numbered {
  readonly code: string | null;
  readonly categoryCode: string;
}

/** Numbers that are counted on from; a longer one stays, and nothing follows it. */
const COUNTED = /^[0-9]{4,8}$/;

/** Whether a number is one of a category: its two digits, and two to six more, such as 0101. @see rule C5 */
export function isCodeOf(category: string, code: string): boolean {
  return COUNTED.test(code) && code.startsWith(category);
}

/**
 * Gives every item without a number the next free one of its category: `02` and two digits, or more when these are used
 * up. Numbers that were given stay.
 */
export function numbered<Item extends Numbered>(items: readonly Item[]): (Item & { readonly code: string })[] {
  const taken = new Set(items.flatMap(({ code }) => code ?? []));
  const last = new Map<string, number>();
  for (const code of taken) {
    const [category, number] = [code.slice(0, 2), Number(code.slice(2))];
    if (COUNTED.test(code)) last.set(category, Math.max(last.get(category) ?? 0, number));
  }
  const next = (category: string): string => {
    let number = (last.get(category) ?? 0) + 1;
    while (taken.has(codeOf(category, number))) number += 1;
    last.set(category, number);
    return codeOf(category, number);
  };
  return items.map((item) => ({ ...item, code: item.code ?? next(item.categoryCode) }));
}

function codeOf(category: string, number: number): string {
  return `${category}${String(number).padStart(2, '0')}`;
}

/** The items whose number another one before them has already, with their indexes. */
export function repeatedCodes(items: readonly { readonly code: string | null }[]): { index: number; code: string }[] {
  const seen = new Set<string>();
  return items.flatMap(({ code }, index) => {
    if (code === null) return [];
    if (seen.has(code)) return [{ index, code }];
    seen.add(code);
    return [];
  });
}
