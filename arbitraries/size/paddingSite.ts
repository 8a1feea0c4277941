/** A text or an identifier of an event that can be made longer. */
export interface PaddingSite {
  readonly holder: Record<string, string>;
  readonly member: string;
  /** Bytes of one unit. For texts it depends on the kind of text, and is 1 here. */
  readonly width: number;
  /** How many units fit: code points of a text, characters of an identifier. */
  readonly room: number;
  /** Where in the pool of texts the padding begins. */
  readonly start: number;
}
