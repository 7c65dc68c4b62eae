/** A picture file as it was read: what is kept of it, and how many pixels it says it has. */
export interface Read {
  bytes: Buffer;
  pixels: number;
}
