import { builder } from '../builder.ts';
import { ChangeSubject } from './change-enums.ts';

export const ChangeFilter = builder.inputType('ChangeFilter', {
  description: 'Which entries of the log. An entry must fit every list that is given; each takes at most 100 values.',
  fields: (t) => ({
    subjects: t.field({ type: [ChangeSubject], description: 'Only changes of these subjects.' }),
    regions: t.idList({ description: 'Only of these regions and those below them, by GB/T 2260 codes.' }),
    publishers: t.idList({ description: 'Only published by these institutions.' }),
  }),
});
