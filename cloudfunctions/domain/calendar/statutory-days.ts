/**
 * The statutory days of each year, copied by hand from the State Council's yearly notice.
 *
 * Adding a year: append one literal. A year that is missing makes every deadline that touches it
 * provisional (see `working-days.ts`); the notice usually comes out in November. The law test
 * `test/laws/calendar.test.ts` compares each day of each year with two independent libraries.
 */

/** One break of a notice: the days off, both ends included, and the weekend days worked instead. */
export interface StatutoryBreak {
  /** The festival's Chinese name, as the notice has it. */
  name: string;
  /** First day off, ISO day. */
  from: string;
  /** Last day off, ISO day. */
  to: string;
  /** Make-up working days (调休上班), which may lie on either side of the break. */
  worked: readonly string[];
}

/** A year's notice: where it can be read, and what it orders. */
export interface StatutoryYear {
  notice: { number: string; issuedOn: string; address: string };
  breaks: readonly StatutoryBreak[];
}

/** The years whose notice is known. */
export const statutoryYears: Readonly<Record<number, StatutoryYear>> = {
  2024: {
    notice: {
      number: '国办发明电〔2023〕7号',
      issuedOn: '2023-10-25',
      address: 'https://www.gov.cn/zhengce/content/202310/content_6911527.htm',
    },
    breaks: [
      { name: '元旦', from: '2024-01-01', to: '2024-01-01', worked: [] },
      // New Year's Eve (9 February) is only "encouraged" leave in this notice, so it counts as a working day.
      { name: '春节', from: '2024-02-10', to: '2024-02-17', worked: ['2024-02-04', '2024-02-18'] },
      { name: '清明节', from: '2024-04-04', to: '2024-04-06', worked: ['2024-04-07'] },
      { name: '劳动节', from: '2024-05-01', to: '2024-05-05', worked: ['2024-04-28', '2024-05-11'] },
      { name: '端午节', from: '2024-06-10', to: '2024-06-10', worked: [] },
      { name: '中秋节', from: '2024-09-15', to: '2024-09-17', worked: ['2024-09-14'] },
      { name: '国庆节', from: '2024-10-01', to: '2024-10-07', worked: ['2024-09-29', '2024-10-12'] },
    ],
  },
  2025: {
    notice: {
      number: '国办发明电〔2024〕12号',
      issuedOn: '2024-11-12',
      address: 'https://www.gov.cn/zhengce/content/202411/content_6986382.htm',
    },
    breaks: [
      { name: '元旦', from: '2025-01-01', to: '2025-01-01', worked: [] },
      { name: '春节', from: '2025-01-28', to: '2025-02-04', worked: ['2025-01-26', '2025-02-08'] },
      { name: '清明节', from: '2025-04-04', to: '2025-04-06', worked: [] },
      { name: '劳动节', from: '2025-05-01', to: '2025-05-05', worked: ['2025-04-27'] },
      { name: '端午节', from: '2025-05-31', to: '2025-06-02', worked: [] },
      { name: '国庆节、中秋节', from: '2025-10-01', to: '2025-10-08', worked: ['2025-09-28', '2025-10-11'] },
    ],
  },
  2026: {
    notice: {
      number: '国办发明电〔2025〕7号',
      issuedOn: '2025-11-04',
      address: 'https://www.gov.cn/zhengce/content/202511/content_7047090.htm',
    },
    breaks: [
      { name: '元旦', from: '2026-01-01', to: '2026-01-03', worked: ['2026-01-04'] },
      { name: '春节', from: '2026-02-15', to: '2026-02-23', worked: ['2026-02-14', '2026-02-28'] },
      { name: '清明节', from: '2026-04-04', to: '2026-04-06', worked: [] },
      { name: '劳动节', from: '2026-05-01', to: '2026-05-05', worked: ['2026-05-09'] },
      { name: '端午节', from: '2026-06-19', to: '2026-06-21', worked: [] },
      { name: '中秋节', from: '2026-09-25', to: '2026-09-27', worked: [] },
      { name: '国庆节', from: '2026-10-01', to: '2026-10-07', worked: ['2026-09-20', '2026-10-10'] },
    ],
  },
};
