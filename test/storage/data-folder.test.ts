import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ownDataFolder, readOrCreateSecret } from '../../prisma/storage/data-folder.ts';
import { ownClaim } from '../../prisma/storage/folder-claim.ts';
import { StartupProblem } from '../../prisma/storage/startup-problem.ts';

let root: string;
let folder: string;
const children: ChildProcess[] = [];
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'hub-data-'));
  folder = join(root, 'data');
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await rm(root, { recursive: true, force: true });
});

/** Another process which tries to take the folder; its first line tells how that went. */
async function otherProcess(): Promise<{ child: ChildProcess; said: string }> {
  const script = join(import.meta.dirname, 'hold-folder.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, folder], { stdio: ['pipe', 'pipe', 'inherit'] });
  children.push(child);
  const [said] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return { child, said };
}

/** A claim as another process would leave it. */
async function leaveClaim(claim: object | string, ageSeconds = 0): Promise<void> {
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'owner-00000000-0000-4000-8000-000000000000.json');
  await writeFile(file, typeof claim === 'string' ? claim : JSON.stringify(claim));
  const time = Date.now() / 1_000 - ageSeconds;
  await utimes(file, time, time);
}

describe('a data folder', () => {
  it('is made when it is absent, and leaves no trace of its owner when released', async () => {
    const owned = await ownDataFolder(join(folder, 'deeper'));
    await owned.release();
    await owned.release();
    expect(await readdir(join(folder, 'deeper'))).toEqual([]);
  });

  it('is refused to a second owner in the same process until it is released', async () => {
    const first = await ownDataFolder(folder);
    await expect(ownDataFolder(folder)).rejects.toThrow(`in use by process ${process.pid}; stop that one first`);
    await first.release();
    await (await ownDataFolder(folder)).release();
  });

  it('is refused while another process has it, and free once that has released it', async () => {
    const { child, said } = await otherProcess();
    expect(said).toBe('owned');
    await expect(ownDataFolder(folder)).rejects.toThrow(`data folder ${folder}: in use by process ${child.pid}`);
    child.stdin?.end();
    await once(child, 'exit');
    await (await ownDataFolder(folder)).release();
  });

  it('refuses another process with one line for people', async () => {
    const owned = await ownDataFolder(folder);
    const { said } = await otherProcess();
    expect(said).toBe(
      `StartupProblem: data folder ${folder}: in use by process ${process.pid}; stop that one first, or set DATA to another folder`,
    );
    await owned.release();
  });

  it('is free again after its owner was killed', async () => {
    const { child } = await otherProcess();
    child.kill('SIGKILL');
    await once(child, 'exit');
    const owned = await ownDataFolder(folder);
    expect(await readdir(folder)).toHaveLength(1);
    await owned.release();
  });

  it('is free when the owner’s process number now belongs to another process', async () => {
    await leaveClaim({ ...ownClaim(), started: 'long ago' });
    await (await ownDataFolder(folder)).release();
  });

  it('is refused while an owner on another machine gives signs of life, and free when it is silent', async () => {
    const elsewhere = { pid: 1, started: '1', place: 'other-host|boot|pid' };
    await leaveClaim(elsewhere, 5);
    await expect(ownDataFolder(folder)).rejects.toThrow(
      /in use by process 1 on other-host \(if it has ended, wait 60 s or delete/,
    );
    await leaveClaim(elsewhere, 3_600);
    await (await ownDataFolder(folder)).release();
  });

  it('is refused while another claim is half written, and free when it stays so', async () => {
    await leaveClaim('{"pid":');
    await expect(ownDataFolder(folder)).rejects.toThrow('in use by a process that is just starting');
    await leaveClaim('{"pid":', 3_600);
    await (await ownDataFolder(folder)).release();
  });

  it('that is a file, or can not be made, is refused in words', async () => {
    await writeFile(folder, '');
    await expect(ownDataFolder(folder)).rejects.toThrow(StartupProblem);
    await expect(ownDataFolder(folder)).rejects.toThrow(`data folder ${folder}: expected a folder, but it is a file`);
    await expect(ownDataFolder(join(folder, 'below'))).rejects.toThrow(/expected a folder, but ENOTDIR/);
  });
});

describe('a secret', () => {
  it('is made once, of the size asked for, and readable by its owner alone', async () => {
    const secret = await readOrCreateSecret(folder, 'jwt.key', 32);
    expect(secret).toHaveLength(32);
    expect(await readOrCreateSecret(folder, 'jwt.key', 32)).toEqual(secret);
    expect((await stat(join(folder, 'jwt.key'))).mode & 0o777).toBe(0o600);
    expect(await readdir(folder)).toEqual(['jwt.key']);
  });

  it('is the same for all who make it together', async () => {
    const secrets = await Promise.all(Array.from({ length: 8 }, () => readOrCreateSecret(folder, 'jwt.key', 32)));
    expect(new Set(secrets.map((secret) => Buffer.from(secret).toString('hex'))).size).toBe(1);
    expect(new Uint8Array(await readFile(join(folder, 'jwt.key')))).toEqual(secrets[0]);
  });

  it('of another size is refused, and not replaced', async () => {
    await readOrCreateSecret(folder, 'jwt.key', 16);
    await expect(readOrCreateSecret(folder, 'jwt.key', 32)).rejects.toThrow(
      /expected a file of 32 bytes, but: it has 16 bytes/,
    );
  });
});
