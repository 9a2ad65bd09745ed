import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../prisma/storage/database.ts';
import { migrate } from '../../prisma/storage/migrate.ts';
import { status } from '../../prisma/storage/migration-status.ts';
import { StartupProblem } from '../../prisma/storage/startup-problem.ts';
import { DATABASE_KINDS } from '../support/databases.ts';
import { createFixtureProject, type FixtureProject } from './fixture-project.ts';

describe.each(DATABASE_KINDS)('migrations on $kind', ({ isAvailable, openEmpty }) => {
  describe.skipIf(!isAvailable)('of one owner', () => {
    let database: Database;
    let project: FixtureProject;
    beforeAll(async () => {
      database = await openEmpty();
    });
    afterAll(() => database.close());
    beforeEach(async () => {
      project = await createFixtureProject();
    });
    afterEach(async () => {
      await database.pool.query('DROP SCHEMA IF EXISTS fixture CASCADE');
      await project.remove();
    });

    const tables = async (): Promise<string[]> => {
      const { rows } = await database.pool.query<{ name: string }>(
        `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'fixture' ORDER BY 1`,
      );
      return rows.map(({ name }) => name);
    };

    it('are applied oldest first, each once', async () => {
      await project.write('2_column', 'ALTER TABLE a ADD COLUMN two int;');
      await project.write('1_table', 'CREATE TABLE a (one int);');
      expect(await migrate([project], database.pool)).toEqual([
        { owner: 'fixture', migration: '1_table' },
        { owner: 'fixture', migration: '2_column' },
      ]);
      expect(await migrate([project], database.pool)).toEqual([]);
      const [after] = await status([project], database.pool);
      expect(after).toMatchObject({ applied: ['1_table', '2_column'], pending: [], problems: [] });
    });

    it('put unqualified names into the owner’s schema and leave the session’s search path alone', async () => {
      const before = await database.pool.query('SHOW search_path');
      await project.write('1_table', 'CREATE TABLE a (one int);');
      await migrate([project], database.pool);
      expect(await tables()).toEqual(['_prisma_migrations', 'a']);
      expect((await database.pool.query('SHOW search_path')).rows).toEqual(before.rows);
    });

    it('may hold functions, triggers, partial indexes and checks, semicolons and all', async () => {
      await project.write(
        '1_by_hand',
        `CREATE TABLE a (one int CHECK (one < 100), note text);
         CREATE UNIQUE INDEX only_null ON a (one) WHERE note IS NULL;
         CREATE FUNCTION raise_it() RETURNS trigger LANGUAGE plpgsql AS $$
         BEGIN
           NEW.one := NEW.one + 1; -- a comment; with a semicolon
           RETURN NEW;
         END $$;
         CREATE TRIGGER raised BEFORE INSERT ON a FOR EACH ROW EXECUTE FUNCTION raise_it();`,
      );
      await migrate([project], database.pool);
      const { rows } = await database.pool.query('INSERT INTO fixture.a (one) VALUES (1) RETURNING one');
      expect(rows).toEqual([{ one: 2 }]);
    });

    it('leave nothing when one fails, name it with its line, and go on once it is mended', async () => {
      await project.write('1_table', 'CREATE TABLE a (one int);');
      await project.write(
        '2_wrong',
        'CREATE TABLE b (one int);\nINSERT INTO b VALUES (1);\nALTER TABLE c ADD COLUMN two int;\nSELECT nope;',
      );
      const failing = migrate([project], database.pool);
      await expect(failing).rejects.toThrow(StartupProblem);
      await expect(failing).rejects.toThrow(
        /^fixture: migration 2_wrong failed.*relation "c" does not exist.*Nothing of it was kept/,
      );
      expect(await tables()).toEqual(['_prisma_migrations', 'a']);
      await project.write('2_wrong', 'CREATE TABLE b (one int);\nSELECT nope;');
      await expect(migrate([project], database.pool)).rejects.toThrow(/in line 2: column "nope" does not exist/);
      await project.write('2_wrong', 'CREATE TABLE b (one int);');
      expect(await migrate([project], database.pool)).toEqual([{ owner: 'fixture', migration: '2_wrong' }]);
    });

    it('refuse to go on after one that was begun and never finished', async () => {
      await project.write('1_table', 'CREATE TABLE a (one int);');
      await migrate([project], database.pool);
      await project.write('2_more', 'CREATE TABLE b (one int);');
      await database.pool.query(
        `INSERT INTO fixture._prisma_migrations (id, checksum, migration_name, started_at) VALUES ('x', 'y', '2_more', '2026-01-02T03:04:05Z')`,
      );
      await expect(migrate([project], database.pool)).rejects.toThrow(
        /^fixture: migration 2_more was begun at 2026-01-02T03:04:05Z and not finished.*SET rolled_back_at/,
      );
      expect(await tables()).toEqual(['_prisma_migrations', 'a']);
      await database.pool.query(
        `UPDATE fixture._prisma_migrations SET rolled_back_at = now() WHERE finished_at IS NULL`,
      );
      expect(await migrate([project], database.pool)).toEqual([{ owner: 'fixture', migration: '2_more' }]);
    });

    it('refuse a file that was changed after it was applied, and one that is gone', async () => {
      await project.write('1_table', 'CREATE TABLE a (one int);');
      await migrate([project], database.pool);
      await project.write('1_table', 'CREATE TABLE a (one bigint);');
      await expect(migrate([project], database.pool)).rejects.toThrow(
        /1_table was changed after it was applied: expected SHA-256 [0-9a-f]{64}/,
      );
      await expect(migrate([{ ...project, migrations: `${project.migrations}-none` }], database.pool)).rejects.toThrow(
        /1_table is in the database but not in this version/,
      );
    });

    it('are applied once when two hubs start together', async () => {
      await project.write('1_table', 'CREATE TABLE a (one int);');
      await project.write('2_row', 'INSERT INTO a VALUES (1);');
      const applied = await Promise.all([migrate([project], database.pool), migrate([project], database.pool)]);
      expect(applied.flat()).toHaveLength(2);
      expect((await database.pool.query('SELECT * FROM fixture.a')).rows).toHaveLength(1);
    });
  });
});
