import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/**
 * Where process numbers mean the same: one boot of one machine, and there one container. Two processes in different
 * places can not ask the system about each other.
 */
export function placeOfProcesses(): string {
  return [hostname(), readOr('', '/proc/sys/kernel/random/boot_id'), linkOr('', '/proc/self/ns/pid')].join('|');
}

/**
 * When a process of this place was started, as the system writes it; undefined when there is no such process. A number
 * is given again to another process, a number with its start is not.
 */
export function startOfProcess(pid: number): string | undefined {
  const stat = readOr(undefined, `/proc/${pid}/stat`);
  // The 22nd field; the second is the program's name in parentheses and may hold anything.
  if (stat !== undefined) return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  try {
    const output = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return output.trim() || undefined;
  } catch {
    return undefined; // `ps` fails when there is no such process
  }
}

function readOr<T>(otherwise: T, path: string): string | T {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return otherwise;
  }
}

function linkOr<T>(otherwise: T, path: string): string | T {
  try {
    return readlinkSync(path);
  } catch {
    return otherwise;
  }
}
