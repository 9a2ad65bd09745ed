import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PLACEMENTS, type TestHub } from '../support/hubs.ts';

interface Manifest {
  readonly hub: { readonly id: string; readonly region: string };
  readonly cursor: string;
  readonly files: readonly {
    readonly subject: string;
    readonly count: number;
    readonly digest: string;
    readonly path: string;
  }[];
}

interface Line {
  readonly subjectId: string;
  readonly subject: string;
  readonly payload: Record<string, unknown>;
  readonly end?: { readonly count: number; readonly digest: string };
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** The canonical form of a payload, by its definition: here without numbers that print otherwise. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(',')}}`;
}

describe.each(PLACEMENTS)('FEED.md 11: the export of a $placement hub', ({ isAvailable, start }) => {
  describe.skipIf(!isAvailable)('', () => {
    let hub: TestHub;
    let origin: string;
    beforeAll(async () => {
      hub = await start();
      origin = new URL(hub.url).origin;
    });
    afterAll(() => hub.close());

    const manifest = async (query = ''): Promise<Manifest> =>
      (await (await fetch(`${origin}/export${query}`)).json()) as Manifest;

    it.each(['', '?region=140521'])(
      'holds every live record, with the digest that the log tells of%s',
      async (query) => {
        const { cursor, files } = await manifest(query);
        const region = query === '' ? null : '140521';
        const { data } = await hub.ask(
          'query ($at: Cursor!, $region: ID) { digests(at: $at, region: $region) { subject count digest } }',
          { at: cursor, region },
        );
        expect(files.map(({ subject, count, digest }) => ({ subject, count, digest }))).toEqual(data?.['digests']);
        expect(files.filter(({ count }) => count > 0).length).toBeGreaterThan(3);
        for (const { subject, count, digest, path } of files) {
          const text = await (await fetch(origin + path)).text();
          const lines = text
            .trimEnd()
            .split('\n')
            .map((line) => JSON.parse(line) as Line);
          expect(lines[0]).toEqual({ export: { subject, cursor, region } });
          expect(lines.at(-1)).toEqual({ end: { count, digest } });
          const records = lines.slice(1, -1);
          expect(records).toHaveLength(count);
          const own = records.map(
            ({ subjectId, payload }) =>
              `${subjectId} ${sha256(`[${JSON.stringify(subject)},${JSON.stringify(subjectId)},${canonical(payload)}]`)}\n`,
          );
          expect(sha256(own.join(''))).toBe(digest);
        }
      },
    );

    it('goes on at any byte, and comes compressed to whoever takes that', async () => {
      const { files } = await manifest();
      const path = files.find(({ subject }) => subject === 'INSTITUTION')?.path ?? '';
      const whole = Buffer.from(
        await (await fetch(origin + path, { headers: { 'accept-encoding': 'identity' } })).arrayBuffer(),
      );
      for (const offset of [1, 77, whole.length - 1, whole.length, whole.length + 5]) {
        const rest = await fetch(`${origin}${path}&offset=${String(offset)}`, {
          headers: { 'accept-encoding': 'identity' },
        });
        expect(Buffer.from(await rest.arrayBuffer()).equals(whole.subarray(offset))).toBe(true);
      }
      const zipped = await fetch(origin + path, { headers: { 'accept-encoding': 'gzip' } });
      expect(zipped.headers.get('content-encoding')).toBe('gzip');
      expect(Buffer.from(await zipped.arrayBuffer()).equals(whole)).toBe(true);
      const refused = await fetch(origin + path, { headers: { 'accept-encoding': 'gzip;q=0' } });
      expect(refused.headers.get('content-encoding')).toBeNull();
      await refused.arrayBuffer();
    });

    it.each([
      ['/export?at=nothing', 409, 'CURSOR_INVALID'],
      ['/export?region=14', 400, 'BAD_USER_INPUT'],
      ['/export/document.ndjson?at=nothing', 409, 'CURSOR_INVALID'],
      ['/export/document.ndjson?offset=5', 400, 'BAD_USER_INPUT'],
      ['/export/document.ndjson?strange=5', 400, 'BAD_USER_INPUT'],
    ])('says what is wrong with %s', async (path, status, code) => {
      const answer = await fetch(origin + path);
      expect(answer.status).toBe(status);
      expect(await answer.json()).toMatchObject({ errors: [{ extensions: { code } }] });
    });
  });
});
