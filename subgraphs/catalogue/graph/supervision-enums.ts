import { builder } from '../builder.ts';

export const TaskState = builder.enumType('TaskState', {
  description: 'Where a task of a work plan, or one unit’s part in it, stands on a day.',
  values: {
    OPEN: { description: 'Not completed, and its due day is not past; the due day itself is in time.' },
    WAITING: {
      description:
        "Waits for its prerequisite, such as a superior's document that is not issued yet; never overdue (rule U7).",
    },
    OVERDUE: { description: 'Not completed though its due day is past.' },
    COMPLETED: { description: 'Completed by every unit that is asked about, in time or late: see `isLate`.' },
  },
});

export const MetricOperator = builder.enumType('MetricOperator', {
  description: 'How the value that was reached is compared with the one that a metric asks for.',
  values: {
    AT_LEAST: { description: 'It is met by this value or a greater one (不少于).' },
    AT_MOST: { description: 'It is met by this value or a smaller one (不超过).' },
    EXACTLY: { description: 'It is met by this value only.' },
  },
});

export const TaskUnitRole = builder.enumType('TaskUnitRole', {
  description: 'What part a unit has in a task.',
  values: {
    LEAD: { description: 'It is responsible (责任单位、牵头单位).' },
    COOPERATING: { description: 'It helps the one that leads (配合单位).' },
  },
});

export const LookBackFinding = builder.enumType('LookBackFinding', {
  description: 'What a check of a task found.',
  values: {
    DONE: { description: 'The task was carried out.' },
    NOT_DONE: { description: 'It was not, or not wholly; it must be put right.' },
  },
});

export const LookBackStage = builder.enumType('LookBackStage', {
  description: 'How far a task has come in the loop check, feedback, rectification, check again (rules U4, U5).',
  values: {
    NOT_CHECKED: { description: 'It was not checked yet; `recordLookBack` comes next.' },
    TO_RECTIFY: { description: 'Something was found wanting; `recordRectification` comes next.' },
    TO_CHECK_AGAIN: { description: 'It was put right; `recordLookBack` comes next.' },
    DONE: { description: 'A check found it done; the loop is closed.' },
  },
});

export const Half = builder.enumType('Half', {
  description: 'Half a year.',
  values: {
    H1: { description: 'January to June (上半年); its report is due on 10 July.' },
    H2: { description: 'July to December (下半年); its report is due on 10 January of the next year.' },
  },
});

export const FailureStatus = builder.enumType('FailureStatus', {
  description: 'How an item failed on the day of a notice.',
  values: {
    MISSING: { description: 'Nothing was ever disclosed under it though its time limit had run out.' },
    OVERDUE: {
      description: 'What stood under it was gone, or not kept up with what came about, and the time limit had run out.',
    },
  },
});
