import { vi } from 'vitest';

// The same test as in every run, with many more kills.
vi.stubEnv('KILLS', '100');
await import('../aggregator/killed.test.ts');
