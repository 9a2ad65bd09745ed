import type { Channel } from '../../core/channel.ts';
import type { issuers } from './institutions.ts';
import type { SampleInterpretationForm } from './shapes.ts';

/** A notice as it is public, its body in our own words. */
export interface NoticeText {
  readonly seed: string;
  readonly issuer: keyof typeof issuers;
  readonly title: string;
  readonly shortTitle: string;
  readonly documentNumber: string | null;
  readonly indexNumber: string | null;
  /** The day printed under the notice. */
  readonly issuedOn: string;
  readonly publishedOn: string;
  /** The item of the catalogue of 晋城市 under which it stands; null where the hub holds no catalogue of its region. */
  readonly itemCode: string | null;
  readonly body: string;
  readonly interpretation: string;
  readonly forms: readonly SampleInterpretationForm[];
  readonly channels: readonly Channel[];
  /** Where it comes from, what is assumed, and where it contradicts itself. */
  readonly provenance: string;
}

const ASSUMED_DAY = '发布时间原文未载，推定为成文当日17时';

export const noticeTexts: readonly NoticeText[] = [
  {
    seed: '001',
    issuer: 'zhongwei',
    title: '卫生计生系统2018年政务院务公开工作方案',
    shortTitle: '卫生计生系统2018年政务院务公开工作方案',
    documentNumber: null,
    indexNumber: null,
    issuedOn: '2018-07-06',
    publishedOn: '2018-07-06',
    itemCode: null,
    body: '方案按照中卫市当年政务公开要点，为卫生计生系统安排了三十二项任务，并逐项写明负责单位和完成时限。任务涵盖公开制度、决策与执行公开、重点领域公开、政策解读、舆情回应和平台建设。医疗机构要向社会公布常规医疗服务、常用药品和主要耗材的价格。政策文件与解读材料要一并准备、一并审签。多数任务须在十一月底前完成，结果与年终考核挂钩。',
    interpretation:
      '样例解读：本方案把全年公开任务拆成三十二项，每项都有牵头单位和截止时间。群众最关心的是医院价格公开和网上办事，两者都列入重点。',
    forms: ['TEXT'],
    channels: ['GOVERNMENT_WEBSITE', 'NEW_MEDIA'],
    provenance: `标题、发文机关和日期据公开文本；正文为自行概括。原文未载文号和公开属性，按主动公开处理；${ASSUMED_DAY}。原文对同一办公室有两种称呼；时限只写到月底。`,
  },
  {
    seed: '000',
    issuer: 'jincheng',
    title:
      '晋城市卫生健康委员会关于印发《晋城市卫生健康委员会推进医疗卫生领域基层政务公开标准化规范化工作指导方案》的通知',
    shortTitle: '推进医疗卫生领域基层政务公开标准化规范化工作指导方案',
    documentNumber: null,
    indexNumber: null,
    issuedOn: '2020-07-20',
    publishedOn: '2020-07-20',
    itemCode: '0602',
    body: '通知要求各县（市、区）在省级目录基础上编制本级标准目录，原有事项一项不减，并于2020年10月底前报上级备案。拟发文件须先认定公开属性，不主动公开的要说明理由并在报批前备案，否则不予发文。政策要配上通俗的解读，鼓励使用图表和音视频。影响重大的舆情须在24小时内回应，其余在48小时内回应。各地每年一月和七月各报一次进展。',
    interpretation:
      '样例解读：用一张流程图说明目录从编制、备案到审核的步骤，并列出各县须记住的几个日期。舆情回应的时限以对照表给出。',
    forms: ['TEXT', 'CHART'],
    channels: ['GOVERNMENT_WEBSITE', 'NEW_MEDIA', 'READING_POINT'],
    provenance: `标题、发文机关、日期和“主动公开”据公开文本；正文为自行概括。原文未载文号；${ASSUMED_DAY}。所附标准目录（11大类169项）未随文提供，本系统的目录为研究重建，不等于该目录。`,
  },
  {
    seed: '004',
    issuer: 'shanghai',
    title: '关于印发《2021年上海市卫生健康委员会政务公开工作要点》的通知',
    shortTitle: '2021年上海市卫生健康委员会政务公开工作要点',
    documentNumber: '沪卫办〔2021〕1号',
    indexNumber: '076478684Q/2021-00081',
    issuedOn: '2021-04-15',
    publishedOn: '2021-04-16',
    itemCode: null,
    body: '要点从主动公开、解读回应、决策参与、标准化、渠道建设和基础工作六个方面部署全年任务。面向企业和市民的政策性文件都要解读，多元化解读比例全年不低于六成。网上咨询和热线一般在五个工作日内答复，简单问题一个工作日内办结。重大决策实行目录管理，公众代表列席会议全年不少于三次。依申请提供的信息要同步研究能否转为主动公开。',
    interpretation: '样例解读：以问答和短视频说明市民可以从哪些渠道看到政策、怎样提问、多久能得到答复。',
    forms: ['TEXT', 'AUDIO_VIDEO', 'EXPERT_INTERVIEW'],
    channels: ['GOVERNMENT_WEBSITE', 'NEW_MEDIA', 'BROADCAST'],
    provenance:
      '标题、文号、索取号和日期据转载页；正文为自行概括。原文由委办公室署名；第五部分序号重复；转载页另载2021-04-21的转载时间，发布时间取标题所附2021-04-16。公开属性原文未载，按主动公开处理。',
  },
  {
    seed: '002',
    issuer: 'jinan',
    title: '济南市卫生健康委员会关于印发2021年卫生健康系统政务公开工作要点的通知',
    shortTitle: '2021年卫生健康系统政务公开工作要点',
    documentNumber: '济卫办发〔2021〕14号',
    indexNumber: null,
    issuedOn: '2020-08-11',
    publishedOn: '2021-08-11',
    itemCode: null,
    body: '要点围绕规划、营商环境、疫情防控、公共事业单位和医疗机构等重点领域安排信息公开。医疗机构应公布常规服务、常用药品和主要耗材的价格，并让患者能够查到费用清单。以委名义印发的文件须标明公开属性，主动公开的要同时报送解读材料。要点还对网站、新媒体、依申请公开和考核通报作出规定。',
    interpretation: '样例解读：用图解列出患者可以查询的价格与费用信息，以及反映问题的途径。',
    forms: ['TEXT', 'IMAGE'],
    channels: ['GOVERNMENT_WEBSITE'],
    provenance:
      '标题、文号和“主动公开”据公开文本；正文为自行概括。原文自相矛盾：文号年份为〔2021〕，落款却印作2020年8月11日，成文日期照落款保留，发布时间按文号年份推定为2021-08-11。正文有一处别字。',
  },
  {
    seed: '003',
    issuer: 'zhangzi',
    title: '长子县卫生健康和体育局关于印发2021年政务公开工作要点的通知',
    shortTitle: '2021年政务公开工作要点',
    documentNumber: '长子卫体字〔2021〕48号',
    indexNumber: null,
    issuedOn: '2021-09-28',
    publishedOn: '2021-09-28',
    itemCode: null,
    body: '要点把免费产前筛查、农村妇女“两癌”检查和免费婚检等民生实事列为公开重点，并要求按月发布法定传染病信息。起草文件时须标明公开属性，上级主动公开的文件，本级原则上不得定为不予公开。政策与解读同时起草、同时审签、一同发布，多样化解读和多渠道发布的比例都要达到九成。信息发布实行三审三校，工作要点的落实情况写入年度报告。',
    interpretation: '样例解读：以图表列出三件民生实事的对象、项目和办理地点，并配发短视频。',
    forms: ['TEXT', 'CHART', 'AUDIO_VIDEO'],
    channels: ['GOVERNMENT_WEBSITE', 'NEW_MEDIA', 'NOTICE_BOARD'],
    provenance: `标题、文号、日期和“公开发布”据公开文本；正文为自行概括。同一发文机关在原文中有两种名称；${ASSUMED_DAY}。`,
  },
];
