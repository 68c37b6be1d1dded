// The dictionaries of opencc-js are exported without types: "from to|from to|…".
declare module "opencc-js/dict/HKVariants" {
  const dictionary: string;
  export default dictionary;
}
declare module "opencc-js/dict/STCharacters" {
  const dictionary: string;
  export default dictionary;
}
declare module "opencc-js/dict/TWVariants" {
  const dictionary: string;
  export default dictionary;
}
