import type { Gateway, GatewayOptions } from './contract.ts';

export type { ExecuteArgs, Gateway, GatewayOptions, Prepared, SubscribeArgs, SubscriptionItem, Variables } from './contract.ts';

/** Makes the gateway of a supergraph. */
export declare function createGateway(options: GatewayOptions): Gateway;
