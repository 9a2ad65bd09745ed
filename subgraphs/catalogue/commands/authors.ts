import type { Role } from '../../../core/viewer.ts';

/** Who writes a region's catalogue and what stands under it. */
export const AUTHORS: readonly Role[] = ['EDITOR', 'PUBLISHER'];
