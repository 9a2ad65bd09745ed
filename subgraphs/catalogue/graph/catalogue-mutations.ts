import { answerOf, orRefused } from '../../kit/answer.ts';
import { builder } from '../builder.ts';
import { adoptSuperiorEdition } from '../commands/adopt-superior-edition.ts';
import { amendCatalogueDraft } from '../commands/amend-catalogue-draft.ts';
import { deriveCatalogue } from '../commands/derive-catalogue.ts';
import { discardCatalogueDraft } from '../commands/discard-catalogue-draft.ts';
import { putCatalogueItem } from '../commands/put-catalogue-item.ts';
import { removeCatalogueItem } from '../commands/remove-catalogue-item.ts';
import { AmendCatalogueDraftInput, CatalogueItemInput, DeriveCatalogueInput } from './catalogue-inputs.ts';
import { CatalogueItem } from './catalogue-item.ts';
import { Catalogue } from './catalogue.ts';

builder.mutationType({ description: 'What signed-in staff may change.' });

const DiscardedCatalogue = builder.objectRef<{ id: string; edition: string }>('DiscardedCatalogue').implement({
  description: 'An edition that was thrown away.',
  fields: (t) => ({
    id: t.exposeID('id', { description: 'The id that it had.' }),
    edition: t.exposeString('edition', { description: 'What it was called.' }),
  }),
});

const DeriveCatalogueResult = answerOf(builder, 'DeriveCatalogueResult', 'Catalogue', Catalogue);
const AmendCatalogueDraftResult = answerOf(builder, 'AmendCatalogueDraftResult', 'Catalogue', Catalogue);
const AdoptSuperiorEditionResult = answerOf(builder, 'AdoptSuperiorEditionResult', 'Catalogue', Catalogue);
const PutCatalogueItemResult = answerOf(builder, 'PutCatalogueItemResult', 'CatalogueItem', CatalogueItem);
const RemoveCatalogueItemResult = answerOf(builder, 'RemoveCatalogueItemResult', 'Catalogue', Catalogue);
const DiscardResult = answerOf(builder, 'DiscardCatalogueDraftResult', 'DiscardedCatalogue', DiscardedCatalogue);

const draftId = { required: true, description: 'An edition that is a draft or returned.' } as const;

builder.mutationFields((t) => ({
  deriveCatalogue: t.field({
    type: DeriveCatalogueResult,
    args: { input: t.arg({ type: DeriveCatalogueInput, required: true, description: 'The new edition.' }) },
    description:
      "Opens a new edition as a draft: every item of the edition in force above it (rule C1), and what is the region's own. Where nothing above has a catalogue, it goes on from the region's edition before, or begins empty. One edition at a time. Roles: EDITOR, PUBLISHER of the region. Next: `putCatalogueItem`, then `fileCatalogue`.",
    resolve: (_root, args, context) => orRefused(deriveCatalogue(args, context)),
  }),
  amendCatalogueDraft: t.field({
    type: AmendCatalogueDraftResult,
    args: {
      id: t.arg.id(draftId),
      input: t.arg({ type: AmendCatalogueDraftInput, required: true, description: 'What it shall say.' }),
    },
    description: 'Changes the name, title or days of a draft. Roles: EDITOR, PUBLISHER of the region.',
    resolve: (_root, args, context) => orRefused(amendCatalogueDraft(args, context)),
  }),
  adoptSuperiorEdition: t.field({
    type: AdoptSuperiorEditionResult,
    args: { id: t.arg.id(draftId) },
    description:
      "Brings a draft level with the superior's edition in force: adds what it lacks and lifts what is weaker or incomplete; its own wording stays where it has all that the superior's has. The items of the draft get new ids. Roles: EDITOR, PUBLISHER of the region.",
    resolve: (_root, args, context) => orRefused(adoptSuperiorEdition(args, context)),
  }),
  discardCatalogueDraft: t.field({
    type: DiscardResult,
    args: { id: t.arg.id(draftId) },
    description: 'Throws a draft away, so that another edition can be opened. Roles: EDITOR, PUBLISHER of the region.',
    resolve: (_root, args, context) => orRefused(discardCatalogueDraft(args, context)),
  }),
}));

builder.mutationFields((t) => ({
  putCatalogueItem: t.field({
    type: PutCatalogueItemResult,
    args: { input: t.arg({ type: CatalogueItemInput, required: true, description: 'The item, whole.' }) },
    description:
      'Adds a local item to a draft, or changes one of its items as a whole. An item kept from the superior may not ask for less: no narrower audience, longer time limit, fewer levels, on request in place of proactively (refused with rules C1, C4). Roles: EDITOR, PUBLISHER of the region.',
    resolve: (_root, { input }, context) => {
      const { catalogue, item, category: categoryCode, ...columns } = input;
      const bases = columns.bases.map(({ title, article }) => ({ title, article: article ?? null }));
      const { code = null, stage = null, movedTo = null } = columns;
      const { isMandatory, isInForce } = columns;
      const whole = {
        ...{ ...columns, bases, categoryCode, code, stage, movedTo },
        ...{ channels: [...new Set(columns.channels)], levels: [...new Set(columns.levels)] },
        ...{ isMandatory: isMandatory ?? true, isInForce: isInForce ?? true },
      };
      return orRefused(putCatalogueItem({ catalogue, item: item ?? null, columns: whole }, context));
    },
  }),
  removeCatalogueItem: t.field({
    type: RemoveCatalogueItemResult,
    args: { id: t.arg.id({ required: true, description: 'The item of a draft.' }) },
    description:
      'Takes a local item out of a draft. An item that the superior holds mandatory stays (refused with rules C1, C2). Roles: EDITOR, PUBLISHER of the region.',
    resolve: (_root, args, context) => orRefused(removeCatalogueItem(args, context)),
  }),
}));
