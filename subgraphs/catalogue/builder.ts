import type PrismaTypes from '../../prisma/generated/catalogue/pothos.ts';
import { getDatamodel } from '../../prisma/generated/catalogue/pothos.ts';
import { createSubgraphBuilder } from '../kit/builder.ts';
import type { Database } from './store/database.ts';

/** The builder of the catalogue subgraph. */
export const builder = createSubgraphBuilder<PrismaTypes, Database>(getDatamodel());

builder.mutationType({ description: 'What signed-in staff may change.' });
