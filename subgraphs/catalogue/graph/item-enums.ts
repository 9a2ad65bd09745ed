import { builder } from '../builder.ts';

export const ItemStatus = builder.enumType('ItemStatus', {
  description: 'Whether what an item asks for has been disclosed.',
  values: {
    DISCLOSED: { description: 'Something stands under it, and nothing that came about since is late.' },
    OVERDUE: {
      description:
        'Its time limit has run out and what stood under it was withdrawn and not replaced; or something came about under it (`duties`) that was not disclosed within the time limit for it.',
    },
    MISSING: { description: 'Nothing ever stood under it, and its time limit has run out.' },
    NOT_DUE: { description: 'Nothing stands under it yet; its time limit still runs.' },
  },
});

export const Audience = builder.enumType('Audience', {
  description: 'To whom something is disclosed (公开对象).',
  values: {
    WHOLE_SOCIETY: { description: 'To everyone (全社会).' },
    SPECIFIC_GROUP: { description: 'To those concerned (特定群体).' },
  },
});

export const DisclosureMethod = builder.enumType('DisclosureMethod', {
  description: 'On whose initiative something is disclosed (公开方式).',
  values: {
    PROACTIVE: { description: "On the authority's own (主动公开)." },
    ON_REQUEST: { description: 'When someone applies for it (依申请公开).' },
  },
});

export const ItemLevel = builder.enumType('ItemLevel', {
  description: 'At which level something is disclosed (公开层级).',
  values: {
    COUNTY: { description: 'By the county (县级).' },
    TOWNSHIP: { description: 'By the township (乡级).' },
  },
});

export const OpennessStage = builder.enumType('OpennessStage', {
  description: 'The stages of administration that are open (五公开).',
  values: {
    DECISION: { description: 'Decision (决策公开).' },
    EXECUTION: { description: 'Execution (执行公开).' },
    MANAGEMENT: { description: 'Management (管理公开).' },
    SERVICE: { description: 'Service (服务公开).' },
    RESULT: { description: 'Result (结果公开).' },
  },
});

export const TimeLimitScope = builder.enumType('TimeLimitScope', {
  description: 'To which part of an item a time limit applies.',
  values: {
    INFORMATION: { description: 'To what the public is told in general: laws, guides, procedures.' },
    RESULT: { description: 'To the results of single cases, such as a licence granted.' },
  },
});

export const TimeUnit = builder.enumType('TimeUnit', {
  description: 'Which days a time limit counts.',
  values: {
    WORKING_DAY: { description: 'Working days (工作日) of the published calendar, make-up days included.' },
    CALENDAR_DAY: { description: 'All days (自然日).' },
  },
});
