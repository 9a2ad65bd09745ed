import type { PriceKind, PriceRow } from '../price-row.ts';

/** What a column of a list gives: a cell of a price, one half of it, or something that prices have no cell for. */
export type ColumnCell =
  | Exclude<keyof PriceRow, 'amountUpTo' | 'amountText' | 'surchargePercent'>
  /** The model (型号) that stands beside the specification. */
  | 'model'
  /** The day from which this price holds (执行日期). */
  | 'effectiveOn'
  | 'ignored';

/** The words of a cell; those of an earlier line are the better ones where a list has several columns for it. */
export type Words = Readonly<Partial<Record<ColumnCell, readonly string[]>>>;

/** What all three kinds of list call their columns, as hospitals and provinces write them; words are parted by spaces. */
const EVERY_KIND: Words = {
  unit: [
    '计价单位 单位 计量单位 收费单位 计费单位 销售单位 零售单位 制剂单位 单位名称 计价单位名称 计量单位名称 最小计价单位 最小销售单位 价格单位 unit',
    '最小单位 包装单位 unitofmeasure uom',
  ],
  amount: [
    '执行价格 执行价 本院价格 本院执行价 本院执行价格 我院价格 医院执行价格 实际执行价格 现行价格 现行价 现价 现执行价 现执行价格 调整后价格 调整后 调后价格 调后价 新价格 执行标准 实际收费 实际价格',
    '价格 单价 收费标准 收费价格 零售价 零售价格 销售价 销售价格 售价 金额 标准 收费 收费金额 价钱 价位 定价 物价 项目价格 现行收费标准 价格标准 执行收费标准 物价收费标准 公示价格 公示价 收费单价 销售单价 零售单价 计价 price unitprice retailprice pricecny priceyuan pricermb amount charge fee',
    '政府指导价 指导价 指导价格 政府指导价格 基准价 基准价格 政府定价 挂网价 挂网价格 中标价 中标价格 中选价 中选价格 集采价 集采价格 集采中选价 集采中选价格 中标挂网价 挂网中标价',
  ],
  ceiling: [
    '最高限价 限价 最高价 最高价格 最高指导价 政府最高指导价 指导价上限 政府指导价上限 上限价 最高零售价 最高零售限价 最高收费标准 价格上限 上限 最高销售价 最高政府指导价 医保限价 政府限价 最高限额 最高有效价 ceiling maximumprice maxprice pricecap ceilingprice',
  ],
  paymentStandard: [
    '医保支付标准 支付标准 医保报销价格 医保支付价 医保支付价格 支付价 支付价格 医保付费标准 医保限额 医保支付限价 医保支付限额 支付限额 报销标准 医保报销标准 医保支付上限 医保最高支付标准 基金支付标准 统筹支付标准 医保结算价 医保支付 医保价 医保价格 paymentstandard insurancepaymentstandard',
  ],
  mode: [
    '价格形式 价格管理形式 定价方式 管理形式 定价形式 作价方式 价格管理方式 价格类型 价格属性 价格性质 定价类型 价格类别 管理方式 作价形式 定价属性 mode pricemode pricingmode priceform pricetype',
  ],
  insuranceClass: [
    '医保类别 医保属性 报销类别 医保类型 医保等级 医保分类 医保甲乙类 甲乙类 甲乙类别 医保目录类别 支付类别 医保支付类别 目录类别 报销类型 报销属性 统筹类别 医保标识 医保级别 医保支付等级 收费等级 insuranceclass insurancecategory',
    '医保 医保目录 费用类别',
  ],
  selfPayPercent: [
    '自付比例 医保自付比例 个人自付比例 先行自付比例 个人先行自付比例 先自付比例 首先自付比例 首自付比例 自负比例 个人自负比例 乙类自付比例 自理比例 先行自付 自付 自付率 selfpaypercent selfpayratio selfpay',
  ],
  basis: [
    '文号依据 依据文号 文件依据 价格依据 政策依据 收费依据 定价依据 执行依据 依据 文号 文件号 文件文号 执行文号 物价文号 政策文号 价格文号 收费文号 物价批文 批文 依据文件 文件 文件名称 政策文件 收费依据文号 basis',
  ],
  effectiveOn: [
    '执行日期 生效日期 执行时间 生效时间 启用日期 启用时间 开始日期 起始日期 价格执行日期 价格执行时间 价格生效日期 开始执行日期 执行起始日期 effectivedate effectiveon effectivefrom',
  ],
  tier: [
    '医院等级 等级 医疗机构等级 机构等级 医院级别 级别 医疗机构级别 机构级别 价格等级 价格档次 档次 档位 适用等级 医院等次 医疗机构类别 等次 医院类别 收费级别 tier level hospitallevel hospitaltier',
  ],
  condition: ['交易条件 适用条件 收费条件 计价条件 适用人群 适用对象 人群 费别 condition'],
  ignored: [
    '序号 编次 序 no. no number 行号 项次 电话 联系电话 咨询电话 投诉电话 监督电话 科室 执行科室 使用科室 备用 数量 库存 拼音码 五笔码 助记码 拼音 简码 检索码 输入码 类别 分类 大类 小类 项目分类 项目类别 费用分类 财务分类 财务类别 收费类别 统计类别 发票类别 核算类别 病案分类 一级分类 二级分类 三级分类 一级目录 二级目录 三级目录 状态 是否有效 是否停用 停用标志 截止日期 结束日期 失效日期 终止日期 更新日期 更新时间 公示日期 公示时间 原价 原价格 原价位 调整前价格 调整前 调前价格 调前价 旧价格 原执行价格 原收费标准 原零售价 上期价格 进价 进货价 采购价 采购价格 购进价 购入价 成本价 成本 批发价 不含税价 不含税价格 加成率 加价率 差价 涨幅 调价幅度 幅度 金额合计 合计 医保支付比例 支付比例 报销比例 医保报销比例 报销 供应商 供货商 供货单位 供应单位 配送企业 配送公司 配送单位 地区 区域 省份 机构 机构名称 医疗机构 医疗机构名称 医院 医院名称 院区 来源 区划 region source hospital',
  ],
};

