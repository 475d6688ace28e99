// The page's own words in Chinese and English; what the bot says is in the bot's hands.

/** The languages that a phone can have. */
export const languages = {
  zh: "中文", en: "English", vi: "Tiếng Việt", id: "Bahasa Indonesia", ru: "Русский", uz: "Oʻzbekcha",
  tg: "Тоҷикӣ", ky: "Кыргызча", hi: "हिन्दी", bn: "বাংলা", ne: "नेपाली", my: "မြန်မာ", tl: "Filipino",
  es: "Español", ar: "العربية", ur: "اردو",
};

const words = {
  zh: {
    worker: "工人", employer: "雇主", operator: "运营员",
    send: "发送", message: "消息", commands: "命令", more: "更多", attach: "附件", keyboard: "键盘",
    start: "START", block: "屏蔽机器人", unblock: "解除屏蔽", deleteAccount: "注销账号",
    isBlocked: "已屏蔽机器人", isDeleted: "账号已注销", typing: "正在输入…", edited: "已编辑",
    sharePhone: (phone) => `把你的手机号 ${phone} 发给机器人？`, share: "发送", cancel: "取消", ok: "好",
    whereAreYou: "发送哪个位置？", latitude: "纬度", longitude: "经度", sendLocation: "发送位置",
    contact: "我的手机号", location: "位置", photo: "照片", sticker: "贴纸", voice: "语音",
    document: "文件", download: "下载", gone: "文件已不在了", forward: "转发别人的消息",
    forwardedFrom: (name) => `转发自 ${name}`, forwardSender: "原发送人", forwardText: "原消息",
    forwardName: "老乡", forwardSample: "招焊工 10 名，月薪 7000–9000 元，包吃住，深圳。",
    newMessages: "新消息", whatCan: "这个机器人能做什么？",
    pressStart: "点下面的 START 开始对话。", addPhone: "加一部手机", name: "名字", language: "语言",
    role: "身份", hide: "收起说明", show: "怎么玩", other: "English",
    fromMe: "我：", fromBot: "机器人：", menuHint: "手机右上角的 ⋮：换语言、屏蔽机器人。",
    keysHint: "键盘：方向键选，Enter 按，直接打字就写，Alt+↑↓ 换手机。",
    crowd: (n, last) => `另有 ${n} 名工人收到：${last}`, offline: "连接断了，正在重试…",
    copied: "已复制", failed: "没有成功：", location_sent: "位置", contact_sent: "联系人", phones: "手机",
  },
  en: {
    worker: "worker", employer: "employer", operator: "operator",
    send: "Send", message: "Message", commands: "Commands", more: "More", attach: "Attach",
    keyboard: "Keyboard", start: "START", block: "Block the bot", unblock: "Unblock the bot",
    deleteAccount: "Delete the account", isBlocked: "has blocked the bot",
    isDeleted: "account deleted", typing: "typing…", edited: "edited",
    sharePhone: (phone) => `Share your number ${phone} with the bot?`, share: "Share",
    cancel: "Cancel", ok: "OK", whereAreYou: "Send which place?", latitude: "Latitude",
    longitude: "Longitude", sendLocation: "Send location", contact: "My number",
    location: "Location", photo: "Photo", sticker: "Sticker", voice: "Voice message",
    document: "Document", download: "Download", gone: "the file is gone",
    forward: "Forward a message", forwardedFrom: (name) => `Forwarded from ${name}`,
    forwardSender: "Who wrote it", forwardText: "The message", forwardName: "A friend",
    forwardSample: "10 welders wanted, 7000–9000 yuan a month, food and bed included, Shenzhen.",
    newMessages: "New messages",
    whatCan: "What can this bot do?", pressStart: "Press START below to begin.",
    addPhone: "Add a phone", name: "Name", language: "Language", role: "Role",
    hide: "Hide guide", show: "Guide", other: "中文", fromMe: "Me: ", fromBot: "Bot: ",
    menuHint: "⋮ on a phone: its language, blocking the bot.",
    keysHint: "Keyboard: arrows choose, Enter presses, letters write, Alt+↑↓ change the phone.",
    crowd: (n, last) => `${n} other workers received: ${last}`,
    offline: "Connection lost, trying again…", copied: "Copied", failed: "That did not work: ",
    location_sent: "Location", contact_sent: "Contact", phones: "Phones",
  },
};

const remembered = localStorage.getItem("page-language");
const preferred = navigator.languages.some((l) => l.startsWith("zh")) ? "zh" : "en";
let current = remembered in words ? remembered : preferred;

/** The language of the page. */
export const language = () => current;

/** Switches the page to its other language. */
export function switchLanguage() {
  current = current === "zh" ? "en" : "zh";
  localStorage.setItem("page-language", current);
}

/** A word of the page, with its values. */
export function t(key, ...values) {
  const word = words[current][key] ?? key;
  return typeof word === "function" ? word(...values) : word;
}
