// The dictionaries of opencc-js are exported without types: "from to|from to|…".
declare module "opencc-js/dict/TSCharacters" {
  const dictionary: string;
  export default dictionary;
}
declare module "opencc-js/dict/TSPhrases" {
  const dictionary: string;
  export default dictionary;
}
