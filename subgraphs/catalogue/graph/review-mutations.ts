import { answerOf, orRefused } from '../../kit/answer.ts';
import { builder } from '../builder.ts';
import { approveCatalogue } from '../commands/approve-catalogue.ts';
import { fileCatalogue } from '../commands/file-catalogue.ts';
import { returnCatalogue } from '../commands/return-catalogue.ts';
import { ReviewOpinionInput } from './catalogue-inputs.ts';
import { Catalogue } from './catalogue.ts';

const FileCatalogueResult = answerOf(builder, 'FileCatalogueResult', 'Catalogue', Catalogue);
const ReturnCatalogueResult = answerOf(builder, 'ReturnCatalogueResult', 'Catalogue', Catalogue);
const ApproveCatalogueResult = answerOf(builder, 'ApproveCatalogueResult', 'Catalogue', Catalogue);

const filedId = { required: true, description: 'An edition that is filed.' } as const;
const REVIEWER =
  'Role: REVIEWER of the nearest region above (of the province itself for a province), by another account than the one that filed.';

builder.mutationFields((t) => ({
  fileCatalogue: t.field({
    type: FileCatalogueResult,
    args: { id: t.arg.id({ required: true, description: 'An edition that is a draft or returned.' }) },
    description:
      "Files an edition with the superior (备案, rule C10). It must have every mandatory item of the superior's edition in force, none weaker; each one that is not so is refused with its rules. Roles: EDITOR, PUBLISHER of the region.",
    resolve: (_root, args, context) => orRefused(fileCatalogue(args, context)),
  }),
  returnCatalogue: t.field({
    type: ReturnCatalogueResult,
    args: {
      id: t.arg.id(filedId),
      opinions: t.arg({ type: [ReviewOpinionInput], required: true, description: 'What is wrong, item by item.' }),
      note: t.arg.string({ description: 'What is wrong with the whole; needed when there is no opinion.' }),
      refileBy: t.arg({ type: 'Date', description: 'The last day to file again; not past.' }),
    },
    description: `Returns a filed edition with opinions (修改意见, rule C11), to be mended and filed again. ${REVIEWER}`,
    resolve: (_root, { id, opinions, note, refileBy }, context) =>
      orRefused(returnCatalogue({ id, opinions, note: note ?? null, refileBy: refileBy ?? null }, context)),
  }),
  approveCatalogue: t.field({
    type: ApproveCatalogueResult,
    args: { id: t.arg.id(filedId), note: t.arg.string({ description: 'A word of the reviewer.' }) },
    description: `Approves a filed edition (rule C11): it is public from now on and holds from its \`effectiveOn\`, or from today when that is past; the edition before is superseded from that day. ${REVIEWER}`,
    resolve: (_root, { id, note }, context) => orRefused(approveCatalogue({ id, note: note ?? null }, context)),
  }),
}));
