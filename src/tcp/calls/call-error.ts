/** What a user call answers when it cannot do what it was asked (RFC 9293 §3.10.1 to §3.10.6, its wording). */
export type CallError =
  | 'connection already exists'
  | 'connection does not exist'
  | 'connection closing'
  | 'remote socket unspecified';
