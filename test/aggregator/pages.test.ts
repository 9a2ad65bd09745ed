import { afterEach, describe, expect, it } from 'vitest';
import { at, json, nodeAt, REGION, strangeHub, type StrangeHub } from './strange-hub.ts';

let hub: StrangeHub;
afterEach(() => hub.close());

const page = (changed: Record<string, unknown> = {}) => ({
  ...{ hub: { id: 'hub-1' }, nodes: [nodeAt(3), nodeAt(4)], endCursor: at(5), hasMore: true, head: at(9) },
  ...changed,
});

const answerPage = async (changed: Record<string, unknown>) => {
  hub = await strangeHub((response) => {
    json(response, { data: { changes: page(changed) } });
  });
};

describe('a page of a county', () => {
  it('is given out with the digests of its records', async () => {
    let asked: unknown;
    hub = await strangeHub((response, request, body) => {
      asked = {
        authorization: request.headers.authorization,
        ...(JSON.parse(body) as { variables: object }).variables,
      };
      json(response, { data: { changes: page({ more: 1, nodes: [nodeAt(3, { more: 1 })] }) } });
    });
    const { entries, ...rest } = await hub.county.changes(at(2), 7);
    expect(rest).toEqual({ hub: 'hub-1', endCursor: at(5), hasMore: true, head: at(9) });
    expect(entries).toEqual([
      {
        ...{ cursor: at(3), id: 'e-3', kind: 'PUBLISHED', subject: 'DOCUMENT', subjectId: 'd-3', originId: 'hub-1' },
        ...{ occurredAt: new Date('2026-11-01T00:00:00Z'), region: REGION, publisher: 'i-1', catalogueItems: ['c-1'] },
        payload: { title: '通知' },
        recordDigest: '8ffc98fa0bdaa8d879bf01455dcb778f738cfd8472a19a786b394d75706dae37',
      },
    ]);
    expect(asked).toEqual({
      ...{ authorization: 'Bearer secret-token-of-this-test', after: at(2), first: 7 },
      filter: { regions: [REGION], subjects: ['REGION', 'INSTITUTION', 'DOCUMENT'] },
    });
  });

  const first = (changed: Record<string, unknown>) => ({ nodes: [nodeAt(3), nodeAt(4, changed)] });
  it.each<[string, Record<string, unknown>]>([
    ['whose cursors repeat', first({ cursor: at(3) })],
    ['whose cursors fall', { nodes: [nodeAt(4), nodeAt(3)] }],
    ['that begins at what was had', { nodes: [nodeAt(2)] }],
    ['with a cursor of another log', first({ cursor: at(4, 'epoch-2') })],
    ['with a cursor that is none', first({ cursor: 'four' })],
    ['whose ids repeat', first({ id: 'e-3' })],
    ['that ends before its last entry', { endCursor: at(3) }],
    ['that ends in another log', { endCursor: at(5, 'epoch-2') }],
    ['whose head is of another log', { head: at(9, 'epoch-2') }],
    ['whose head is before its end', { head: at(4), hasMore: false }],
    ['that has more and is at the head', { head: at(5) }],
    ['that has no more and is before the head', { hasMore: false }],
    ['that has more and does not go on', { nodes: [], endCursor: at(2) }],
    ['that goes back', { nodes: [], endCursor: at(1) }],
    ['with more entries than asked for', { nodes: [nodeAt(3), nodeAt(4), nodeAt(5)] }],
    ['with an entry of another region', first({ region: { code: '140522' } })],
    ['with an entry of the region above', first({ region: { code: '140500' } })],
    ['with an entry of no region', first({ region: null })],
    ['with an entry of another subject', first({ subject: 'PRICE' })],
    ['with an unknown subject', first({ subject: 'SECRET' })],
    ['with an unknown kind', first({ kind: 'DELETED' })],
    ['with a region that tells of another', first({ subject: 'REGION', subjectId: '110000' })],
    ['with a payload of another region', first({ payload: { region: '140500' } })],
    ['with a payload that holds a fraction', first({ payload: { amount: 0.5 } })],
    ['with a payload that holds U+0000', first({ payload: { title: '\u0000' } })],
    ['with a payload that holds half a character', first({ payload: { title: '\ud800' } })],
    ['with a payload that is too long', first({ payload: { title: 'x'.repeat(1_048_576) } })],
    ['with a payload that is a list', first({ payload: [] })],
    ['without a payload', first({ payload: null })],
    ['with a day for an instant', first({ occurredAt: '2026-11-01' })],
    ['with a day that is none', first({ occurredAt: '2026-02-30T00:00:00Z' })],
    ['with an instant before all records', first({ occurredAt: '0000-01-01T00:00:00Z' })],
    ['with a line feed in an id', first({ subjectId: 'd-4\nd-5' })],
    ['with an empty id', first({ id: '' })],
    ['with a publisher that is text', first({ publisher: 'i-1' })],
    ['with a catalogue item that is null', first({ catalogueItems: [null] })],
    ['without its end', { endCursor: null }],
    ['without a hub', { hub: null }],
  ])('is refused as a whole: one %s', async (_what, changed) => {
    await answerPage(changed);
    await expect(hub.county.changes(at(2), 2)).rejects.toMatchObject({ name: 'ReachProblem', code: 'FORGED_PAGE' });
  });

  it('is refused when it is nested deeper than anything can read', async () => {
    hub = await strangeHub((response) => {
      const deep = `${'['.repeat(500_000)}${']'.repeat(500_000)}`;
      const text = JSON.stringify({ data: { changes: page(first({ payload: { deep: 'HERE' } })) } });
      response.writeHead(200, { 'content-type': 'application/json' }).end(text.replace('"HERE"', deep));
    });
    await expect(hub.county.changes(at(2), 2)).rejects.toMatchObject({ code: 'FORGED_PAGE' });
  });

  it('keeps a member that is called __proto__, and digests it', async () => {
    hub = await strangeHub((response) => {
      const text = JSON.stringify({ data: { changes: page({ nodes: [nodeAt(3, { payload: { it: 1 } })] }) } });
      response.writeHead(200, { 'content-type': 'application/json' }).end(text.replace('"it"', '"__proto__"'));
    });
    const { entries } = await hub.county.changes(at(2), 2);
    expect(Object.keys(entries[0]?.payload ?? {})).toEqual(['__proto__']);
  });

  it('is asked for again smaller while it is too large', async () => {
    const sizes: number[] = [];
    hub = await strangeHub(
      (response, _request, body) => {
        const { first: most } = (JSON.parse(body) as { variables: { first: number } }).variables;
        sizes.push(most);
        const nodes = Array.from({ length: Math.min(most, 50) }, (_one, n) => nodeAt(n + 1));
        json(response, { data: { changes: page({ nodes, endCursor: at(50), head: at(99) }) } });
      },
      { mostAnswerBytes: 6_000 },
    );
    expect((await hub.county.changes(null, 1_000)).entries).toHaveLength(15);
    expect(sizes).toEqual([1_000, 125, 15]);
  });

  it('is given up when a single entry is too large', async () => {
    hub = await strangeHub(
      (response) => {
        json(response, { data: { changes: page({ nodes: [nodeAt(3, { payload: { title: 'x'.repeat(9_999) } })] }) } });
      },
      { mostAnswerBytes: 6_000 },
    );
    await expect(hub.county.changes(at(2), 5)).rejects.toMatchObject({ code: 'TOO_LARGE' });
    expect(hub.asked).toHaveLength(2);
  });

  it('is asked for again smaller by a hub that costs it', async () => {
    hub = await strangeHub((response, _request, body) => {
      const { first: most } = (JSON.parse(body) as { variables: { first: number } }).variables;
      if (most <= 100) json(response, { data: { changes: page() } });
      else json(response, { errors: [{ message: 'Too much.', extensions: { code: 'LIMIT_EXCEEDED' } }] });
    });
    expect((await hub.county.changes(at(2), 500)).entries).toHaveLength(2);
  });
});

