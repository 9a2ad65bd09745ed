import type { SampleOpinionEvent } from './shapes.ts';

/** A matter that people in a county of the sample raise. */
export interface OpinionTopic {
  readonly key: string;
  /** `{place}` is filled in. */
  readonly title: string;
  readonly summary: string;
  readonly answer: string;
  readonly severity: SampleOpinionEvent['severity'];
  readonly source: SampleOpinionEvent['source'];
  /** How the codes of the catalogue items begin that an answer falls under. */
  readonly items: readonly string[];
}

export const opinionTopics: readonly OpinionTopic[] = [
  {
    key: 'clinic-fee',
    title: '反映{place}某医院检查收费与公示价格不一致',
    summary: '样例：来电人认为彩超检查收费高于公示价格，要求核实。',
    answer: '经核对收费系统与公示表，已统一两处价格，多收部分退还。',
    severity: 'ORDINARY',
    source: 'HOTLINE_12345',
    items: ['1125'],
  },
  {
    key: 'registration',
    title: '咨询{place}医院线上预约挂号时段过少',
    summary: '样例：留言称周末号源不足，希望增加老年人现场号。',
    answer: '医院已增加周末号源，并为老年人保留现场窗口。',
    severity: 'ORDINARY',
    source: 'WEBSITE_MESSAGE',
    items: ['1126'],
  },
  {
    key: 'water',
    title: '{place}部分小区自来水浑浊引发关注',
    summary: '样例：多名网民发帖称自来水发黄，担心饮用安全。',
    answer: '检测结果符合国家标准，浑浊由管道检修引起，已完成冲洗，检测数据同步公布。',
    severity: 'MAJOR',
    source: 'WEIBO',
    items: ['1127'],
  },
  {
    key: 'vaccine',
    title: '咨询{place}流感疫苗何时到货',
    summary: '样例：来电人询问接种门诊的到货时间和预约方式。',
    answer: '疫苗已分批配送，各接种门诊的余量每日更新。',
    severity: 'ORDINARY',
    source: 'HOTLINE_12345',
    items: ['1101'],
  },
  {
    key: 'waste',
    title: '媒体报道{place}一处医疗废物暂存点管理不规范',
    summary: '样例：报道称暂存点未上锁，已要求当地核实处置。',
    answer: '监督人员已到场检查并责令改正，整改结果将再次公布。',
    severity: 'MAJOR',
    source: 'NEWS_MEDIA',
    items: ['0608'],
  },
  {
    key: 'poisoning',
    title: '{place}一所学校多名学生出现呕吐症状',
    summary: '样例：学校报告聚集性症状，已启动流行病学调查。',
    answer: '学生已得到救治，病情平稳；采样检测正在进行，后续结果及时发布。',
    severity: 'EMERGENCY',
    source: 'OTHER',
    items: ['1112'],
  },
  {
    key: 'subsidy',
    title: '咨询{place}计划生育家庭扶助金发放时间',
    summary: '样例：信箱来信询问扶助金发放进度。',
    answer: '本年度资金已于月内发放，未到账的可向所在乡镇查询。',
    severity: 'ORDINARY',
    source: 'LEADER_MAILBOX',
    items: ['0502'],
  },
  {
    key: 'rumour',
    title: '网传{place}出现不明传染病',
    summary: '样例：群聊转发不实消息，已要求核实。',
    answer: '经核实不属实，近期法定传染病报告数据与往年同期相当。',
    severity: 'MAJOR',
    source: 'WECHAT',
    items: ['1124'],
  },
];
