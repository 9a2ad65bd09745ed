import type PrismaTypes from '../../prisma/generated/pricing/pothos.ts';
import { getDatamodel } from '../../prisma/generated/pricing/pothos.ts';
import { createSubgraphBuilder } from '../kit/builder.ts';
import type { Database } from './store/database.ts';

/** The builder of the pricing subgraph. */
export const builder = createSubgraphBuilder<PrismaTypes, Database>(getDatamodel());
