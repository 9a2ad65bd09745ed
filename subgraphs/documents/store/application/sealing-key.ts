import { sealingKeyCheck } from '../../../kit/sealing-key.ts';

/** What is wrong with the key that seals, as a sentence for people; null when nothing is. */
export const sealingKeyProblem = sealingKeyCheck('documents');
