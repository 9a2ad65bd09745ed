import { builder } from '../../builder.ts';

export const ResponseOutcome = builder.enumType('ResponseOutcome', {
  description: 'What became of a matter by now.',
  values: {
    ON_TIME: { description: 'First answered by its due instant; an answer at that instant is on time.' },
    LATE: { description: 'First answered after it.' },
    OPEN: { description: 'Not answered yet, overdue or not.' },
    OVERDUE: { description: 'Not answered although the time is over.' },
  },
});
