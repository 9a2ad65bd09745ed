/** Where a text stops being JSON, from what `JSON.parse` threw: its message repeats the text, and is not for messages. */
export function placeIn(text: string, error: unknown): string {
  const position = /at position (\d+)/.exec(String(error))?.[1];
  if (position === undefined) return 'at its end';
  const before = text.slice(0, Number(position)).split('\n');
  return `at line ${before.length}, column ${(before.at(-1) ?? '').length + 1}`;
}
