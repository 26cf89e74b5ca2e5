import type { Text } from '../../language.ts';

/*
 * What is said of a file that cannot be read on. Nothing of the file but numbers stands in it.
 */

const count = (number: number) => number.toLocaleString('en-US');

export const ENDS_INSIDE: Text = {
  ko: '파일이 레코드 중간에서 끝났습니다. 기록이 덜 끝났거나 잘린 파일입니다.',
  en: 'the file ends in the middle of a record: it was cut off, or is still being written',
};

export const TRAILER_DIFFERS: Text = {
  ko: '블록의 앞과 뒤에 적힌 길이가 서로 다릅니다. 파일이 손상되었습니다.',
  en: 'the lengths at the two ends of a block differ: the file is damaged',
};

export const NO_BYTE_ORDER: Text = {
  ko: '섹션 헤더에 바이트 순서 표시가 없습니다. 파일이 손상되었습니다.',
  en: 'a section header has no byte-order magic: the file is damaged',
};

export const TOO_MANY_INTERFACES: Text = {
  ko: '한 섹션에 인터페이스가 너무 많습니다. 파일이 손상되었습니다.',
  en: 'a section has too many interfaces: the file is damaged',
};

export function frameTooLong(bytes: number, most: number): Text {
  return {
    ko: `프레임 길이가 ${count(bytes)}바이트로 적혀 있습니다. 최대 ${count(most)}바이트이므로 파일이 손상되었습니다.`,
    en: `a frame is said to have ${count(bytes)} bytes, and ${count(most)} is the most: the file is damaged`,
  };
}

export function blockTooShort(bytes: number): Text {
  return {
    ko: `블록 길이가 ${count(bytes)}바이트로 적혀 있습니다. 내용에 비해 너무 짧으므로 파일이 손상되었습니다.`,
    en: `a block is said to have ${count(bytes)} bytes, too few for what it must hold: the file is damaged`,
  };
}

export function blockTooLong(bytes: number, most: number): Text {
  return {
    ko: `블록 길이가 ${count(bytes)}바이트로 적혀 있습니다. 최대 ${count(most)}바이트이므로 파일이 손상되었습니다.`,
    en: `a block is said to have ${count(bytes)} bytes, and ${count(most)} is the most: the file is damaged`,
  };
}

export function noSuchInterface(id: number, interfaces: number): Text {
  return {
    ko: `프레임이 인터페이스 ${count(id)}번에 속한다고 되어 있으나 설명된 인터페이스는 ${count(interfaces)}개입니다. 파일이 손상되었습니다.`,
    en: `a frame is of interface ${count(id)}, and only ${count(interfaces)} are described: the file is damaged`,
  };
}

export function otherVersion(major: number, minor: number): Text {
  return {
    ko: `pcapng ${major}.${minor} 버전은 읽을 수 없습니다. Wireshark에서 pcapng 1.0으로 다시 저장해 주십시오.`,
    en: `pcapng version ${major}.${minor} is not read here: save the file as pcapng 1.0 with Wireshark`,
  };
}
