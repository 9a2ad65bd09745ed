import { builder } from '../../builder.ts';
import type { Rumour } from '../../store/opinion/rumours.ts';

/** A rumour; what it says stands in `rumour.ts`, for it names answers, which name rumours. */
export const RumourRef = builder.objectRef<Rumour>('Rumour');
