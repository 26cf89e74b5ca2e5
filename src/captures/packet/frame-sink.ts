/** Where the frames of a file go. */
export interface FrameSink {
  /** Frames taken so far. */
  readonly frames: number;
  /**
   * Says when the next frame was captured: since the epoch, whole seconds and whole nanoseconds. Without it, or with
   * one that Date cannot hold: when the one before was.
   */
  at(seconds: number, nanoseconds: number): void;
  /**
   * One frame: bytes `start` to `end` of the view, of `wireLength` bytes on the wire. The bytes change after the
   * call.
   */
  frame(view: DataView, start: number, end: number, wireLength: number, linkType: number): void;
  /** A record that holds no frame, but has a number among them. */
  numbered(): void;
}
