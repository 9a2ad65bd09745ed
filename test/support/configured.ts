/** How subgraphs of tests are configured. */
export const CONFIGURED = {
  sealingKey: new Uint8Array(32).fill(7),
  retentionYears: 3,
  handling: { alarmDistances: [86_400_000, 14_400_000, 3_600_000], mostForwardings: 3 },
} as const;
