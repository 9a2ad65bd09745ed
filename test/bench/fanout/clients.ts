import { once } from 'node:events';
import { WebSocket } from 'ws';
import { instant, SUBSCRIPTION, type FromClients } from './messages.ts';

/** A process of many subscribers. Arguments: the port and how many they are. It tells when all of them have received an event. */
const [port = '', count = ''] = process.argv.slice(2);
const clients = Number(count);
const received = new Map<number, number>();
const tell = (message: FromClients): void => void process.send?.(message);

function receive(text: string): void {
  const number = Number(/"number":(\d+)/.exec(text)?.[1] ?? 0);
  if (number === 0) return;
  const times = (received.get(number) ?? 0) + 1;
  received.set(number, times);
  if (times === clients) tell({ kind: 'received', number, at: instant() });
}

async function subscribe(id: number): Promise<void> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/graphql`, 'graphql-transport-ws', { perMessageDeflate: false });
  await once(socket, 'open');
  socket.send('{"type":"connection_init"}');
  await once(socket, 'message');
  socket.on('message', (data: Buffer) => {
    receive(data.toString());
  });
  socket.send(JSON.stringify({ id: String(id), type: 'subscribe', payload: { query: SUBSCRIPTION } }));
}

const WAVE = 100;
for (let first = 0; first < clients; first += WAVE) {
  await Promise.all(Array.from({ length: Math.min(WAVE, clients - first) }, (_, index) => subscribe(first + index)));
}
tell({ kind: 'subscribed' });
process.on('disconnect', () => process.exit());
