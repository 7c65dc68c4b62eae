/** A position in degrees of WGS 84; it is used where it is read, and neither kept nor sent. */
export interface Position {
  latitude: number;
  longitude: number;
}

/** Why there is no position. */
export type LocateProblem =
  /** The person did not allow it in WeChat, or in the browser. */
  | 'refused'
  /** The phone does not let WeChat have positions. */
  | 'blocked'
  /** Positions are switched off on the phone. */
  | 'off'
  /** None came in time. */
  | 'slow'
  /** This WeChat or browser has none to give. */
  | 'missing'
  | 'failed';

/** What came of asking for a position. */
export type Located = { position: Position } | { problem: LocateProblem };

/** How long a position may take, in milliseconds. */
export const LONGEST_WAIT = 10_000;