const SERVICE: Words = {
  code: [
    '项目编码 收费编码 项目代码 收费项目编码 收费项目代码 物价编码 物价代码 收费代码 价格编码 编码 代码 服务项目编码 服务项目代码 省编码 省级编码 省码 省项目编码 地方编码 地方代码 地方项目编码 本地编码 本省编码 省物价编码 财务编码 物价码 项目编码和代码 code itemcode servicecode',
    '项目编号 物价编号 收费编号 项目码 收费码',
    '编号 院内编码 院内代码 医院编码 内部编码 自编码 his编码 本院编码',
  ],
  nationalCode: [
    '国家医保编码 国家编码 国家代码 国家项目编码 国家项目代码 国家医保代码 国家医保项目编码 国家医保项目代码 国家医疗服务项目代码 国家医疗服务项目编码 医保国家编码 医保国家代码 国家码 国标码 国家医疗保障编码 国家医保码 nationalcode',
    '医保编码 医保代码 医保项目编码 医保项目代码 医保码 贯标码 贯标编码 国家贯标编码 医保贯标编码 医保目录编码 医疗保障编码 insurancecode',
  ],
  name: [
    '项目名称 收费项目名称 收费项目 医疗服务项目名称 医疗服务项目 服务项目名称 服务项目 收费名称 物价名称 名称 服务名称 价格项目名称 医疗服务价格项目名称 医疗服务价格项目 诊疗项目名称 诊疗项目 name itemname item servicename',
    '项目 内容名称 国家项目名称 医保名称 医保项目名称 description',
  ],
  specification: ['规格 规格型号 型号规格 specification spec'],
  manufacturer: ['生产企业 生产厂家 生产厂商 厂家 产地 manufacturer'],
  content: ['项目内涵 内涵 服务内容 项目内容 价格构成 服务产出 诊疗内容 收费内容 项目内涵及说明 内容 content'],
  exclusions: ['除外内容 除外 除外项目 除外材料 除外耗材 除外内容及耗材 可另收费内容 exclusions'],
  note: [
    '计价说明 说明 项目说明 收费说明 计费说明 适用说明 说明及备注',
    '备注 备注说明 注 附注 note notes remark remarks comment',
  ],
  basis: ['批准文号'],
};

