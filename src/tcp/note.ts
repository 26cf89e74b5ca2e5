/**
 * What the receiving TCP did with a segment, in the order it did it. Codes, not sentences: each has its text in
 * both languages on the screen, and a test can count on it. Sections are RFC 9293's where no other is named.
 */
export type Note =
  | 'syn-accepted' // SYN processed: RCV.NXT = SEG.SEQ+1 (§3.10.7.2, §3.10.7.3)
  | 'our-syn-acked' // our SYN is acknowledged: ESTABLISHED (§3.10.7.3, §3.10.7.4 step 5)
  | 'ack-advanced' // SND.UNA moved forward (§3.10.7.4 step 5)
  | 'ack-duplicate' // duplicate ACK as RFC 5681 §2 defines it
  | 'sacked' // SACK blocks tell of data the peer holds above a gap (RFC 2018 §5)
  | 'dsack' // a SACK block reports data received twice (RFC 2883)
  | 'ack-old' // SEG.ACK =< SND.UNA and nothing else new: ignored
  | 'ack-of-unsent' // SEG.ACK > SND.NXT: an ACK is sent, the segment dropped
  | 'fin-acked' // our FIN is acknowledged
  | 'in-order' // data at RCV.NXT taken
  | 'gap-filled' // data at RCV.NXT taken, and held data after it became contiguous
  | 'held-out-of-order' // data above RCV.NXT kept for later (SHLD-31)
  | 'discarded-out-of-order' // data above RCV.NXT dropped by convention
  | 'fin-held' // FIN above a gap: not processed yet
  | 'fin-processed' // RCV.NXT passed the peer's FIN (§3.10.7.4 step 8)
  | 'unacceptable' // failed the acceptability test: ACK sent, dropped (§3.10.7.4 step 1)
  | 'old-duplicate' // unacceptable because every byte lies below RCV.NXT
  | 'urgent' // the urgent pointer advanced: the user is told (§3.10.7.4 step 6)
  | 'text-lost' // data for a user who has closed fully: RST (§3.6.1, SHLD-3)
  | 'congestion-marked' // CE on data: ACKs carry ECE from now on (RFC 3168 §6.1.3)
  | 'congestion-echoed' // ECE: cwnd is lowered as for a loss (RFC 3168 §6.1.2)
  | 'text-ignored' // data in a state that takes none (§3.10.7.4 step 7)
  | 'challenge-ack' // RFC 5961: answered with a challenge ACK
  | 'rst-ignored' // RST that failed its checks
  | 'reset' // the connection was reset
  | 'rst-sent' // answered with a reset (§3.5.2)
  | 'time-wait-restarted' // FIN again in TIME-WAIT: re-ACK, 2MSL anew (§3.10.7.4 step 8)
  | 'time-wait-reused' // new SYN accepted in TIME-WAIT (§3.6.1 MAY-2, RFC 6191)
  | 'window-updated' // SND.WND changed
  | 'window-probe-refused' // zero window: ACK sent, byte not taken (§3.8.6.1)
  | 'paws-rejected' // SEG.TSval < TS.Recent: ACK sent, dropped (RFC 7323 §5.3 R1)
  | 'timestamp-missing' // no timestamps where they were agreed on: dropped in silence (RFC 7323 §3.2)
  | 'window-scale-capped' // a shift over 14 was offered; 14 is used (RFC 7323 §2.3)
  | 'no-connection'; // nothing listens here: RST (§3.10.7.1)
