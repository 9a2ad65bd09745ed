import { createSubgraphBuilder } from '../kit/builder.ts';

/** The log has no models: its reads are the log's own. */
export const builder = createSubgraphBuilder<object, null>(null);
