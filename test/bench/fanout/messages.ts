/** What the clients receive for each event; it joins three subgraphs. */
export const SUBSCRIPTION = `subscription {
  disclosures {
    number
    title
    institution { id name region { code name } price { code amount } }
  }
}`;

/** What the process that runs the gateway is told, and what it answers. */
export type ToServer = { readonly do: 'publish' } | { readonly do: 'count' };
export type FromServer =
  | { readonly kind: 'listening'; readonly port: number }
  | { readonly kind: 'counts'; readonly counts: Counts; readonly rssMegabytes: number };

/** Calls to each subgraph, and subscriptions that are open at the one that publishes. */
export interface Counts {
  readonly events: number;
  readonly institutions: number;
  readonly prices: number;
  readonly open: number;
}

/** What a process of clients tells. Instants are in milliseconds since 1970, with fractions. */
export type FromClients =
  { readonly kind: 'subscribed' } | { readonly kind: 'received'; readonly number: number; readonly at: number };

/** The present instant, comparable between processes of one machine. */
export function instant(): number {
  return performance.timeOrigin + performance.now();
}
