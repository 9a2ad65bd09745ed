import { it } from 'vitest';
import { agreesInCases } from '../rules/documents/application/drawn-cases.ts';

it('agrees with a second, independent clock of applications in 20,000 random cases', () => {
  agreesInCases(20_000);
});
