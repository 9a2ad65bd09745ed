import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  type SqlDriverAdapter,
} from '@prisma/driver-adapter-utils';
import type { SchemaEngine } from '@prisma/schema-engine-wasm';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';
import type { Database } from './contract.ts';
import { type Project, readSchemaFiles } from './project.ts';

/** The PostgreSQL type `"char"` of the catalogue tables, which adapter-pg does not know; it reads as text. */
const CHAR_OID = 18;
const TEXT_OID = 25;

// @types/node leaves this global to the DOM's types; these members are all that is used.
declare const WebAssembly: {
  compile(bytes: Uint8Array): Promise<object>;
  instantiate(module: object, imports: object): Promise<{ exports: Record<string, unknown> }>;
};

let engineClass: Promise<typeof SchemaEngine> | undefined;

async function loadEngineClass(): Promise<typeof SchemaEngine> {
  const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const wasm = await WebAssembly.compile(await readFile(entry.replace(/\.js$/, '.wasm')));
  const { exports } = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': bindings });
  bindings.__wbg_set_wasm(exports);
  (exports['__wbindgen_start'] as () => void)();
  return bindings.SchemaEngine;
}

/** Runs `use` with Prisma's schema engine, connected to the project's part of the database. For development and tests only. */
export async function withSchemaEngine<T>(
  project: Project,
  database: Database,
  use: (engine: SchemaEngine, files: { path: string; content: string }[]) => Promise<T>,
): Promise<T> {
  const [Engine, files] = await Promise.all([(engineClass ??= loadEngineClass()), readSchemaFiles(project)]);
  // One connection, because the search path is set on it. The engine never closes its own: ending the pool does.
  const isShared = database.kind === 'embedded';
  const pool = isShared ? database.pool : new pg.Pool({ ...database.pool.options, max: 1 });
  const adapter = bindMigrationAwareSqlAdapterFactory({
    provider: 'postgres',
    adapterName: 'schema-engine',
    connect: () => connect(pool, project.namespace),
    connectToShadowDb: () => Promise.reject(new Error('no shadow database is needed')),
  });
  const engine = await Engine.new(
    { datamodels: files.map(({ path, content }) => [path, content]) },
    () => undefined,
    adapter,
  );
  try {
    return await use(engine, files);
  } finally {
    engine.free();
    if (isShared) await pool.query('RESET search_path');
    else await pool.end();
  }
}

async function connect(pool: pg.Pool, namespace: string): Promise<SqlDriverAdapter> {
  // With one schema in `schemas` the engine writes unqualified SQL: the search path decides what that means.
  await pool.query(`SET search_path TO "${namespace}"`);
  const query = pool.query.bind(pool) as (...args: unknown[]) => Promise<pg.QueryResult>;
  let charColumns: number[] = [];
  const patched: pg.Pool = Object.create(pool, {
    query: {
      value: async (...args: unknown[]) => {
        const result = await query(...args);
        const fields = (result.fields as pg.FieldDef[] | undefined) ?? [];
        charColumns = fields.flatMap((field, index) => (field.dataTypeID === CHAR_OID ? [index] : []));
        for (const field of fields) if (field.dataTypeID === CHAR_OID) field.dataTypeID = TEXT_OID;
        return result;
      },
    },
  }) as pg.Pool;
  const adapter = await new PrismaPg(patched).connect();
  const queryRaw = adapter.queryRaw.bind(adapter);
  return Object.assign(adapter, {
    queryRaw: async (sql: Parameters<typeof queryRaw>[0]) => {
      const result = await queryRaw(sql);
      for (const index of charColumns) result.columnTypes[index] = ColumnTypeEnum.Character;
      return result;
    },
    // adapter-pg splits a script at every semicolon, which breaks function bodies.
    executeScript: async (sql: string) => {
      await pool.query(sql);
    },
    getConnectionInfo: () => ({ schemaName: namespace, supportsRelationJoins: true }),
  });
}
