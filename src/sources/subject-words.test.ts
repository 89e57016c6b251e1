import { expect, test } from 'vitest';
import {
  areBirthdays,
  areComments,
  areGenders,
  arePlainlyOutOfTen,
  areRecommendations,
  areSatisfactions,
  areYesOrNo
} from './answer-shapes.ts';
import { HEADER_FAMILIES } from './header-families.ts';
import { hasSecondHeader } from './header-family.ts';
import { ROLES } from './mapping.ts';
import { familyText, roleText, subjectText } from './messages.ts';
import { needsOf, rolesOf, SUBJECTS } from './subject.ts';
import { roleInSubject } from './subject-words.ts';

test.each([
  ['您有多大可能向朋友推荐我们？', 'nps'],
  ['1、您向亲友推荐本店的可能性有多大', 'nps'],
  ['Q3. On a scale of 0-10, how likely are you to recommend Acme to a friend or colleague?', 'nps'],
  ['Would you recommend us?', 'nps'],
  ['2、您对客服的服务态度满意吗', 'csat'],
  ['How would you rate our delivery?', 'csat'],
  ['Overall, how satisfied are you with your visit?', 'csat'],
  ['3、您愿意推荐或不愿意推荐的原因是', 'comment'],
  ['What is the main reason for your score?', 'comment'],
  ['您还有什么想对我们说的吗', 'comment'],
  ['How can we improve?', 'comment'],
  ['请填写您的手机号', 'customer'],
  ['您的推荐人', null],
  ['推荐码', null],
  ['Number of responses', null],
  ['Time spent', null]
])('a question: %s is %s', (header, role) => expect(roleInSubject('feedback', header)).toBe(role));

test.each([
  ['会员注册日期', 'member_since'],
  ['Customer Since Date', null],
  ['membership_start_date', null],
  ['最近一次注册活动时间', null],
  ['收货人手机号', null],
  ['常用手机号', 'phone'],
  ['secondary e-mail', 'email'],
  ['accepts_sms_marketing', 'consent'],
  ['客户出生日期', 'birthday']
])('about a member: %s is %s', (header, role) => expect(roleInSubject('members', header)).toBe(role));

test('answers are told by their values', () => {
  expect(areRecommendations(['0', '7', '10', '9 - Extremely likely', '8分'])).toBe(true);
  expect(areRecommendations(['11', '75', '100'])).toBe(false);
  expect(arePlainlyOutOfTen(['10', '9', '3', '7'])).toBe(true);
  expect(arePlainlyOutOfTen(['5', '4', '3', '1', '2'])).toBe(false);
  expect(areSatisfactions(['非常满意', '一般', '不满意'])).toBe(true);
  expect(areSatisfactions(['Very dissatisfied', 'Neutral', 'Satisfied'])).toBe(true);
  expect(areSatisfactions(['5', '4.5', '3星', '★★★★'])).toBe(true);
  expect(areSatisfactions(['10', '9', '8'])).toBe(false);
  expect(areGenders(['男', '女', '未知'])).toBe(true);
  expect(areGenders(['上海', '北京'])).toBe(false);
  expect(areBirthdays(['1990-02-03', '02-03', '2月3日', '1990'])).toBe(true);
  expect(areBirthdays(['金卡', '18'])).toBe(false);
  expect(areYesOrNo(['是', '否', 'TRUE', 'subscribed'])).toBe(true);
  expect(areYesOrNo(['短信', '邮件'])).toBe(false);
  expect(areComments(['茶┋杯子', '茶┋壶'])).toBe(false);
  expect(areComments(['很好喝', 'Late again'])).toBe(true);
});

test('a header of two rows is known by the row that answers nothing', () => {
  const headers = ['Respondent ID', 'Collector ID', 'How likely are you to recommend us?', '#4'];
  const answers = [
    ['11', '7', '9', 'Tea'],
    ['12', '7', '4', '']
  ];
  expect(hasSecondHeader(headers, [['', '', 'Response', 'Tea'], ...answers], HEADER_FAMILIES)).toBe(true);
  expect(hasSecondHeader(headers, answers, HEADER_FAMILIES)).toBe(false);
  expect(hasSecondHeader(headers, [], HEADER_FAMILIES)).toBe(false);
  expect(hasSecondHeader(['Respondent ID', 'Name'], [['', 'x'], ...answers], HEADER_FAMILIES)).toBe(false);
});

test('each role belongs to a subject, and needs are roles of it', () => {
  expect(ROLES.filter((role) => !SUBJECTS.some((subject) => rolesOf(subject).includes(role)))).toEqual([]);
  for (const subject of SUBJECTS) {
    expect(new Set(rolesOf(subject)).size).toBe(rolesOf(subject).length);
    expect(
      needsOf(subject)
        .flat()
        .filter((role) => !rolesOf(subject).includes(role))
    ).toEqual([]);
  }
  for (const family of HEADER_FAMILIES)
    expect(
      Object.keys(family.roles).filter((role) => !rolesOf(family.subject ?? 'orders').some((one) => one === role)),
      family.id
    ).toEqual([]);
});

test.each(['en', 'zh'] as const)('roles, subjects and new exports have names of their own in %s', (locale) => {
  for (const subject of SUBJECTS) {
    const names = rolesOf(subject).map((role) => roleText(role, locale));
    expect(new Set(names).size, subject).toBe(names.length);
  }
  expect(new Set(SUBJECTS.map((subject) => subjectText(subject, locale))).size).toBe(SUBJECTS.length);
  for (const family of HEADER_FAMILIES.filter((one) => one.subject !== undefined))
    expect(familyText(family.id, locale)).not.toBe(family.id);
});
