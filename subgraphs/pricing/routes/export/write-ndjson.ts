import { createHash } from 'node:crypto';
import type { PriceExport } from '../../commands/export/export-prices.ts';
import type { ExportScene } from '../../store/export/exported-prices.ts';

/**
 * Writes an export as lines of JSON: what is exported, then each price, then how many there were and the SHA-256 over
 * their lines, line feeds included. A file without that last line is not whole.
 */
export async function* writeNdjson(scene: ExportScene, opened: PriceExport): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const { of, kind, on } = scene;
  yield encoder.encode(`${JSON.stringify({ prices: { ...of, kind, on, state: opened.state } })}\n`);
  const hash = createHash('sha256');
  let rows = 0;
  for await (const { lines } of opened.parts()) {
    const chunk = encoder.encode(lines.map(({ line }) => `${line}\n`).join(''));
    hash.update(chunk);
    rows += lines.length;
    yield chunk;
  }
  yield encoder.encode(`${JSON.stringify({ end: { rows, digest: hash.digest('hex') } })}\n`);
}
