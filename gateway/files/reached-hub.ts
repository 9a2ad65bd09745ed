import { systemClock } from '../../core/clock.ts';
import type { Locale } from '../../core/viewer.ts';
import { readOrCreateSecret } from '../../prisma/storage/data-folder.ts';
import { StartupProblem } from '../../prisma/storage/startup-problem.ts';
import { describeProblems, readConfig, type Config } from '../config.ts';
import { startHub } from '../start-hub.ts';
import { signToken, TOKEN_KEY } from '../token-request.ts';
import type { FileRequest } from './file-request.ts';

/** What is sent along. */
export interface Asking {
  readonly method: 'POST';
  readonly body: ReadableStream<Uint8Array>;
  /** The media type of the body, where the route asks for one. */
  readonly type?: string;
  /** Instead of text for people. */
  readonly accept?: string;
}

/** A hub that a command talks to. */
export interface ReachedHub {
  /** Asks for a route, signed in. */
  ask(path: string, init?: Asking): Promise<Response>;
  /** Stops the hub when the command had to start it. */
  close(): Promise<void>;
}

const GRACE_MS = 5_000;

/**
 * Reaches the hub: the one at `--url`, or the one that listens where the settings say; when none does, one is started
 * in this process for as long as the command takes.
 *
 * @throws StartupProblem in words for people
 */
export async function reachHub(
  request: Pick<FileRequest, 'url' | 'token' | 'signIn'>,
  env: NodeJS.ProcessEnv,
): Promise<ReachedHub> {
  const reading = readConfig(env, []);
  if ('problems' in reading) throw new StartupProblem(describeProblems(reading.problems));
  const { config } = reading;
  const token = request.token ?? (await ownToken(config, request.signIn));
  const { url, close } = await addressOf(config, request.url);
  const headers = {
    authorization: `Bearer ${token}`,
    accept: 'text/plain, application/json;q=0.5, */*;q=0.1',
    'accept-language': localeOf(env),
  };
  return {
    ask: (path, asking) =>
      fetch(url + path, { ...sent(asking), headers: { ...headers, ...told(asking) } }).catch((error: unknown) => {
        throw new StartupProblem(`No answer from ${url}: ${reasonOf(error)}`);
      }),
    close,
  };
}

/** What is said of the body, and of the answer that is wanted. */
function told({ accept, type }: Partial<Asking> = {}): Record<string, string> {
  return { ...(accept !== undefined && { accept }), ...(type !== undefined && { 'content-type': type }) };
}

/** A body goes out as it is read. */
function sent(asking: Asking | undefined): RequestInit {
  return asking === undefined ? {} : { method: asking.method, body: asking.body, duplex: 'half' };
}

/** The language of the terminal: English where it says so, else Chinese. */
export function localeOf(env: Readonly<Record<string, string | undefined>>): Locale {
  const told = [env['LC_ALL'], env['LC_MESSAGES'], env['LANG']].find((value) => value !== undefined && value !== '');
  return /^en/i.test(told ?? '') ? 'en' : 'zh';
}

async function addressOf(config: Config, told: string | null): Promise<{ url: string; close: () => Promise<void> }> {
  const host = ['0.0.0.0', '::'].includes(config.host) ? '127.0.0.1' : config.host;
  const url = (told ?? `http://${host.includes(':') ? `[${host}]` : host}:${String(config.port)}`).replace(/\/+$/, '');
  const close = (): Promise<void> => Promise.resolve();
  if (told !== null || (config.port !== 0 && (await listens(url)))) return { url, close };
  const server = await startHub({ ...config, host: '127.0.0.1', port: 0 }, systemClock);
  return { url: server.url, close: () => server.close('the command ended', GRACE_MS) };
}

/** @throws StartupProblem when something listens that is no hub */
async function listens(url: string): Promise<boolean> {
  const response = await fetch(`${url}/health`, { signal: AbortSignal.timeout(GRACE_MS) }).catch(() => null);
  if (response === null) return false;
  if (response.ok && (await response.text()).trim() === 'ok') return true;
  throw new StartupProblem(`What listens at ${url} is no hub: set HOST and PORT, or give --url.`);
}

async function ownToken({ dataFolder, jwksUrl, hub }: Config, signIn: FileRequest['signIn']): Promise<string> {
  if (jwksUrl !== null) {
    throw new StartupProblem('--token: expected a token of the sign-in service, because JWKS_URL is set; got none');
  }
  const key = await readOrCreateSecret(dataFolder, TOKEN_KEY.file, TOKEN_KEY.bytes);
  return signToken(
    { role: signIn.role, regions: [signIn.region ?? hub], sub: 'command-line', days: 1 },
    key,
    systemClock,
  );
}

/** Why the other side was not reached, in its words. */
export function reasonOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  return cause instanceof Error ? cause.message : String(error);
}
