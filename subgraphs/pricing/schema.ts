import { FEDERATION_LINK } from '../kit/builder.ts';
import { builder } from './builder.ts';
import './graph/institution.ts';
import './graph/price-cells.ts';
import './graph/comparison/price-comparison.ts';
import './graph/mutations.ts';
import './graph/publication/price-publication.ts';
import './graph/search/found-price.ts';
import './graph/tiers/price-tiers.ts';

/** The pricing subgraph: price lists of institutions, prices with their history, comparison. */
export const schema = builder.toSubGraphSchema({ linkUrl: FEDERATION_LINK });
