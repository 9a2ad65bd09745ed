import { FEDERATION_LINK } from '../kit/builder.ts';
import { builder } from './builder.ts';
import './graph/catalogue.ts';
import './graph/region.ts';
import './graph/report-mutations.ts';
import './graph/supervision-mutations.ts';
import './graph/supervision.ts';

/** The catalogue subgraph: regions, institutions, catalogues, and what was disclosed under their items. */
export const schema = builder.toSubGraphSchema({ linkUrl: FEDERATION_LINK });
