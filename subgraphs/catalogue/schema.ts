import { FEDERATION_LINK } from '../kit/builder.ts';
import { builder } from './builder.ts';
import './graph/catalogue-filing.ts';
import './graph/catalogue-mutations.ts';
import './graph/catalogue-review.ts';
import './graph/catalogue.ts';
import './graph/channel-copy.ts';
import './graph/disclosure-duty.ts';
import './graph/disclosure-mutations.ts';
import './graph/region.ts';
import './graph/review-mutations.ts';
import './graph/deadline.ts';
import './graph/working-calendar.ts';
import './graph/report-mutations.ts';
import './graph/supervision-mutations.ts';
import './graph/supervision.ts';

/** The catalogue subgraph: regions, institutions, catalogues, and what was disclosed under their items. */
export const schema = builder.toSubGraphSchema({ linkUrl: FEDERATION_LINK });
