import type { HeaderFamily } from './header-family.ts';

/** Exports of customers, contacts and members. */
// prettier-ignore
export const MEMBER_FAMILIES: readonly HeaderFamily[] = [
  {
    // 企业微信 customer list: one row per member of staff and customer; each group of tags is a column.
    id: 'wecom',
    subject: 'members',
    signatures: [['external_userid', '添加人'], ['客户名称', '添加人', '添加时间'], ['客户名称', '添加人账号']],
    roles: {
      customer: ['external_userid'],
      phone: ['手机', '电话'],
      email: ['邮箱'],
      member_since: ['添加时间'],
      owner: ['添加人', '添加人账号'],
      company: ['企业'],
      channel: ['来源']
    },
    personal: { name: ['客户名称'], phone: ['手机', '电话'], email: ['邮箱'], address: ['地址'], message: ['描述'] },
    unused: ['添加人所属部门', '职务']
  },
  {
    id: 'hubspot',
    subject: 'members',
    signatures: [['Record ID', 'Lifecycle Stage'], ['Record ID', 'Contact owner'], ['Record ID', 'First Name', 'Last Name', 'Email']],
    roles: {
      customer: ['Record ID'],
      email: ['Email'],
      phone: ['Phone Number'],
      member_since: ['Create Date'],
      tier: ['Lifecycle Stage'],
      channel: ['Original Source'],
      owner: ['Contact owner'],
      company: ['Associated Company']
    },
    personal: { name: ['First Name', 'Last Name'], email: ['Email'], phone: ['Phone Number'] },
    unused: ['Lead Status']
  },
  {
    id: 'shopify-customers',
    subject: 'members',
    signatures: [['Accepts Email Marketing', 'Total Spent'], ['Accepts Email Marketing', 'Total Orders'], ['First Name', 'Email', 'Total Spent', 'Total Orders']],
    roles: {
      customer: ['Customer ID'],
      email: ['Email'],
      phone: ['Phone', 'Default Address Phone'],
      consent: ['Accepts Email Marketing', 'Accepts SMS Marketing'],
      tags: ['Tags']
    },
    personal: { name: ['First Name', 'Last Name'], email: ['Email'], phone: ['Phone', 'Default Address Phone'], message: ['Note'] },
    unused: ['Total Spent', 'Total Orders']
  }
];