describe('a digest of a county', () => {
  const nothing = { count: 0, digest: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' };
  const some = { count: 2, digest: 'a'.repeat(64) };
  const digests = [
    { subject: 'DOCUMENT', ...some },
    { subject: 'REGION', ...some },
    { subject: 'LATER', ...some },
    { subject: 'INSTITUTION', ...nothing },
  ];
  const answer = async (data: object) => {
    hub = await strangeHub((response) => {
      json(response, { data });
    });
  };

  it('is there for each subject that is pulled, whatever else is told', async () => {
    await answer({ digests });
    expect(await hub.county.digests(at(2))).toEqual([digests[1], digests[3], digests[0]]);
  });

  it.each([
    ['a subject is missing', digests.slice(1)],
    ['a subject is there twice', [...digests, digests[0]]],
    ['a count has the digest of nothing', [...digests.slice(1), { subject: 'DOCUMENT', ...nothing, count: 1 }]],
    ['nothing has a digest', [...digests.slice(1), { subject: 'DOCUMENT', ...some, count: 0 }]],
    ['a digest is none', [...digests.slice(1), { subject: 'DOCUMENT', count: 1, digest: 'A'.repeat(64) }]],
    ['a count is below 0', [...digests.slice(1), { subject: 'DOCUMENT', ...some, count: -1 }]],
    ['it is none', null],
  ])('is refused when %s', async (_what, told) => {
    await answer({ digests: told });
    await expect(hub.county.digests(at(2))).rejects.toMatchObject({ code: 'FORGED_ANSWER' });
  });

  const stretch = (after: string | null, until: string | null) => ({ after, until, ...some });
  it('is divided into stretches that follow on one another', async () => {
    const keyRanges = [stretch('a', 'c'), stretch('c', 'z')];
    await answer({ keyRanges });
    expect(await hub.county.keyRanges(at(2), 'DOCUMENT', { after: 'a', until: 'z' }, 2)).toEqual(keyRanges);
  });

  it.each([
    ['none', []],
    ['another beginning', [stretch(null, 'z')]],
    ['another end', [stretch('a', null)]],
    ['a gap', [stretch('a', 'b'), stretch('c', 'z')]],
    ['an open end within', [stretch('a', null), stretch(null, 'z')]],
    ['one that goes back', [stretch('a', 'x'), stretch('x', 'c'), stretch('c', 'z')]],
    ['more than asked for', ['b', 'c', 'd', 'z'].map((until, n) => stretch('abcd'[n] ?? '', until))],
  ])('is refused with stretches of %s', async (_what, keyRanges) => {
    await answer({ keyRanges });
    const asking = hub.county.keyRanges(at(2), 'DOCUMENT', { after: 'a', until: 'z' }, 3);
    await expect(asking).rejects.toMatchObject({ code: 'FORGED_ANSWER' });
  });
});
