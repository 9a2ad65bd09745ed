import { builder } from '../../builder.ts';
import type { MaskedPassage as Passage, PassageKind } from '../../rules/privacy/passage.ts';

const KINDS = {
  NAME: { description: 'A name (姓名).' },
  PHONE: { description: "A person's telephone number (电话), mobile or fixed." },
  ID_NUMBER: { description: 'An identity number (居民身份号码) whose check is right, or one of the old form.' },
  ADDRESS: { description: 'A home address (住址), from the street or the estate down to the door.' },
  EMAIL: { description: 'An address of electronic mail (邮箱).' },
  BANK_CARD: { description: 'The number of a bank card (银行卡号) whose check is right.' },
  PASSPORT: { description: 'The number of a passport or a travel permit (护照、通行证).' },
  PLATE: { description: 'A licence plate (车牌号).' },
  WECHAT: { description: 'A WeChat account (微信号).' },
  QQ: { description: 'A QQ account (QQ号).' },
} satisfies Record<PassageKind, { description: string }>;

const PersonalDataKind = builder.enumType('PersonalDataKind', {
  description: 'A kind of personal data that is masked before a text is published.',
  values: KINDS,
});

export const MaskedPassage = builder.objectRef<Passage>('MaskedPassage').implement({
  description: 'Where personal data stood in a text that was handed in; never what stood there.',
  fields: (t) => ({
    kind: t.field({ type: PersonalDataKind, description: 'What it was.', resolve: ({ kind }) => kind }),
    at: t.exposeInt('at', { description: 'Where it began, in UTF-16 units, as JavaScript and Java count them.' }),
    length: t.exposeInt('length', { description: 'How long it was, in UTF-16 units.' }),
  }),
});
