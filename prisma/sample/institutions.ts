import { sampleId } from './sample-id.ts';
import type { SampleInstitution } from './shapes.ts';

/** The GB/T 2260 codes of the places where the sample plays. */
export const JINCHENG = '140500';
export const ZHANGZI = '140428';

/** A county of 晋城市: its code, its name, and how its bureau signs a document number. */
export interface County {
  readonly code: string;
  readonly name: string;
  readonly sign: string;
}

export const COUNTIES: readonly County[] = [
  { code: '140502', name: '城区', sign: '城卫体字' },
  { code: '140521', name: '沁水县', sign: '沁卫体字' },
  { code: '140522', name: '阳城县', sign: '阳卫体字' },
  { code: '140524', name: '陵川县', sign: '陵卫体字' },
  { code: '140525', name: '泽州县', sign: '泽卫体字' },
  { code: '140581', name: '高平市', sign: '高卫体字' },
];

function body(name: string, regionCode: string, superior: SampleInstitution | null = null): SampleInstitution {
  const id = sampleId('institution', name);
  const superiorId = superior?.id ?? null;
  return { id, name, kind: 'HEALTH_AUTHORITY', regionCode, hospitalGrade: null, superiorId, isSample: false };
}

/** The issuing bodies of the five notices, by their true names. */
export const issuers = {
  jincheng: body('晋城市卫生健康委员会', JINCHENG),
  zhongwei: body('中卫市卫生和计划生育局', '640500'),
  jinan: body('济南市卫生健康委员会', '370100'),
  zhangzi: body('长子县卫生健康和体育局', ZHANGZI),
  shanghai: body('上海市卫生健康委员会', '310000'),
} as const;

/** The bureaux of health and sports (卫生健康和体育局) of the counties of 晋城市, by the county's code. */
const bureaux = new Map(
  COUNTIES.map(({ code, name }) => {
    const full = `${name === '城区' ? '晋城市城区' : name}卫生健康和体育局`;
    return [code, body(full, code, issuers.jincheng)];
  }),
);

/** The health authority of a county of 晋城市. */
export function bureauOf(county: County): SampleInstitution {
  const bureau = bureaux.get(county.code);
  if (bureau === undefined) throw new RangeError(`Expected a county of 晋城市, got ${county.code}`);
  return bureau;
}

function hospital(name: string, regionCode: string, grade: string): SampleInstitution {
  const county = bureaux.get(regionCode);
  const superiorId = (county ?? Object.values(issuers).find((issuer) => issuer.regionCode === regionCode))?.id ?? null;
  const id = sampleId('institution', name);
  return {
    id,
    name: `${name}（样例）`,
    kind: 'HOSPITAL',
    regionCode,
    hospitalGrade: grade,
    superiorId,
    isSample: true,
  };
}

/** Ten hospitals that do not exist. */
export const hospitals: readonly SampleInstitution[] = [
  hospital('丹河综合医院', JINCHENG, '三级甲等'),
  hospital('太行中医医院', JINCHENG, '三级乙等'),
  hospital('城区凤台医院', '140502', '二级甲等'),
  hospital('沁水县沁河医院', '140521', '二级甲等'),
  hospital('阳城县濩泽医院', '140522', '二级甲等'),
  hospital('陵川县崇文医院', '140524', '二级乙等'),
  hospital('泽州县金村医院', '140525', '二级乙等'),
  hospital('高平市长平医院', '140581', '二级甲等'),
  hospital('长子县丹朱医院', ZHANGZI, '二级甲等'),
  hospital('济南泉城综合医院', '370100', '三级甲等'),
];

function scope(name: string, regionCode: string): SampleInstitution {
  const id = sampleId('institution', name);
  return {
    id,
    name: `${name}（样例）`,
    kind: 'OTHER',
    regionCode,
    hospitalGrade: null,
    superiorId: null,
    isSample: true,
  };
}

/** For whom the prices that were found in public sources stand; only one source names a hospital. */
export const scopes = {
  jiangsuServices: scope('江苏省公立医疗机构·医疗服务项目价格', '320000'),
  jiangsuNursing: scope('江苏省公立医疗机构·护理价格', '320000'),
  mianyang: scope('绵阳市公立医疗机构', '510700'),
  harbin: {
    id: sampleId('institution', '哈工大校医院'),
    name: '哈工大校医院',
    kind: 'HOSPITAL',
    regionCode: '230100',
    hospitalGrade: null,
    superiorId: null,
    isSample: false,
  },
  unplaced: scope('地区未注明的医院（暂挂山西省）', '140000'),
} as const satisfies Record<string, SampleInstitution>;

/** Every institution, superiors first. */
export const institutions: readonly SampleInstitution[] = [
  ...Object.values(issuers),
  ...bureaux.values(),
  ...hospitals,
  ...Object.values(scopes),
];
