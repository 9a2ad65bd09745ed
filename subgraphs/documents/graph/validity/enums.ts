import { builder } from '../../builder.ts';

export const RelationKind = builder.enumType('DocumentRelationKind', {
  description: 'What a document does to another.',
  values: {
    AMENDS: { description: 'It amends it (修改).' },
    REPEALS: { description: 'It repeals it (废止).' },
  },
});

export const CleanUpOutcome = builder.enumType('CleanUpOutcome', {
  description: 'What a clean-up found of a document.',
  values: {
    KEPT: { description: 'It stays in force (继续有效).' },
    TO_BE_AMENDED: { description: 'It stays in force and is to be amended (拟修改).' },
    REPEALED: { description: 'It is repealed (废止).' },
    EXPIRED: { description: 'It has lost its force (失效).' },
  },
});
