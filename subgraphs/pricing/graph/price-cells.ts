import { builder } from '../builder.ts';
import { Price } from './price.ts';

/** A number of per cent, as decimal text. */
interface Percent {
  toFixed(): string;
}

const percent = (value: Percent | null): string | null => value?.toFixed() ?? null;

builder.prismaObjectFields(Price, (t) => ({
  surchargePercent: t.string({
    nullable: true,
    description:
      'Of a surcharge (加收): by how many per cent of another price it adds to that, exact decimal text such as "30" (rule H13).',
    resolve: ({ surchargePercent }) => percent(surchargePercent),
  }),
  insuranceClass: t.exposeString('insuranceClass', {
    nullable: true,
    description: 'The insurance class (医保类别): 甲, 乙 or 丙; null when the list does not say.',
  }),
  selfPayPercent: t.string({
    nullable: true,
    description: 'What of it the insured pays first (自付比例), in per cent, exact decimal text such as "10".',
    resolve: ({ selfPayPercent }) => percent(selfPayPercent),
  }),
  paymentStandard: t.expose('paymentStandard', {
    type: 'Yuan',
    nullable: true,
    description: 'What insurance pays at most (医保支付标准), in yuan; never the price (rule H13).',
  }),
  basis: t.exposeString('basis', { nullable: true, description: 'The document that sets the price (文号依据).' }),
}));

/** Cells of services. */
builder.prismaObjectFields(Price, (t) => ({
  nationalCode: t.exposeString('nationalCode', {
    nullable: true,
    description:
      'Of a service: the 15 digits of its national code (国家医保医疗服务项目代码), where the list gives a local code beside it.',
  }),
  content: t.exposeString('content', {
    nullable: true,
    description: 'Of a service: what it comprises (项目内涵, rule H9).',
  }),
  exclusions: t.exposeString('exclusions', {
    nullable: true,
    description: 'Of a service: what is charged beside it (除外内容, rule H9).',
  }),
}));

/** Cells of drugs and consumables. */
builder.prismaObjectFields(Price, (t) => ({
  manufacturer: t.exposeString('manufacturer', {
    nullable: true,
    description: 'Of a drug or consumable: who makes it (生产企业, rules H9, H10).',
  }),
  brandName: t.exposeString('brandName', {
    nullable: true,
    description: 'Of a drug or consumable: the name it is sold under (商品名).',
  }),
  dosageForm: t.exposeString('dosageForm', {
    nullable: true,
    description: 'Of a drug: the form in which it is given (剂型, rule H10).',
  }),
  packaging: t.exposeString('packaging', {
    nullable: true,
    description: 'Of a drug or consumable: how it is packed (包装).',
  }),
  approvalNumber: t.exposeString('approvalNumber', {
    nullable: true,
    description:
      'Of a drug the approval number (批准文号), of a consumable the registration or filing number (注册证号, 备案号).',
  }),
  standardCode: t.exposeString('standardCode', {
    nullable: true,
    description: 'Of a drug: the 14 digits of its standard code (本位码).',
  }),
  procurement: t.exposeString('procurement', {
    nullable: true,
    description: "Of a drug or consumable: in which centralised procurement (集采) it was bought, in the list's words.",
  }),
}));
