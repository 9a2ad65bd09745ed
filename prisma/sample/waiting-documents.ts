import { itemIdsOf } from './catalogues.ts';
import { documentOf, type DocumentText } from './documents.ts';
import { bureauOf, COUNTIES, issuers, ZHANGZI, type County } from './institutions.ts';
import { JINCHENG_NOTICE } from './notices.ts';
import type { SampleDocument } from './shapes.ts';

function county(code: string): County {
  const found = COUNTIES.find((one) => one.code === code);
  if (found === undefined) throw new RangeError(`Expected a county of 晋城市, got ${code}`);
  return found;
}

/** A document of 长子县, a policy with its interpretation. */
const screening: DocumentText = {
  key: 'waiting 140428',
  title: `${issuers.zhangzi.name}关于做好2026年农村妇女免费“两癌”检查工作的通知（样例）`,
  body: '本文为样例，并非真实公文。通知说明检查对象、项目、时间和地点，检查全程免费。各乡镇卫生院负责组织和告知，结果只告知本人。',
  documentNumber: '长子卫体字〔2026〕31号',
  issuerId: issuers.zhangzi.id,
  regionCode: ZHANGZI,
  isPolicy: true,
  issuedOn: '2026-10-20',
  publishedMinutes: null,
  catalogueItemIds: [],
  interpretation: {
    title: '一图读懂：农村妇女免费“两癌”检查（样例）',
    body: '样例解读：用一张图说明谁可以参加、查什么、去哪里查。',
    forms: ['TEXT', 'CHART'],
    channels: ['GOVERNMENT_WEBSITE', 'NEW_MEDIA', 'NOTICE_BOARD'],
  },
};

/** A document of 泽州县 that carries out the city's notice. */
function vaccination(): DocumentText {
  const bureau = bureauOf(county('140525'));
  return {
    key: 'waiting 140525',
    title: `${bureau.name}关于公开2026年秋冬季预防接种安排的通知（样例）`,
    body: '本文为样例，并非真实公文。通知公布秋冬季预防接种的门诊、疫苗种类和预约方式，并说明未成年人须由监护人陪同。',
    documentNumber: '泽卫体字〔2026〕62号',
    issuerId: bureau.id,
    regionCode: bureau.regionCode,
    isPolicy: true,
    issuedOn: '2026-10-22',
    publishedMinutes: null,
    superiorId: JINCHENG_NOTICE,
    catalogueItemIds: itemIdsOf(bureau.regionCode, ['1101']),
    interpretation: {
      title: '一图读懂：秋冬季预防接种（样例）',
      body: '样例解读：按年龄列出建议接种的疫苗，并说明怎样预约。',
      forms: ['IMAGE', 'AUDIO_VIDEO'],
      channels: ['GOVERNMENT_WEBSITE', 'NEW_MEDIA'],
    },
  };
}

/** A document of 高平市 that is no policy and needs no interpretation. */
function clinics(): DocumentText {
  const bureau = bureauOf(county('140581'));
  return {
    key: 'waiting 140581',
    title: `${bureau.name}关于2026年第三季度诊所备案情况的公告（样例）`,
    body: '本文为样例，并非真实公文。公告公布第三季度新备案、变更和注销的诊所数量，并列出查询方式。',
    documentNumber: '高卫体字〔2026〕57号',
    issuerId: bureau.id,
    regionCode: bureau.regionCode,
    isPolicy: false,
    issuedOn: '2026-10-23',
    publishedMinutes: null,
    catalogueItemIds: itemIdsOf(bureau.regionCode, ['1001', '1002']),
    interpretation: null,
  };
}

/** Three documents that only wait to be published: every review pass is signed, and a policy has its interpretation. */
export function waitingDocuments(): readonly SampleDocument[] {
  return [screening, vaccination(), clinics()].map(documentOf);
}
