/** Characters that given names (名) are often made of. */
const COMMON = new Set(
  '伟芳娜敏静秀丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华玉萍红鹏建国文志海波云飞鑫鹤宇浩然子轩梓涵欣怡诗雨晨思佳琪雪梅春花香月荣珍贞莉凤洁琳素莲真环爱妹琴莺媛瑞凡嘉琼勤叶璧璐娅琦晶妍茜秋珊莎锦黛青倩婷姣婉娴瑾颖露瑶怡婵雁蓓纨仪荷丹蓉眉君琛蕊薇菁梦岚苑婕馨瑗琰韵融园艺咏卿聪澜纯毓悦昭冰爽琬茗羽希宁欣飘育滢馥筠柔竹霭凝晓欢霄枫芸菲寒伊亚宜可姬舒影荔枝丽阳妮宝贝初程梵罡恒鸿桦骅剑娇纪宽苛灵玛媚琪晴容睿烁堂唯威韦雯苇萱阅彦宇雨洋忠宗曼紫逸贤蝶菡绿蓝儿翠烟轩浩瀚楠峰哲江松善厚庆民友裕河哲江超浩亮政谦亨奇固之轮翰朗伯宏言若鸣朋斌梁栋维启克伦翔旭鹏泽晨辰士以建家致树炎德行时泰盛雄琛钧冠策腾楠榕风航弘义兴良飞彬富和鸣朋斌行时泰博诚先敬震振壮会思群豪心邦承乐绍功松善厚庆磊民友裕河哲江超浩亮政谦新利清飞彬富顺信子杰涛昌成康星光天达安岩中茂进林有坚和彪博诚先敬震振壮会健保宁豪心邦承乐绍功松胜学祥才发武新利才根生全福永仁波宏贵保长胜强元旺金银铁柱来喜山水石大小三四五六七八九二一东西南北仙改巧变花枝桃杏菊梨栓锁拴狗毛虎龙彤妞囡囝甲乙丙丁立力昊天佑俊熙皓铭锋钢铮铎锐钦钰铃银晋川川沁泉润淼森焱垚垒坤培基城增壁奎奕奋如妙姗婧娥婶尧尚岭崇嵩帅帆常广庚廷弛彰律御心忆念恩悟慧懿成戎扬承拓挺捷敦斯方昂昆易昕昱映显晏晔晖景智暄暖曙朔望本杉杨柏柳栩标桐梧棋棠楚楷榆槐樱歆正毅汉汐沐沛沣沧泓泳洲津洪淑渊湘源溪滨漫潇潮澄灿炜炫炳烨焕煜熠燕爽牧玄珂珏珠理琅琨瑛瑜璇璋甜畅登皎盈益直相睦磐祖祎祺禄禹禾秉程稳穆童端笑笛策简米纬红纶绮绣绪维缘美群羿翊翎耀耘聆肖能自航良艾芝芮芬芷苏苗茵茹荃莹菊萌萧葵蒙蓝薪虹蜜衡裳西观训诗诺谊谨豫象贝贤赛赞超越跃路轶轲达迪迎远选通逢道遥邑郁酉野锦镇长阔阳隆隽雅雨雷霆霖霏霞靖韬韶顺领颂颐颜飒驰骁骏骥魁鲁鲲鸥麒麟黎默齐龄晗萃'
    .split('')
    .filter((character) => character !== ''),
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
