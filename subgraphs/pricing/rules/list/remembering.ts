const MOST_REMEMBERED = 5_000;

/** The same function, reckoning again only for texts that it has not seen of late. */
export function remembering<Value>(reckon: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const remembered = known.get(text);
    if (remembered !== undefined) return remembered;
    const value = reckon(text);
    if (known.size >= MOST_REMEMBERED) known.clear();
    known.set(text, value);
    return value;
  };
}
