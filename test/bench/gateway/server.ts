import { createServer } from 'node:http';
import { CONTENDERS } from './contenders.ts';

/** A process that serves one contender, and tells its port. */
const [name = ''] = process.argv.slice(2);
const contender = CONTENDERS[name];
if (contender === undefined)
  throw new Error(`Expected one of ${Object.keys(CONTENDERS).join(', ')}, got ${JSON.stringify(name)}.`);
const server = createServer(await contender());
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.({ port: typeof address === 'object' && address !== null ? address.port : 0 });
});
process.on('message', () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpu: user + system });
});
