/** What the counties of the sample publish on: one document a topic. */
export interface CountyTopic {
  readonly key: string;
  /** Follows the issuer's name; `{year}` is filled in. */
  readonly title: string;
  /** In a few words, for the interpretation. */
  readonly subject: string;
  /** `{place}` is filled in. */
  readonly body: string;
  /** How the codes of the items begin under which it stands. */
  readonly items: readonly string[];
  readonly isPolicy: boolean;
  readonly isEverywhere: boolean;
  /** Whether it carries out the notice of the city. */
  readonly carriesOutNotice: boolean;
}

type Given = Pick<CountyTopic, 'key' | 'title' | 'subject' | 'body' | 'items'>;

const policy = (given: Given): CountyTopic => ({
  ...given,
  isPolicy: true,
  isEverywhere: false,
  carriesOutNotice: false,
});
const notice = (given: Given): CountyTopic => ({
  ...given,
  isPolicy: false,
  isEverywhere: false,
  carriesOutNotice: false,
});

export const countyTopics: readonly CountyTopic[] = [
  {
    key: 'standardisation',
    title: '关于推进医疗卫生领域基层政务公开标准化规范化的实施方案',
    subject: '基层政务公开标准化规范化',
    body: '方案明确{place}目录维护、属性认定、政策解读和舆情回应的分工与时限，并逐项列出公开渠道。',
    items: ['0602', '1103'],
    isPolicy: true,
    isEverywhere: true,
    carriesOutNotice: true,
  },
  notice({
    key: 'licences',
    title: '关于公布{year}年行政许可事项办事指南的公告',
    subject: '行政许可办事指南',
    body: '公告列出{place}卫生健康领域行政许可事项的条件、材料、流程和办理时限。',
    items: ['01'],
  }),
  notice({
    key: 'penalties-medical',
    title: '关于公布医疗机构与医务人员类行政处罚事项的公告',
    subject: '医疗机构类行政处罚事项',
    body: '公告列出{place}医疗机构监管方面的处罚事项、依据和投诉渠道。',
    items: ['020', '021', '022', '0230', '0231'],
  }),
  notice({
    key: 'penalties-disease',
    title: '关于公布传染病防治与血液管理类行政处罚事项的公告',
    subject: '传染病防治类行政处罚事项',
    body: '公告列出{place}传染病防治、疫苗和血液管理方面的处罚事项和依据。',
    items: ['0232', '0233', '0234', '0235', '0236', '0237', '0238', '0239', '024'],
  }),
  notice({
    key: 'penalties-occupational',
    title: '关于公布职业卫生与医疗废物类行政处罚事项的公告',
    subject: '职业卫生类行政处罚事项',
    body: '公告列出{place}职业病防治和医疗废物管理方面的处罚事项和依据。',
    items: ['025', '026', '027', '028'],
  }),
  notice({
    key: 'measures',
    title: '关于公布行政强制事项目录的公告',
    subject: '行政强制事项',
    body: '公告写明{place}可以采取的卫生行政强制措施、实施主体和救济途径。',
    items: ['03'],
  }),
  policy({
    key: 'family-support',
    title: '关于做好{year}年计划生育家庭扶助工作的通知',
    subject: '计划生育家庭扶助',
    body: '通知说明扶助对象、标准、申报材料和发放时间，{place}各乡镇受理申报。',
    items: ['0501', '0502', '0503', '0504'],
  }),
  policy({
    key: 'benefits',
    title: '关于落实公共卫生补助与救助政策的通知',
    subject: '公共卫生补助与救助',
    body: '通知说明乡村医生补助、免费治疗和献血者用血费用减免的条件与办理方式。',
    items: ['0505', '0506', '0507', '0508', '0509', '051'],
  }),
  notice({
    key: 'inspections',
    title: '关于{year}年卫生监督“双随机”抽查结果的公告',
    subject: '双随机抽查',
    body: '公告公布{place}当年抽查的单位数量、检查内容和结果分布。',
    items: ['06'],
  }),
  notice({
    key: 'confirmations',
    title: '关于公布行政确认事项办理流程的公告',
    subject: '行政确认事项',
    body: '公告列出出生医学证明、接种单位确认等事项的条件、流程和时限。',
    items: ['07'],
  }),
  notice({
    key: 'rewards',
    title: '关于公布行政奖励事项与评审流程的公告',
    subject: '行政奖励事项',
    body: '公告列出奖励条件、申报流程和公示方式。',
    items: ['08'],
  }),
  notice({
    key: 'filings',
    title: '关于公布备案与裁决事项办事指南的公告',
    subject: '备案事项',
    body: '公告列出诊所备案、托育机构备案等事项的材料和流程，以及名称争议的裁定途径。',
    items: ['09', '10'],
  }),
  policy({
    key: 'public-health',
    title: '关于印发{year}年基本公共卫生服务项目实施方案的通知',
    subject: '基本公共卫生服务',
    body: '方案列出{place}居民可免费享有的基本公共卫生服务、服务机构和服务流程。',
    items: ['110', '1110', '1111', '1112', '1113'],
  }),
  policy({
    key: 'free-services',
    title: '关于实施妇幼健康免费服务项目的通知',
    subject: '妇幼健康免费服务',
    body: '通知说明免费产前筛查、“两癌”检查、婚前医学检查和叶酸发放的对象与地点。',
    items: ['1116', '1117', '1118', '1119', '1121', '1122', '1123'],
  }),
  notice({
    key: 'epidemics',
    title: '关于{year}年上半年法定传染病疫情的通报',
    subject: '法定传染病疫情',
    body: '通报按病种给出{place}上半年法定传染病报告情况和预防提示，不含个案信息。',
    items: ['1112', '1124'],
  }),
  policy({
    key: 'price-disclosure',
    title: '关于规范医疗机构价格公示的通知',
    subject: '医疗机构价格公示',
    body: '通知要求{place}医疗机构公示常规服务、常用药品和主要耗材价格，变动后及时更新。',
    items: ['1125'],
  }),
  notice({
    key: 'drinking-water',
    title: '关于生活饮用水卫生信息公开的公告',
    subject: '生活饮用水卫生信息',
    body: '公告说明{place}生活饮用水检测信息的查询方式和更新周期。',
    items: ['1127'],
  }),
];
