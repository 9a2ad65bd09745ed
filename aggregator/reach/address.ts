import { lookup as lookupByDns, type LookupAddress } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { ReachProblem } from './problem.ts';

/** Networks of IPv4 that are not of the public internet, and addresses at which clouds tell their machines secrets. */
const CLOSED_V4 = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
  ...['192.0.0.0/24', '192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24'],
  ...['203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4', '168.63.129.16/32'],
];

/** What of the global unicast addresses of IPv6 is not of the public internet, or stands for an IPv4 address. */
const CLOSED_V6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];

/** Everything else is loopback, unique local, link-local, multicast, mapped or translated IPv4, or not given out. */
const GLOBAL_V6 = ['2000::/3'];

// One list each: a rule of IPv6 that covers mapped addresses would match all of IPv4.
const [closedV4, closedV6, globalV6] = [
  listOf(CLOSED_V4, 'ipv4'),
  listOf(CLOSED_V6, 'ipv6'),
  listOf(GLOBAL_V6, 'ipv6'),
];

/** Whether an address is of the public internet. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !closedV4.check(address, 'ipv4');
  return family === 6 && globalV6.check(address, 'ipv6') && !closedV6.check(address, 'ipv6');
}

/**
 * Looks names up, and gives public addresses only. It is what the connection itself asks, so that a name that leads
 * somewhere else the next time is no way around it.
 *
 * @param lookup - asks the name service
 */
export function guardedLookup(lookup: LookupFunction = lookupByDns): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error !== null) {
        callback(error, []);
        return;
      }
      const all = typeof found === 'string' ? [{ address: found, family: isIP(found) }] : found;
      answer(hostname, { all, wantsAll: options.all === true }, callback);
    });
  };
}

function answer(
  hostname: string,
  { all, wantsAll }: { readonly all: readonly LookupAddress[]; readonly wantsAll: boolean },
  callback: Parameters<LookupFunction>[2],
): void {
  const open = all.filter(({ address }) => isPublicAddress(address));
  const [first] = open;
  if (first === undefined) callback(forbidden(hostname, all.map(({ address }) => address).join(', ')), []);
  else if (wantsAll) callback(null, open);
  else callback(null, first.address, first.family);
}

/**
 * Checks an endpoint that names an address itself, which is never looked up.
 *
 * @throws ReachProblem FORBIDDEN_ADDRESS
 */
export function checkLiteralAddress(endpoint: string): void {
  const { hostname } = new URL(endpoint);
  const address = hostname.replace(/^\[|\]$/g, '');
  if (isIP(address) !== 0 && !isPublicAddress(address)) throw forbidden(hostname, address);
}

function forbidden(hostname: string, address: string): ReachProblem {
  const got = address === '' ? 'none' : address;
  return new ReachProblem(
    'FORBIDDEN_ADDRESS',
    `${hostname}: expected an address of the public internet, or "allowPrivate": true for this county; got ${got}.`,
  );
}

function listOf(networks: readonly string[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits = ''] = network.split('/');
    list.addSubnet(address, Number(bits), family);
  }
  return list;
}
