import { createClient } from 'graphql-ws';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { PLACEMENTS, type TestHub } from '../support/hubs.ts';

interface Answered {
  readonly id: string;
  readonly refusals?: readonly { readonly code: string }[];
  readonly [field: string]: unknown;
}

interface Event {
  readonly kind: string;
  readonly subject: string;
  readonly document: { readonly id: string; readonly title: string; readonly validity: string } | null;
  readonly interpretation: { readonly id: string; readonly title: string } | null;
}

const LIVE = `subscription { disclosures(filter: { regions: ["140525"], subjects: [DOCUMENT, INTERPRETATION] }) {
  kind subject document { id title validity } interpretation { id title } } }`;

describe.each(PLACEMENTS)('a document in the $placement hub', ({ isAvailable, start }) => {
  let hub: TestHub;
  let issuer: string;
  beforeAll(async () => {
    if (!isAvailable) return;
    hub = await start();
    const { data } = await hub.ask(
      '{ region(code: "140525") { institutions(kind: HEALTH_AUTHORITY) { edges { node { id } } } } }',
    );
    const { region } = data as { region: { institutions: { edges: { node: { id: string } }[] } } };
    issuer = region.institutions.edges[0]?.node.id ?? '';
  }, 120_000);
  afterAll(async () => {
    if (isAvailable) await hub.close();
  });

  const call = async (text: string, role: 'EDITOR' | 'REVIEWER' | 'PUBLISHER', account = role.toLowerCase()) => {
    const type = text.startsWith('bindInterpretation') ? 'Interpretation { id }' : 'Document { id status validity }';
    const query = `mutation { answer: ${text} { ... on ${type} ... on Refused { refusals { code } } } }`;
    const { data, errors } = await hub.ask(query, {}, await hub.token(role, '140525', account));
    expect(errors).toBeUndefined();
    return (data as { answer: Answered }).answer;
  };
  const draft = (title: string, more = 'attribute: PROACTIVE') =>
    call(
      `draftDocument(input: { issuer: "${issuer}", title: "${title}", body: "正文", isPolicy: true, ${more} })`,
      'EDITOR',
    );
  const review = async (id: string) => {
    for (const account of ['a', 'b', 'c']) await call(`signReviewPass(id: "${id}")`, 'REVIEWER', account);
  };
  const interpret = (id: string, title: string) =>
    call(
      `bindInterpretation(document: "${id}", input: { title: "${title}", body: "图解", forms: [CHART], channels: [NEW_MEDIA, GOVERNMENT_WEBSITE] })`,
      'EDITOR',
    );
  const codes = ({ refusals }: Answered) => refusals?.map(({ code }) => code);

  it.skipIf(!isAvailable)(
    'is drafted, refused, mended, reviewed, published, amended and repealed, seen live',
    async () => {
      const client = createClient({ url: hub.url.replace('http', 'ws'), webSocketImpl: WebSocket, lazy: false });
      const events: Event[] = [];
      const live = client.iterate<{ disclosures: Event }>({ query: LIVE });
      const watching = (async () => {
        for await (const { data } of live) {
          if (data != null) events.push(data.disclosures);
          if (events.length === 6) break;
        }
      })();

      const first = await draft('关于样例工作的办法', 'attribute: WITHHELD, ground: "政府信息公开条例 第十六条"');
      await interpret(first.id, '一图读懂样例办法');
      expect(codes(await call(`publishDocument(id: "${first.id}")`, 'PUBLISHER'))).toEqual([
        ...['NOT_PUBLIC', 'NOT_FILED', 'REVIEW_INCOMPLETE'],
      ]);
      await call(`amendDocumentDraft(id: "${first.id}", input: { attribute: PROACTIVE, ground: null })`, 'EDITOR');
      await call(`signReviewPass(id: "${first.id}")`, 'REVIEWER', 'a');
      await call(`returnDocument(id: "${first.id}", note: "标题不准确")`, 'REVIEWER', 'a');
      await call(`amendDocumentDraft(id: "${first.id}", input: { title: "关于样例工作的实施办法" })`, 'EDITOR');
      await review(first.id);
      expect(await call(`publishDocument(id: "${first.id}")`, 'PUBLISHER')).toMatchObject({ status: 'PUBLISHED' });

      const changed: string[] = [];
      for (const [kind, title] of [
        ['AMENDS', '关于修改样例实施办法的决定'],
        ['REPEALS', '关于废止样例实施办法的决定'],
      ]) {
        const { id } = await draft(title ?? '');
        await call(
          `relateDocument(id: "${id}", relates: [{ document: "${first.id}", kind: ${kind ?? ''} }])`,
          'EDITOR',
        );
        await interpret(id, `解读：${title ?? ''}`);
        await review(id);
        await call(`publishDocument(id: "${id}")`, 'PUBLISHER');
        const { data } = await hub.ask(`{ document(id: "${first.id}") { validity } }`);
        changed.push((data as { document: { validity: string } }).document.validity);
      }
      expect(changed).toEqual(['AMENDED', 'REPEALED']);

      await watching;
      await client.dispose();
      expect(events.slice(0, 2).map(({ kind, subject }) => `${kind} ${subject}`)).toEqual([
        ...['PUBLISHED DOCUMENT', 'PUBLISHED INTERPRETATION'],
      ]);
      expect(events[0]?.document?.title).toBe('关于样例工作的实施办法');
      expect(events[1]?.interpretation?.title).toBe('一图读懂样例办法');
      const revised = events.filter(({ kind }) => kind === 'REVISED');
      expect(revised.map(({ document }) => document?.id)).toContain(first.id);
      const { data } = await hub.ask(
        '{ documents(filter: { text: "样例实施办法", region: "140525" }) { totalCount edges { node { title validity } } } }',
      );
      expect(data).toMatchObject({ documents: { totalCount: 2 } });
    },
  );
});
