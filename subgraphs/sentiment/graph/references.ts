import { entityStub } from '../../kit/stubs.ts';
import { builder } from '../builder.ts';

/** Entities that other subgraphs own. */
export const Region = entityStub(builder, 'Region', 'code', 'contribution');
export const Institution = entityStub(builder, 'Institution', 'id');
