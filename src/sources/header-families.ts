import { CHINESE_FAMILIES } from './families-chinese.ts';
import { FEEDBACK_FAMILIES } from './families-feedback.ts';
import { INTERNATIONAL_FAMILIES } from './families-international.ts';
import { MEMBER_FAMILIES } from './families-members.ts';
import type { HeaderFamily } from './header-family.ts';

/** Every export that is recognised by its headers. */
export const HEADER_FAMILIES: readonly HeaderFamily[] = [
  ...CHINESE_FAMILIES,
  ...INTERNATIONAL_FAMILIES,
  ...MEMBER_FAMILIES,
  ...FEEDBACK_FAMILIES
];
