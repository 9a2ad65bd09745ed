import type { MonthlyFigures as MonthlyFiguresRow } from '../../../../prisma/generated/sentiment/client/client.ts';
import { entityLoader } from '../../../kit/per-request.ts';
import { builder } from '../../builder.ts';
import type { Database } from '../../store/database.ts';

const monthlyFiguresById = entityLoader<Database, MonthlyFiguresRow>({
  typeName: 'MonthlyFigures',
  keyOf: (figures) => figures.id,
  find: (query, ids, { db }) => db.monthlyFigures.findMany({ ...query, where: { id: { in: ids } } }),
});

export const MonthlyFigures = builder.prismaObject('MonthlyFigures', {
  description:
    'The figures of one month (每月公开受理数据) on how a region answers its public, as they were published.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The region and the month, `<region>/<YYYY-MM>`.' }),
  }),
});

builder.asEntity(MonthlyFigures, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: ({ id }, context, info) => monthlyFiguresById(id, context, info),
});
