// Word lists of the server that the pages use as text.
declare module "*.txt" {
  const text: string;
  export default text;
}
