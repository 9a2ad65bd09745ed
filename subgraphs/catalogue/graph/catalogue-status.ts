import { builder } from '../builder.ts';

export const CatalogueStatus = builder.enumType('CatalogueStatus', {
  description: 'How far a catalogue has come with the body that reviews it.',
  values: {
    DRAFT: { description: 'Being written; for staff only.' },
    FILED: { description: 'Filed with the superior (备案) and not yet decided; for staff only.' },
    RETURNED: { description: 'Returned with opinions; for staff only.' },
    APPROVED: { description: 'Approved by the superior.' },
    SUPERSEDED: {
      description: 'Was approved, and a later edition was too; it holds until the day before `effectiveUntil`.',
    },
  },
});
