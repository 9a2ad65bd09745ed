import SchemaBuilder from '@pothos/core';
import DirectivesPlugin from '@pothos/plugin-directives';
import FederationPlugin from '@pothos/plugin-federation';
import PrismaPlugin from '@pothos/plugin-prisma';
import type { Json } from '../../core/change.ts';
import type { CivilDate } from '../../core/civil-date.ts';
import { CHANNELS } from '../../core/channel.ts';
import type { WithdrawalReason } from '../../core/withdrawal.ts';
import type { Yuan } from '../../core/yuan.ts';
import type { Context } from './context.ts';
import {
  CursorScalar,
  DateScalar,
  DateTimeScalar,
  JsonScalar,
  YuanScalar,
  type DateOutput,
  type YuanOutput,
} from './scalars.ts';

/** What Pothos is told of a subgraph: its Prisma models and its client. */
export interface SubgraphTypes<Models extends object, Db> {
  Context: Context<Db>;
  PrismaTypes: Models;
  DefaultFieldNullability: false;
  Scalars: {
    ID: { Input: string; Output: string };
    Date: { Input: CivilDate; Output: DateOutput };
    DateTime: { Input: Date; Output: Date };
    Yuan: { Input: Yuan; Output: YuanOutput };
    Cursor: { Input: string; Output: string };
    JSON: { Input: Json; Output: Json };
  };
}

export type SubgraphBuilder<Models extends object, Db> = PothosSchemaTypes.SchemaBuilder<
  PothosSchemaTypes.ExtendDefaultTypes<SubgraphTypes<Models, Db>>
>;

/** The builder as the kit's own shared types see it: of no subgraph in particular. */
export type AnyBuilder = SubgraphBuilder<object, unknown>;

/** The version of the federation specification that the subgraphs are written for. */
export const FEDERATION_LINK = 'https://specs.apollo.dev/federation/v2.6';

/**
 * A Pothos builder with what every subgraph has: the scalars, and one meaning of nullability. All subgraphs are made
 * here, since plugin options are global types.
 *
 * @param datamodel - what the Pothos generator wrote of the owner's Prisma schema; null for a subgraph without one
 */
export function createSubgraphBuilder<Models extends object, Db>(
  datamodel: object | null,
): SubgraphBuilder<Models, Db> {
  const builder = new SchemaBuilder<SubgraphTypes<object, unknown>>({
    plugins: [PrismaPlugin, DirectivesPlugin, FederationPlugin],
    defaultFieldNullability: false,
    prisma: {
      client: (context) => context.db as never,
      dmmf: (datamodel ?? { datamodel: { models: [], enums: [], types: [] } }) as { datamodel: unknown },
    },
  });
  builder.addScalarType('Date', DateScalar);
  builder.addScalarType('DateTime', DateTimeScalar);
  builder.addScalarType('Yuan', YuanScalar);
  builder.addScalarType('Cursor', CursorScalar);
  builder.addScalarType('JSON', JsonScalar);
  builder.queryType({ description: 'What anyone may ask.' });
  return builder as unknown as SubgraphBuilder<Models, Db>;
}

/** Declares the thirteen channels of disclosure (公开渠道和载体) in a subgraph that uses them. */
export function channelEnum<Models extends object, Db>(builder: SubgraphBuilder<Models, Db>) {
  return (builder as unknown as AnyBuilder).enumType('Channel', {
    description: 'A channel of disclosure (公开渠道和载体), one of the thirteen of the official form (rule C6).',
    values: CHANNELS,
  });
}

/** Declares why something is no longer public, in a subgraph that withdraws. */
export function withdrawalReasonEnum<Models extends object, Db>(builder: SubgraphBuilder<Models, Db>) {
  return (builder as unknown as AnyBuilder).enumType('WithdrawalReason', {
    description: 'Why something is no longer public.',
    values: {
      SUPERSEDED: { description: 'Something newer has taken its place.' },
      PUBLISHED_IN_ERROR: { description: 'It should not have gone out, or not like this.' },
      DECISION_OVERTURNED: { description: 'The decision was changed, revoked or found unlawful (rule C21).' },
      SECRECY_REVIEW: { description: 'A review found it secret.' },
      PRIVACY: { description: 'It showed what is private.' },
    } satisfies Record<WithdrawalReason, { description: string }>,
  });
}
