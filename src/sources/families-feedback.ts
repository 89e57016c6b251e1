import type { HeaderFamily } from './header-family.ts';

/** Exports of surveys and help desks. Their questions have headers of their own, told by words and values. */
// prettier-ignore
export const FEEDBACK_FAMILIES: readonly HeaderFamily[] = [
  {
    // 问卷星: one row per answer sheet; several ticked answers are joined by ┋.
    id: 'wenjuanxing',
    subject: 'feedback',
    signatures: [['序号', '提交答卷时间'], ['提交答卷时间', '所用时间'], ['提交答卷时间', '来自IP']],
    roles: { survey_time: ['提交答卷时间'], channel: ['来源'] },
    personal: { ip: ['来自IP'] },
    unused: ['序号', '所用时间', '来源详情', '总分']
  },
  {
    id: 'surveymonkey',
    subject: 'feedback',
    secondRowBlank: 'Respondent ID',
    signatures: [['Respondent ID', 'Collector ID']],
    roles: { customer: ['Custom Data 1', 'Email Address'], survey_time: ['End Date', 'Start Date'] },
    personal: { email: ['Email Address'], name: ['First Name', 'Last Name'], ip: ['IP Address'] },
    unused: ['Respondent ID', 'Collector ID']
  },
  {
    id: 'typeform',
    subject: 'feedback',
    signatures: [['#', 'Network ID'], ['#', 'Submit Date (UTC)'], ['Response Type', 'Submit Date (UTC)'], ['Start Date (UTC)', 'Submit Date (UTC)']],
    roles: { survey_time: ['Submit Date (UTC)', 'Stage Date (UTC)', 'Start Date (UTC)'] },
    personal: { ip: ['Network ID'] },
    unused: ['#', 'Response Type', 'Tags', 'Ending']
  },
  {
    id: 'freshdesk',
    subject: 'feedback',
    signatures: [['Ticket Id', 'First Response Time (in Hrs)'], ['Ticket Id', 'Resolution Time (in Hrs)'], ['Ticket Id', 'Subject', 'Requester Name']],
    roles: {
      customer: ['Requester Name'],
      ticket_id: ['Ticket Id'],
      ticket_type: ['Type'],
      first_reply: ['First Response Time (in Hrs)'],
      resolved: ['Resolution Time (in Hrs)'],
      status: ['Status'],
      comment: ['Subject']
    },
    personal: { name: ['Requester Name'], message: ['Subject'] }
  }
];
