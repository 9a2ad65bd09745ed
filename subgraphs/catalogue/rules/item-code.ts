/** An item that may have no number yet. */
interface Numbered {
  readonly code: string | null;
  readonly categoryCode: string;
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
    if (/^[0-9]{4,}$/.test(code)) last.set(category, Math.max(last.get(category) ?? 0, number));
  }
  return items.map((item) => {
    if (item.code !== null) return { ...item, code: item.code };
    const number = (last.get(item.categoryCode) ?? 0) + 1;
    last.set(item.categoryCode, number);
    return { ...item, code: `${item.categoryCode}${String(number).padStart(2, '0')}` };
  });
}

/** The indexes of items whose number another one before them has already. */
export function repeatedCodes(items: readonly { readonly code: string | null }[]): number[] {
  const seen = new Set<string>();
  return items.flatMap(({ code }, index) => {
    if (code === null || !seen.has(code)) {
      if (code !== null) seen.add(code);
      return [];
    }
    return [index];
  });
}
