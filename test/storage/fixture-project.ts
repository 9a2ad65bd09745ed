import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Project } from '../../prisma/storage/project.ts';

const HEADER = `
  generator client {
    provider = "prisma-client"
    output   = "../client"
  }
  datasource db {
    provider = "postgresql"
    schemas  = ["fixture"]
  }
`;

/** A project in a temporary folder, whose files a test writes as it goes. */
export interface FixtureProject extends Project {
  /** Adds a migration, or replaces it. */
  write(name: string, sql: string): Promise<void>;
  /** Says what the tables should be, in Prisma's schema language; models need `@@schema("fixture")`. */
  describe(models: string): Promise<void>;
  remove(): Promise<void>;
}

/** A new project without migrations and models, owned by "fixture". */
export async function createFixtureProject(): Promise<FixtureProject> {
  const folder = await mkdtemp(join(tmpdir(), 'hub-project-'));
  const project: Project = {
    owner: 'fixture',
    namespace: 'fixture',
    schema: join(folder, 'schema'),
    migrations: join(folder, 'migrations'),
  };
  return {
    ...project,
    async write(name, sql) {
      await mkdir(join(project.migrations, name), { recursive: true });
      await writeFile(join(project.migrations, name, 'migration.sql'), sql);
    },
    async describe(models) {
      await mkdir(project.schema, { recursive: true });
      await writeFile(join(project.schema, 'fixture.prisma'), HEADER + models);
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
