import type { Skill } from '../../skill.ts';
import { acceptable } from './acceptable.ts';
import { headerDecode } from './header-decode.ts';
import { headerLength } from './header-length.ts';
import { scaling } from './scaling.ts';
import { trim } from './trim.ts';
import { usable } from './usable.ts';
import { wrapTime } from './wrap-time.ts';
import { zeroProbe } from './zero-probe.ts';

export const WINDOWS: readonly Skill[] = [
  usable,
  acceptable,
  trim,
  scaling,
  headerDecode,
  headerLength,
  wrapTime,
  zeroProbe,
];
