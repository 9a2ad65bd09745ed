import { builder } from '../builder.ts';
import { Region } from './references.ts';

/** A hub, as far as it is known here. */
export interface KnownHub {
  readonly id: string;
  readonly name: string | null;
  readonly regionCode: string | null;
}

export const Hub = builder.objectRef<KnownHub>('Hub').implement({
  description: 'A disclosure hub: of a county, a city or a province.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'A global id, made when the hub was set up.' }),
    name: t.exposeString('name', {
      nullable: true,
      description: 'Its name; null for a hub of which only the id is known here.',
    }),
    region: t.field({
      type: Region,
      nullable: true,
      description: 'The region that it serves.',
      resolve: ({ regionCode }) => (regionCode === null ? null : { code: regionCode }),
    }),
  }),
});

builder.queryField('hub', (t) =>
  t.field({ type: Hub, description: 'The hub that answers.', resolve: (_root, _args, { log }) => log.hub }),
);
