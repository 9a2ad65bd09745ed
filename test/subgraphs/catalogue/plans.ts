import { staff, type ServedSupervision } from './serve-supervision.ts';

/** A task as `issueWorkPlan` returns it. */
export interface IssuedTask {
  readonly id: string;
  readonly number: number;
  readonly dueOn: string;
  readonly state: string;
  readonly units: readonly { readonly unit: string; readonly nameAsWritten: string; readonly role: string }[];
}

export const PLAN = {
  issuer: 'qinshui',
  title: '2026年政务公开工作要点',
  year: 2026,
  basisDocumentNumber: '晋市政办〔2026〕1号',
  issuedOn: '2026-03-01',
  tasks: [
    {
      number: 1,
      section: '一、公开要点',
      summary: '公开权责清单',
      leaderRoles: ['局领导甲'],
      dueText: '2026年6月底',
      units: [{ name: '办公室' }, { name: '各医疗卫生单位', isCooperating: true }],
    },
    {
      number: 2,
      summary: '主要负责人解读重要政策',
      dueOn: '2026-12-31',
      units: [{ name: '局办公室' }],
      metric: { name: '解读次数', operator: 'AT_LEAST', target: 2, period: '年' },
      filing: { to: '市人民政府办公室', dueOn: '2026-12-31' },
    },
    {
      number: 3,
      summary: '公共资源配置公开',
      dueOn: '2026-06-30',
      units: [{ name: '规划信息股' }],
      prerequisite: '市人民政府出台实施办法',
      upstreamDocument: '国办发〔2017〕97号',
    },
  ],
};

/** Issues the plan as a publisher of the county; `plan` overrides what stands here. */
export async function issued(served: ServedSupervision, plan: object = {}): Promise<readonly IssuedTask[]> {
  const outcome = await served.change('issueWorkPlan', { ...PLAN, ...plan }, staff('PUBLISHER', '140521'));
  if (outcome.refusals !== undefined) throw new Error(JSON.stringify(outcome.refusals));
  return outcome['tasks'] as readonly IssuedTask[];
}

/** The id of a task by its number. */
export function taskOf(tasks: readonly IssuedTask[], number: number): string {
  const task = tasks.find((one) => one.number === number);
  if (task === undefined) throw new Error(`Expected a task ${String(number)}`);
  return task.id;
}
