import type { Part } from './federation.ts';

/** One feature of federation: subgraphs, what is asked, and what is answered. */
export interface Case {
  readonly what: string;
  readonly parts: Readonly<Record<string, Part>>;
  readonly query: string;
  readonly variables?: Record<string, unknown>;
  readonly data: unknown;
}

/** What a subgraph is given to find an entity. */
export type Ref = Readonly<Record<string, unknown>>;
/** Finds an entity that is no more than its reference. */
export const itself = (reference: Ref): Ref => reference;
