import type { TimeUnit } from '../../core/working-calendar.ts';

/** From which day, how many days, and where they end: `~` before the day says that the count is provisional. */
export type Vector = readonly [what: string, from: string, days: number, end: string, unit?: TimeUnit];

/** Worked out by hand from the notices of the State Council; the first five are the shared vectors. */
export const VECTORS: readonly Vector[] = [
  ['over Spring Festival 2026, with both make-up days', '2026-01-20', 20, '2026-02-24'],
  ['from just before Spring Festival 2026', '2026-02-10', 20, '2026-03-16'],
  ['over Mid-autumn 2026, with the make-up Sunday', '2026-09-18', 7, '2026-09-29'],
  ['over Mid-autumn and National Day 2026', '2026-09-18', 20, '2026-10-22'],
  ['over Labour Day 2026', '2026-04-28', 5, '2026-05-08'],

  ['no days at all', '2026-10-01', 0, '2026-10-01'],
  ['no days in a year that is not published', '2027-10-01', 0, '2027-10-01'],
  ['from a Friday to the Monday after', '2026-11-20', 1, '2026-11-23'],
  ['from a Saturday as from the Friday before', '2026-11-21', 1, '2026-11-23'],
  ['to the last day before a holiday', '2026-09-29', 1, '2026-09-30'],
  ['from the last day before National Day 2026', '2026-09-30', 1, '2026-10-08'],
  ['from a holiday to the first day worked', '2026-10-03', 1, '2026-10-08'],
  ['to the make-up Saturday after National Day 2026', '2026-09-30', 3, '2026-10-10'],
  ['past the make-up Saturday after National Day 2026', '2026-09-30', 4, '2026-10-12'],
  ['from a make-up day, which is not counted itself', '2026-10-10', 1, '2026-10-12'],
  ['to the make-up Saturday after Labour Day 2026', '2026-04-30', 4, '2026-05-09'],

  ['onto the make-up Sunday before Spring Festival 2020', '2020-01-17', 1, '2020-01-19'],
  ['to the last day before Spring Festival 2020', '2020-01-17', 5, '2020-01-23'],
  ['over Spring Festival 2020 as it was prolonged to 2 February', '2020-01-23', 1, '2020-02-03'],
  ['over the Saturday 1 February 2020, first to be worked and then not', '2020-01-23', 5, '2020-02-07'],

  ['onto the make-up Saturday after National Day 2023', '2023-09-28', 1, '2023-10-07'],
  ['onto the make-up Sunday after National Day 2023', '2023-09-28', 2, '2023-10-08'],
  ['past both make-up days after National Day 2023', '2023-09-28', 3, '2023-10-09'],
  ['onto the make-up Sunday before National Day and Mid-autumn 2025', '2025-09-26', 1, '2025-09-28'],
  ['to the last day before National Day and Mid-autumn 2025', '2025-09-26', 3, '2025-09-30'],
  ['over National Day and Mid-autumn 2025', '2025-09-26', 4, '2025-10-09'],
  ['onto the make-up Saturday after National Day 2025', '2025-09-26', 6, '2025-10-11'],
  ['past the make-up Saturday after National Day 2025', '2025-09-26', 7, '2025-10-13'],
  ["to New Year's Eve of the lunar year, which was worked in 2024", '2024-02-08', 1, '2024-02-09'],
  ['over Spring Festival 2024 onto its make-up Sunday', '2024-02-08', 2, '2024-02-18'],
  ['over the parade days of 2015 onto their make-up Sunday', '2015-09-02', 1, '2015-09-06'],

  ['over the turn to 2025', '2024-12-31', 1, '2025-01-02'],
  ['over the turn to 2026 onto its make-up Sunday', '2025-12-31', 1, '2026-01-04'],
  ['over 31 December 2022, a day off of the notice for 2023', '2022-12-30', 1, '2023-01-03'],
  ['onto 29 December 2018, worked by the notice for 2019', '2018-12-28', 1, '2018-12-29'],
  ['over 31 December 2018, a day off of the notice for 2019', '2018-12-28', 2, '2019-01-02'],
  ['onto the leap day', '2024-02-28', 1, '2024-02-29'],
  ['over the end of a February without a leap day', '2025-02-28', 1, '2025-03-03'],

  ['to the last day of the last published year', '2026-12-25', 4, '2026-12-31'],
  ['one day into a year that is not published', '2026-12-25', 5, '~2027-01-01'],
  ['over a year that is not published', '2026-12-31', 20, '~2027-01-28'],
  ['within a year that is not published', '2027-09-30', 1, '~2027-10-01'],
  ['before the first published year', '2003-12-30', 1, '~2003-12-31'],
  ['onto the first published year', '2003-12-31', 1, '2004-01-02'],

  ['calendar days over a holiday', '2026-09-30', 3, '2026-10-03', 'CALENDAR_DAY'],
  ['thirty calendar days', '2026-01-31', 30, '2026-03-02', 'CALENDAR_DAY'],
  ['calendar days over a leap day', '2024-02-28', 2, '2024-03-01', 'CALENDAR_DAY'],
  ['calendar days into a year that is not published, which moves none', '2026-12-31', 30, '2027-01-30', 'CALENDAR_DAY'],
];
