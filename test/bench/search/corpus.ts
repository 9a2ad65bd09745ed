import type { Pool } from 'pg';
import { openClient } from '../../../subgraphs/documents/store/database.ts';
import { makeSearchable } from '../../../subgraphs/documents/store/search/search-writes.ts';

const BATCH = 200;
/** A document is issued in one of so many counties, each of a city of ten. */
const COUNTIES = 300;

const TOPICS =
  '政务公开 医疗服务价格 基本药物 预防接种 传染病防控 医疗保障 妇幼健康 职业病防治 食品安全标准 家庭医生签约 远程会诊 院前急救 血液管理 护士执业注册 医师多点执业 中医药传承 老年健康 托育服务 精神卫生 健康扶贫 公共场所卫生 饮用水卫生 放射诊疗 消毒产品 爱国卫生 控烟 病媒生物 医疗废物 电子病历 互联网诊疗 药品集中采购 高值耗材 住院医师规范化培训 卫生应急 突发公共卫生事件 疾控体系改革 县域医共体 分级诊疗 双向转诊 检查检验结果互认'.split(
    ' ',
  );
const SENTENCES =
  '各县（市、区）卫生健康局，委直属各单位：|为进一步做好{topic}工作，根据国家和省有关规定，结合我市实际，现将有关事项通知如下。|要提高政治站位，充分认识{topic}的重要意义，切实加强组织领导。|各级医疗卫生机构要建立健全{topic}工作制度，明确责任分工，细化工作措施。|加大{topic}宣传力度，通过网站、公众号等多种渠道及时主动公开，接受社会监督。|对工作不力、群众反映强烈的，予以通报批评并限期整改。|本通知自印发之日起施行，有效期五年，原有规定与本通知不一致的，以本通知为准。|{place}卫生健康部门负责辖区内{topic}的监督管理，定期开展检查评估。|请于每月25日前将{topic}进展情况报送市卫生健康委，联系人：{name}，联系电话：0356-{digits}。|定点医疗机构{name}医院应当按照规范开展{topic}，严禁违规收费。|要加强信息化建设，推动数据共享和业务协同，提高服务效率和群众满意度。|财政部门要统筹安排{topic}经费，确保专款专用，提高资金使用效益。|鼓励社会力量参与{topic}，形成政府主导、部门协作、全社会参与的工作格局。|涉及{topic}的行政许可事项，应当在二十个工作日内作出决定。|报销比例提高到{percent}%，年度支付限额为{digits}元。'.split(
    '|',
  );
const PLACES = '城区 沁水县 阳城县 陵川县 泽州县 高平市 长子县 屯留区 壶关县 平顺县 黎城县 武乡县'.split(' ');

/** Numbers that look random and are the same in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296) * below);
  };
}

/** Fills an empty database with published documents of about 800 characters, the common topics far more often. */
export async function fillDocuments(pool: Pool, count: number): Promise<void> {
  const db = openClient(pool);
  const next = numbers(20_261_124);
  await pool.query('drop index documents.document_search_terms_idx');
  for (let from = 0; from < count; from += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, count - from) }, (_, at) => documentOf(from + at, next));
    await db.document.createMany({ data: rows });
    await db.$transaction((tx) =>
      makeSearchable(
        tx,
        rows.map((row) => ({ indexNumber: null, ...row })),
      ),
    );
  }
  await pool.query(`set maintenance_work_mem = '512MB'`);
  await pool.query('create index document_search_terms_idx on documents.document_search using gin (terms)');
  await pool.query('vacuum analyze documents.document');
  await pool.query('vacuum analyze documents.document_search');
  await db.$disconnect();
}

function documentOf(index: number, next: (below: number) => number) {
  const topic = pick(TOPICS, Math.min(next(TOPICS.length), next(TOPICS.length)));
  const body = Array.from({ length: 14 + next(14) }, () => sentence(topic, next)).join('');
  const county = next(COUNTIES);
  const regionCode = String(140_000 + (Math.floor(county / 10) + 1) * 100 + (county % 10) + 1);
  return {
    id: `document-${String(index).padStart(6, '0')}`,
    title: `关于做好${String(2016 + next(10))}年${topic}工作的通知`,
    body,
    documentNumber: `晋卫发〔${String(2016 + next(10))}〕${String(index + 1)}号`,
    issuerId: `authority-${regionCode}`,
    regionCode,
    attribute: 'PROACTIVE' as const,
    isPolicy: next(3) === 0,
    status: 'PUBLISHED' as const,
    publishedAt: new Date(Date.UTC(2016, 0, 1) + next(3_900) * 86_400_000 + next(86_400_000)),
    draftedBy: 'bench',
    draftedAt: new Date('2016-01-01T00:00:00Z'),
  };
}

function sentence(topic: string, next: (below: number) => number): string {
  const filled: Readonly<Record<string, () => string>> = {
    topic: () => (next(5) === 0 ? pick(TOPICS, next(TOPICS.length)) : topic),
    place: () => pick(PLACES, next(PLACES.length)),
    name: () => String.fromCharCode(...Array.from({ length: 3 }, () => 0x4e00 + next(5_000))),
    digits: () => String(1_000_000 + next(8_999_999)),
    percent: () => String(50 + next(50)),
  };
  return pick(SENTENCES, next(SENTENCES.length)).replace(/\{(\w+)\}/g, (_, name: string) => filled[name]?.() ?? '');
}

function pick(list: readonly string[], at: number): string {
  return list[at] ?? '';
}
