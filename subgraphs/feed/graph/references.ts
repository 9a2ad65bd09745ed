import { entityStub } from '../../kit/stubs.ts';
import { builder } from '../builder.ts';

export const Region = entityStub(builder, 'Region', 'code');
export const Institution = entityStub(builder, 'Institution', 'id');
export const Catalogue = entityStub(builder, 'Catalogue', 'id');
export const CatalogueItem = entityStub(builder, 'CatalogueItem', 'id');
export const Disclosure = entityStub(builder, 'Disclosure', 'id');
export const Document = entityStub(builder, 'Document', 'id');
export const Interpretation = entityStub(builder, 'Interpretation', 'id');
export const PriceList = entityStub(builder, 'PriceList', 'id');
export const OpinionEvent = entityStub(builder, 'OpinionEvent', 'id');
export const OpinionResponse = entityStub(builder, 'OpinionResponse', 'id');
export const FailureNotice = entityStub(builder, 'FailureNotice', 'id');
export const CleanUp = entityStub(builder, 'CleanUp', 'id');
export const DecisionCatalogue = entityStub(builder, 'DecisionCatalogue', 'id');
export const MajorDecision = entityStub(builder, 'MajorDecision', 'id');
export const AnnualReport = entityStub(builder, 'AnnualReport', 'id');
