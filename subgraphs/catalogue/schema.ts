import { FEDERATION_LINK } from '../kit/builder.ts';
import { builder } from './builder.ts';
import './graph/catalogue.ts';
import './graph/region.ts';
import './graph/deadline.ts';
import './graph/working-calendar.ts';

/** The catalogue subgraph: regions, institutions, catalogues, and what was disclosed under their items. */
export const schema = builder.toSubGraphSchema({ linkUrl: FEDERATION_LINK });
