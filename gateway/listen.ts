import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { codeOf, StartupProblem } from '../prisma/storage/startup-problem.ts';

/**
 * Listens.
 *
 * @param port - 0 lets the system choose
 * @returns the address to open
 * @throws StartupProblem when the port is taken, or the address is not of this machine
 */
export async function listen(server: Server, host: string, port: number): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => {
      reject(new StartupProblem(problemOf(codeOf(error), host, port)));
    });
    server.listen(port, host, resolve);
  });
  const address = server.address() as AddressInfo;
  return `http://${host.includes(':') ? `[${host}]` : host}:${String(address.port)}`;
}

function problemOf(code: string | undefined, host: string, port: number): string {
  const place = `${host}:${String(port)}`;
  if (code === 'EADDRINUSE')
    return `Port ${String(port)} is in use on ${host}: expected a free one. Stop what listens there, or set PORT.`;
  if (code === 'EACCES')
    return `Port ${String(port)} needs more rights than this process has: expected one above 1023. Set PORT.`;
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
    return `${host} is no address of this machine: expected one that is. Set HOST.`;
  return `Can not listen at ${place}: ${code ?? 'for an unknown reason'}.`;
}
