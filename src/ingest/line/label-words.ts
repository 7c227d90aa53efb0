/** Labels that stand for whoever asks. */
export const askers =
  /^(?:问|問|追问|追問|提问|提問|提問者|提问者|媒体提问|媒體提問|记者提问|記者提問|记者问|記者問|问题[\d一二三四五六七八九十]{1,2}|問題[\d一二三四五六七八九十]{1,2}|问[\d一二三四五六七八九十]{1,2}|記者|记者|媒体|媒體|现场记者|現場記者|某记者|另?有记者问|另?有記者問|网友|網友|观众|觀眾|听众|聽眾|现场观众|提问人|採訪者|采访者|訪者|訪談者|访谈者|采访人|q\s?\d{0,3}|question(?: \d{1,3})?|reporter|journalist|press|the press|media|audience(?: member)?|interviewer|correspondent)$/iu

/** Labels that stand for whoever answers. */
export const answerers =
  /^(?:答|回答|答复|答覆|回复|回覆|答[\d一二三四五六七八九十]{1,2}|答问人|a\s?\d{0,3}|answer(?: \d{1,3})?|受访者|受訪者|被采访者|interviewee|嘉宾|嘉賓)$/iu

export const hosts =
  /^(?:主持人?|主持者|司仪|司儀|会议主持人?|會議主席|主席|节目主持人|moderator|host|the moderator|operator|chair|the chair|chairman|chairperson|emcee|mc)$/iu

/** Nobody's voice. */
export const narrators = /^(?:旁白|画外音|畫外音|字幕|narrator|voice-?over)$/iu

/** `新华社记者`, `香港大公文汇传媒集团记者`, `新华社记者李明`: the house, and the reporter's name if it stands there. */
export const reporterLabel =
  /^(?:[《【[(（]?[^，。！？；：:,!?;■●\s][^，。！？；：:,!?;]{0,28}?)?(?:记者|記者)(?:\s?([\p{Script=Han}·A-Za-z ]{2,12}))?[)）】\]]?$/u

/** Names of press, wire and broadcasting houses. */
export const outlet =
  /(?:通讯社|通訊社|新华社|新華社|中新社|路透社?|法新社?|美联社|美聯社|共同社|时事社|俄新社|塔斯社|安莎社|埃菲社|德新社|韩联社|韓聯社|彭博社?|中央社|今日俄罗斯|通信社|日报|日報|晚报|晚報|早报|早報|时报|時報|商报|商報|快报|快報|晨报|周报|週報|邮报|郵報|青年报|法治报|经济报|报社|報社|新闻网|新聞網|在线|電視|电视|电视台|電視台|广播|廣播|央广|央廣|央视|央視|总台|卫视|衛視|台视|台視|中视|中視|华视|華視|民视|民視|公视|公視|凤凰|鳳凰|澎湃|财新|第一财经|传媒|傳媒|新闻|新聞|杂志|雜誌|周刊|週刊|月刊|半月刊|通讯|网$|網$|报$|報$|新唐人|放送協會|放送协会|自由亚洲|自由亞洲|美国之音|美國之音|^(?:cnn|bbc|nhk|tvbs|cnbc|afp|ap|dpa|kbs|abc|cbs|nbc|fox|rt|npr|pbs|tass|reuters|bloomberg|xinhua|cgtn|cctv|cri|politico|axios|ithome|digitimes|yahoo)(?:\s.{1,20})?$)/iu

/** `Beijing Youth Daily`, `Kyodo News`: houses by their English names. */
export const englishOutlet =
  /^(?:The )?(?:(?:[A-Z][A-Za-z'’&.-]*|of) ){1,4}(?:Daily|News|Times|Journal|Television|TV|Radio|Media|Media Group|News Agency|Broadcasting|Herald|Tribune|Gazette|Telegraph|Morning Post|Network|Weekly|Magazine|Newspaper)$/u

/** How one who asks presents himself. */
export const selfPresentation =
  /我是.{0,24}?(?:记者|記者)|(?:记者|記者).{0,8}(?:您好|你好)|想(?:请教|請教|请问|請問|問一下|问一下)|(?:请问|請問)/u
