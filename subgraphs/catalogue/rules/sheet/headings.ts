import { folded } from './cell-text.ts';

/** What a column of the official layout holds. @see rule C5 */
export const COLUMN_KINDS = [
  'code',
  'category',
  'title',
  'subtitle',
  'contentElements',
  'bases',
  'timeLimits',
  'publisher',
  'channels',
  'audience',
  'audienceWhole',
  'audienceSpecific',
  'method',
  'methodProactive',
  'methodOnRequest',
  'levels',
  'levelCity',
  'levelCounty',
  'levelTownship',
  'stage',
  'movedTo',
  'isMandatory',
  'isInForce',
] as const;
export type ColumnKind = (typeof COLUMN_KINDS)[number];

/** The words of each column, the official ones first; then those of other editions and of counties' own. */
const WORDS: Readonly<Record<ColumnKind, readonly string[]>> = {
  code: ['序号', '编号', '编码', '事项编码', '目录编号'],
  category: ['一级事项', '一级目录', '一级指标', '一级', '事项类别', '类别', '公开类别', '事项类型'],
  title: ['二级事项', '二级目录', '二级指标', '二级', '公开事项', '公开事项名称', '事项名称', '事项', '目录名称'],
  subtitle: ['三级事项', '三级目录', '三级指标', '三级'],
  contentElements: ['公开内容(要素)', '公开内容', '内容(要素)', '内容要素', '公开要素', '内容', '公开内容及要素'],
  bases: ['公开依据', '依据', '法律依据', '法定依据', '政策依据', '公开的依据', '设定依据'],
  timeLimits: ['公开时限', '时限', '公开期限', '时限要求', '公开时限要求'],
  publisher: ['公开主体', '责任主体', '公开责任主体', '责任单位', '责任部门', '公开责任单位', '主体', '公开单位'],
  channels: [
    '公开渠道和载体',
    '公开渠道与载体',
    '公开渠道及载体',
    '渠道和载体',
    '公开渠道',
    '公开载体',
    '公开渠道载体',
  ],
  audience: ['公开对象', '对象'],
  audienceWhole: ['全社会', '社会公众', '面向全社会'],
  audienceSpecific: ['特定群体', '特定群众', '特定对象', '特定人群'],
  method: ['公开方式', '方式'],
  methodProactive: ['主动', '主动公开'],
  methodOnRequest: ['依申请', '依申请公开'],
  levels: ['公开层级', '层级'],
  levelCity: ['市级', '市', '地市级'],
  levelCounty: ['县级', '县(市、区)级', '区县级', '区级', '县区级', '县', '区'],
  levelTownship: ['乡级', '乡镇级', '乡(镇)级', '乡镇(街道)级', '镇级', '乡、镇级', '街道', '乡镇', '乡', '乡村级'],
  stage: ['五公开环节', '五公开', '公开环节'],
  movedTo: ['移交部门', '划转部门', '移交审批部门'],
  isMandatory: ['是否必公开', '必公开'],
  isInForce: ['是否现行有效', '是否有效', '现行有效'],
};

/** What a group of columns may be called together; a heading that repeats it means the same. */
const GROUPS = ['公开对象', '公开方式', '公开层级', '公开事项'].map(folded);
const BRACKETED = /[([【〔][^)\]】〕]*[)\]】〕]/g;
const SIGNS = /[()[\]【】〔〕,、.。:;/\\|·—–\-_*]/g;

const KINDS = new Map(
  COLUMN_KINDS.flatMap((kind) => WORDS[kind].map((word) => [folded(word).replaceAll(SIGNS, ''), kind] as const)),
);

/**
 * The column that a heading names, by near match: width, spaces, line breaks, signs, what stands in brackets and the
 * name of its group make no difference.
 */
export function columnKind(heading: string): ColumnKind | null {
  const text = folded(heading);
  const plain = text.replaceAll(SIGNS, '');
  const unbracketed = text.replaceAll(BRACKETED, '').replaceAll(SIGNS, '');
  for (const words of [plain, unbracketed]) {
    const group = GROUPS.find((name) => words.startsWith(name) && words.length > name.length);
    const kind = KINDS.get(words) ?? (group === undefined ? undefined : KINDS.get(words.slice(group.length)));
    if (kind !== undefined) return kind;
  }
  return null;
}

/** What the official layout calls a column. */
export function headingOf(kind: ColumnKind): string {
  return WORDS[kind][0] ?? kind;
}
