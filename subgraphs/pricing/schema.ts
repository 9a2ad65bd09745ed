import { FEDERATION_LINK } from '../kit/builder.ts';
import { builder } from './builder.ts';
import './graph/institution.ts';
import './graph/price-cells.ts';
import './graph/comparison/price-comparison.ts';
import './graph/mutations.ts';

/** The pricing subgraph: price lists of institutions, prices with their history, comparison. */
export const schema = builder.toSubGraphSchema({ linkUrl: FEDERATION_LINK });
