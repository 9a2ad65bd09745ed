import { FEDERATION_LINK } from '../kit/builder.ts';
import { builder } from './builder.ts';
import './graph/changes.ts';
import './graph/digests.ts';
import './graph/key-ranges.ts';
import './graph/disclosures.ts';
import './graph/changed.ts';
import './graph/price-changes.ts';
import './graph/deadline-alarms.ts';
import './graph/aggregation.ts';

/** The log's own subgraph: pages, digests and subscriptions; what changed is named by reference. */
export const schema = builder.toSubGraphSchema({ linkUrl: FEDERATION_LINK });
