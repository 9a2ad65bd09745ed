/**
 * Where a text stops being JSON, from what `JSON.parse` threw, as far as that tells: its message repeats the text, and is
 * not for messages.
 */
export function placeIn(text: string, error: unknown): string {
  const message = String(error);
  if (message.includes('Unexpected end of JSON input')) return ' at its end';
  const position = / JSON at position (\d+)/.exec(message)?.[1];
  if (position === undefined) return '';
  const before = text.slice(0, Number(position)).split('\n');
  return ` at line ${before.length}, column ${(before.at(-1) ?? '').length + 1}`;
}
