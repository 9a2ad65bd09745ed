/** One tier of a province, the highest first, and what else lists call it. */
interface SampleTier {
  readonly province: string;
  readonly tier: string;
  readonly synonyms: readonly string[];
}

/** The tiers of two provinces in the words of their own price tables: by classes in 江苏, by levels and grades in 四川. */
export const priceTiers: readonly SampleTier[] = [
  ...['三类', '二类', '一类'].map((word) => ({ province: '320000', tier: `${word}医院`, synonyms: [word] })),
  ...['三级甲等', '三级乙等', '二级甲等', '二级乙等'].map((tier) => ({
    province: '510000',
    tier,
    synonyms: [`${tier.charAt(0)}${tier.charAt(2)}`, `${tier}医院`],
  })),
];
