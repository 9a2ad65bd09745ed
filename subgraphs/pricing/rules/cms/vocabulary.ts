/** The kinds of billing code that the template knows; the last two since version 3. */
export const CODE_TYPES: ReadonlySet<string> = new Set(
  (
    'CPT HCPCS ICD DRG MS-DRG R-DRG S-DRG APS-DRG AP-DRG APR-DRG TRIS-DRG APC NDC HIPPS LOCAL EAPG CDT RC CDM ' +
    'CMG MS-LTC-DRG'
  ).split(' '),
);

/** Where an item is given. */
export const SETTINGS: ReadonlySet<string> = new Set(['inpatient', 'outpatient', 'both']);

/** Who bills for it; a column that the template leaves free. */
export const BILLING_CLASSES: ReadonlySet<string> = new Set(['facility', 'professional', 'both']);

/** How a charge was agreed with a payer. */
export const METHODOLOGIES: ReadonlySet<string> = new Set([
  'case rate',
  'fee schedule',
  'percent of total billed charges',
  'per diem',
  'other',
]);

/** In what a drug is measured. */
export const DRUG_UNITS: ReadonlySet<string> = new Set(['GR', 'ME', 'ML', 'UN', 'F2', 'EA', 'GM']);

/** The states and territories that license hospitals. */
export const STATES: ReadonlySet<string> = new Set(
  (
    'AL AK AS AZ AR CA CO CT DE DC FL FM GA GU HI ID IL IN IA KS KY LA MA MD ME MH MI MN MO MP MS MT NC ND NE NH NJ ' +
    'NM NV NY OH OK OR PA PR PW RI SC SD TN TX UT VA VI VT WA WI WV WY'
  ).split(' '),
);

/** How many were billed with a payer, where the file says so: none, few, or the number. */
export const COUNT = /^(?:0|1 through 10|1[1-9]|[2-9]\d|[1-9]\d{2,})$/i;

/** What hospitals used to write for an amount that they did not know. */
export const NINE_NINES = '999999999';
