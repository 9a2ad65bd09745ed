import { foundWorkPlan } from './found.ts';
import { instant } from './instant.ts';
import { issuers } from './institutions.ts';
import { sampleId } from './sample-id.ts';
import type { SampleWorkPlan } from './shapes.ts';

/** The work plan of 中卫市 for 2018 with its 32 tasks: facts of the notice, leaders by pseudonym. */
export function workPlans(): SampleWorkPlan[] {
  const { issuedOn, basisDocumentNumber, tasks } = foundWorkPlan;
  const { id: issuerId, regionCode } = issuers.zhongwei;
  const plan = {
    id: sampleId('work plan', '640500 2018'),
    regionCode,
    issuerId,
    title: '卫生计生系统2018年政务院务公开工作方案',
    year: 2018,
    basisDocumentNumber,
    issuedOn,
    recordedBy: 'editor-1',
    recordedAt: instant(issuedOn, 9 * 60),
    isSample: false,
  };
  return [
    {
      ...plan,
      tasks: tasks.map((task) => ({ ...task, id: sampleId('work task', `640500 2018 ${String(task.number)}`) })),
    },
  ];
}