const DRUG: Words = {
  code: [
    '医保药品代码 医保药品编码 国家医保药品代码 国家医保药品编码 国家药品代码 国家药品编码 医保编码 医保代码 国家医保编码 国家医保代码 国家编码 国家代码 医保码 贯标码 贯标编码 国家贯标编码 医保贯标编码 药品医保编码 药品医保代码 国家码 insurancecode nationalcode',
    '药品编码 药品代码 编码 代码 项目编码 项目代码 收费编码 物价编码 药品编号 药品码 code drugcode itemcode',
    '编号 院内编码 院内代码 医院编码 内部编码 自编码 his编码 本院编码',
  ],
  name: [
    '通用名 药品通用名 通用名称 药品通用名称 通用名(规格) genericname',
    '药品名称 药名 品名 名称 药品 药品名 品种名称 项目名称 收费项目 收费项目名称 注册名称 药品注册名称 品种 name drugname itemname',
    '医保名称 国家药品名称 医保药品名称 产品名称 物价名称 description',
  ],
  brandName: ['商品名 商品名称 药品商品名 商标名 brandname brand tradename'],
  dosageForm: ['剂型 药品剂型 制剂剂型 注册剂型 dosageform form'],
  specification: ['规格 药品规格 制剂规格 规格型号 注册规格 含量规格 specification spec strength'],
  packaging: [
    '包装规格 包装 包装数量 转换比 转换系数 最小包装 最小包装数量 包装材质 包装单位数量 包装转换比 packaging package packsize',
  ],
  manufacturer: [
    '生产企业 生产厂家 生产厂商 生产商 厂家 厂商 生产企业名称 药品生产企业 企业名称 药厂 生产单位 制造商 制造厂家 产地厂家 厂家产地 生产厂家产地 manufacturer maker producer',
    '产地 上市许可持有人 上市许可持有人名称 持有人 药品上市许可持有人 生产地 origin',
  ],
  approvalNumber: [
    '批准文号 药品批准文号 批文号 国药准字 国药准字号 批准文号注册证号 注册证号 批准文号或注册证号 准字号 approvalnumber',
  ],
  standardCode: ['本位码 药品本位码 国家药品本位码 standardcode'],
  procurement: [
    '集采标识 集采 带量采购 是否集采 集采批次 集中采购 国家集采 集采类型 是否带量采购 带量采购标识 集采药品 中选批次 是否中选 集采标志 集采情况 采购批次 集中带量采购 采购类型 采购方式 procurement',
  ],
  note: ['计价说明 说明 备注 限制使用范围 备注说明 注 附注 药品说明 note notes remark remarks comment'],
};

const CONSUMABLE: Words = {
  code: [
    '医保耗材代码 医保耗材编码 医用耗材代码 医用耗材编码 医保医用耗材代码 医保医用耗材编码 国家医保耗材代码 国家耗材代码 国家耗材编码 医保编码 医保代码 国家医保编码 国家医保代码 国家编码 国家代码 医保码 贯标码 贯标编码 国家贯标编码 耗材医保编码 耗材医保代码 医保通用码 国家码 insurancecode nationalcode',
    '耗材编码 耗材代码 材料编码 材料代码 卫材编码 产品编码 产品代码 编码 代码 项目编码 项目代码 收费编码 物价编码 code itemcode',
    '编号 院内编码 院内代码 医院编码 内部编码 自编码 his编码 本院编码',
  ],
  name: [
    '耗材名称 材料名称 医用耗材名称 卫材名称 卫生材料名称 产品名称 品名 名称 项目名称 收费项目 收费项目名称 耗材 医用材料名称 材料 注册名称 name itemname productname',
    '通用名 通用名称 医保通用名 注册证名称 商品名称 物价名称 品种名称 医保名称 品种 description',
  ],
  brandName: ['品牌 商品名 商标 brandname brand'],
  specification: ['规格型号 型号规格 规格 规格及型号 规格和型号 产品规格 材料规格 specification spec'],
  model: ['型号 产品型号 model'],
  packaging: ['包装规格 包装 包装数量 转换比 packaging package packsize'],
  manufacturer: [
    '生产企业 生产厂家 生产厂商 生产商 厂家 厂商 生产企业名称 企业名称 生产单位 制造商 制造厂家 产地厂家 厂家产地 耗材企业 manufacturer maker producer',
    '产地 注册人 备案人 注册人名称 生产地 origin',
  ],
  approvalNumber: [
    '注册证号 注册证备案号 备案号 注册备案号 注册证编号 注册证 注册号 产品注册证号 产品注册号 医疗器械注册证号 医疗器械注册证 器械注册证号 备案凭证号 注册证号备案号 注册证号或备案号 注册备案凭证号 注册证备案凭证号 批准文号 注册证号备案凭证号 注册证及备案号 registrationnumber approvalnumber',
  ],
  procurement: DRUG.procurement ?? [],
  note: ['计价说明 说明 备注 备注说明 注 附注 note notes remark remarks comment'],
};

/** The words of each column, by the kind of list. */
export const HEADING_WORDS: Readonly<Record<PriceKind, readonly Words[]>> = {
  SERVICE: [SERVICE, EVERY_KIND],
  DRUG: [DRUG, EVERY_KIND],
  CONSUMABLE: [CONSUMABLE, EVERY_KIND],
};

/** What a cell is called where people are told that it is missing. */
export const CELL_NAMES: Readonly<Partial<Record<ColumnCell, string>>> = {
  name: '名称',
  unit: '计价单位',
  amount: '价格',
};
