import { vi } from 'vitest';

// The same test as in every run, with many more kills.
vi.stubEnv('KILLS', '40');
await import('../subgraphs/sentiment/alarms/killed.test.ts');
