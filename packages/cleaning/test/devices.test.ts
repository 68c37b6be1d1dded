import { expect, test } from "vitest";
import { deviceOf } from "../src/article/page/devices.ts";

test.each([
  "扫描全能王 创建",
  "CamScanner",
  "由 WPS 扫描 生成 第3张",
  "文字识别 可信度 91%",
  "第2页/共6页 2022-11-04",
  "安河往事·31·",
  "· 8 · 安河往事",
  "00:00/12:40 倍速",
  "○面条 ○米饭 ○馒头",
  "#安河早报# #春耕进行时",
  "[鼓掌][鼓掌][玫瑰]",
  "[复制链接]",
  "楼主| 只看该作者 |倒序浏览",
  "本帖最后由 山里人 于 2022-5-1 09:30 编辑",
  "（扫码看航拍视频）",
  "▲ 扫一扫 加入读者群",
  "往期链接｜老站房变身书店",
])("takes %j for what a device, a player, a forum or a scanner left", (line) => {
  expect(deviceOf(line)).not.toBeNull();
});

test.each([
  "扫描全能王怎么用",
  "人脸识别 准确率91%",
  "第2页写着他的名字",
  "第七交响曲·第二乐章",
  "女排首局 21:15/25:20",
  "○ 一、总体情况",
  "#1机组并网发电",
  "[附件]",
  "楼主任说，水管已经修好",
  "本帖已经由版主看过",
  "扫码点餐该不该成为唯一选择",
  "相关链接",
  "相关链接：据介绍，安河水库面积1.2万亩。",
  "（扫码付款的骗局，当地已发生多起。）",
])("leaves %j to the article", (line) => {
  expect(deviceOf(line)).toBeNull();
});
