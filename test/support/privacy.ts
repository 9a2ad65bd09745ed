/** How subgraphs of tests seal what is personal, and for how long they keep it. */
export const PRIVACY = { sealingKey: new Uint8Array(32).fill(7), retentionYears: 3 } as const;
