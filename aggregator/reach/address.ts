import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { ReachProblem } from './reach-problem.ts';

const PRIVATE = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  PRIVATE.addSubnet(network, bits, 'ipv4');

const PUBLIC_IPV6 = new BlockList();
// Global unicast is all that is public; what carries an IPv4 address in it is taken out again below.
PUBLIC_IPV6.addSubnet('2000::', 3, 'ipv6');
const NOT_PUBLIC_IPV6 = new BlockList();
for (const [network, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  NOT_PUBLIC_IPV6.addSubnet(network, bits, 'ipv6');

/**
 * Whether an address is one of the public internet: not of this machine, of a private network, or of those that carry an
 * address of another kind, such as IPv4 in IPv6.
 *
 * @see the special-purpose address registries of IANA
 */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !PRIVATE.check(address, 'ipv4');
  return family === 6 && PUBLIC_IPV6.check(address, 'ipv6') && !NOT_PUBLIC_IPV6.check(address, 'ipv6');
}

/**
 * The system's lookup, which refuses names that lead to addresses that are not public. It is asked when the connection is
 * made, so a name that is changed in between leads nowhere else.
 */
export const publicLookup: LookupFunction = (hostname, options, done) => {
  systemLookup(hostname, { ...options, all: true }, (error, found) => {
    if (error !== null) {
      done(error, '');
      return;
    }
    const addresses = found as readonly LookupAddress[];
    const [first] = addresses;
    const hidden = addresses.find(({ address }) => !isPublicAddress(address));
    if (hidden !== undefined || first === undefined) done(notAllowed(hostname, hidden?.address ?? 'no address'), '');
    else if (options.all === true) done(null, [...addresses]);
    else done(null, first.address, first.family);
  });
};

/**
 * An address that is written in a URL is looked up by nobody.
 *
 * @throws ReachProblem ADDRESS_NOT_ALLOWED
 */
export function requirePublicHost(endpoint: URL): void {
  const host = endpoint.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !isPublicAddress(host)) throw notAllowed(host, host);
}

function notAllowed(host: string, address: string): ReachProblem {
  return new ReachProblem('ADDRESS_NOT_ALLOWED', `Expected ${host} at a public address; got ${address}.`);
}
