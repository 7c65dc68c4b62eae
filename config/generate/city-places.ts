/** The provinces by GeoNames' number, with the first two digits of our codes. */
export const provinces: Readonly<Record<string, string>> = {
  ...{ '10': '13', '24': '14', '20': '15', '19': '21', '05': '22', '08': '23', '04': '32', '02': '33' },
  ...{ '01': '34', '07': '35', '03': '36', '25': '37', '09': '41', '12': '42', '11': '43', '30': '44' },
  ...{ '16': '45', '31': '46', '32': '51', '18': '52', '29': '53', '14': '54', '26': '61', '15': '62' },
  ...{ '06': '63', '21': '64', '13': '65' },
};

/** The municipalities, each a province of GeoNames and one city of ours. */
export const municipalities: Readonly<Record<string, string>> = {
  '22': '110100',
  '28': '120100',
  '23': '310100',
  '33': '500100',
};

/** Places that GeoNames files under the prefecture around them, though they are cities by themselves: by province. */
export const placesByName: Readonly<Record<string, string>> = {
  '12 Xiantao': '429004',
  '13 Tumxuk': '659003',
  '13 Wujiaqu': '659004',
  '13 Beitun': '659005',
  '13 Huyanghe': '659010',
};

/**
 * Seats that GeoNames lacks, all of them young cities of Xinjiang: latitude and longitude, set by hand and good to
 * about a tenth of a degree.
 */
export const positionsByHand: Readonly<Record<string, readonly [number, number]>> = {
  '659002': [40.55, 81.28],
  '659006': [41.86, 85.67],
  '659007': [44.84, 82.35],
  '659008': [43.94, 80.99],
  '659009': [37.21, 79.29],
  '659011': [42.8, 93.75],
  '659012': [46.64, 83.1],
};
