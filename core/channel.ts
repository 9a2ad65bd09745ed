/**
 * The thirteen channels of disclosure (公开渠道和载体) that a catalogue item ticks, in the order of the official form.
 *
 * @see rule C6
 */
export const CHANNELS = [
  'GOVERNMENT_WEBSITE',
  'GOVERNMENT_GAZETTE',
  'NEW_MEDIA',
  'PRESS_CONFERENCE_OR_HEARING',
  'BROADCAST',
  'PRINT_MEDIA',
  'READING_POINT',
  'SERVICE_CENTRE',
  'SERVICE_STATION',
  'ON_SITE',
  'NOTICE_BOARD',
  'TARGETED_PUSH',
  'OTHER',
] as const;
export type Channel = (typeof CHANNELS)[number];
