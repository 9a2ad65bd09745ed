import { builder } from '../builder.ts';

export const PriceKind = builder.enumType('PriceKind', {
  description: 'What a price list holds prices of (rule H1).',
  values: {
    SERVICE: { description: 'Medical services (医疗服务项目).' },
    DRUG: { description: 'Drugs (药品).' },
    CONSUMABLE: { description: 'Medical consumables (医用耗材).' },
  },
});

export const PricingMode = builder.enumType('PricingMode', {
  description: 'How a price comes about (价格管理形式, rule H6).',
  values: {
    GOVERNMENT_GUIDED: { description: 'Guided by the government (政府指导价).' },
    MARKET_REGULATED: { description: 'Left to the market (市场调节价).' },
  },
});
