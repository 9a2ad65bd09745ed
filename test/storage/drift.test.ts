import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Database } from '../../prisma/storage/database.ts';
import { drift } from '../../prisma/storage/drift.ts';
import { makeMigration } from '../../prisma/storage/make-migration.ts';
import { migrate } from '../../prisma/storage/migrate.ts';
import { PROJECTS } from '../../prisma/storage/project.ts';
import { DATABASE_KINDS } from '../support/databases.ts';
import { createFixtureProject, type FixtureProject } from './fixture-project.ts';

describe.each(DATABASE_KINDS)('a migrated $kind database', ({ isAvailable, openMigrated }) => {
  describe.skipIf(!isAvailable)('compared with the schema files', () => {
    let database: Database;
    beforeAll(async () => {
      database = await openMigrated();
    });
    afterAll(() => database.close());

    it.each(PROJECTS.map((project) => ({ owner: project.owner, project })))(
      'agrees for $owner',
      async ({ project }) => {
        expect(await drift(project, database)).toBe('');
      },
    );

    it('leaves the session as it was', async () => {
      const before = await database.pool.query('SHOW search_path');
      await drift(PROJECTS[0] ?? expect.fail('no owner'), database);
      expect((await database.pool.query('SHOW search_path')).rows).toEqual(before.rows);
    });
  });
});

describe.each(DATABASE_KINDS)('drift on $kind', ({ isAvailable, openEmpty }) => {
  describe.skipIf(!isAvailable)('of a small project', () => {
    let database: Database;
    let project: FixtureProject;
    beforeAll(async () => {
      database = await openEmpty();
    });
    afterAll(() => database.close());
    beforeEach(async () => {
      project = await createFixtureProject();
      await project.describe('model a {\n id Int @id\n note String?\n @@index([note])\n @@schema("fixture")\n}');
      await project.write(
        '1_table',
        'CREATE TABLE a (id int PRIMARY KEY, note text); CREATE INDEX a_note_idx ON a (note);',
      );
    });
    afterEach(async () => {
      await database.pool.query('DROP SCHEMA IF EXISTS fixture CASCADE');
      await project.remove();
    });

    it('is told as the SQL that would mend it', async () => {
      await project.write('2_column', 'ALTER TABLE a ADD COLUMN extra int;');
      await migrate([project], database.pool);
      expect(await drift(project, database)).toMatch(/ALTER TABLE "(fixture"\.")?a" DROP COLUMN "extra"/);
    });

    it('does not report what Prisma can not say', async () => {
      await project.write(
        '2_by_hand',
        `ALTER TABLE a ADD CONSTRAINT positive CHECK (id > 0);
         CREATE INDEX partial ON a (id) WHERE note IS NULL;
         CREATE UNIQUE INDEX partial_unique ON a (note) WHERE id > 5;
         CREATE INDEX expression ON a (lower(note));
         CREATE VIEW v AS SELECT id FROM a;
         CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
         CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW EXECUTE FUNCTION f();
         CREATE SEQUENCE s;`,
      );
      await migrate([project], database.pool);
      expect(await drift(project, database)).toBe('');
    });
  });
});

describe('a new migration', () => {
  let project: FixtureProject;
  beforeEach(async () => {
    project = await createFixtureProject();
  });
  afterEach(() => project.remove());

  it('holds what the schema files have and the migrations lack, and is not made when they agree', async () => {
    await project.describe('model a {\n id Int @id\n note String?\n @@schema("fixture")\n}');
    await project.write('1_table', 'CREATE TABLE a (id int PRIMARY KEY);');
    const file = await makeMigration(project, 'note', new Date('2026-03-04T05:06:07Z'));
    expect(file).toMatch(/20260304050607_note[\\/]migration\.sql$/);
    expect(await makeMigration(project, 'again', new Date('2026-03-04T05:06:08Z'))).toBeUndefined();
  });
});
