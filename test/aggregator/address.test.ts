import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo, LookupFunction } from 'node:net';
import { describe, expect, it } from 'vitest';
import { readCounties } from '../../aggregator/counties.ts';
import { guardedLookup, isPublicAddress } from '../../aggregator/reach/address.ts';
import { reachCounty } from '../../aggregator/reach/county-hub.ts';

const CLOSED = [
  ...['0.0.0.0', '10.0.0.1', '100.64.0.1', '100.100.100.200', '127.0.0.1', '127.255.255.254', '169.254.169.254'],
  ...['172.16.0.1', '172.31.255.255', '192.0.0.192', '192.168.1.1', '198.18.0.1', '224.0.0.1', '255.255.255.255'],
  ...['168.63.129.16', '::', '::1', '::7f00:1', 'fe80::1', 'fc00::1', 'fd00:ec2::254', 'fec0::1', 'ff02::1'],
  ...[
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    '64:ff9b:1::1',
    '2001::1',
    '2001:db8::1',
    '2002:7f00:1::',
  ],
  ...['no address', ''],
];
const OPEN = [
  '8.8.8.8',
  '1.1.1.1',
  '172.15.0.1',
  '172.32.0.1',
  '100.63.0.1',
  '223.5.5.5',
  '2400:3200::1',
  '2606:4700::1111',
];

describe('an address', () => {
  it.each(CLOSED)('%s is not of the public internet', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });

  it.each(OPEN)('%s is of the public internet', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });
});

/** Answers with addresses, as the name service does. */
const naming =
  (...addresses: readonly string[]): LookupFunction =>
  (_hostname, _options, callback) => {
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  };

describe('a guarded lookup', () => {
  const asked = (lookup: LookupFunction, options: { all?: boolean }) =>
    new Promise<unknown>((resolve) => {
      guardedLookup(lookup)('hub.example.org', options, (error, address, family) => {
        resolve(error ?? (family === undefined ? address : [address, family]));
      });
    });

  it('gives the public addresses of a name only', async () => {
    const mixed = naming('10.0.0.1', '8.8.8.8', '::1', '2400:3200::1');
    expect(await asked(mixed, { all: true })).toEqual([
      { address: '8.8.8.8', family: 4 },
      { address: '2400:3200::1', family: 6 },
    ]);
    expect(await asked(mixed, {})).toEqual(['8.8.8.8', 4]);
  });

  it('refuses a name that has none, and passes on what the name service says', async () => {
    expect(await asked(naming('10.0.0.1', '::1'), { all: true })).toMatchObject({
      code: 'FORBIDDEN_ADDRESS',
      message: expect.stringContaining('10.0.0.1, ::1') as string,
    });
    const failing: LookupFunction = (_hostname, _options, callback) => {
      callback(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }), []);
    };
    expect(await asked(failing, {})).toMatchObject({ code: 'ENOTFOUND' });
  });
});

describe('a county at an address that is not of the public internet', () => {
  /** Listens, and counts who connects. */
  async function listening() {
    let connections = 0;
    const server = createServer((socket) => {
      connections += 1;
      socket.destroy();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    return { port, connections: () => connections, close: () => server.close() };
  }

  it.each([
    ['an address', '127.0.0.1', undefined],
    ['another spelling of an address', '0x7f.1', undefined],
    ['a mapped address', '[::ffff:127.0.0.1]', undefined],
    ['a name of this machine', 'localhost', undefined],
    ['a name that the name service leads there', 'hub.example.org', naming('127.0.0.1')],
  ])('is not connected to: %s', async (_what, host, lookup) => {
    const server = await listening();
    const endpoint = `https://${host}:${String(server.port)}`;
    const [county] = readCounties(JSON.stringify([{ name: '甲', region: '140521', endpoint }]), {});
    if (county === undefined) throw new Error('expected a county');
    const hub = reachCounty(county, lookup === undefined ? {} : { lookup });
    await expect(hub.manifest(null)).rejects.toMatchObject({ code: 'FORBIDDEN_ADDRESS' });
    const waking = async () => {
      for await (const wake of hub.wakeUps('cursor', new AbortController().signal)) expect(wake).toBeUndefined();
    };
    await expect(waking()).rejects.toMatchObject({ code: 'FORBIDDEN_ADDRESS' });
    expect(server.connections()).toBe(0);
    await hub.close();
    server.close();
  });

  it('is asked for again by name each time, so that a name that moves is no way around', async () => {
    const server = await listening();
    let times = 0;
    const moving: LookupFunction = (hostname, options, callback) => {
      times += 1;
      // The first answer is public, though nothing listens there; every later one is this machine.
      naming(times === 1 ? '240.0.0.1' : '127.0.0.1')(hostname, options, callback);
    };
    const endpoint = `https://hub.example.org:${String(server.port)}`;
    const [county] = readCounties(JSON.stringify([{ name: '甲', region: '140521', endpoint }]), {});
    if (county === undefined) throw new Error('expected a county');
    const hub = reachCounty(county, { lookup: moving, connectMs: 500 });
    for (let time = 0; time < 3; time += 1) await expect(hub.digests('cursor')).rejects.toThrow();
    expect(times).toBe(3);
    expect(server.connections()).toBe(0);
    await hub.close();
    server.close();
  });
});
