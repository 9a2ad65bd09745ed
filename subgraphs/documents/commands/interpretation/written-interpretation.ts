import type { Channel } from '../../../../core/channel.ts';
import type { InterpretationForm, InterpretationStage, InterpreterKind } from '../../store/database.ts';

/** An interpretation as its author writes it. */
export interface InterpretationText {
  readonly title: string;
  readonly body: string;
  readonly forms: readonly InterpretationForm[];
  readonly channels: readonly Channel[];
  readonly stage?: InterpretationStage | null | undefined;
  readonly interpreter?: InterpreterKind | null | undefined;
}

/** The same as it is kept: the first one by the drafting unit unless it says otherwise (I1), nothing twice. */
export function writtenInterpretation({ title, body, forms, channels, stage, interpreter }: InterpretationText) {
  return {
    title: title.trim(),
    body,
    forms: [...new Set(forms)],
    channels: [...new Set(channels)],
    stage: stage ?? 'FIRST',
    interpreter: interpreter ?? 'DRAFTING_UNIT',
  };
}
