import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../../../prisma/storage/package-root.ts';

const FLAGS = ['--max-semi-space-size=8', '--heap-growing-percent=20'];

/** A program of `dist/` in a process of its own. */
export interface Running {
  readonly process: ChildProcess;
  /** What it has written. */
  readonly output: () => string;
  /** The most memory that it held, in MB. */
  peakMb(): Promise<number>;
  stop(): Promise<void>;
}

/** Starts a program with the memory settings of the hub. */
export function start(program: string, argv: readonly string[], settings: Readonly<Record<string, string>>): Running {
  const child = spawn(process.execPath, [...FLAGS, join(PACKAGE_ROOT, 'dist', `${program}.js`), ...argv], {
    env: { PATH: process.env['PATH'], MALLOC_ARENA_MAX: '2', HOST: '127.0.0.1', PORT: '0', ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  // Whatever ends the measuring ends what it started.
  process.once('exit', () => child.kill('SIGKILL'));
  let output = '';
  child.stdout.on('data', (text: Buffer) => (output += text.toString()));
  let peak = 0;
  const look = async (): Promise<number> => {
    const status = await readFile(`/proc/${String(child.pid)}/status`, 'utf8').catch(() => '');
    peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_024);
    return peak;
  };
  const timer = setInterval(() => void look(), 200);
  return {
    process: child,
    output: () => output,
    peakMb: look,
    stop: async () => {
      await look();
      clearInterval(timer);
      if (child.exitCode === null) {
        child.kill('SIGTERM');
        await once(child, 'exit');
      }
    },
  };
}

/** Where a hub that starts is reached. */
export async function readyAt({ output, process: child }: Running): Promise<string> {
  for (;;) {
    const url = /Ready at (\S+)/.exec(output())?.[1];
    if (url !== undefined) return url;
    if (child.exitCode !== null) throw new Error('The hub did not start.');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
