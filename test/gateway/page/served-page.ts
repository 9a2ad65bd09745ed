import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { servePage } from '../../../gateway/page/page.ts';
import { serveEvents, wantsEvents } from '../../../gateway/sse.ts';
import { PUBLIC } from '../subscriptions/readers.ts';
import { listen, startEdge } from '../subscriptions/served.ts';

/** A hub over the log in memory with its query page, as a browser meets it. */
export async function startPage() {
  const hub = startEdge();
  const page = servePage({
    region: '140500',
    examples: [
      { name: { zh: '问', en: 'Ask' }, query: 'query Head { head }', variables: {} },
      { name: { zh: '直播', en: 'Live' }, query: 'subscription Live { entries { number region } }', variables: {} },
    ],
  });
  const events = serveEvents({ ...hub.edge, bodyBytes: 100_000, retryMs: 50 });
  const responses = new Set<ServerResponse>();
  const seen: IncomingMessage[] = [];
  const { port, stop } = await listen((request, response) => {
    seen.push(request);
    if (wantsEvents(request)) {
      responses.add(response.once('close', () => responses.delete(response)));
      void events(request, response);
    } else if (page(request, response)) return;
    else if (request.method === 'GET') response.writeHead(404).end();
    else void answerJson(hub, request, response);
  });
  /** Cuts every stream of events off, as a lost connection does. */
  const cut = (): void => {
    for (const response of responses) response.destroy();
  };
  return { ...hub, url: `http://127.0.0.1:${String(port)}`, seen, cut, stop };
}

async function answerJson(
  { gateway }: ReturnType<typeof startEdge>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { query, variables, operationName } = JSON.parse(await text(request)) as {
    query: string;
    variables?: Record<string, unknown>;
    operationName?: string;
  };
  const prepared = gateway.prepare(query, operationName);
  const result = 'errors' in prepared ? prepared : await gateway.execute(prepared, { variables, scope: PUBLIC });
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(result));
}
