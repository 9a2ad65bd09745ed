import { createClient, type Client } from 'graphql-ws';
import WebSocket from 'ws';
import { drawsOf, type Draw } from '../../../prisma/sample/random.ts';
import type { TestHub } from '../../support/hubs.ts';
import { Marks } from './marks.ts';
import { COUNTIES, StaffAtWork } from './staff-at-work.ts';

/** Who looks. */
interface Viewer {
  readonly name: string;
  readonly token: string | undefined;
  /** The region whose inner work it may see; null for none. */
  readonly region: string | null;
}

/** What came of the probes. */
export interface Probed {
  readonly probes: number;
  /** Answers that held something to be seen, so that the probes are not of an empty hub. */
  readonly seen: number;
  /** Events that a subscriber of the public got. */
  readonly events: number;
  /** Each with who saw what where. */
  readonly leaks: readonly string[];
}

const DOCUMENT = `id title body ground status consultation { heardFrom } steps { note } attributeChanges { ground note }
  superior { id title body ground } interpretations { title body }`;

/**
 * Lets staff work at random, and after every few steps looks at a document as a random viewer by a random way: the
 * document itself, lists, search, staff's lists, pages of the change log from a random place, live events.
 *
 * @param probes - how many looks
 */
export async function probe(hub: TestHub, probes: number, seed: string): Promise<Probed> {
  const draw = drawsOf(seed);
  const marks = new Marks();
  const viewers = await viewersOf(hub);
  const staff = new StaffAtWork(hub, { draw, marks }, { issuers: await issuersOf(hub), tokens: await tokensOf(hub) });
  const leaks: string[] = [];
  const live = follow(hub, (event) => {
    const found = marks.leaked(event, null, true);
    if (found.length > 0) leaks.push(`live: ${found.join()}`);
  });
  const cursors: string[] = [];
  let seen = 0;
  for (let done = 0; done < probes; done += 1) {
    if (done % 5 === 0) await staff.step();
    const viewer = draw.of(viewers);
    const look = lookOf(draw, staff, cursors);
    const answer = await hub.ask(look.query, look.variables, viewer.token);
    const text = JSON.stringify(answer);
    if (text.includes('mark')) seen += 1;
    const head = (answer.data as { changes?: { head: string } } | undefined)?.changes?.head;
    if (head !== undefined && draw.chance(20)) cursors.push(head);
    const found = marks.leaked(text, viewer.region, look.isHistory);
    if (found.length > 0)
      leaks.push(`${viewer.name}: ${look.query} ${JSON.stringify(look.variables)}: ${found.join()}`);
  }
  return { probes, seen, events: await live.end(), leaks };
}

interface Look {
  readonly query: string;
  readonly variables: Record<string, unknown>;
  readonly isHistory: boolean;
}

function lookOf(draw: Draw, staff: StaffAtWork, cursors: readonly string[]): Look {
  const document = staff.documents.length === 0 ? undefined : draw.of(staff.documents);
  const region = draw.of(['140000', '140500', ...COUNTIES]);
  const page = draw.of(['first: 100', 'first: 20']);
  const looks: (() => Look)[] = [
    () => now(`query ($id: ID!) { document(id: $id) { ${DOCUMENT} } }`, { id: document?.id ?? 'none' }),
    () => now(`{ documents(${page}, filter: { region: "${region}" }) { totalCount edges { node { ${DOCUMENT} } } } }`),
    () =>
      now(
        `query ($text: String!) { documents(first: 5, filter: { text: $text }) { totalCount edges { node { ${DOCUMENT} } } } }`,
        {
          text: document === undefined ? 'mark' : draw.of(document.marks).text.slice(0, 4 + draw.below(8)),
        },
      ),
    () => now(`{ region(code: "${region}") { documents(${page}) { totalCount edges { node { ${DOCUMENT} } } } } }`),
    () => now(`{ staffDocuments(region: "${region}", first: 30) { edges { node { ${DOCUMENT} } } } }`),
    () => now(`{ attributeReviewsDue(region: "${region}", on: "2040-01-01") { edges { node { ${DOCUMENT} } } } }`),
    () => ({
      query: 'query ($after: Cursor) { changes(after: $after, first: 1000) { head nodes { payload kind } } }',
      variables: { after: cursors.length === 0 ? null : draw.of(cursors) },
      isHistory: true,
    }),
  ];
  return draw.of(looks)();
}

function now(query: string, variables: Record<string, unknown> = {}): Look {
  return { query, variables, isHistory: false };
}

async function viewersOf(hub: TestHub): Promise<Viewer[]> {
  const signedIn = async (role: Parameters<TestHub['token']>[0], region: string): Promise<Viewer> => ({
    name: `${role} of ${region}`,
    token: await hub.token(role, region),
    region: role === 'AGGREGATOR' ? null : region,
  });
  return [
    { name: 'the public', token: undefined, region: null },
    await signedIn('AGGREGATOR', '140000'),
    await signedIn('EDITOR', '140521'),
    await signedIn('REVIEWER', '140522'),
    await signedIn('PUBLISHER', '140524'),
    await signedIn('OPERATOR', '140525'),
    await signedIn('EDITOR', '310000'),
    await signedIn('PUBLISHER', '140500'),
  ];
}

async function tokensOf(hub: TestHub): Promise<Map<string, string>> {
  const tokens = new Map<string, string>();
  for (const region of COUNTIES) {
    tokens.set(`EDITOR ${region}`, await hub.token('EDITOR', region));
    tokens.set(`PUBLISHER ${region}`, await hub.token('PUBLISHER', region));
    for (const account of ['a', 'b', 'c']) {
      tokens.set(`REVIEWER:${account} ${region}`, await hub.token('REVIEWER', region, `reviewer-${account}`));
    }
  }
  return tokens;
}

async function issuersOf(hub: TestHub): Promise<Map<string, string>> {
  const issuers = new Map<string, string>();
  for (const region of COUNTIES) {
    const query = `{ region(code: "${region}") { institutions(kind: HEALTH_AUTHORITY) { edges { node { id } } } } }`;
    const { data } = await hub.ask(query);
    const { region: found } = data as { region: { institutions: { edges: { node: { id: string } }[] } } };
    issuers.set(region, found.institutions.edges[0]?.node.id ?? '');
  }
  return issuers;
}

/** Follows everything live as the public does. */
function follow(hub: TestHub, take: (event: string) => void): { end: () => Promise<number> } {
  const client: Client = createClient({ url: hub.url.replace('http', 'ws'), webSocketImpl: WebSocket, lazy: false });
  let events = 0;
  const query = `subscription { disclosures { kind document { ${DOCUMENT} } interpretation { title body } } }`;
  const closed = new Promise<void>((done) => {
    client.subscribe(
      { query },
      {
        next: (event) => {
          events += 1;
          take(JSON.stringify(event));
        },
        error: (error) => {
          take(`mark0000000mark ${JSON.stringify(error)}`);
          done();
        },
        complete: done,
      },
    );
  });
  return {
    end: async () => {
      await client.dispose();
      await closed;
      return events;
    },
  };
}
