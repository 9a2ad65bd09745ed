import { refuseIfAny } from '../../../../core/refusal.ts';
import { unpublishedRefusals } from '../../rules/interpretation/interpretation-change.ts';
import { interpretationRefusals } from '../../rules/interpretation/interpretation-input.ts';
import type { DocumentsContext, Interpretation } from '../../store/database.ts';
import { takeSteps } from '../../store/document-steps.ts';
import { permittedInterpretation } from './permitted-interpretation.ts';
import { writtenInterpretation, type InterpretationText } from './written-interpretation.ts';

/**
 * Writes an interpretation anew while it has not gone out.
 *
 * @throws Refused when not permitted, when there is no such interpretation, when it is public, or for input that rules
 *   refuse
 * @see rules I1–I3, I5
 */
export async function amendInterpretation(
  { id, input }: { readonly id: string; readonly input: InterpretationText },
  { db, scope, clock }: DocumentsContext,
): Promise<Interpretation> {
  const { viewer } = scope;
  const data = writtenInterpretation(input);
  return db.$transaction(async (tx) => {
    const roles = ['EDITOR', 'PUBLISHER'] as const;
    const { interpretation, document } = await permittedInterpretation(tx, viewer, { id, roles });
    refuseIfAny([...unpublishedRefusals(interpretation.publishedAt), ...interpretationRefusals(data, document.status)]);
    const note = `修改解读：${data.title}`;
    await takeSteps(tx, [document.id], 'INTERPRETATION_BOUND', { by: viewer?.subject ?? '', at: clock.now(), note });
    return tx.interpretation.update({ where: { id }, data });
  });
}
