import type PrismaTypes from '../../prisma/generated/documents/pothos.ts';
import { getDatamodel } from '../../prisma/generated/documents/pothos.ts';
import { createSubgraphBuilder } from '../kit/builder.ts';
import type { Database } from './store/database.ts';

/** The builder of the documents subgraph. */
export const builder = createSubgraphBuilder<PrismaTypes, Database>(getDatamodel());
