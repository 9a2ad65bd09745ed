import type PrismaTypes from '../../prisma/generated/sentiment/pothos.ts';
import { getDatamodel } from '../../prisma/generated/sentiment/pothos.ts';
import { createSubgraphBuilder } from '../kit/builder.ts';
import type { Database } from './store/database.ts';

/** The builder of the sentiment subgraph. */
export const builder = createSubgraphBuilder<PrismaTypes, Database>(getDatamodel());
