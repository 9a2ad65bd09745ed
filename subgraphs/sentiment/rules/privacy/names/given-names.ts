/** Characters that given names (名) are often made of. */
const COMMON = new Set(
  Array.from(
    '伟芳娜敏静秀丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华玉萍红鹏建国文志海波云飞鑫鹤宇浩然子轩梓涵欣怡诗雨晨思佳琪雪梅春花香月荣珍贞莉凤洁琳素莲真环爱妹琴莺媛瑞凡嘉琼勤叶璧璐娅琦晶妍茜秋珊莎锦黛青倩婷姣婉娴瑾颖露瑶婵雁蓓纨仪荷丹蓉眉君琛蕊薇菁梦岚苑婕馨瑗琰韵融园艺咏卿聪澜纯毓悦昭冰爽琬茗羽希宁飘育滢馥筠柔竹霭凝晓欢霄枫芸菲寒伊亚宜可姬舒影荔枝阳妮宝贝初程梵罡恒鸿桦骅剑娇纪宽苛灵玛媚晴容睿烁堂唯威韦雯苇萱阅彦忠宗曼紫逸贤蝶菡绿蓝儿翠烟瀚楠峰哲江松善厚庆民友裕河亮政谦亨奇固之轮翰朗伯宏言若鸣朋斌梁栋维启克伦翔旭泽辰士以家致树炎德行时泰盛雄钧冠策腾榕风航弘义兴良彬富和博诚先敬震振壮会群豪心邦承乐绍功新利清顺信昌成康星光天达安岩中茂进林有坚彪健保胜学祥才发武根生全福永仁贵长元旺金银铁柱喜山水石大小三四五六七八九二一东西南北仙改巧变桃杏菊梨栓锁拴狗毛虎龙彤妞囡囝甲乙丙丁立力昊佑俊熙皓铭锋钢铮铎锐钦钰铃晋川沁泉润淼森焱垚垒坤培基城增壁奎奕奋如妙姗婧娥婶尧尚岭崇嵩帅帆常广庚廷弛彰律御忆念恩悟慧懿戎扬拓挺捷敦斯方昂昆易昕昱映显晏晔晖景智暄暖曙朔望本杉杨柏柳栩标桐梧棋棠楚楷榆槐樱歆正毅汉汐沐沛沣沧泓泳洲津洪淑渊湘源溪滨漫潇潮澄灿炜炫炳烨焕煜熠燕牧玄珂珏珠理琅琨瑛瑜璇璋甜畅登皎盈益直相睦磐祖祎祺禄禹禾秉稳穆童端笑笛简米纬纶绮绣绪缘美羿翊翎耀耘聆肖能自艾芝芮芬芷苏苗茵茹荃莹萌萧葵蒙薪虹蜜衡裳观训诺谊谨豫象赛赞越跃路轶轲迪迎远选通逢道遥邑郁酉野镇阔隆隽雅雷霆霖霏靖韬韶领颂颐颜飒驰骁骏骥魁鲁鲲鸥麒麟黎默齐龄晗萃翀妤骐筱玥珺珩煊昀昶旻晟暻榛樾沅沂泠洵淇淳渝湛溢漪澈澍濡灏炀焓煦熹燊璟璨瑄瑀琮琎玘玮珈珉珑瓒皙瞳砚硕祈祚禛穗竣箐绎绾缈羲翙翥臻芃芊芙苒茉荻莞菀蓁蔓蕙蘅衍觅诣贻赟辕迦邈酌钊钒铠铄锴镕霁靓颉颢飏骞鹭凯权骄侠俐倪倬偲允兆冬冉凛勋勉勃厉喆喻圣坦声姿嫣宸寅尉屹峥嵘巍庄弈微徽恬恺悠愉慕懋拯曜杭栗桓棣楒殊泊洛浚浪渤滔炬烽煌瑟甫疆皖盼碧祯禧窈竞笙筝纤缇耕聿肃胤舟芯苓荟莱葳薛虞谣贡赫辉迅郎钟铿陆霜霸驹魏鲜麦娣嫦妃姝娆婀妗',
  ),
);
/** Characters that hardly any given name holds: particles, pronouns, and those of the forms that hide a name (某). */
const NEVER =
  '的了吗呢吧啊着过们我你您他她它这那哪么什怎很太都也还不没无未被把某等该此其或及与到从于在往让给使叫请问说称因为医院病疗药费收钱科室诊住院局委部厅处所省市县区乡镇村街号元岁年月日点分秒次件份型症炎癌痛查验员者某谁么呀哦嗯';

const NEVER_GIVEN = new Set(NEVER);
const HAN = /^[\u3400-\u9fff〇]$/u;

/** Whether a character can be one of a given name. */
export function canBeGiven(character: string): boolean {
  return HAN.test(character) && !NEVER_GIVEN.has(character);
}

/** Whether every character is one that given names are often made of. */
export function isCommonGiven(characters: string): boolean {
  return characters !== '' && Array.from(characters).every((character) => COMMON.has(character));
}
