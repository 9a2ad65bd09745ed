import { catalogue } from './catalogue/index.ts';
import { documents } from './documents/index.ts';
import { feed } from './feed/index.ts';
import type { Subgraph } from './kit/subgraph.ts';
import { pricing } from './pricing/index.ts';
import { sentiment } from './sentiment/index.ts';

/** The list of all subgraphs; both placements, the supergraph and the checks iterate it. */
export const SUBGRAPHS: readonly Subgraph[] = [catalogue, documents, pricing, sentiment, feed];

export { openGround } from './ground.ts';
export { loadSample } from './sample.ts';
export { SUBGRAPH_NAMES, type RunningSubgraph, type Subgraph } from './kit/subgraph.ts';
export type { Applier, HeldEntry, HubFiles } from './kit/applier.ts';
export type { Executor } from './kit/executor.ts';
export type { Handling } from './kit/context.ts';
export { faultAnswer, type RouteAnswer, type RoutePlace, type RouteRequest } from './kit/route.ts';
export { limitedBody } from './kit/limited-body.ts';
export { spool, type Spooled } from './kit/spool.ts';
export { sendAnswer } from './kit/send-answer.ts';
export { customScalars } from './kit/scalars.ts';
