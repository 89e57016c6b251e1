import type { RoleWords } from './subject-words.ts';

/** How lists of members, customers or contacts call their columns. */
// prettier-ignore
export const MEMBER_WORDS: RoleWords = {
  aliases: {
    phone: ['手机号', '手机号码', '手机', '会员手机号', '会员手机', '客户手机号', '客户手机', '用户手机号', '用户手机', '注册手机号', '绑定手机号', '联系电话', '联系手机', '联系方式', '电话', '电话号码', '移动电话', 'mobile', 'mobile number', 'mobile phone', 'mobile phone number', 'cell', 'cell phone', 'phone', 'phone number', 'telephone', 'tel', 'customer phone', 'member phone', 'default address phone'],
    email: ['email', 'e-mail', 'email address', 'mail', 'user email', 'member email', 'customer email', 'work email', 'primary email', '邮箱', '电子邮箱', '邮箱地址', '电子邮件', '会员邮箱', '客户邮箱', '用户邮箱'],
    customer: ['record id', 'contact id', 'lead id', 'customer_id', 'subscriber id', 'person id', 'profile id', 'loyalty number', 'loyalty card', 'card number', '卡号', '会员卡', '会员编码', '会员uid', '粉丝id', '粉丝编号', '账号', '帐号', '登录名', 'account', 'account number'],
    member_since: [
      'member since', 'membership date', 'membership start', 'membership start date', 'signup date', 'sign up date', 'signed up at', 'signed up', 'signup time', 'registration date', 'registration time', 'registered at', 'registered on', 'register date', 'register time', 'reg time', 'reg date', 'date registered',
      'join date', 'joined', 'joined at', 'joined on', 'date joined', 'join time', 'enrollment date', 'enrolled at', 'enrolled on', 'enroll date', 'dt customer', 'customer since', 'since', 'opt in time', 'optin time', 'subscribed at', 'subscription date', 'account created', 'account created at',
      '注册时间', '注册日期', '入会时间', '入会日期', '开卡时间', '开卡日期', '加入时间', '加入日期', '成为会员时间', '成为会员日期', '成为客户时间', '首次关注时间', '关注时间', '绑定时间', '激活时间', '领卡时间', '办卡时间', '办卡日期', '建档时间', '建档日期', '添加时间',
      'create date', 'created date', 'created at', 'created time', 'created', 'created on', 'date created', 'creation date', 'date added', 'added at', 'added time', '创建时间', '创建日期', '录入时间'
    ],
    birthday: ['birthday', 'birth date', 'date of birth', 'birthdate', 'dob', 'bday', 'year birth', 'year of birth', 'birth year', '生日', '出生日期', '出生年月', '会员生日', '客户生日', '出生年月日', '出生年份', '出生年'],
    gender: ['gender', 'sex', '性别', '会员性别', '客户性别'],
    tier: ['loyalty level', 'membership tier', 'membership', 'membership type', 'member type', 'member tier', 'member status', 'customer tier', 'customer level', 'lifecycle stage', 'vip', 'card type', 'card level', 'rank', 'grade', '会员类型', '会员卡等级', '会员卡名称', '会员卡类型', '卡等级', '卡类型', '卡种', '当前等级', '用户级别', '客户级别', '客户分级', '会员身份', '级别'],
    region: ['city', 'province', 'state', 'country', 'default address province code', 'default address country code', 'default address city', 'location', '所在城市', '常住城市', '常住地', '所在省', '所在地区', '居住地', '所属区域', '城市', '省份', '省', '所属城市'],
    tags: ['tags', 'tag', 'labels', 'label', 'customer tags', '标签', '客户标签', '会员标签', '用户标签', '企业标签', '个人标签', '标签组', '人群标签', '偏好'],
    consent: [
      'accepts marketing', 'accepts email marketing', 'accepts sms marketing', 'marketing consent', 'email consent', 'sms consent', 'consent', 'gdpr consent', 'opt in', 'opted in', 'email opt in', 'sms opt in', 'marketing opt in', 'subscribed', 'is subscribed', 'newsletter', 'subscription status', 'email subscription status',
      'email marketing', '是否同意接收短信', '是否接收短信', '是否接收营销短信', '接收短信', '是否订阅', '订阅状态', '营销授权', '是否授权', '是否允许营销', '是否同意营销', '同意接收营销信息', '隐私授权', '是否退订', '短信授权'
    ],
    owner: ['contact owner', 'account owner', 'owner', 'owner name', 'owner id', 'lead owner', 'sales rep', 'account manager', 'sales owner', 'assigned to', 'salesperson', '添加人', '添加人账号', '归属导购', '专属导购', '所属导购', '导购', '服务导购', '专属客服', '专属顾问', '跟进人', '负责人', '客户经理', '所属员工', '归属人', '归属员工', '业务员', '销售负责人', '所属销售', '销售'],
    company: ['company', 'company name', 'organisation', 'organization', 'associated company', 'account name', 'employer', 'default address company', '企业', '公司', '公司名称', '企业名称', '单位', '单位名称', '所属公司'],
    channel: ['original source', 'lead source', 'source', 'acquisition channel', 'acquisition source', 'signup source', 'signup channel', 'registration source', 'channel', 'utm source', '来源', '来源渠道', '渠道', '注册渠道', '注册来源', '会员来源', '客户来源', '用户来源', '入会渠道', '开卡渠道', '获客渠道', '招募渠道', '招募来源', '添加渠道'],
    points: ['points', 'points balance', 'loyalty points', 'reward points', 'available points', 'current points', '积分', '可用积分', '当前积分', '积分余额', '剩余积分', '会员积分', '累计积分', '总积分']
  },
  words: [
    [/最近|最后|上次|首次(消费|购买|下单)|累计(消费|购买|金额|次数)|last|recent|latest|更新|修改|update|modif|到期|过期|失效|有效期|expir/, null],
    [/注册(时间|日期)|入会|开卡(时间|日期)|(加入|成为).{0,4}(时间|日期)|(sign ?-?_?up|regist(er|ration|ered)|join(ed|ing)?|enrol(l|led|lment|ment)?|member(ship)?)[ _-]?(since|date|time|at|on|day)|(date|time) of (registration|joining|enrolment)/, 'member_since'],
    [/生日|出生|birth|\bdob\b/, 'birthday'],
    [/性别|\bgender\b|\bsex\b/, 'gender'],
    [/标签|\btags?\b|\blabels?\b/, 'tags'],
    [/同意|授权|订阅|consent|opt[ _-]?(in|out)|subscri|accepts?[ _-]/, 'consent'],
    [/(会员|客户|用户|卡)(等级|级别|类型|身份)|(membership|member|loyalty|customer|vip)[ _-]?(tier|level|status|grade)/, 'tier'],
    [/积分(余额)?$|\bpoints\b/, 'points'],
    [/导购|跟进人|负责人|客户经理|业务员|(contact|account|lead|record)[ _-]?owner|account manager|sales ?rep/, 'owner'],
    [/公司|企业(名称)?$|company|organi[sz]ation/, 'company'],
    [/(注册|入会|开卡|获客|会员|客户)(渠道|来源)|(lead|sign ?-?up|acquisition|registration)[ _-]?(source|channel)/, 'channel'],
    [/城市|省份|地区|city|province|country/, 'region']
  ]
};
