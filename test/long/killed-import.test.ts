import { vi } from 'vitest';

// The same test as in every run, with many more kills.
vi.stubEnv('KILLS', '60');
await import('../subgraphs/pricing/killed-import.test.ts');
