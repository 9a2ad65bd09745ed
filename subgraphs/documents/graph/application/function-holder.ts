import { builder } from '../../builder.ts';
import { functionHolders } from '../../store/application/function-holders.ts';
import type { FunctionHolder as Row } from '../../store/application/rows.ts';
import { Institution } from '../document-links.ts';
import { DisclosureFunction } from './further-enums.ts';

export const FunctionHolder = builder.objectRef<Row>('FunctionHolder').implement({
  description: 'Which account does one of the two functions at an office (rule R17).',
  fields: (t) => ({
    office: t.field({
      type: Institution,
      nullable: true,
      description: 'The office.',
      resolve: ({ officeId }) => ({ id: officeId }),
    }),
    function: t.expose('function', { type: DisclosureFunction, description: 'The function.' }),
    account: t.exposeString('account', { description: 'The account.' }),
    appointedAt: t.expose('appointedAt', { type: 'DateTime', description: 'Since when.' }),
  }),
});

builder.queryField('functionHolders', (t) =>
  t.field({
    type: [FunctionHolder],
    args: { office: t.arg.id({ required: true, description: 'The institution.' }) },
    description: 'Who does which of the two functions at an office; empty for everyone but staff of its region.',
    resolve: (_root, { office }, context) => functionHolders(context, office),
  }),
);
