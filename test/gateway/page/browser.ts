import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, watch, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';

/** Where Debian installs the browser that these tests drive; CHROMIUM names another. */
const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** Whether there is a browser to drive. */
export const hasChromium = existsSync(CHROMIUM);

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-dev-shm-usage',
  '--window-size=1400,900',
  '--remote-debugging-port=0',
];

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: Record<string, unknown>;
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly message: string };
}

/** A page in a browser of its own, driven over the browser's own protocol. */
export interface Page {
  /** Everything that the page asked for, by URL. */
  readonly requests: readonly string[];
  open(url: string): Promise<void>;
  /** The value of an expression in the page; awaited when it is a promise. */
  evaluate(expression: string): Promise<unknown>;
  /** Waits inside the page, frame by frame, until an expression is true. */
  until(expression: string): Promise<void>;
  /** Types text where the focus is. */
  type(text: string): Promise<void>;
  /** Writes what is seen to a PNG file. */
  screenshot(file: string): Promise<void>;
  close(): Promise<void>;
}

/** Starts a browser with one empty page. @param language - what it asks servers for */
export async function openBrowser(language = 'zh-CN'): Promise<Page> {
  const folder = await mkdtemp(join(tmpdir(), 'hub-browser-'));
  const flags = [...FLAGS, `--user-data-dir=${folder}`, `--accept-lang=${language}`, 'about:blank'];
  const process = spawn(CHROMIUM, flags, { stdio: 'ignore' });
  const exited = once(process, 'exit');
  const [port, path] = await readPort(folder);
  const connection = await connect(`ws://127.0.0.1:${port}${path}`);
  const { targetId } = await connection.call('Target.createTarget', { url: 'about:blank' });
  const { sessionId } = await connection.call('Target.attachToTarget', { targetId, flatten: true });
  const call = (method: string, params: object = {}): Promise<Record<string, unknown>> =>
    connection.call(method, params, sessionId);
  const requests: string[] = [];
  connection.on('Network.requestWillBeSent', ({ request }) => requests.push((request as { url: string }).url));
  connection.on('Network.webSocketCreated', ({ url }) => requests.push(String(url)));
  await Promise.all([call('Page.enable'), call('Network.enable'), call('Runtime.enable')]);
  const evaluate = async (expression: string): Promise<unknown> => {
    const answer = await call('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    if (answer['exceptionDetails'] !== undefined) throw new Error(JSON.stringify(answer['exceptionDetails']));
    return (answer['result'] as { value?: unknown }).value;
  };
  return {
    requests,
    evaluate,
    open: async (url) => {
      const loaded = connection.next('Page.loadEventFired');
      await call('Page.navigate', { url });
      await loaded;
    },
    until: async (expression) => {
      await evaluate(
        `new Promise((done) => { const look = () => ((${expression}) ? done() : setTimeout(look, 20)); look(); })`,
      );
    },
    type: async (text) => {
      await call('Input.insertText', { text });
    },
    screenshot: async (file) => {
      const { data } = await call('Page.captureScreenshot', { format: 'png' });
      await writeFile(file, Buffer.from(String(data), 'base64'));
    },
    close: async () => {
      await connection.call('Browser.close').catch(() => undefined);
      connection.close();
      await exited;
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** The browser writes its port and path into a file as soon as it listens. */
async function readPort(folder: string): Promise<[string, string]> {
  const file = join(folder, 'DevToolsActivePort');
  const changes = watch(folder, { signal: AbortSignal.timeout(20_000) })[Symbol.asyncIterator]();
  for (;;) {
    const [port, path] = (await readFile(file, 'utf8').catch(() => '')).split('\n');
    if (port !== undefined && path !== undefined && path !== '') {
      void changes.return?.();
      return [port, path];
    }
    await changes.next();
  }
}

interface Connection {
  call(method: string, params?: object, sessionId?: unknown): Promise<Record<string, unknown>>;
  on(method: string, run: (params: Record<string, unknown>) => void): void;
  next(method: string): Promise<Record<string, unknown>>;
  close(): void;
}

async function connect(url: string): Promise<Connection> {
  const socket = new WebSocket(url, { perMessageDeflate: false });
  await once(socket, 'open');
  const answers = new Map<number, (message: Message) => void>();
  socket.once('close', () => {
    for (const answer of answers.values()) answer({ error: { message: 'the browser is gone' } });
  });
  const listeners: { method: string; run: (params: Record<string, unknown>) => void }[] = [];
  let id = 0;
  socket.on('message', (data: Buffer) => {
    const message = JSON.parse(data.toString()) as Message;
    if (message.id !== undefined) answers.get(message.id)?.(message);
    for (const { method, run } of [...listeners]) if (method === message.method) run(message.params ?? {});
  });
  const on: Connection['on'] = (method, run) => {
    listeners.push({ method, run });
  };
  return {
    on,
    call: (method, params = {}, sessionId) =>
      new Promise((resolve, reject) => {
        id += 1;
        const mine = id;
        answers.set(mine, ({ result, error }) => {
          answers.delete(mine);
          if (error === undefined) resolve(result ?? {});
          else reject(new Error(`${method}: ${error.message}`));
        });
        socket.send(JSON.stringify({ id, method, params, ...(sessionId === undefined ? {} : { sessionId }) }));
      }),
    next: (method) =>
      new Promise((resolve) => {
        on(method, resolve);
      }),
    close: () => {
      socket.terminate();
    },
  };
}
