import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { PACKAGE_ROOT } from '../../prisma/storage/package-root.ts';
import { StartupProblem } from '../../prisma/storage/startup-problem.ts';

/** A hub that runs in a process of its own. */
export interface HubProcess {
  readonly url: string;
  /** Asks it, as the public or with a token; throws what it answers instead of data. */
  ask<Data>(query: string, variables?: Readonly<Record<string, unknown>>, token?: string): Promise<Data>;
  stop(): Promise<void>;
}

/** Starts a hub on a port that the system chooses, with settings of its own. */
export async function startHubProcess(settings: Readonly<Record<string, string>>): Promise<HubProcess> {
  const child = spawn(process.execPath, ['--enable-source-maps', join(PACKAGE_ROOT, 'dist', 'gateway.js')], {
    env: { PATH: process.env['PATH'], ...settings, HOST: '127.0.0.1', PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const url = await Promise.race([readyAt(child.stdout), ended.then(() => null)]);
  if (url === null) throw new StartupProblem(`The hub of ${settings['HUB'] ?? ''} did not start.`);
  return {
    url,
    ask: (query, variables = {}, token) => ask(url, { query, variables }, token),
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

async function readyAt(output: NodeJS.ReadableStream): Promise<string | null> {
  for await (const line of createInterface({ input: output })) {
    const [, url] = /^Ready at (\S+)/.exec(line) ?? [];
    if (url !== undefined) {
      output.resume();
      return url;
    }
  }
  return null;
}

async function ask<Data>(url: string, body: object, token: string | undefined): Promise<Data> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: {
      ...{ 'content-type': 'application/json', accept: 'application/graphql-response+json' },
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
    body: JSON.stringify(body),
  });
  const { data, errors } = (await response.json()) as { data?: Data; errors?: readonly { message: string }[] };
  if (data === undefined || errors !== undefined) throw new Error(errors?.map(({ message }) => message).join('\n'));
  return data;
}
